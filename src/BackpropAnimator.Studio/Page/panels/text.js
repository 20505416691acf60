// A text of the scene: a field as high as what is in it.

import { element } from '../dom.js';
import { sendEdit } from '../edits.js';
import { idOf, tellProblem } from './field.js';

export function textRow(path) {
  const id = idOf('text', path);
  const field = element('textarea', { id, rows: 2, spellcheck: 'true', title: 'Ctrl + Enter when you are done' });
  const label = element('label', { for: id });
  const problem = element('p', { class: 'problem', id: `${id}-problem` });
  const row = element('div', { class: 'text', 'data-path': path }, label, field, problem);
  let value = '';
  field.addEventListener('change', async () => {
    // What is refused is told, and the field says again what the scene does.
    if (field.value !== value && !await sendEdit({ set: path, words: field.value })) field.value = value;
  });
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    field.blur();
    field.focus();
  });
  row.fill = now => {
    const isTyped = document.activeElement === field && field.value !== value;
    value = now.value;
    label.textContent = now.label;
    tellProblem(row, problem, [field], now.problem);
    if (!isTyped) field.value = value;
  };
  return row;
}
