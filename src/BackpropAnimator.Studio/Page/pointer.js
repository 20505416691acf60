// What a click would take: lit while the pointer is over it.

import { getJsonIfThere } from './server.js';

// The pointer stays for so many milliseconds before it is asked about.
const stays = 60;

/** Where an event lies in the picture, as shares of its width and height. */
export function placeIn(canvas, event) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return [(event.clientX - left) / width, (event.clientY - top) / height];
}

export function showPointed(canvas, studio) {
  let waiting = 0, wanted = new AbortController();
  const clear = () => {
    clearTimeout(waiting);
    wanted.abort();
    canvas.classList.remove('something');
    if (studio.marks.some(mark => mark.kind === 'pointed')) studio.mark('pointed', []);
  };
  const look = async (x, y) => {
    const { view, frame } = studio;
    if (!view || studio.isPlaying) return;
    wanted.abort();
    wanted = new AbortController();
    const { signal } = wanted;
    const answer = await getJsonIfThere(`/pointed/${view.id}/${frame}?x=${x}&y=${y}`, signal);
    if (!answer || signal.aborted || frame !== studio.frame) return;
    const { found } = answer;
    canvas.classList.toggle('something', found !== null);
    const isSelected = found && studio.marks.some(({ kind, left, top }) =>
      kind === 'selected' && left === found.box.left && top === found.box.top);
    studio.mark('pointed', found && !isSelected ? [{ ...found.box, line: found.line }] : []);
  };
  canvas.addEventListener('pointermove', event => {
    if (event.pointerType !== 'mouse') return;
    const [x, y] = placeIn(canvas, event);
    clearTimeout(waiting);
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) waiting = setTimeout(() => look(x, y), stays);
  });
  canvas.addEventListener('pointerleave', clear);
  canvas.addEventListener('click', clear);
  studio.addEventListener('frame', clear);
}
