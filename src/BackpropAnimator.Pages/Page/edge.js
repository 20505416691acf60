// A connection: a slider for its weight, which is dragged up and down or moved by keys.

import { set, shape, told } from './dom.js';
import { createPill } from './labels.js';
import { change, short } from './numbers.js';

// How much a weight changes for each pixel of a drag, and for a key.
const PER_PIXEL = 0.01;
export const PER_KEY = 0.05;

// A pointer that has moved less has clicked.
const CLICK = 4;

/**
 * @param {object} place its layer from 0, its units, and its two ends
 * @param {(edge: object) => void} focusOn see stage.js
 */
export function createEdge(state, place, focusOn) {
  const { layer, to, from, start, end } = place;
  const { words, units } = state.lesson;
  const line = role => shape('line', { class: role, x1: start.x, y1: start.y, x2: end.x, y2: end.y });
  const [body, light, fire, moved, hit] = ['weight', 'light', 'fire', 'moved', 'hit'].map(line);
  const reach = shape('circle', { class: 'reach', r: 22 });
  const pill = createPill('number');
  const node = shape('g', {
    class: 'edge', role: 'slider', 'data-edge': `${layer}-${to}-${from}`,
    'aria-label': told(words.weight_of, units[layer][from], units[layer + 1][to]), 'aria-valuemin': -10, 'aria-valuemax': 10,
  }, body, light, moved, hit, reach);
  const edge = {
    node, fire, pill, layer, to, from, start, end,
    get weight() { return state.numbers.network.layers[layer].weights[to][from]; },
    get isCurrent() { return state.chosen.layer === layer && state.chosen.to === to && state.chosen.from === from; },
    get isChosen() { return edge.isCurrent && !state.chosenUnit; },
    choose: () => state.choose({ layer, to, from }),
    move: weight => state.change({ weight: [layer, to, from, weight] }),
    textsOf, draw,
    /** Where it is taken hold of while it is chosen. */
    hold: ({ x, y }) => set(reach, { cx: x, cy: y }),
  };
  dragged(edge);
  moveByKeys(edge, by => focusOn(neighbour(state, place, by)));

  // Its weight; once it has come back so far its gradient; at last the weight that it goes to.
  function textsOf() {
    const { weight, isChosen } = edge;
    const gradient = { text: `${isChosen ? '∂L/∂w ' : ''}${short(state.numbers.backward[layer].dL_dw[to][from])}`, tint: 'backward' };
    const after = state.weightAfter(layer, to, from);
    if (after !== null) {
      const texts = [
        { text: isChosen ? `w ${short(weight)} → ${short(after)}` : short(after), tint: 'learned' },
        { text: change(after - weight), tint: 'learned' },
      ];
      return isChosen ? [texts[0]] : texts;
    }
    if (!state.hasBackward(layer)) return [{ text: `${isChosen ? 'w ' : ''}${short(weight)}` }];
    return isChosen ? [{ text: `w ${short(weight)}` }, gradient] : [gradient];
  }

  function draw(scale) {
    const { weight, isChosen } = edge;
    const gradient = state.numbers.backward[layer].dL_dw[to][from], after = state.weightAfter(layer, to, from);
    const carried = Math.abs(weight * state.activationsOf(layer)[from]) / scale.weight;
    const shown = after ?? weight, sign = shown < 0 ? 'minus' : 'plus';
    const wide = 1.2 + 4.2 * Math.abs(shown) / scale.weight;
    const isLit = state.hasForward(layer), burns = state.hasBackward(layer) && after === null;
    // Beside layers with larger gradients, those of a layer still show which are its own largest, but thinly.
    const share = Math.abs(gradient) / scale.allGradients, own = Math.abs(gradient) / scale.gradient[layer];
    const step = after === null ? 0 : Math.abs(after - weight) / scale.step;
    set(body, { 'stroke-width': wide, 'data-sign': sign });
    set(light, { 'stroke-width': wide * 0.7, opacity: isLit && after === null ? Math.min(0.95, 0.16 + carried) : 0 });
    set(fire, {
      'stroke-width': burns ? 0.6 + 6.5 * (0.75 * share + 0.25 * own * Math.sqrt(share)) : 0,
      opacity: burns && gradient !== 0 ? 0.35 + 0.6 * share : 0,
    });
    set(moved, {
      'data-sign': sign, 'stroke-width': 1 + 6 * step,
      opacity: step > 0 ? 0.35 + 0.6 * step : 0, 'data-flash': step > 0,
    });
    set(node, {
      tabindex: edge.isCurrent ? 0 : -1, 'data-chosen': isChosen, 'data-weight': weight, 'data-gradient': gradient,
      'data-after': after, 'aria-valuenow': weight.toFixed(3), 'aria-valuetext': valueText(weight, gradient, after),
    });
  }

  function valueText(weight, gradient, after) {
    if (after !== null) return `${short(weight)} → ${short(after)}`;
    return state.hasBackward(layer) ? `${short(weight)}, ${told(words.gradient_of, short(gradient))}` : short(weight);
  }

  return edge;
}

// Up for more, down for less; a click chooses.
function dragged(edge) {
  const { node } = edge;
  let drag = null;
  const end = () => {
    drag = null;
    set(node, { 'data-dragged': null });
  };
  // Where a finger drags, nothing scrolls: browsers look at touch-action as the finger comes down, and not all of them within a drawing.
  node.addEventListener('touchstart', event => { if (edge.isChosen && event.cancelable) event.preventDefault(); }, { passive: false });
  set(node, {
    onpointerdown: event => {
      // A finger may be about to scroll: it drags what it has chosen before, and chooses where it is lifted.
      const mayScroll = event.pointerType === 'touch' && !edge.isChosen;
      drag = { y: event.clientY, weight: edge.weight, hasMoved: false, mayScroll };
      if (mayScroll) return;
      node.setPointerCapture(event.pointerId);
      edge.choose();
      event.preventDefault();
    },
    onpointermove: event => {
      if (!drag || drag.mayScroll) return;
      const distance = drag.y - event.clientY;
      if (!drag.hasMoved && Math.abs(distance) < CLICK) return;
      drag.hasMoved = true;
      set(node, { 'data-dragged': true });
      edge.move(drag.weight + distance * PER_PIXEL);
    },
    onpointerup: () => {
      if (drag?.mayScroll) edge.choose();
      end();
    },
    onpointercancel: end,
  });
}

// Arrows up and down change the weight, left and right go to the connection before or after.
function moveByKeys(edge, goBy) {
  set(edge.node, {
    onfocus: () => { if (!edge.isChosen) edge.choose(); },
    onkeydown: event => {
      const steps = { ArrowUp: PER_KEY, ArrowDown: -PER_KEY, PageUp: 20 * PER_KEY, PageDown: -20 * PER_KEY };
      if (event.key in steps) edge.move(edge.weight + steps[event.key] * (event.shiftKey ? 10 : 1));
      else if (event.key === 'ArrowLeft') goBy(-1);
      else if (event.key === 'ArrowRight') goBy(1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  });
}

// The connection before or after another one, in the order of layers, units and inputs.
function neighbour({ numbers }, { layer, to, from }, by) {
  const all = numbers.network.layers.flatMap((one, l) =>
    one.weights.flatMap((row, j) => row.map((_, i) => ({ layer: l, to: j, from: i }))));
  const at = all.findIndex(one => one.layer === layer && one.to === to && one.from === from);
  return all[(at + by + all.length) % all.length];
}
