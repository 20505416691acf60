// The loss over the epochs, as a curve.

import { set, shape, say } from './dom.js';
import { short } from './numbers.js';

const WIDTH = 340, HEIGHT = 190, LEFT = 66, RIGHT = 16, TOP = 24, BOTTOM = 26;

export function createCurve(words) {
  const line = shape('polyline', { class: 'curve-line' });
  const area = shape('polygon', { class: 'curve-area' });
  const dot = shape('circle', { class: 'curve-dot', r: 4.5 });
  const rules = [0, 0.5, 1].map(share => {
    const y = TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
    const rule = shape('line', { class: 'rule', x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y });
    return { share, rule, label: shape('text', { class: 'axis', x: LEFT - 8, y: y + 4, 'text-anchor': 'end' }) };
  });
  const last = shape('text', { class: 'axis', x: WIDTH - RIGHT, y: HEIGHT - 8, 'text-anchor': 'end' });
  const axes = [
    shape('text', { class: 'axis', x: LEFT, y: 13 }, words.loss_in_words),
    shape('text', { class: 'axis', x: LEFT, y: HEIGHT - 8 }, words.epochs),
  ];
  const node = shape(
    'svg', { class: 'curve', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': words.loss_in_words },
    rules.flatMap(({ rule, label }) => [rule, label]), axes, area, line, dot, last);
  return {
    node,
    /** @param {[number, number][]} points epoch and loss, by epoch */
    draw(points) {
      const [end, most] = [Math.max(1, points.at(-1)[0]), Math.max(1e-9, ...points.map(([, loss]) => loss))];
      const at = ([epoch, loss]) => [
        LEFT + (WIDTH - LEFT - RIGHT) * epoch / end, TOP + (HEIGHT - TOP - BOTTOM) * (1 - loss / most)];
      const shown = thinned(points).map(at);
      const path = shown.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
      const [x, y] = shown.at(-1), floor = HEIGHT - BOTTOM;
      set(line, { points: path });
      set(area, { points: `${shown[0][0]},${floor} ${path} ${x.toFixed(1)},${floor}` });
      set(dot, { cx: x, cy: y });
      for (const { share, label } of rules) say(label, share === 0 ? '0' : short(most * share));
      say(last, String(Math.round(end)));
    },
  };
}

// As many points as there are pixels, the last one always among them.
function thinned(points) {
  const every = Math.max(1, Math.floor(points.length / WIDTH));
  return points.filter((_, i) => i % every === 0 || i === points.length - 1);
}
