// What a network of two inputs and one output answers over its whole input plane, with the examples on it.

import { element, set, shape } from './dom.js';

const CELLS = 20, SIZE = 240;

export function createMap(state) {
  const { data, lesson: { words, units } } = state;
  const { input, target } = state.numbers.example;
  if (input.length !== 2 || target.length !== 1 || data.length === 0) return { node: null, draw() { /* there is no plane */ } };

  // A margin around the data, the same both ways.
  const values = data.flatMap(example => example.input), [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least || 1) * 0.25, low = least - margin, high = most + margin;
  const at = ([x, y]) => ({ cx: SIZE * (x - low) / (high - low), cy: SIZE * (1 - (y - low) / (high - low)) });
  const targets = data.map(example => example.target[0]), [from, to] = [Math.min(...targets), Math.max(...targets)];
  const shareOf = value => Math.max(0, Math.min(1, (value - from) / (to - from || 1)));

  const canvas = element('canvas', { width: CELLS, height: CELLS, 'aria-hidden': 'true' });
  const dots = data.map(example => shape(
    'circle', { ...at(example.input), r: 6, class: 'dot', 'fill-opacity': shareOf(example.target[0]) }));
  const here = shape('circle', { r: 11, class: 'here' });
  const over = shape('svg', { viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'img', 'aria-label': `${words.map}. ${words.map_dots}` }, dots, here);
  const axis = (role, text) => element('span', { class: role, 'aria-hidden': 'true' }, text);
  const node = element(
    'figure', { class: 'map' }, element('figcaption', {}, words.map),
    element('div', { class: 'plane' }, canvas, over, axis('across', `${units[0][0]} →`), axis('up', `${units[0][1]} →`)),
    element('p', { class: 'small' }, words.map_dots));

  let shown = null;
  function draw() {
    // A step or a choice changes no number.
    if (state.numbers === shown) return;
    shown = state.numbers;
    const rows = state.engine.field(low, high, CELLS), pen = canvas.getContext('2d');
    const style = getComputedStyle(node);
    const [dark, light] = ['--map-low', '--map-high'].map(name => colorOf(style.getPropertyValue(name).trim()));
    const image = pen.createImageData(CELLS, CELLS);
    rows.forEach((row, r) => row.forEach((value, c) => {
      const share = shareOf(value);
      image.data.set([...dark.map((part, i) => part + (light[i] - part) * share), 255], 4 * (r * CELLS + c));
    }));
    pen.putImageData(image, 0, 0);
    set(node, { 'data-first': rows[0][0] });
    set(here, at(state.numbers.example.input));
  }
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
    shown = null;
    draw();
  });
  return { node, draw };
}

// #rrggbb as three parts.
const colorOf = text => [1, 3, 5].map(place => parseInt(text.slice(place, place + 2), 16));
