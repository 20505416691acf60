// The picture under the playhead, and what is drawn over it.

import { element, fill, icon, shape } from './dom.js';
import { FramesAhead, LatestFrame } from './frames.js';
import { placeIn, showPointed } from './pointer.js';
import { clock } from './time.js';

// Thirty pictures a second are as many as two cores paint besides all else.
const picturesASecond = 30;

// The share of an edge that is left free at each end.
const endKept = 0.12;

export function mountStage(container, studio) {
  const canvas = element('canvas', { tabindex: '0', role: 'img', 'aria-label': 'The lesson at the playhead' });
  const marks = element('div', { class: 'marks' });
  const wait = element('p', { class: 'wait' }, 'Opening the scene…');
  const broken = element('button', { class: 'banner broken', hidden: true, onclick: () => studio.openPanel('problems') });
  const frame = element('div', { class: 'frame' }, canvas, marks, wait);
  container.append(frame);
  document.getElementById('banners').append(broken);

  const context = canvas.getContext('2d', { alpha: false });
  const draw = (picture, at, view, isAtRest) => {
    if (canvas.width !== picture.width || canvas.height !== picture.height) {
      canvas.width = picture.width;
      canvas.height = picture.height;
    }
    context.drawImage(picture, 0, 0);
    picture.close();
    Object.assign(canvas.dataset, { frame: at, view: view.id, rest: isAtRest });
  };
  const latest = new LatestFrame((picture, at, view) => {
    draw(picture, at, view, picture.width === view.width && view.width !== view.motion_width);
    wait.hidden = true;
  }, () => studio.reload());

  studio.addEventListener('frame', () => {
    if (studio.view && !studio.isPlaying) latest.want(studio.view, studio.frame);
  });
  studio.addEventListener('rest', () => {
    if (studio.view && studio.view.width > studio.view.motion_width) latest.want(studio.view, studio.frame, 'still');
  });
  studio.addEventListener('lesson', () => {
    const { view, errors } = studio;
    if (view) {
      frame.style.setProperty('--shape', `${view.width} / ${view.height}`);
      frame.style.setProperty('--ratio', view.width / view.height);
    }
    wait.textContent = 'There is no picture yet: the scene has problems.';
    if (!view) wait.hidden = false;
    broken.hidden = errors.length === 0;
    const first = errors[0];
    if (first) fill(broken, icon('M12 3 22 20 2 20zM12 9v5M12 17v.5'),
      element('span', {}, first.line ? `Line ${first.line}: ${first.message}` : first.message),
      errors.length > 1 ? element('em', {}, `and ${errors.length - 1} more`) : null);
  });
  studio.addEventListener('marks', () => marks.replaceChildren(...studio.marks.map(markOf)));
  canvas.addEventListener('click', event => studio.pick(...placeIn(canvas, event)));
  showPointed(canvas, studio);
  studio.addEventListener('rest', () => {
    if (studio.view) canvas.setAttribute('aria-label', `The lesson at ${clock(studio.time)}: ${studio.phase.title}`);
  });
  play(studio, draw);
}

/** A button that gives the picture all of the screen. */
export function mountWholePicture(buttons, stage, studio) {
  if (!document.fullscreenEnabled) return;
  const toggle = () => document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen();
  const corners = 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5';
  buttons.prepend(element('button', {
    class: 'round whole', 'aria-label': 'Picture on the whole screen', title: 'Picture on the whole screen (F)', onclick: toggle,
  }, icon(corners)));
  studio.addEventListener('whole', toggle);
}

// A box, or along an edge of the network a line.
function markOf(box) {
  const label = box.label ? element('span', {}, box.label) : null;
  if (box.line) {
    // Not over the numbers in the units at its ends.
    const [x1, y1, x2, y2] = box.line;
    const [dx, dy] = [endKept * (x2 - x1), endKept * (y2 - y1)];
    const ends = { x1: x1 + dx, y1: y1 + dy, x2: x2 - dx, y2: y2 - dy };
    return shape('svg', { class: `way ${box.kind}`, viewBox: '0 0 1 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      shape('line', { class: 'under', ...ends }), shape('line', ends));
  }
  const mark = element('div', { class: `box ${box.kind}`, title: box.label }, label);
  for (const [name, share] of [['left', box.left], ['top', box.top], ['width', box.width], ['height', box.height]]) {
    mark.style.setProperty(`--${name}`, `${100 * share}%`);
  }
  return mark;
}

// While it plays, the clock decides which frame is due; what comes too late is left out.
function play(studio, draw) {
  let ahead = null, began = 0, from = 0, range = [0, 0], ticking = 0;

  const begin = () => {
    const { view } = studio;
    const step = Math.max(1, Math.round(view.fps / picturesASecond));
    range = studio.isLooping ? [studio.phase.first_frame, studio.phase.end_frame] : [0, view.frames];
    [from, began] = [studio.frame, performance.now()];
    ahead?.close();
    ahead = new FramesAhead(view, step);
    ahead.start(from, range);
  };
  const tick = now => {
    if (!studio.isPlaying) return;
    const length = range[1] - range[0];
    let due = from + (now - began) / 1000 * studio.view.fps;
    if (due >= range[1]) {
      if (!studio.isLooping) {
        studio.seek(studio.view.frames - 1);
        studio.play(false);
        return;
      }
      due = range[0] + (due - range[0]) % length;
    }
    const next = ahead.take(Math.floor(due));
    if (next) {
      draw(next.picture, next.frame, studio.view, false);
      own = true;
      studio.seek(next.frame);
      own = false;
    }
    ticking = requestAnimationFrame(tick);
  };
  let own = false;
  studio.addEventListener('playing', () => {
    cancelAnimationFrame(ticking);
    if (studio.isPlaying) {
      begin();
      ticking = requestAnimationFrame(tick);
    } else ahead?.close();
  });
  // A jump while it plays, or another lesson, or another range.
  studio.addEventListener('frame', () => { if (studio.isPlaying && !own) begin(); });
  studio.addEventListener('loop', () => { if (studio.isPlaying) begin(); });
}
