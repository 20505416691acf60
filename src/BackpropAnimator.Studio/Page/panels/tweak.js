// The numbers of the network and of the phase under the playhead: each with a slider, which draws at once, and a field for exact ones.

import { element } from '../dom.js';
import { sendEdit } from '../edits.js';
import { getJsonIfThere } from '../server.js';

export const title = 'Tweak';

export function mount(container, studio) {
  const heading = element('h2', {}, 'Phase');
  const options = element('div', { class: 'numbers' });
  const network = element('div', { class: 'numbers' });
  container.append(heading, options, element('h2', {}, 'Network'), network,
    element('p', { class: 'hint' }, 'Drawn at once; written into the file when you save.'));

  let asked = '';
  const refresh = async () => {
    const { view, phaseIndex } = studio;
    if (!view) return;
    const wanted = `${view.id}.${phaseIndex}`;
    if (wanted === asked) return;
    asked = wanted;
    const found = await getJsonIfThere(`/options/${view.id}/${studio.frame}`);
    if (!found) asked = '';
    if (wanted !== asked) return;
    heading.textContent = studio.view.phases[phaseIndex]?.title ?? 'Phase';
    show(options, found.options);
    show(network, found.network);
  };
  studio.addEventListener('lesson', refresh);
  studio.addEventListener('frame', refresh);
}

// A field that is held keeps its place: only what it shows changes.
function show(list, numbers) {
  const known = new Map([...list.children].map(row => [row.dataset.path, row]));
  const rows = numbers.map(number => {
    const row = known.get(number.path) ?? rowOf(number.path);
    row.fill(number);
    return row;
  });
  if (rows.length !== list.children.length || rows.some((row, i) => row !== list.children[i])) list.replaceChildren(...rows);
  list.classList.toggle('none', rows.length === 0);
}

function rowOf(path) {
  const id = `number-${path.replace(/\W+/g, '-')}`;
  const slider = element('input', { type: 'range', id, class: 'slider' });
  const field = element('input', { type: 'number', step: 'any' });
  const unit = element('span', { class: 'unit' });
  const label = element('label', { for: id });
  const back = element('button', { class: 'quiet back', onclick: () => sendEdit({ remove: path }) }, '↺');
  const row = element('div', { class: 'number', 'data-path': path }, label, element('span', { class: 'exact' }, field, unit, back), slider);
  let number = null;
  const edits = new Edits(() => number);

  slider.addEventListener('input', () => {
    field.value = slider.value;
    edits.drag(path, Number(slider.value));
  });
  slider.addEventListener('change', () => edits.letGo());
  field.addEventListener('change', () => {
    if (field.value.trim() === '') field.value = number.value ?? '';
    else sendEdit({ set: path, number: Number(field.value), unit: number.unit });
  });
  row.fill = now => {
    number = now;
    label.textContent = now.label;
    label.title = `${now.description}${now.limits ? ` (${now.limits})` : ''}`;
    field.setAttribute('aria-label', `${now.label}, exact`);
    unit.textContent = now.unit;
    back.hidden = !now.is_written || now.default === null;
    back.title = `Leave it out: then it is ${now.default}${now.unit && ` ${now.unit}`}`;
    back.setAttribute('aria-label', `${now.label}: ${back.title}`);
    row.classList.toggle('written', now.is_written);
    // What is held under the pointer, or typed into, is its author's.
    if (edits.isHeld || document.activeElement === field) return;
    Object.assign(slider, { min: now.slider.min, max: now.slider.max, step: now.slider.step, disabled: now.value === null });
    slider.value = now.value ?? now.slider.min;
    field.value = now.value ?? '';
  };
  return row;
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
