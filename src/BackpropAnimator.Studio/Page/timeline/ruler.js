// The ruler: ticks with their times, and a slider that the playhead follows.

import { element } from '../dom.js';
import { clock } from '../time.js';

// Seconds between two ticks that have their time written.
const steps = [0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
const roomForATime = 64, roomForItsTime = 40;

export function ruler(view, scale, studio) {
  const step = steps.find(seconds => seconds * scale >= roomForATime) ?? steps.at(-1);
  const made = element('div', {
    class: 'ruler', role: 'slider', tabindex: '0', 'aria-label': 'Playhead', 'aria-orientation': 'horizontal',
    'aria-valuemin': 0, 'aria-valuemax': view.frames - 1, 'aria-valuenow': studio.frame,
  });
  for (let i = 0; i * step < view.duration; i++) {
    const time = i * step;
    // The last one may have no room for its time.
    const hasRoom = (view.duration - time) * scale > roomForItsTime;
    const words = step < 1 ? clock(time) : clock(time).replace(/\.00$/, '');
    const tick = element('span', { class: 'tick' }, hasRoom ? words : null);
    tick.style.setProperty('--start', time);
    made.append(tick);
  }
  const seek = event => studio.seekTime((event.clientX - made.getBoundingClientRect().left) / scale);
  made.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    made.setPointerCapture(event.pointerId);
    seek(event);
  });
  made.addEventListener('pointermove', event => { if (made.hasPointerCapture(event.pointerId)) seek(event); });
  return made;
}
