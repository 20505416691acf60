// What was clicked in the picture: its name, its numbers through the lesson, and how they come about.

import { announce } from '../announce.js';
import { element } from '../dom.js';
import { getJsonIfThere } from '../server.js';
import { clock } from '../time.js';
import { formulaInPieces } from './formula.js';

export const title = 'Inspect';

const kinds = { unit: 'Unit', weight: 'Weight', loss: 'Loss', text: 'Text', formula: 'Formula', formulapart: 'Part of a formula' };

// The parts that the lesson's own formulas name; what an author names is shown as it is.
const parts = {
  error: 'The error that arrives', slope: 'The slope of the activation', input: 'The input of the weight',
  delta: 'δ, the unit’s share of the error', loss: 'The loss L', result: 'The result',
  positive: 'A gradient above 0: raise w, and L rises',
  negative: 'A gradient below 0: raise w, and L falls', zero: 'A gradient of 0: w changes nothing',
};

// The names of docs/trace.md, as the lesson writes them.
const symbols = {
  weight: 'w', weight_after: 'w after', dL_dw: '∂L/∂w', mean_dL_dw: 'mean ∂L/∂w',
  bias: 'b', bias_after: 'b after', dL_db: '∂L/∂b', mean_dL_db: 'mean ∂L/∂b', dL_da: '∂L/∂a', slope: '∂a/∂z', delta: 'δ',
  loss: 'L',
};

export function mount(container, studio) {
  const found = element('div', { class: 'found' });
  const hint = element('p', { class: 'empty' }, 'Click a unit, a connection, the loss, a number or a formula in the picture.');
  container.append(element('h2', {}, title), hint, found);
  let key = null, wanted = new AbortController();

  const look = async (query, isPicked) => {
    if (!studio.view || (studio.isPlaying && !isPicked)) return;
    wanted.abort();
    wanted = new AbortController();
    const { signal } = wanted;
    const answer = await getJsonIfThere(`/inspect/${studio.view.id}/${studio.frame}?${new URLSearchParams(query)}`, signal);
    if (answer && !signal.aborted) show(answer.found, isPicked);
  };
  const show = (item, isPicked) => {
    if (isPicked) {
      key = item?.key ?? null;
      announce(item ? nameOf(item) : 'Nothing with a name lies here.');
    }
    hint.hidden = key !== null;
    studio.mark('selected', item?.box ? [{ ...item.box, line: item.line }] : []);
    if (item) found.replaceChildren(...partsOf(item, studio));
    else found.replaceChildren(...(key ? [element('p', { class: 'absent' }, 'The lesson no longer has what was clicked.')] : []));
  };
  studio.addEventListener('pick', ({ detail: { x, y } }) => look({ x, y }, true));
  // Where the playhead comes to rest, or another lesson is shown, the same thing is looked for.
  studio.addEventListener('rest', () => { if (key) look({ key }, false); });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || key === null || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    wanted.abort();
    key = null;
    show(null, false);
    announce('Nothing is selected.');
  });
}

const shownName = ({ kind, name }) => (kind === 'formulapart' ? parts[name] : null) ?? name;

const nameOf = item => item.name ? `${kinds[item.kind]}: ${shownName(item)}` : kinds[item.kind];

function partsOf(item, studio) {
  const shown = [element('p', { class: 'kind' }, kinds[item.kind])];
  if (item.name) shown.push(element('p', { class: 'name' }, shownName(item)));
  if (!item.box) shown.push(element('p', { class: 'absent' }, 'Not in the picture at this time.'));
  if (item.arithmetic.length) {
    const isFormula = item.kind === 'formula' || item.kind === 'formulapart';
    if (!isFormula) shown.push(element('h2', {}, 'How it comes about'));
    const lines = element('ol', { class: 'lines' }, ...item.arithmetic.map(lineOf));
    shown.push(lines);
    if (item.kind === 'formulapart') {
      for (const part of lines.querySelectorAll(`.part-${CSS.escape(item.name)}`)) part.classList.add('chosen');
    }
  }
  if (item.stages.length) shown.push(element('h2', {}, 'Through the lesson'), tableOf(item, studio));
  return shown;
}

const lineOf = line => element('li', {},
  line.name ? element('p', { class: 'hint' }, line.name) : null,
  element('p', { class: 'line' }, ...line.formulas.flatMap(formulaInPieces)));

function tableOf({ stages, current }, studio) {
  const head = element('tr', {}, element('td'), ...stages.map((stage, i) => element('th', {
    scope: 'col', class: i === current ? 'current' : null, 'aria-current': i === current ? 'step' : null,
  }, element('button', { class: 'quiet', title: `Go to ${clock(stage.frame / studio.view.fps)}`, onclick: () => studio.seek(stage.frame) },
    stage.name))));
  const rows = Object.keys(stages[current].numbers).map(name => element('tr', { 'data-number': name },
    element('th', { scope: 'row', title: name }, symbols[name] ?? name.replaceAll('_', ' ')),
    ...stages.map((stage, i) => {
      const value = stage.numbers[name];
      return element('td', { class: i === current ? 'current' : null, title: value === undefined ? null : String(value) },
        value === undefined ? '' : short(value));
    })));
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Numbers through the lesson' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)));
}

// Four significant digits to read, with a true minus; all of them are in the title.
const short = value =>
  (Math.abs(value) >= 1e-4 || value === 0 ? String(+value.toPrecision(4)) : value.toExponential(2)).replaceAll('-', '−');
