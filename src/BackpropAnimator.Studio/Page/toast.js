// Short notes that go by themselves; errors stay until they are closed.

import { announce } from './announce.js';
import { element } from './dom.js';

const stays = 4000;

export function tell(words, { isError = false } = {}) {
  const notes = document.getElementById('notes');
  if ([...notes.children].some(note => note.dataset.words === words)) return;
  const note = element('div', { class: isError ? 'note error' : 'note', 'data-words': words },
    element('p', {}, words), element('button', { class: 'quiet', 'aria-label': 'Close this note', onclick: () => note.remove() }, '✕'));
  notes.append(note);
  announce(words);
  if (!isError) setTimeout(() => note.remove(), stays);
}

/**
 * Waits for something that was asked of the server, and tells why it is refused.
 * @param {Promise<any>} request
 * @returns {Promise<boolean>} Whether it was done.
 */
export async function tellRefusal(request) {
  try {
    await request;
    return true;
  } catch (error) {
    tell(error.message, { isError: true });
    return false;
  }
}
