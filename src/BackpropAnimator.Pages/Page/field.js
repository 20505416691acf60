// A field for a number. What is no number is told as it is typed, and gone when one leaves it.

import { element, say, set, told } from './dom.js';
import { exact, short, typed } from './numbers.js';

let count = 0;

/**
 * @param {object} words the page's
 * @param {string} name of the field, for readers of the screen
 * @param {(value: number) => void} change takes what was typed
 * @param {boolean} isPositive whether it must be above 0
 */
export function createField(words, name, change, isPositive = false) {
  const note = element('span', { class: 'problem', role: 'status', id: `problem-${++count}` });
  let shown = '';
  const field = element('input', {
    type: 'text', class: 'number', inputmode: 'text', 'aria-label': name, autocomplete: 'off',
    oninput: () => mark(isPossible(typed(field.value))),
    onchange: () => { if (isPossible(typed(field.value))) change(typed(field.value)); },
    onblur: () => {
      field.value = shown;
      mark(true);
    },
  });
  const isPossible = value => Number.isFinite(value) && (!isPositive || value > 0);
  function mark(isRight) {
    set(field, { 'aria-invalid': isRight ? null : 'true', 'aria-describedby': isRight ? null : note.id });
    say(note, isRight ? '' : isPositive ? words.not_positive : told(words.not_a_number, short(0.5, 1)));
  }
  return {
    field, note,
    draw(value) {
      shown = short(value);
      if (document.activeElement !== field) field.value = shown;
      set(field, { title: exact(value), 'data-value': value });
    },
  };
}
