// The lesson's time from left to right: a ruler to scrub on, phases as blocks, captions and narration under them, and the playhead.

import { element, fill } from '../dom.js';
import { clock } from '../time.js';
import { blockOf } from './blocks.js';
import { ruler } from './ruler.js';

// Pixels a second on a narrow screen, where not all of a lesson fits.
const narrowScale = 14;
const [smallestZoom, largestZoom] = [1, 24];

export function mountTimeline(container, studio) {
  const track = element('div', { class: 'track' });
  const scroller = element('div', { class: 'scroller' }, track);
  const playhead = element('div', { class: 'playhead' });
  container.append(scroller);
  let zoom = 1;

  const scaleOf = view => {
    const fit = (scroller.clientWidth - 2) / view.duration;
    return Math.max(fit, scroller.clientWidth < 700 ? narrowScale : 0) * zoom;
  };
  const place = (part, start, end) => {
    part.style.setProperty('--start', start);
    part.style.setProperty('--length', end - start);
    return part;
  };
  const lane = (name, passages, view) => {
    if (!passages.length) return null;
    return element('ol', { class: `lane ${name}`, 'aria-label': name === 'captions' ? 'Captions' : 'Narration' },
      ...passages.map(({ text, start, end }) =>
        place(element('li', { title: text }, element('span', {}, text)), start, Math.min(end, view.duration))));
  };

  const show = () => {
    const { view } = studio;
    if (!view) return;
    const scale = scaleOf(view);
    track.style.setProperty('--scale', scale);
    track.style.setProperty('--duration', view.duration);
    const blocks = element('ol', { class: 'blocks', 'aria-label': 'Phases' },
      ...view.phases.map((phase, index) => place(blockOf(phase, index, studio, () => scaleOf(view)), phase.start, phase.end)));
    const focused = document.activeElement?.closest('.block')?.dataset.index;
    fill(track,
      ruler(view, scale, studio), blocks,
      lane('captions', view.phases.flatMap(phase => phase.captions), view),
      lane('narration', view.phases.flatMap(phase => phase.narration), view), playhead);
    if (focused !== undefined) track.querySelector(`.block[data-index="${focused}"] > button`)?.focus();
    move();
  };
  const move = () => {
    const { view } = studio;
    if (!view || !track.isConnected) return;
    playhead.style.setProperty('--at', studio.time);
    for (const block of track.querySelectorAll('.block')) block.classList.toggle('here', +block.dataset.index === studio.phaseIndex);
    const slider = track.querySelector('.ruler');
    slider?.setAttribute('aria-valuenow', studio.frame);
    slider?.setAttribute('aria-valuetext', `${clock(studio.time)}, ${studio.phase.title}, frame ${studio.frame}`);
    follow(scroller, studio.time * scaleOf(view));
  };
  studio.addEventListener('lesson', show);
  studio.addEventListener('frame', move);
  studio.addEventListener('loop', () => track.classList.toggle('looping', studio.isLooping));
  studio.addEventListener('zoom', event => {
    zoom = Math.max(smallestZoom, Math.min(largestZoom, zoom * event.detail));
    show();
  });
  new ResizeObserver(show).observe(scroller);
}

// Keeps the playhead in sight: with a fifth of the width before it when it runs out on the right.
function follow(scroller, x) {
  if (x < scroller.scrollLeft || x > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = x - scroller.clientWidth / 5;
}
