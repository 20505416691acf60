// Whether a single step of learning takes the example in view, or the mean over a batch of the data.

import { element, told } from './dom.js';

export function createSource(state) {
  const { data, batch, lesson: { words } } = state;
  const count = Math.min(batch, data.length);
  if (count < 2) return { node: null, draw() { /* there is no choice */ } };
  const all = told(count < data.length ? words.batch_data : words.all_data, count);
  const choices = [[false, words.this_example], [true, all]].map(([uses, name]) => {
    const input = element('input', { type: 'radio', name: 'source', onchange: () => state.change({ uses_data: uses }) });
    return { uses, input, label: element('label', {}, input, ' ', name) };
  });
  return {
    node: element(
      'div', { class: 'source', role: 'radiogroup', 'aria-label': words.step_from },
      `${words.step_from}: `, choices.map(choice => choice.label)),
    draw() { for (const { uses, input } of choices) input.checked = state.numbers.uses_data === uses; },
  };
}
