// One unit: its sum, its value, its δ, and its bias.

import { biasUpdateOf, unitOf } from './arithmetic.js';
import { element, say, set } from './dom.js';
import { slider } from './knobs.js';

export function createUnitView(state) {
  const { words, units } = state.lesson;
  const name = element('p', { class: 'unit-name', role: 'status' });
  const [forth, back, update] = [0, 0, 0].map(() => element('div', { class: 'formula' }));
  const bias = slider(words, words.bias, {
    min: -4, max: 4, step: 0.01, role: 'forward', id: 'bias',
    change: value => state.change({ bias: [state.chosenUnit.layer, state.chosenUnit.unit, value] }),
  });
  return {
    node: element(
      'div', { class: 'unit-view' }, name, bias.node, element('h3', {}, words.forward), forth, element('h3', {}, words.backward), back,
      element('h3', {}, words.update_rule), update),
    draw() {
      const { chosenUnit: { layer, unit }, numbers } = state;
      const lines = unitOf(state, layer, unit);
      say(name, units[layer + 1][unit]);
      bias.draw(numbers.network.layers[layer].biases[unit]);
      forth.replaceChildren(...lines.forth);
      back.replaceChildren(...lines.back);
      update.replaceChildren(...biasUpdateOf(state, layer, unit));
      set(forth, { 'data-z': numbers.forward[layer].z[unit], 'data-a': numbers.forward[layer].a[unit] });
      set(back, { 'data-delta': state.hasBackward(layer) ? numbers.backward[layer].delta[unit] : null });
    },
  };
}
