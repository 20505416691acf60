// Changes of the scene: edits of its text, drawn at once and written into the file when they are saved.

import { postJson } from './server.js';
import { tellRefusal } from './toast.js';

let last = Promise.resolve();

/**
 * @param {object} edit As `/edits` takes it.
 * @param {boolean} continues Whether it goes on with the last one: both together are one step to undo.
 * @returns {Promise<boolean>} Whether the scene could be changed; why not is told.
 */
export function sendEdit(edit, continues = false) {
  const sent = tellRefusal(postJson('/edits', { edits: [edit], continues }));
  last = Promise.all([last, sent]);
  return sent;
}

/** Ends what is being typed as if its field were left, and waits until the studio has it. */
export async function settleEdits() {
  const field = document.activeElement;
  if (field?.matches('input, textarea')) {
    field.blur();
    field.focus();
  }
  await last;
}
