// What viewers would have trouble with: boxes over the picture where the playhead rests, and a list for all of the lesson.

import { getJsonIfThere } from './server.js';

// Looking through a lesson takes both cores some seconds: not before the author has paused for so many milliseconds.
const pause = 1500;

export function lookForTrouble(studio) {
  let reviewed = null, waiting = 0, wanted = new AbortController();

  studio.addEventListener('frame', () => wanted.abort());
  studio.addEventListener('rest', async () => {
    const { view, frame } = studio;
    if (!view) return;
    wanted = new AbortController();
    const problems = await getJsonIfThere(`/layout/${view.id}/${frame}`, wanted.signal);
    if (!problems || wanted.signal.aborted) return;
    studio.mark('trouble', problems.flatMap(problem => problem.boxes.map((box, i) => i === 0 ? { ...box, label: problem.message } : box)));
  });
  studio.addEventListener('lesson', () => {
    clearTimeout(waiting);
    const { view } = studio;
    if (!view || view.id === reviewed) return;
    studio.setReview(null);
    waiting = setTimeout(async () => {
      const review = await getJsonIfThere(`/review/${view.id}`);
      if (!review || studio.view !== view) return;
      reviewed = view.id;
      studio.setReview(review);
    }, pause);
  });
}
