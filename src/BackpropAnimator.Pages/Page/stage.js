// The network as a picture: edges as wide as their weights, lit in cyan by what went forward and in orange by what came back.

import { shape, set } from './dom.js';
import { createEdge } from './edge.js';
import { send } from './flow.js';
import { layOut } from './layout.js';
import { createUnit } from './unit.js';

// With more edges than these, numbers on all of them would cover each other.
const MOST_NUMBERS = 12;

export function createStage(state) {
  const { lesson } = state;
  const svg = shape('svg', { class: 'stage', role: 'group', 'aria-label': lesson.words.network });
  const narrow = matchMedia('(max-width: 640px)');
  let parts = null;

  function build() {
    const layout = layOut(sizesOf(state), narrow.matches);
    set(svg, { viewBox: `0 0 ${layout.width} ${layout.height}`, 'data-tall': String(layout.isTall) });
    const packets = shape('g', { 'aria-hidden': 'true' });
    const label = shape('text', { class: 'edge-label', 'aria-hidden': 'true' });
    const places = placesOfEdges(layout);
    const edges = places.map(place => createEdge(state, place, { label, hasNumber: places.length <= MOST_NUMBERS, focusOn }));
    const units = layout.units.flatMap((layer, l) => [...layer].map(([unit, at]) => createUnit(state, l, unit, at, layout)));
    parts = { layout, edges, units, packets };
    svg.replaceChildren(
      light(), ...titles(lesson, layout), shape('g', {}, edges.map(edge => edge.node)),
      // One glow for all: a filter takes as long for a line as for the whole picture.
      shape('g', { class: 'fires', 'aria-hidden': 'true' }, edges.map(edge => edge.fire)), packets,
      shape('g', {}, units.map(unit => unit.node)), ...rests(layout), label);
    draw(state);
  }

  function focusOn({ layer, to, from }) {
    parts.edges.find(edge => edge.layer === layer && edge.to === to && edge.from === from)?.node.focus();
  }

  function draw(_, what) {
    const scale = scalesOf(state.numbers);
    for (const edge of parts.edges) edge.draw(scale);
    for (const unit of parts.units) unit.draw(scale);
    if (what === 'step') flow(state, parts);
  }

  narrow.addEventListener('change', build);
  state.listen(draw);
  build();
  return svg;
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
function scalesOf({ network, backward }) {
  const largest = values => Math.max(1e-12, ...values.flat(3).map(Math.abs));
  return {
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

function titles({ layers }, { units, isTall, height }) {
  if (isTall) return [];
  return units.map((layer, l) => shape('text', { class: 'layer-name', x: [...layer.values()][0].x, y: height - 10 }, layers[l]));
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
