// The worksheet's fields: each says at once whether what is typed is right.

import { say, set, told } from './dom.js';
import { signed, typed } from './numbers.js';

// Rounding on the way may change the last digits.
const TOLERANCE = 0.01, SMALLEST = 0.00005;

export function watchWorksheet(words) {
  const blanks = [...document.querySelectorAll('#worksheet .blank')];
  for (const blank of blanks) {
    const field = blank.querySelector('input');
    field.addEventListener('input', () => {
      judge(blank, field, words);
      count();
    });
    blank.querySelector('button').addEventListener('click', () => {
      field.value = signed(field.dataset.written);
      set(blank, { 'data-shown': true });
      judge(blank, field, words);
      count();
    });
  }

  function count() {
    const isRight = blank => blank.dataset.right === 'true' && !blank.hasAttribute('data-shown');
    const progress = document.querySelector('#worksheet .progress');
    if (progress) say(progress, told(words.worksheet_progress, blanks.filter(isRight).length, blanks.length));
    for (const exercise of document.querySelectorAll('#worksheet .exercise')) {
      const own = [...exercise.querySelectorAll('.blank')];
      say(exercise.querySelector('.score'), `${own.filter(isRight).length} / ${own.length}`);
    }
  }
  count();
}

function judge(blank, field, words) {
  const value = typed(field.value), answer = Number(field.dataset.answer);
  if (Number.isNaN(value)) {
    set(blank, { 'data-right': null });
    set(field, { 'aria-invalid': null });
    say(blank.querySelector('output'), '');
    return;
  }
  const distance = Math.abs(value - answer);
  const isRight = distance <= TOLERANCE * Math.abs(answer) || (value !== 0 || answer === 0) && distance <= SMALLEST;
  set(blank, { 'data-right': String(isRight) });
  set(field, { 'aria-invalid': String(!isRight) });
  say(blank.querySelector('output'), isRight ? `✓ ${words.right}` : words.not_yet);
}
