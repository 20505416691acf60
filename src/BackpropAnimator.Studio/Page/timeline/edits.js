// What the timeline changes in the scene.

import { sendEdit } from '../edits.js';

/** Seconds: shorter than this nothing is seen of a phase. */
export const shortest = 0.1;

export function changeDuration(index, seconds) {
  const length = Math.max(shortest, seconds);
  return sendEdit({ set: `phases[${index}].duration`, number: +length.toFixed(2), unit: 's' });
}

export function movePhase(studio, from, to) {
  const last = studio.view.phases.filter(phase => phase.is_phase).length - 1;
  if (to === from || to < 0 || to > last) return Promise.resolve();
  return sendEdit({ move: from, to });
}
