// A unit of the network: its value, lit in cyan once it has one, and its δ in orange.

import { say, set, shape } from './dom.js';
import { brief, exact, short } from './numbers.js';

/** @param {number} layer 0 is the input @param {{x, y}} at its middle */
export function createUnit(state, layer, unit, { x, y }, { radius, isTall }) {
  const { lesson } = state;
  const isOutput = layer === state.layerCount, isInput = layer === 0, isSmall = radius < 22;
  const circle = (role, r) => shape('circle', { class: role, cx: x, cy: y, r });
  const [halo, heat] = ['halo', 'heat'].map(role => circle(role, radius * 1.9));
  const [disc, ring] = ['disc', 'ring'].map(role => circle(role, radius));
  const value = shape('text', { class: 'value', x, y: y + radius * 0.17, 'font-size': Math.max(9, radius * 0.52) });
  const delta = shape('text', {
    class: 'delta', x, y: y - radius - (isSmall ? 4 : 7), 'text-anchor': 'middle', 'font-size': isSmall ? 10.5 : 13,
  });
  const target = shape('text', { class: 'target', ...placeBeside(isTall ? radius + 33 : 14) });
  const names = isInput ? lesson.inputs : isOutput ? lesson.outputs : [];
  const ownName = names[unit] ?? (isInput ? `x${lowered(unit + 1)}` : '');
  const name = shape('text', { class: 'name', ...(isInput ? placeBefore() : placeBeside(isTall ? radius + 16 : -4)) }, ownName);
  const title = shape('title');
  const node = shape(
    'g', { class: 'unit', role: 'img', 'data-unit': `${layer}-${unit}` },
    title, halo, heat, disc, ring, value, name, isOutput ? target : null, isInput ? null : delta);

  function placeBefore() {
    return isTall ? { x, y: y - radius - 8, 'text-anchor': 'middle' } : { x: x - radius - 10, y: y + 4, 'text-anchor': 'end' };
  }
  function placeBeside(down) {
    return isTall ? { x, y: y + down, 'text-anchor': 'middle' } : { x: x + radius + 10, y: y + down, 'text-anchor': 'start' };
  }

  return {
    node,
    draw(scale) {
      const a = state.activationsOf(layer)[unit];
      const isLit = isInput || state.hasForward(layer - 1), burns = !isInput && state.hasBackward(layer - 1);
      const d = isInput ? 0 : state.numbers.backward[layer - 1].delta[unit];
      set(halo, { opacity: isLit ? Math.min(0.85, 0.12 + 0.55 * Math.abs(a)) : 0 });
      set(heat, { opacity: burns ? 0.12 + 0.68 * Math.abs(d) / scale.delta : 0 });
      set(ring, { 'data-lit': isLit ? (burns ? 'back' : 'forth') : null });
      set(node, { 'data-a': isLit ? a : null, 'data-delta': burns ? d : null });
      say(value, isLit ? (isSmall || Math.abs(a) < 0.0005 ? brief(a) : short(a)) : '');
      say(delta, burns && radius >= 15 ? `δ ${short(d)}` : '');
      if (isOutput) say(target, `y ${short(state.numbers.example.target[unit], 2)}`);
      say(title, `${lesson.units[layer][unit]}${isLit ? `: a = ${exact(a)}` : ''}${burns ? `, δ = ${exact(d)}` : ''}`);
    },
  };
}

const lowered = count => String(count).replace(/\d/g, digit => '₀₁₂₃₄₅₆₇₈₉'[digit]);
