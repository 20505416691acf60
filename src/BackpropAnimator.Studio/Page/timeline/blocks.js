// A phase as a block: pressed, the playhead goes there; its right edge is dragged to make it longer, and itself to another place.

import { announce } from '../announce.js';
import { element } from '../dom.js';
import { clock, inSeconds } from '../time.js';
import { tell } from '../toast.js';
import { changeDuration, movePhase, shortest } from './edits.js';

// Seconds that a dragged edge snaps to; with Shift a hundredth.
const snap = 0.1, fineSnap = 0.01, keyStep = 0.5;
// A press that moves less than this many pixels is a click.
const stillness = 4;

export function blockOf(phase, index, studio, scale) {
  const length = element('span', { class: 'length' }, inSeconds(phase.end - phase.start));
  const button = element('button', { title: `${phase.name}: ${phase.title}, ${clock(phase.start)} to ${clock(phase.end)}` },
    element('span', { class: 'kind' }, phase.name), element('span', { class: 'chapter' }, phase.title), length);
  const block = element('li', { class: 'block', 'data-index': index, 'data-kind': phase.kind }, button);
  for (const moment of phase.moments) {
    const tick = element('i', { class: 'moment', title: moment.name });
    tick.style.setProperty('--share', (moment.time - phase.start) / (phase.end - phase.start));
    block.append(tick);
  }
  if (!phase.is_phase) {
    button.addEventListener('click', event => goInto(event, block, phase, studio, scale));
    return block;
  }
  const edge = element('div', { class: 'edge', title: 'Drag to change how long it lasts', 'aria-hidden': 'true' });
  block.append(edge);
  dragEdge(edge, block, length, phase, index, studio, scale);
  dragBlock(button, block, phase, index, studio, scale);
  listen(button, phase, index, studio);
  return block;
}

// To where it was pressed; by the keyboard, to where the phase's heading stands.
function goInto(event, block, phase, studio, scale) {
  if (event.detail === 0) studio.seek(phase.entry_frame);
  else {
    const frame = Math.floor((phase.start + (event.clientX - block.getBoundingClientRect().left) / scale()) * studio.view.fps);
    studio.seek(Math.max(phase.first_frame, Math.min(phase.end_frame - 1, frame)));
  }
}

function dragEdge(edge, block, length, phase, index, studio, scale) {
  let from = null, seconds = 0;
  edge.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    edge.setPointerCapture(event.pointerId);
    event.preventDefault();
    from = event.clientX;
    seconds = phase.end - phase.start;
    block.classList.add('dragged');
  });
  edge.addEventListener('pointermove', event => {
    if (from === null) return;
    const to = event.shiftKey ? fineSnap : snap;
    const wanted = phase.end - phase.start + (event.clientX - from) / scale();
    seconds = Math.max(shortest, Math.round(wanted / to) * to);
    stretch(block, phase, seconds, scale());
    length.textContent = inSeconds(seconds);
  });
  const end = event => {
    if (from === null) return;
    from = null;
    block.classList.remove('dragged');
    const changed = Math.abs(seconds - (phase.end - phase.start)) > fineSnap / 2;
    if (event.type === 'pointerup' && changed) setDuration(studio, index, seconds);
    else stretch(block, phase, phase.end - phase.start, scale());
  };
  edge.addEventListener('pointerup', end);
  edge.addEventListener('pointercancel', end);
}

// Shows how it will be: what comes later moves along.
function stretch(block, phase, seconds, scale) {
  block.style.setProperty('--length', seconds);
  const by = (seconds - (phase.end - phase.start)) * scale;
  for (const other of block.closest('.track').querySelectorAll('.block, .lane li')) {
    const start = Number(other.style.getPropertyValue('--start'));
    if (other !== block && start >= phase.end - fineSnap / 2) other.style.setProperty('--shift', `${by}px`);
  }
}

// A phase that speaks lasts as long as its words, whatever is written.
async function setDuration(studio, index, seconds) {
  await changeDuration(index, seconds);
  await studio.reload();
  const phase = studio.view?.phases[index];
  const lasts = phase ? phase.end - phase.start : 0;
  if (lasts > seconds + snap && phase.narration.length) {
    tell(`${phase.name} lasts ${inSeconds(lasts)} all the same: as long as its words and a breath.`);
  }
}

function dragBlock(button, block, phase, index, studio, scale) {
  let from = null, isMoved = false;
  button.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    [from, isMoved] = [event.clientX, false];
    button.setPointerCapture(event.pointerId);
  });
  button.addEventListener('pointermove', event => {
    if (from === null || (!isMoved && Math.abs(event.clientX - from) < stillness)) return;
    isMoved = true;
    block.classList.add('dragged');
    for (const part of [block, ...spokenIn(block, phase)]) part.style.setProperty('--shift', `${event.clientX - from}px`);
    markGap(block, placeAt(block, event.clientX));
  });
  const end = event => {
    if (from === null) return;
    from = null;
    block.classList.remove('dragged');
    for (const part of [block, ...spokenIn(block, phase)]) part.style.removeProperty('--shift');
    markGap(block, null);
    if (isMoved && event.type === 'pointerup') movePhase(studio, index, placeAt(block, event.clientX));
  };
  button.addEventListener('pointerup', end);
  button.addEventListener('pointercancel', end);
  button.addEventListener('click', event => {
    if (!isMoved) goInto(event, block, phase, studio, scale);
    isMoved = false;
  });
}

// The captions and words of a phase.
function spokenIn(block, phase) {
  return [...block.closest('.track').querySelectorAll('.lane li')].filter(part => {
    const start = Number(part.style.getPropertyValue('--start'));
    return start >= phase.start - fineSnap / 2 && start < phase.end - fineSnap / 2;
  });
}

// The place in the order that a dragged block would come to: before the first block whose middle lies right of the pointer.
function placeAt(block, x) {
  const others = [...block.parentElement.children].filter(other => other !== block && other.querySelector('.edge'));
  const before = others.findIndex(other => {
    const { left, width } = other.getBoundingClientRect();
    return x < left + width / 2;
  });
  return before < 0 ? others.length : before;
}

function markGap(block, place) {
  const others = [...block.parentElement.children].filter(other => other !== block);
  others.forEach((other, i) => {
    other.classList.toggle('gap-before', i === place);
    other.classList.toggle('gap-after', place === others.length && i === place - 1);
  });
}

function listen(button, phase, index, studio) {
  button.addEventListener('keydown', event => {
    if (!event.altKey) return;
    const act = {
      ArrowLeft: () => movePhase(studio, index, index - 1),
      ArrowRight: () => movePhase(studio, index, index + 1),
      ArrowUp: () => setDuration(studio, index, phase.end - phase.start + keyStep),
      ArrowDown: () => setDuration(studio, index, Math.max(shortest, phase.end - phase.start - keyStep)),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    announce(`${phase.name} is changed`);
  });
}
