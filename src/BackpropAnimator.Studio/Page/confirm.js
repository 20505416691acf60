// Asks before something is done that cannot be taken back.

import { element } from './dom.js';

/**
 * @param {string} question
 * @param {string} details What there is to know before; may be empty.
 * @param {string} yes What the button says that does it.
 * @returns {Promise<boolean>} Whether it shall be done.
 */
export function confirm(question, details, yes) {
  return new Promise(resolve => {
    const close = answer => () => dialog.close(answer);
    const dialog = element('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      element('h2', { id: 'confirm-title' }, question),
      details ? element('p', { class: 'details' }, details) : null,
      element('div', { class: 'row' },
        element('button', { class: 'primary', onclick: close('yes') }, yes),
        element('button', { autofocus: true, onclick: close('') }, 'Cancel')));
    // The keys of the page are not meant while it asks.
    dialog.addEventListener('keydown', event => event.stopPropagation());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
