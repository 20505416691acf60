// The network as a picture: edges as wide as their weights, lit in cyan by what went forward and in orange by what came back.

import { createBadge } from './badge.js';
import { fitted, shape, set } from './dom.js';
import { createEdge } from './edge.js';
import { createNumbers } from './edgenumbers.js';
import { send } from './flow.js';
import { layOut } from './layout.js';
import { createUnit } from './unit.js';

// A picture that is wider than high leaves room for the steps below it, most of all where it stays in view: see page.css.
const BELOW = 400, LOWEST = 370, LOWEST_IN_VIEW = 318, HIGHEST = 470;
const staysInView = matchMedia('(min-width: 981px) and (min-height: 660px)');

/** The picture, and fit, which draws it for the room that it has on the page. */
export function createStage(state) {
  const { lesson } = state;
  const svg = shape('svg', { class: 'stage', role: 'group', 'aria-label': lesson.words.network });
  let parts = null, shownRoom = { width: 0, height: 0 };

  function fit() {
    const width = Math.round(svg.getBoundingClientRect().width);
    const lowest = staysInView.matches ? LOWEST_IN_VIEW : LOWEST;
    const room = { width, height: Math.max(lowest, Math.min(HIGHEST, innerHeight - BELOW)) };
    // A telephone's bars come and go, and change the height alone.
    const isSame = room.width === shownRoom.width && (parts?.layout.isTall || room.height === shownRoom.height);
    if (width === 0 || isSame) return;
    shownRoom = room;
    build(room);
  }

  function build(room) {
    const layout = layOut(sizesOf(state), room, lesson);
    const { width, height, isTall } = layout;
    set(svg, { viewBox: `0 0 ${width} ${height}`, 'data-tall': String(isTall) });
    const packets = shape('g', { 'aria-hidden': 'true' });
    const places = placesOfEdges(layout);
    const edges = places.map(place => createEdge(state, place, focusOn));
    const units = layout.units.flatMap((layer, l) => [...layer].map(([unit, at]) =>
      createUnit(state, l, unit, at, layout, by => focusOnUnit(l, unit, by))));
    const badge = createBadge(state, layout), numbers = createNumbers(edges, layout);
    parts = { layout, edges, units, packets, badge, numbers };
    svg.replaceChildren(
      light(), ...titles(lesson, layout), shape('g', {}, edges.map(edge => edge.node)),
      // One glow for all: a filter takes as long for a line as for the whole picture.
      shape('g', { class: 'fires', 'aria-hidden': 'true' }, edges.map(edge => edge.fire)), packets, numbers.grip,
      shape('g', {}, edges.map(edge => edge.pill.node)), shape('g', {}, units.map(unit => unit.node)), ...rests(layout), badge.node,
      numbers.chosen);
    draw(state);
  }

  function focusOn({ layer, to, from }) {
    parts.edges.find(edge => edge.layer === layer && edge.to === to && edge.from === from)?.node.focus();
  }

  function focusOnUnit(layer, unit, by) {
    const all = parts.units.filter(one => one.layer > 0);
    const at = all.findIndex(one => one.layer === layer && one.unit === unit);
    all[(at + by + all.length) % all.length].focus();
  }

  function draw(_, what) {
    if (!parts) return;
    const scale = scalesOf(state.numbers);
    for (const edge of parts.edges) edge.draw(scale);
    for (const unit of parts.units) unit.draw(scale);
    parts.badge.draw();
    parts.numbers.draw();
    if (what === 'step') flow(state, parts);
  }

  new ResizeObserver(fit).observe(svg);
  addEventListener('resize', fit);
  state.listen(draw);
  return { node: svg, fit, hasNumbers: () => parts?.numbers.areOnAll };
}

const sizesOf = ({ numbers }) => [numbers.example.input.length, ...numbers.network.layers.map(layer => layer.biases.length)];

function placesOfEdges({ units, radius }) {
  const edges = [];
  for (let layer = 0; layer < units.length - 1; layer++)
    for (const [to, end] of units[layer + 1])
      for (const [from, start] of units[layer]) edges.push({ layer, to, from, ...shortened(start, end, radius) });
  return edges;
}

// From rim to rim.
function shortened(start, end, radius) {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const [dx, dy] = [(end.x - start.x) / length * radius, (end.y - start.y) / length * radius];
  return { start: { x: start.x + dx, y: start.y + dy }, end: { x: end.x - dx, y: end.y - dy } };
}

// The largest weight, gradient and δ of all: what is as wide and as bright as can be.
function scalesOf({ network, backward, after }) {
  const largest = values => Math.max(1e-12, ...values.flat(3).map(Math.abs));
  const steps = after?.layers.map(({ weights }, l) => weights.map((row, j) => row.map((w, i) => w - network.layers[l].weights[j][i])));
  return {
    step: largest(steps ?? []),
    weight: largest(network.layers.map(layer => layer.weights)),
    gradient: backward.map(layer => largest(layer.dL_dw)),
    allGradients: largest(backward.map(layer => layer.dL_dw)),
    delta: largest(backward.map(layer => layer.delta)),
  };
}

// What a layer that is not shown whole leaves out.
function rests({ units, hidden }) {
  return units.flatMap((layer, l) => {
    if (!hidden[l]) return [];
    const places = [...layer.values()];
    const [a, b] = [places[places.length / 2 - 1], places[places.length / 2]];
    return [shape('text', { class: 'rest', x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + 5 }, `⋮ ${hidden[l]}`)];
  });
}

function titles({ layers }, { units, isTall, height, stride }) {
  if (isTall) return [];
  return units.map((layer, l) => shape(
    'text', { class: 'layer-name', x: [...layer.values()][0].x, y: height - 10 }, fitted(layers[l], stride - 8, 14)));
}

// Soft light, in both colours and as a filter.
function light() {
  const stop = (role, offset) => shape('stop', { offset, class: `stop-${role} ${offset > 0 ? 'end' : ''}` });
  const gradient = (id, role) => shape('radialGradient', { id }, stop(role, 0), stop(role, 1));
  return shape(
    'defs', {}, gradient('cyan', 'forward'), gradient('orange', 'backward'),
    shape('filter', { id: 'soft', x: '-20%', y: '-20%', width: '140%', height: '140%', filterUnits: 'userSpaceOnUse' },
      shape('feGaussianBlur', { stdDeviation: 3, result: 'blurred' }),
      shape('feMerge', {}, shape('feMergeNode', { in: 'blurred' }), shape('feMergeNode', { in: 'SourceGraphic' }))));
}

// The packets of the step that was just taken: w·a to the units that light up, w·δ back to those that get their δ. What comes back
// to the outputs comes from the loss, and what the update does goes along no edge.
function flow({ step, layerCount, lastStep, numbers, activationsOf }, { edges, packets, layout }) {
  const isForth = step <= layerCount;
  const layer = isForth ? step - 1 : 2 * layerCount + 2 - step;
  const own = step === lastStep ? [] : edges.filter(edge => edge.layer === layer);
  const strengths = own.map(({ to, from }) => Math.abs(numbers.network.layers[layer].weights[to][from]
    * (isForth ? activationsOf(layer)[from] : numbers.backward[layer].delta[to])));
  const most = Math.max(1e-12, ...strengths);
  send(packets, own.map((edge, i) => {
    const [from, to] = [layout.units[layer].get(edge.from), layout.units[layer + 1].get(edge.to)];
    return { from: isForth ? from : to, to: isForth ? to : from, strength: strengths[i] / most };
  }), isForth ? 'forward' : 'backward');
}
