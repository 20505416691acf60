// Changes of the scene: edits of its text, drawn at once and written into the file when they are saved.

import { postJson } from './server.js';
import { tellRefusal } from './toast.js';

/**
 * @param {object} edit As `/edits` takes it.
 * @param {boolean} continues Whether it goes on with the last one: both together are one step to undo.
 * @returns {Promise<boolean>} Whether the scene could be changed; why not is told.
 */
export function sendEdit(edit, continues = false) {
  return tellRefusal(postJson('/edits', { edits: [edit], continues }));
}
