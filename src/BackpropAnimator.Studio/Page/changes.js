// What was changed in the studio and is not saved yet: Save, Undo, Discard.

import { element } from './dom.js';
import { postJson } from './server.js';
import { tell } from './toast.js';

export function mountChanges(container, studio) {
  const ask = (path, said) => async () => {
    try {
      await postJson(path);
      if (said) tell(said);
    } catch (error) {
      tell(error.message, { isError: true });
    }
  };
  const [save, undo, discard] = [ask('/save', 'Saved.'), ask('/undo'), ask('/discard', 'The scene is as its file has it.')];
  container.append(
    element('button', { class: 'primary', title: 'Write the changes into the scene’s file (Ctrl + S)', onclick: save }, 'Save'),
    element('button', { title: 'Take back the last change (Ctrl + Z)', onclick: undo }, 'Undo'),
    element('button', { title: 'Back to what the file says', onclick: discard }, 'Discard'));
  studio.addEventListener('lesson', () => { container.hidden = !studio.lesson.is_changed; });
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const act = { s: save, z: event.target.matches('input, textarea') ? null : undo }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    if (studio.lesson?.is_changed) act();
    else if (act === save) tell('There is nothing to save: the file says what you see.');
  });
  window.addEventListener('beforeunload', event => {
    // The studio keeps them as long as it runs; it is asked about all the same, as any editor would.
    if (studio.lesson?.is_changed) event.preventDefault();
  });
}
