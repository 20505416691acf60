// What the timeline changes in the scene: as edits of its text, drawn at once and written when they are saved.

import { postJson } from '../server.js';
import { tell } from '../toast.js';

/** Seconds: shorter than this nothing is seen of a phase. */
export const shortest = 0.1;

export function changeDuration(index, seconds) {
  const length = Math.max(shortest, seconds);
  return edit({ set: `phases[${index}].duration`, number: +length.toFixed(2), unit: 's' });
}

export function movePhase(studio, from, to) {
  const last = studio.view.phases.filter(phase => phase.is_phase).length - 1;
  if (to === from || to < 0 || to > last) return Promise.resolve();
  return edit({ move: from, to });
}

async function edit(change) {
  try {
    await postJson('/edits', { edits: [change] });
  } catch (error) {
    tell(error.message, { isError: true });
  }
}
