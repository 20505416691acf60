// The network as a picture: edges as wide as their weights, lit in cyan by what went forward and in orange by what came back.

import { set, shape, say, told } from './dom.js';
import { send } from './flow.js';
import { layOut } from './layout.js';
import { brief, exact, short } from './numbers.js';

// How much a weight changes for each pixel of a drag, and for a key.
const PER_PIXEL = 0.01, PER_KEY = 0.05;

// With more edges than these, numbers on all of them would cover each other.
const MOST_NUMBERS = 12;

// A pointer that has moved less has clicked.
const CLICK = 4;

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
    const places = edgesOf(layout);
    const edges = places.map(edge => createEdge(state, { ...edge, hasNumber: places.length <= MOST_NUMBERS }, label, focusOn));
    const units = layout.units.flatMap((layer, l) => [...layer].map(([unit, at]) => createUnit(state, l, unit, at, layout)));
    parts = { layout, edges, units, packets };
    svg.replaceChildren(
      glow(), ...titles(lesson, layout), shape('g', {}, edges.map(edge => edge.node)), packets,
      shape('g', {}, units.map(unit => unit.node)), ...rests(layout), label);
    draw(state);
  }

  function focusOn({ layer, to, from }) {
    parts.edges.find(edge => edge.layer === layer && edge.to === to && edge.from === from)?.node.focus();
  }

  function draw(_, what) {
    const scale = scalesOf(state.numbers);
    for (const edge of parts.edges) edge.draw(scale);
    for (const unit of parts.units) unit.draw();
    if (what === 'step') flow(state, parts);
  }

  narrow.addEventListener('change', build);
  state.listen(draw);
  build();
  return svg;
}

const sizesOf = ({ numbers }) => [numbers.example.input.length, ...numbers.network.layers.map(layer => layer.biases.length)];

function edgesOf({ units, radius }) {
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

// The largest weight and gradient of all: what is as wide as can be.
function scalesOf({ network, backward }) {
  const largest = rows => Math.max(1e-12, ...rows.flat(2).map(Math.abs));
  return {
    weight: largest(network.layers.map(layer => layer.weights)),
    gradient: backward.map(layer => largest(layer.dL_dw)),
    allGradients: largest(backward.map(layer => layer.dL_dw)),
  };
}

function createEdge(state, { layer, to, from, start, end, hasNumber }, label, focusOn) {
  const { words, units } = state.lesson;
  const line = role => shape('line', { class: role, x1: start.x, y1: start.y, x2: end.x, y2: end.y });
  const [body, light, fire, hit] = ['weight', 'light', 'fire', 'hit'].map(line);
  const along = share => ({ x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share - 8 });
  // Off the middle, where edges cross.
  const number = shape('text', { class: 'edge-number', ...along(0.3), 'aria-hidden': 'true' });
  const name = told(words.weight_of, units[layer][from], units[layer + 1][to]);
  const node = shape(
    'g', { class: 'edge', role: 'slider', 'data-edge': `${layer}-${to}-${from}`, 'aria-label': name, 'aria-valuemin': -10, 'aria-valuemax': 10 },
    body, light, fire, hit, number);
  const valueNow = () => state.numbers.network.layers[layer].weights[to][from];
  const isChosen = () => state.chosen.layer === layer && state.chosen.to === to && state.chosen.from === from;
  const move = value => state.change({ weight: [layer, to, from, value] }, state.layerCount);

  let drag = null;
  set(node, {
    onpointerdown: event => {
      // A finger may be about to scroll: it drags what it has chosen before, and chooses where it is lifted.
      const isScroll = event.pointerType === 'touch' && !isChosen();
      drag = { y: event.clientY, value: valueNow(), moved: false, isScroll };
      if (isScroll) return;
      node.setPointerCapture(event.pointerId);
      state.choose({ layer, to, from });
      event.preventDefault();
    },
    onpointermove: event => {
      if (!drag || drag.isScroll) return;
      const distance = drag.y - event.clientY;
      if (!drag.moved && Math.abs(distance) < CLICK) return;
      drag.moved = true;
      set(node, { 'data-dragged': true });
      move(drag.value + distance * PER_PIXEL);
    },
    onpointerup: () => {
      if (drag?.isScroll) state.choose({ layer, to, from });
      endDrag();
    },
    onpointercancel: () => endDrag(),
    onfocus: () => { if (!isChosen()) state.choose({ layer, to, from }); },
    onkeydown: event => {
      const pace = event.shiftKey ? 10 : 1;
      const steps = { ArrowUp: PER_KEY, ArrowDown: -PER_KEY, PageUp: 20 * PER_KEY, PageDown: -20 * PER_KEY };
      if (event.key in steps) move(valueNow() + steps[event.key] * pace);
      else if (event.key === 'ArrowLeft') focusOn(neighbour(state, { layer, to, from }, -1));
      else if (event.key === 'ArrowRight') focusOn(neighbour(state, { layer, to, from }, 1));
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  });

  function endDrag() {
    drag = null;
    set(node, { 'data-dragged': null });
  }

  return {
    node, layer, to, from,
    draw(scale) {
      const weight = valueNow(), gradient = state.numbers.backward[layer].dL_dw[to][from];
      const carried = Math.abs(weight * activationsOf(state.numbers, layer)[from]) / scale.weight;
      const wide = 1 + 4.2 * Math.abs(weight) / scale.weight;
      const isLit = state.hasForward(layer), burns = state.hasBackward(layer);
      // Layers whose gradients are small beside others still show which are theirs, but thinly.
      const share = Math.abs(gradient) / scale.allGradients, own = Math.abs(gradient) / scale.gradient[layer];
      set(body, { 'stroke-width': wide, 'data-sign': weight < 0 ? 'minus' : 'plus' });
      set(light, { 'stroke-width': wide * 0.7, opacity: isLit ? Math.min(0.95, 0.16 + carried) : 0 });
      set(fire, { 'stroke-width': burns ? 0.6 + 6.5 * (0.75 * share + 0.25 * own * Math.sqrt(share)) : 0, opacity: burns && gradient !== 0 ? 0.35 + 0.6 * share : 0 });
      set(hit, { 'stroke-width': 16 });
      const chosen = isChosen();
      set(node, {
        tabindex: chosen ? 0 : -1, 'data-chosen': chosen, 'data-weight': weight, 'data-gradient': gradient,
        'data-sign': burns ? (gradient > 0 ? 'rises' : gradient < 0 ? 'falls' : null) : null,
        'aria-valuenow': weight.toFixed(3),
        'aria-valuetext': burns ? `${short(weight)}, ${told(words.gradient_of, short(gradient))}` : short(weight),
      });
      if (hasNumber) {
        say(number, chosen ? '' : short(burns ? gradient : weight, 2));
        set(number, { 'data-burns': burns });
      }
      if (!chosen) return;
      set(label, along(0.5));
      say(label, `w ${short(weight)}${burns ? `   ∂L/∂w ${short(gradient)}` : ''}`);
    },
  };
}

export const activationsOf = (numbers, layer) => (layer === 0 ? numbers.example.input : numbers.forward[layer - 1].a);

/** The connection before or after another one, in the order of layers, units and inputs. */
function neighbour({ numbers }, { layer, to, from }, by) {
  const all = numbers.network.layers.flatMap((one, l) => one.weights.flatMap((row, j) => row.map((_, i) => ({ layer: l, to: j, from: i }))));
  const at = all.findIndex(one => one.layer === layer && one.to === to && one.from === from);
  return all[(at + by + all.length) % all.length];
}

function createUnit(state, layer, unit, { x, y }, { radius, isTall }) {
  const { lesson } = state;
  const halo = shape('circle', { class: 'halo', cx: x, cy: y, r: radius * 1.9 });
  const heat = shape('circle', { class: 'heat', cx: x, cy: y, r: radius * 1.9 });
  const disc = shape('circle', { class: 'disc', cx: x, cy: y, r: radius });
  const ring = shape('circle', { class: 'ring', cx: x, cy: y, r: radius });
  const value = shape('text', { class: 'value', x, y: y + radius * 0.17, 'font-size': Math.max(9, radius * 0.52) });
  const isOutput = layer === state.layerCount, isInput = layer === 0;
  const names = isInput ? lesson.inputs : isOutput ? lesson.outputs : [];
  const outside = isTall
    ? { x, y: isInput ? y - radius - 8 : y + radius + 16, 'text-anchor': 'middle' }
    : isInput ? { x: x - radius - 10, y: y + 4, 'text-anchor': 'end' } : { x: x + radius + 10, y: y - 4, 'text-anchor': 'start' };
  const name = shape('text', { class: 'name', ...outside }, names[unit] ?? (isInput ? `x${lowered(unit + 1)}` : ''));
  const target = isOutput
    ? shape('text', { class: 'target', x: isTall ? x : x + radius + 10, y: isTall ? y + radius + 33 : y + 14, 'text-anchor': isTall ? 'middle' : 'start' })
    : null;
  const delta = isInput ? null : shape('text', {
    class: 'delta', x, y: y - radius - (radius < 20 ? 4 : 7), 'text-anchor': 'middle', 'font-size': radius < 20 ? 10.5 : 13,
  });
  const title = shape('title');
  const node = shape('g', { class: 'unit', role: 'img', 'data-unit': `${layer}-${unit}` }, title, halo, heat, disc, ring, value, name, target, delta);
  return {
    node,
    draw() {
      const a = activationsOf(state.numbers, layer)[unit];
      const isLit = isInput || state.hasForward(layer - 1), burns = !isInput && state.hasBackward(layer - 1);
      const back = isInput ? null : state.numbers.backward[layer - 1];
      const d = back?.delta[unit] ?? 0;
      const largest = back ? Math.max(1e-12, ...state.numbers.backward.flatMap(one => one.delta.map(Math.abs))) : 1;
      set(halo, { opacity: isLit ? Math.min(0.85, 0.12 + 0.55 * Math.abs(a)) : 0 });
      set(heat, { opacity: burns ? 0.12 + 0.68 * Math.abs(d) / largest : 0 });
      set(ring, { 'data-lit': isLit ? (burns ? 'back' : 'forth') : null });
      set(node, { 'data-a': isLit ? a : null, 'data-delta': burns ? d : null });
      say(value, isLit ? (radius < 22 || Math.abs(a) < 0.0005 ? brief(a) : short(a)) : '');
      if (delta) say(delta, burns && radius >= 15 ? `δ ${short(d)}` : '');
      if (target) say(target, `y ${short(state.numbers.example.target[unit], 2)}`);
      say(title, `${lesson.units[layer][unit]}${isLit ? `: a = ${exact(a)}` : ''}${burns ? `, δ = ${exact(d)}` : ''}`);
    },
  };
}

const lowered = count => String(count).replace(/\d/g, digit => '₀₁₂₃₄₅₆₇₈₉'[digit]);

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

// Soft light: one filter for all that glows.
function glow() {
  return shape(
    'defs', {},
    shape('radialGradient', { id: 'cyan' }, shape('stop', { offset: 0, class: 'stop-forward' }), shape('stop', { offset: 1, class: 'stop-forward end' })),
    shape('radialGradient', { id: 'orange' }, shape('stop', { offset: 0, class: 'stop-backward' }), shape('stop', { offset: 1, class: 'stop-backward end' })),
    shape('filter', { id: 'soft', x: '-20%', y: '-20%', width: '140%', height: '140%', filterUnits: 'userSpaceOnUse' },
      shape('feGaussianBlur', { stdDeviation: 3, result: 'blurred' }),
      shape('feMerge', {}, shape('feMergeNode', { in: 'blurred' }), shape('feMergeNode', { in: 'SourceGraphic' }))));
}

// The packets of the step that was just taken: w·a to the units that light up, w·δ back to those that get their δ. What comes back to the
// outputs comes from the loss, and what the update does goes along no edge.
function flow({ step, layerCount, lastStep, numbers }, { edges, packets, layout }) {
  const isForth = step <= layerCount;
  const layer = isForth ? step - 1 : 2 * layerCount + 2 - step;
  const own = step === lastStep ? [] : edges.filter(edge => edge.layer === layer);
  const strengths = own.map(({ to, from }) => Math.abs(numbers.network.layers[layer].weights[to][from]
    * (isForth ? activationsOf(numbers, layer)[from] : numbers.backward[layer].delta[to])));
  const most = Math.max(1e-12, ...strengths);
  send(packets, own.map((edge, i) => {
    const [from, to] = [layout.units[layer].get(edge.from), layout.units[layer + 1].get(edge.to)];
    return { from: isForth ? from : to, to: isForth ? to : from, strength: strengths[i] / most };
  }), isForth ? 'forward' : 'backward');
}
