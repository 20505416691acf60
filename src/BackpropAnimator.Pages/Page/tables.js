// Every number of the step, layer by layer, with all its digits.

import { element } from './dom.js';
import { exact, short } from './numbers.js';

export function createTables(state) {
  const { words, layers, units } = state.lesson;
  const body = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.numbers });
  const details = element(
    'details', { class: 'card tables', id: 'numbers', ontoggle: () => draw() }, element('summary', {}, words.numbers), body);

  function draw() {
    if (!details.open) return;
    const { numbers } = state;
    body.replaceChildren(...numbers.network.layers.map((layer, l) => {
      const { z, a } = numbers.forward[l], back = numbers.backward[l];
      return table(layers[l + 1], ['', 'z', 'a', '∂L/∂a', words.slope, 'δ', 'b', '∂L/∂b'], units[l + 1].map((name, j) => [
        name, z[j], a[j], back.dL_da[j], back.slope[j], back.delta[j], layer.biases[j], back.dL_db[j],
      ]));
    }), ...numbers.network.layers.map((layer, l) => table(
      `${layers[l]} → ${layers[l + 1]}`, ['', ...units[l].flatMap(name => [`w ${name}`, '∂L/∂w'])],
      units[l + 1].map((name, j) => [name, ...layer.weights[j].flatMap((w, i) => [w, numbers.backward[l].dL_dw[j][i]])]))));
  }
  state.listen(draw);
  return details;
}

function table(caption, head, rows) {
  return element(
    'table', {}, element('caption', {}, caption),
    element('thead', {}, element('tr', {}, head.map(name => (name ? element('th', { scope: 'col' }, name) : element('td'))))),
    element('tbody', {}, rows.map(([name, ...values]) => element(
      'tr', {}, element('th', { scope: 'row' }, name),
      values.map(value => element('td', { title: exact(value), 'data-value': value }, short(value, 6)))))));
}
