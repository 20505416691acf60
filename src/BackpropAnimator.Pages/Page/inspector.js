// One connection: its gradient as a product of three, with numbers, and what the update makes of it. Or one unit: see unitview.js.

import { gradientOf, originOf, updateOf } from './arithmetic.js';
import { element, say, set } from './dom.js';
import { PER_KEY } from './edge.js';
import { slider } from './knobs.js';
import { signed } from './numbers.js';
import { createUnitView } from './unitview.js';

export function createInspector(state) {
  const { words } = state.lesson;
  const heading = element('h2');
  const views = [connectionView(state), createUnitView(state)];

  function draw() {
    say(heading, state.chosenUnit ? words.one_unit : words.inspect);
    views.forEach((view, n) => {
      const isShown = (n === 1) === Boolean(state.chosenUnit);
      set(view.node, { hidden: !isShown });
      if (isShown) view.draw();
    });
  }
  state.listen(draw);
  draw();
  return element('section', { class: 'card inspector', id: 'inspector' }, heading, views.map(view => view.node));
}

function connectionView(state) {
  const { words, units } = state.lesson;
  const from = picker(words.connection, () => choose());
  const to = picker(words.connection, () => choose());
  const weight = slider(words, words.weight, { min: -4, max: 4, step: 0.01, role: 'forward', id: 'weight', change: move });
  const nudges = [-PER_KEY, PER_KEY].map(by => element('button', {
    type: 'button', class: 'nudge', 'aria-label': `${words.weight} ${by > 0 ? '+' : ''}${signed(String(by))}`,
    onclick: () => move(weightOf() + by),
  }, by > 0 ? '+' : '−'));
  const gradientBox = element('div', { class: 'formula product' });
  const origin = element('div', { class: 'formula' });
  const update = element('div', { class: 'formula' });
  const verdict = element('p', { class: 'verdict', 'aria-live': 'polite' });

  function choose() {
    const [layer, unit] = from.value.split('-').map(Number);
    const target = to.value === '' ? 0 : Number(to.value);
    state.choose({ layer, from: unit, to: Math.min(target, units[layer + 1].length - 1) });
  }
  function weightOf() {
    const { layer, to: unit, from: input } = state.chosen;
    return state.numbers.network.layers[layer].weights[unit][input];
  }
  function move(value) {
    const { layer, to: unit, from: input } = state.chosen;
    state.change({ weight: [layer, unit, input, value] });
  }

  for (let layer = 0; layer < state.layerCount; layer++)
    from.append(...units[layer].map((name, unit) => element('option', { value: `${layer}-${unit}` }, name)));

  return {
    node: element(
      'div', {},
      element('div', { class: 'pickers' }, from, element('span', { 'aria-hidden': 'true' }, '→'), to),
      weight.node,
      element('div', { class: 'nudges' }, nudges),
      gradientBox, verdict,
      element('h3', {}, words.where_from), origin,
      element('h3', {}, words.update_rule), update),
    draw() {
      const { chosen: { layer, to: j, from: i }, numbers } = state;
      from.value = `${layer}-${i}`;
      if (to.dataset.layer !== String(layer)) {
        to.dataset.layer = layer;
        to.replaceChildren(...units[layer + 1].map((name, unit) => element('option', { value: unit }, name)));
      }
      to.value = j;
      const gradient = numbers.backward[layer].dL_dw[j][i];
      weight.draw(weightOf());
      gradientBox.replaceChildren(...gradientOf(state, layer, j, i));
      origin.replaceChildren(...originOf(state, layer, j));
      update.replaceChildren(...updateOf(state, layer, j, i));
      say(verdict, gradient > 0 ? words.rises : gradient < 0 ? words.falls : words.still);
      set(verdict, { 'data-sign': gradient > 0 ? 'rises' : gradient < 0 ? 'falls' : null, 'data-gradient': gradient });
    },
  };
}

function picker(name, onchange) {
  return element('select', { 'aria-label': name, onchange });
}
