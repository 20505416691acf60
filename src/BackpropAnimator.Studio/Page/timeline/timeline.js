// The lesson's time from left to right: a ruler to scrub on, phases as blocks, captions and narration under them, and the playhead.

import { element, fill } from '../dom.js';
import { clock } from '../time.js';
import { blockOf } from './blocks.js';
import { ruler } from './ruler.js';

// Pixels a second on a narrow screen, where not all of a lesson fits.
const narrowScale = 14, narrow = 700;
const largestZoom = 24;
const wheelZoom = 0.0016;

export function mountTimeline(container, studio) {
  const track = element('div', { class: 'track' });
  const scroller = element('div', { class: 'scroller' }, track);
  const playhead = element('div', { class: 'playhead' });
  const said = mountSaid(studio);
  container.append(scroller, said);
  // Pixels a second; null until all of a lesson is fitted in. It stays when phases become longer or shorter: nothing moves under the
  // pointer.
  let scale = null, isFitted = true, language = null;

  const fit = view => Math.max((scroller.clientWidth - 2) / view.duration, scroller.clientWidth < narrow ? narrowScale : 0);
  const scaleOf = () => scale;
  const place = (part, start, end) => {
    part.style.setProperty('--start', start);
    part.style.setProperty('--length', end - start);
    return part;
  };
  const lane = (name, passages, view) => {
    if (!passages.length) return null;
    return element('ol', { class: `lane ${name}`, 'aria-label': name === 'captions' ? 'Captions' : 'Narration' },
      ...passages.map(({ text, start, end }) =>
        place(element('li', {}, element('button', {
          // The arrows and the line below reach them by keys: so many more stops would be in the way.
          tabindex: '-1', title: `${clock(start)} to ${clock(end)}: ${text}`,
          onclick: () => studio.seek(Math.ceil(start * view.fps - 1e-6)),
        }, text)), start, Math.min(end, view.duration))));
  };

  const show = () => {
    const { view } = studio;
    if (!view) return;
    if (scale === null || (isFitted && language !== view.language)) [scale, isFitted] = [fit(view), true];
    language = view.language;
    track.style.setProperty('--scale', scale);
    track.style.setProperty('--duration', view.duration);
    const blocks = element('ol', { class: 'blocks', 'aria-label': 'Phases' },
      ...view.phases.map((phase, index) => place(blockOf(phase, index, studio, scaleOf), phase.start, phase.end)));
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
    follow(scroller, studio.time * scale);
  };
  studio.addEventListener('lesson', show);
  studio.addEventListener('frame', move);
  studio.addEventListener('loop', () => track.classList.toggle('looping', studio.isLooping));
  // The time at a place of the window stays there.
  const zoomAbout = (factor, x) => {
    const { view } = studio;
    if (!view) return;
    const time = (scroller.scrollLeft + x) / scale;
    const least = fit(view);
    scale = Math.max(least, Math.min(largestZoom * least, scale * factor));
    isFitted = scale === least;
    show();
    scroller.scrollLeft = time * scale - x;
  };
  studio.addEventListener('zoom', event => {
    const x = studio.time * scale - scroller.scrollLeft;
    zoomAbout(event.detail, x >= 0 && x <= scroller.clientWidth ? x : scroller.clientWidth / 2);
  });
  scroller.addEventListener('wheel', event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomAbout(Math.exp(-event.deltaY * wheelZoom), event.clientX - scroller.getBoundingClientRect().left);
    } else if (event.deltaX === 0 && scroller.scrollWidth > scroller.clientWidth) {
      event.preventDefault();
      scroller.scrollLeft += event.deltaY;
    }
  }, { passive: false });
  new ResizeObserver(() => {
    if (studio.view && isFitted) scale = fit(studio.view);
    show();
  }).observe(scroller);
}

// The caption and the words at the playhead, in full.
function mountSaid(studio) {
  const [caption, words] = [element('p', { class: 'caption' }), element('p', { class: 'words' })];
  const at = (passages, time) => passages.findLast(({ start, end }) => start <= time && time < end)?.text ?? '';
  studio.addEventListener('frame', () => {
    const { phase, time } = studio;
    if (!phase) return;
    caption.textContent = at(phase.captions, time + 1e-6);
    words.textContent = at(phase.narration, time + 1e-6);
  });
  return element('div', { class: 'said' }, caption, words);
}

// Keeps the playhead in sight: with a fifth of the width before it when it runs out on the right.
function follow(scroller, x) {
  if (x < scroller.scrollLeft || x > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = x - scroller.clientWidth / 5;
}
