// What was changed in the studio and is not saved yet: Save, Undo, Redo, Discard.

import { element } from './dom.js';
import { postJson } from './server.js';
import { tell, tellRefusal } from './toast.js';

export function mountChanges(container, studio) {
  const ask = (path, said) => async () => {
    if (await tellRefusal(postJson(path)) && said) tell(said);
  };
  const act = {
    save: ask('/save', 'Saved.'), undo: ask('/undo'), redo: ask('/redo'), discard: ask('/discard', 'The scene is as its file has it.'),
  };
  const saving = 'Write the changes into the scene’s file (Ctrl + S)';
  const save = element('button', { class: 'primary', title: saving, onclick: act.save }, 'Save');
  const undo = element('button', { onclick: act.undo }, 'Undo');
  const redo = element('button', { onclick: act.redo }, 'Redo');
  const discard = element('button', { title: 'Back to what the file says', onclick: act.discard }, 'Discard');
  container.append(save, undo, redo, discard);
  studio.addEventListener('lesson', () => {
    const { is_changed: isChanged, undo: back, redo: again } = studio.lesson;
    container.hidden = !isChanged && !back && !again;
    container.classList.toggle('saved', !isChanged);
    for (const button of [save, discard]) button.disabled = !isChanged;
    describe(undo, 'Take back', back, 'Ctrl + Z');
    describe(redo, 'Do again', again, 'Ctrl + Shift + Z');
  });
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = (event.shiftKey ? 'shift+' : '') + event.key.toLowerCase();
    const command = { s: 'save', z: 'undo', y: 'redo', 'shift+z': 'redo' }[key];
    // Where something is typed, that is what is taken back.
    if (!command || (command !== 'save' && event.target.matches('input:not([type=range]), textarea'))) return;
    event.preventDefault();
    if (command === 'save' && !studio.lesson?.is_changed) tell('There is nothing to save: the file says what you see.');
    else act[command]();
  });
  window.addEventListener('beforeunload', event => {
    // The studio keeps them as long as it runs; it is asked about all the same, as any editor would.
    if (studio.lesson?.is_changed) event.preventDefault();
  });
}

function describe(button, verb, change, keys) {
  button.disabled = !change;
  button.title = change ? `${verb}: ${change} (${keys})` : `Nothing to ${verb.toLowerCase()}`;
}
