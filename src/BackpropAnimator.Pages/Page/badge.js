// The loss, beside the outputs that it measures: there once it is known.

import { say, set, shape, widthOf } from './dom.js';
import { short } from './numbers.js';

const SIZE = 15;

/** @param {object} layout see layout.js */
export function createBadge(state, { units, radius, isTall, width, height, hasLinesOfOutputs, linesBelow }) {
  const outputs = [...units.at(-1).values()], last = outputs.at(-1);
  const ground = shape('rect', { rx: 9, height: 28 });
  const text = shape('text', { 'text-anchor': 'middle', 'font-size': SIZE });
  const node = shape('g', { class: 'loss-badge', 'aria-hidden': 'true' }, ground, text);
  const middleOf = room => {
    if (isTall) return { x: width / 2, y: last.y + radius + 31 + 17 * linesBelow };
    // Below what is told of the last output.
    const below = Math.min(height - 36, last.y + Math.max(radius, hasLinesOfOutputs ? 34 : 8) + 24);
    return { x: Math.min(width - room / 2 - 2, last.x + radius + 14 + room / 2), y: below };
  };
  return {
    node,
    draw() {
      const { name, before, after } = lossNow(state), isKnown = state.step >= state.lossStep;
      set(node, { display: isKnown ? null : 'none', 'data-loss': isKnown ? before : null });
      if (!isKnown) return;
      const words = `${name} ${short(before)}${after === undefined ? '' : ` → ${short(after)}`}`;
      const room = widthOf(words, SIZE, 600) + 20, { x, y } = middleOf(room);
      say(text, words);
      set(text, { x, y: y + 5 });
      set(ground, { x: x - room / 2, y: y - 14, width: room });
      set(node, { 'data-trend': after === undefined ? null : after < before ? 'falls' : 'rises' });
    },
  };
}

// That of the example; with a step that takes a batch at last, the batch's.
function lossNow({ step, lastStep, lesson, numbers }) {
  if (step !== lastStep || !numbers.after) return { name: 'L', before: numbers.loss };
  return numbers.batch > 1
    ? { name: lesson.words.mean_short, before: numbers.batch_loss, after: numbers.batch_loss_after }
    : { name: 'L', before: numbers.loss, after: numbers.after.loss };
}
