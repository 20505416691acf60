// A unit of the network: its value, lit in cyan once it has one, and its δ in orange. Clicked, it opens its arithmetic.

import { fitted, say, set, shape, widthOf } from './dom.js';
import { brief, change, exact, short } from './numbers.js';

/**
 * @param {number} layer 0 is the input
 * @param {{x, y}} at its middle
 * @param {object} layout see layout.js
 * @param {(by: number) => void} goBy gives the focus to the unit so many further on
 */
export function createUnit(state, layer, unit, { x, y }, layout, goBy) {
  const { lesson } = state;
  const { radius, isTall, nameSize } = layout;
  const isOutput = layer === state.layerCount, isInput = layer === 0, isSmall = radius < 22;
  const pitch = layout.pitches[layer];
  const isAbove = layout.hasDeltaAbove[layer];
  const room = isTall ? pitch - 6 : isAbove ? layout.stride - 10 : layout.stride - 2 * radius - 8;
  const circle = (role, r) => shape('circle', { class: role, cx: x, cy: y, r });
  const [halo, heat] = ['halo', 'heat'].map(role => circle(role, radius * 1.9));
  const [disc, ring] = ['disc', 'ring'].map(role => circle(role, radius));
  const value = shape('text', { class: 'value', x, y: y + radius * 0.17 });
  const deltaSize = isSmall ? 11.5 : 13;
  const delta = shape('text', { class: 'delta', 'font-size': deltaSize, ...placeOfDelta() });
  const names = isInput ? lesson.inputs : isOutput ? lesson.outputs : [];
  const ownName = names[unit] ?? (isInput ? `x${lowered(unit + 1)}` : '');
  const nameRoom = isTall ? pitch - 6 : (isInput ? layout.before : layout.after) - radius - 14;
  // Where outputs have no names, what is told of them moves up; close ones have one line of it.
  const lines = isOutput ? [ownName, 'target', 'gap'].filter(line => line !== '') : [];
  const shownLines = layout.hasLinesOfOutputs ? lines : lines.slice(0, 1);
  const placeOf = line => {
    const at = shownLines.indexOf(line);
    if (isTall) return { x, y: y + radius + 17 + 17 * at, 'text-anchor': 'middle' };
    return { x: x + radius + 14, y: y + 5 + 17 * (at - (shownLines.length - 1) / 2), 'text-anchor': 'start' };
  };
  const name = shape(
    'text', { class: 'name', 'font-size': nameSize, ...(isInput ? placeBefore() : placeOf(ownName)) },
    fitted(ownName, nameRoom, nameSize));
  const target = shape('text', { class: 'target', ...placeOf('target') });
  const gap = shape('text', { class: 'gap', ...placeOf('gap') });
  const title = shape('title');
  // Readers of the screen are told all digits.
  const texts = shape(
    'g', { 'aria-hidden': 'true' }, value, name, shownLines.includes('target') ? target : null,
    shownLines.includes('gap') ? gap : null, isInput ? null : delta);
  const node = shape(
    'g', { class: 'unit', role: isInput ? 'img' : null, 'data-unit': `${layer}-${unit}` }, title, halo, heat, disc, ring, texts);
  if (!isInput) open();

  function open() {
    const choose = () => state.chooseUnit({ layer: layer - 1, unit });
    set(disc, {
      role: 'button', onclick: choose,
      onkeydown: event => {
        const press = { Enter: choose, ' ': choose, ArrowLeft: () => goBy(-1), ArrowRight: () => goBy(1) }[event.key];
        if (!press) return;
        press();
        event.preventDefault();
        event.stopPropagation();
      },
    });
  }

  function placeOfDelta() {
    if (isAbove) return { x, y: y - radius - (isSmall ? 5 : 7), 'text-anchor': 'middle' };
    return isOutput ? { x: x - radius - 6, y: y + 4, 'text-anchor': 'end' } : { x: x + radius + 6, y: y + 4, 'text-anchor': 'start' };
  }

  function placeBefore() {
    return isTall ? { x, y: y - radius - 9, 'text-anchor': 'middle' } : { x: x - radius - 10, y: y + 5, 'text-anchor': 'end' };
  }

  function drawDelta(d) {
    const texts = room < 46 ? [brief(d)] : [`δ ${short(d)}`, `δ ${brief(d)}`, brief(d)];
    say(delta, texts.find(text => widthOf(text, deltaSize, 600) <= room) ?? '');
  }

  return {
    node, layer, unit,
    focus: () => disc.focus(),
    draw(scale) {
      const a = state.activationsOf(layer)[unit];
      const isLit = isInput || state.hasForward(layer - 1), burns = !isInput && state.hasBackward(layer - 1);
      const d = isInput ? 0 : state.numbers.backward[layer - 1].delta[unit];
      set(halo, { opacity: isLit ? Math.min(0.85, 0.12 + 0.55 * Math.abs(a)) : 0 });
      set(heat, { opacity: burns ? 0.12 + 0.68 * Math.abs(d) / scale.delta : 0 });
      set(ring, { 'data-lit': isLit ? (burns ? 'back' : 'forth') : null });
      const text = isLit ? (isSmall || Math.abs(a) < 0.0005 ? brief(a, radius < 12 ? 1 : 2) : short(a)) : '';
      say(value, text);
      set(value, { 'font-size': Math.max(8, Math.min(radius * 0.52, 1.72 * radius / Math.max(1, widthOf(text, 1, 600)))) });
      if (burns) drawDelta(d);
      else say(delta, '');
      const { chosenUnit } = state;
      const isChosen = chosenUnit?.layer === layer - 1 && chosenUnit.unit === unit;
      const said = `${lesson.units[layer][unit]}${isLit ? `: a = ${exact(a)}` : ''}${burns ? `, δ = ${exact(d)}` : ''}`;
      say(title, said);
      set(node, { 'data-a': isLit ? a : null, 'data-delta': burns ? d : null, 'data-chosen': isChosen });
      set(isInput ? node : disc, { 'aria-label': said });
      const isFirst = !chosenUnit && isOutput && unit === 0;
      if (!isInput) set(disc, { tabindex: isChosen || isFirst ? 0 : -1, 'aria-pressed': String(isChosen) });
      if (!isOutput) return;
      const y0 = state.numbers.example.target[unit], isMeasured = state.step >= state.lossStep;
      say(target, `y ${short(y0)}`);
      say(gap, isMeasured ? `ŷ − y ${change(a - y0)}` : '');
      set(node, { 'data-gap': isMeasured ? a - y0 : null });
    },
  };
}

const lowered = count => String(count).replace(/\d/g, digit => '₀₁₂₃₄₅₆₇₈₉'[digit]);
