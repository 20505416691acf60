// What was changed in the studio and is not saved yet: Save, Undo, Redo, Discard.

import { confirm } from './confirm.js';
import { element } from './dom.js';
import { settleEdits } from './edits.js';
import { postJson, ServerError } from './server.js';
import { tell, tellRefusal } from './toast.js';

// The scene has problems, and it was not said that it shall be saved with them.
const isAsked = 428;

export function mountChanges(container, studio) {
  const ask = (path, said) => async () => {
    if (await tellRefusal(postJson(path)) && said) tell(said);
  };
  const discardAll = ask('/discard', 'The scene is as its file has it.');
  const act = {
    save, undo: ask('/undo'), redo: ask('/redo'),
    discard: async () => {
      if (await confirm('Discard all changes?', 'The scene is then as its file has it. This cannot be undone.', 'Discard')) discardAll();
    },
  };
  const saving = 'Write the changes into the scene’s file (Ctrl + S)';
  const saveButton = element('button', { class: 'primary', title: saving, onclick: act.save }, 'Save');
  const undo = element('button', { onclick: act.undo }, 'Undo');
  const redo = element('button', { onclick: act.redo }, 'Redo');
  const discard = element('button', { title: 'Back to what the file says', onclick: act.discard }, 'Discard');
  container.append(saveButton, undo, redo, discard);
  studio.addEventListener('lesson', () => {
    const { is_changed: isChanged, undo: back, redo: again } = studio.lesson;
    container.hidden = !isChanged && !back && !again;
    container.classList.toggle('saved', !isChanged);
    container.classList.toggle('broken', studio.errors.length > 0);
    container.title = standing(isChanged, studio.errors.length);
    for (const button of [saveButton, discard]) button.disabled = !isChanged;
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
    act[command]();
  });
  window.addEventListener('beforeunload', event => {
    // The studio keeps them as long as it runs; it is asked about all the same, as any editor would.
    if (studio.lesson?.is_changed) event.preventDefault();
  });
}

async function save() {
  await settleEdits();
  try {
    const { was_changed: wasChanged } = await postJson('/save');
    tell(wasChanged ? 'Saved.' : 'There is nothing to save: the file says what you see.');
  } catch (error) {
    if (!(error instanceof ServerError) || error.status !== isAsked) return tellRefusal(Promise.reject(error));
    const count = problems(error.message.split('\n').length);
    if (!await confirm(`The scene has ${count}. Save anyway?`, error.message, 'Save anyway')) return;
    if (await tellRefusal(postJson('/save', { anyway: true }))) tell(`Saved, with ${count}.`);
  }
}

function standing(isChanged, errors) {
  const file = isChanged ? 'The file has not the changes of this page yet' : 'The file says what is written here';
  return errors ? `${file}; the scene has ${problems(errors)}` : file;
}

const problems = count => count === 1 ? 'a problem' : `${count} problems`;

function describe(button, verb, change, keys) {
  button.disabled = !change;
  button.title = change ? `${verb}: ${change} (${keys})` : `Nothing to ${verb.toLowerCase()}`;
}
