// A number of the scene: a slider, which draws at once, and a field for exact values.

import { element } from '../dom.js';
import { sendEdit } from '../edits.js';
import { idOf, tellProblem } from './field.js';

/** What sliders go over, which stays as it is while their values lie in it: nothing moves under the hand that has moved it. */
export class Ranges {
  #known = new Map();

  of(name, { value, slider }) {
    const known = this.#known.get(name);
    if (known && (value === null || (value >= known.min && value <= known.max))) return known;
    this.#known.set(name, slider);
    return slider;
  }
}

/** @param {string} owner What the number belongs to: a phase may have another place in the order tomorrow, and keeps its ranges. */
export function numberRow(path, ranges, owner) {
  const id = idOf('number', path);
  const slider = element('input', { type: 'range', id, class: 'slider' });
  const field = element('input', { type: 'number', step: 'any' });
  const unit = element('span', { class: 'unit' });
  const label = element('label', { for: id });
  const takeOut = element('button', { class: 'quiet back', onclick: () => sendEdit({ remove: path }) }, '✕');
  const [least, most] = [element('span'), element('span')];
  const note = element('p', { class: 'hint', id: `${id}-note` });
  const problem = element('p', { class: 'problem', id: `${id}-problem` });
  const row = element('div', { class: 'number', 'data-path': path },
    label, element('span', { class: 'exact' }, field, unit, takeOut), slider,
    element('p', { class: 'ends', 'aria-hidden': 'true' }, least, most), note, problem);
  let number = null;
  const edits = new Edits(() => number);

  slider.addEventListener('input', () => {
    field.value = slider.value;
    edits.drag(path, Number(slider.value));
  });
  slider.addEventListener('change', () => edits.letGo());
  let isTyping = false;
  field.addEventListener('input', () => { isTyping = true; });
  field.addEventListener('blur', () => { isTyping = false; });
  field.addEventListener('change', () => {
    isTyping = false;
    const typed = field.value.trim();
    if (typed === '') showValue();
    else if (field.type === 'text' && Number.isNaN(Number(typed))) sendEdit({ set: path, value: typed });
    else sendEdit({ set: path, number: Number(typed), unit: number.unit });
  });
  const showValue = () => {
    const shown = number.pending === null ? number.value ?? '' : numberIn(number.pending, number.unit);
    field.type = Number.isNaN(Number(shown)) ? 'text' : 'number';
    field.value = shown;
    slider.value = Number.isNaN(Number(shown)) || shown === '' ? number.value ?? slider.min : shown;
  };
  row.fill = now => {
    number = now;
    label.textContent = now.label;
    label.title = `${now.description}${now.limits ? ` (${now.limits})` : ''}`;
    field.setAttribute('aria-label', `${now.label}, exact`);
    unit.textContent = now.unit;
    takeOut.hidden = !now.is_written || now.default === null;
    takeOut.title = `Take out of the scene (then ${now.default}${now.unit && ` ${now.unit}`})`;
    takeOut.setAttribute('aria-label', `${now.label}: ${takeOut.title}`);
    note.textContent = now.value === null ? 'Not written: it follows from the rest of the scene. Type a number to write one.' : now.note;
    note.hidden = !note.textContent;
    row.classList.toggle('written', now.is_written);
    tellProblem(row, problem, [field, slider], now.problem, note);
    // What is held under the pointer, or typed into, is its author's.
    if (edits.isHeld) return;
    const { min, max, step } = ranges.of(`${owner}.${path.replace(/^phases\[\d+\]/, '')}`, now);
    Object.assign(slider, { min, max, step, disabled: now.value === null });
    [least.textContent, most.textContent] = [min, max];
    if (!isTyping) showValue();
  };
  return row;
}

// A number as it is written, without its unit; whatever else is written stays as it is.
function numberIn(written, unit) {
  const text = written.replace(/^(["'])(.*)\1$/, '$2').replace('−', '-').trim();
  const bare = unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
  return bare !== '' && !Number.isNaN(Number(bare)) ? bare : text;
}

// What a slider sends while it is held: one change at a time, always of the newest value, and all of them together one step to undo.
class Edits {
  #number;
  #next = null;
  #isSending = false;
  #continues = false;
  isHeld = false;

  constructor(number) {
    this.#number = number;
  }

  drag(path, value) {
    this.isHeld = true;
    this.#next = { set: path, number: value, unit: this.#number().unit };
    this.#send();
  }

  letGo() {
    this.isHeld = false;
    if (!this.#isSending) this.#continues = false;
  }

  async #send() {
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#next) {
      const edit = this.#next;
      this.#next = null;
      if (!await sendEdit(edit, this.#continues)) break;
      this.#continues = true;
    }
    this.#isSending = false;
    if (!this.isHeld) this.#continues = false;
  }
}
