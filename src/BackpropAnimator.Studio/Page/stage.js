// The picture under the playhead, and what is drawn over it.

import { element, fill, icon } from './dom.js';
import { FramesAhead, LatestFrame } from './frames.js';
import { clock } from './time.js';

// Thirty pictures a second are as many as two cores paint besides all else.
const picturesASecond = 30;

export function mountStage(container, studio) {
  const canvas = element('canvas', { tabindex: '0', role: 'img', 'aria-label': 'The lesson at the playhead' });
  const marks = element('div', { class: 'marks' });
  const wait = element('p', { class: 'wait' }, 'Opening the scene…');
  const broken = element('button', { class: 'broken', hidden: true, onclick: () => studio.openPanel('problems') });
  const frame = element('div', { class: 'frame' }, canvas, marks, broken, wait);
  container.append(frame);

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
  studio.addEventListener('marks', () => marks.replaceChildren(...studio.marks.map(box => {
    const mark = element('div', { class: `box ${box.kind}`, title: box.label }, box.label ? element('span', {}, box.label) : null);
    for (const [name, share] of [['left', box.left], ['top', box.top], ['width', box.width], ['height', box.height]]) {
      mark.style.setProperty(name, `${100 * share}%`);
    }
    return mark;
  })));
  canvas.addEventListener('click', event => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    studio.pick((event.clientX - left) / width, (event.clientY - top) / height);
  });
  studio.addEventListener('rest', () => {
    if (studio.view) canvas.setAttribute('aria-label', `The lesson at ${clock(studio.time)}: ${studio.phase.title}`);
  });
  play(studio, draw);
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
