// The keyboard: everything that is played and looked at has a key, and `?` lists them.

import { announce } from './announce.js';
import { element } from './dom.js';
import { clock } from './time.js';

/** How much larger the timeline becomes at a press. */
export const zoomStep = 1.5;

const list = [
  ['Space', 'play, pause'],
  ['← →', 'a frame back, on'],
  ['Shift + ← →', 'a second back, on'],
  ['Home, End', 'the beginning, the end'],
  ['[ ]', 'the phase before, the next one'],
  ['L', 'play this phase round and round'],
  ['M', 'the sound off, on again'],
  ['Alt + ← →', 'on a phase of the timeline: move it'],
  ['Alt + ↑ ↓', 'on a phase of the timeline: half a second longer, shorter'],
  ['Ctrl + S', 'save what was changed here'],
  ['Ctrl + Z', 'take back the last change'],
  ['Ctrl + Shift + Z', 'do it again'],
  ['+ −', 'a larger, a smaller timeline'],
  ['F', 'the picture on the whole screen'],
  ['Escape', 'let go of what was clicked in the picture'],
  ['?', 'this list'],
];

/** To the start of the next phase; backwards, of this one first. */
export function jumpPhase(studio, direction) {
  if (!studio.view) return;
  const { phases } = studio.view;
  const here = studio.phaseIndex;
  const begun = studio.frame > phases[here].first_frame;
  const to = direction > 0 ? here + 1 : begun ? here : here - 1;
  if (to >= phases.length) studio.seek(studio.view.frames - 1);
  else studio.seek(phases[Math.max(0, to)].first_frame);
  announce(`${studio.phase.title}, ${clock(studio.time)}`);
}

export function listenToKeys(studio, help) {
  help.append(
    element('h2', { id: 'help-title' }, 'Keys'),
    element('dl', {}, ...list.flatMap(([key, does]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)])),
    element('button', { onclick: () => help.close() }, 'Close'));
  studio.addEventListener('help', () => help.showModal());

  const commands = {
    ' ': () => studio.play(!studio.isPlaying),
    ArrowLeft: event => studio.seek(studio.frame - stepOf(event, studio)),
    ArrowRight: event => studio.seek(studio.frame + stepOf(event, studio)),
    Home: () => studio.seek(0),
    End: () => studio.view && studio.seek(studio.view.frames - 1),
    '[': () => jumpPhase(studio, -1),
    ']': () => jumpPhase(studio, 1),
    l: () => studio.loop(!studio.isLooping),
    m: () => studio.mute(!studio.isMuted),
    f: () => studio.dispatchEvent(new Event('whole')),
    '+': () => studio.zoom(zoomStep),
    '-': () => studio.zoom(1 / zoomStep),
    '?': () => studio.dispatchEvent(new Event('help')),
  };
  // A button that was clicked is done with: the space bar plays, and does not press it again. One that was reached by keys keeps it.
  document.addEventListener('click', event => {
    if (event.detail > 0) event.target.closest('button')?.blur();
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
    if (isTypedInto(event.target, event.key)) return;
    const command = commands[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!command) return;
    event.preventDefault();
    command(event);
  });
}

const stepOf = (event, studio) => event.shiftKey ? Math.round(studio.view?.fps ?? 1) : 1;

// Fields take all keys; sliders, lists and tabs their arrows; buttons the space bar.
function isTypedInto(target, key) {
  if (target.matches('input:not([type=range]), textarea, select')) return true;
  const isMove = key.startsWith('Arrow') || key === 'Home' || key === 'End';
  if (isMove && target.matches('input[type=range], [role=tab]')) return true;
  return key === ' ' && target.matches('button, summary, a, input');
}
