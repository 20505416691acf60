// The worksheet's fields: each says at once whether what is typed is right. What was answered is kept over a reload.

import { say, set, told } from './dom.js';
import { signed, typed } from './numbers.js';

// Rounding on the way may change the last digits; a few per cent are too few of them.
const TOLERANCE = 0.01, CLOSE = 0.05, SMALLEST = 0.00005;

// What no number begins with, so that nobody is told of it who is still typing.
const NO_NUMBER = /[^\d.,eE+\-−–·*×^()\s]/;

export function watchWorksheet(words) {
  const sheet = document.querySelector('#worksheet .sheet');
  if (!sheet) return;
  const blanks = [...sheet.querySelectorAll('.blank')].map(blankOf);
  const whole = sheet.querySelector('#whole-sheet'), memory = memoryOf(sheet.dataset.sheet);
  const operands = [...sheet.querySelectorAll('.hint-text [class^=part-blank-]')];

  for (const blank of blanks) {
    blank.field.addEventListener('input', () => {
      judge(blank, words, { isTyping: true });
      keep();
    });
    blank.field.addEventListener('change', () => judge(blank, words));
    blank.show.addEventListener('click', () => {
      blank.field.value = signed(blank.field.dataset.written);
      blank.isShown = true;
      judge(blank, words);
      keep();
    });
    blank.hint?.addEventListener('click', () => {
      const text = document.getElementById(blank.hint.getAttribute('aria-controls'));
      text.hidden = !text.hidden;
      set(blank.hint, { 'aria-expanded': String(!text.hidden) });
    });
  }
  whole?.addEventListener('change', keep);
  sheet.querySelector('.restart').addEventListener('click', () => fill({ whole: whole?.checked }));
  openOnPaper(sheet);
  fill(memory.read());

  function fill(kept) {
    if (whole) whole.checked = kept.whole === true;
    blanks.forEach((blank, i) => {
      const answer = kept.answers?.[i];
      blank.field.value = typeof answer === 'string' ? answer : '';
      blank.isShown = kept.shown?.[i] === true;
      judge(blank, words);
    });
    keep();
  }

  function keep() {
    set(sheet, { 'data-whole': !whole || whole.checked });
    const asked = blanks.filter(isAsked), right = asked.filter(blank => blank.verdict === 'right');
    const progress = sheet.querySelector('.progress');
    say(progress, told(words.worksheet_progress, right.length, asked.length));
    set(progress, { 'data-some': right.length > 0 });
    for (const exercise of sheet.querySelectorAll('.exercise')) {
      const own = blank => exercise.contains(blank.node);
      say(exercise.querySelector('.score'), `${right.filter(own).length} / ${asked.filter(own).length}`);
    }
    for (const operand of operands)
      set(operand, { 'data-known': isKnown(blanks[operand.getAttribute('class').slice('part-blank-'.length)]) });
    memory.write({ whole: whole?.checked, answers: blanks.map(blank => blank.field.value), shown: blanks.map(blank => blank.isShown) });
  }

  function isAsked({ node }) {
    return sheet.hasAttribute('data-whole') || !node.classList.contains('in-whole');
  }

  function isKnown(blank) {
    return blank.verdict === 'right' || blank.verdict === 'shown' || !isAsked(blank) && 'given' in blank.node.dataset;
  }
}

const blankOf = node => ({
  node, field: node.querySelector('input'), hint: node.querySelector('.hint'), show: node.querySelector('.show'), isShown: false,
});

function judge(blank, words, { isTyping = false } = {}) {
  blank.verdict = verdictOn(blank, isTyping);
  const isWrong = !['nothing', 'right', 'shown'].includes(blank.verdict);
  set(blank.node, { 'data-right': blank.verdict === 'right' ? 'true' : isWrong && blank.verdict !== 'no_number' ? 'false' : null });
  set(blank.field, { 'aria-invalid': isWrong ? 'true' : blank.verdict === 'right' ? 'false' : null });
  say(blank.node.querySelector('output'), {
    nothing: '', no_number: words.no_number, shown: words.shown, right: `✓ ${words.right}`, close: words.close,
    sign: words.check_sign, wrong: words.not_yet,
  }[blank.verdict]);
}

function verdictOn({ field, isShown }, isTyping) {
  const text = field.value.trim(), value = typed(text), answer = Number(field.dataset.answer);
  if (text === '' || Number.isNaN(value) && isTyping && !NO_NUMBER.test(text)) return 'nothing';
  if (Number.isNaN(value)) return 'no_number';
  if (isNear(value, answer)) return isShown ? 'shown' : 'right';
  if (answer !== 0 && isNear(-value, answer)) return 'sign';
  return Math.abs(value - answer) <= CLOSE * Math.abs(answer) ? 'close' : 'wrong';
}

function isNear(value, answer) {
  const distance = Math.abs(value - answer);
  return distance <= TOLERANCE * Math.abs(answer) || (value !== 0 || answer === 0) && distance <= SMALLEST;
}

// Where a page may keep nothing, as in a frame without leave, it forgets.
function memoryOf(sheet) {
  const key = `backprop-worksheet-${sheet}`;
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? {};
      } catch {
        return {};
      }
    },
    write(kept) {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Nothing is lost but the memory.
      }
    },
  };
}

// What is folded in would be missing on paper.
function openOnPaper(sheet) {
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...sheet.querySelectorAll('details:not([open])')];
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });
}
