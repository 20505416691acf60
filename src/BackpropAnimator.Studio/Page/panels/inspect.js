// What was clicked in the picture: its name, its numbers through the lesson, and how they come about.

import { announce } from '../announce.js';
import { element } from '../dom.js';
import { getJsonIfThere } from '../server.js';
import { clock } from '../time.js';
import { formula } from './formula.js';

export const title = 'Inspect';

const kinds = { unit: 'Unit', weight: 'Weight', text: 'Text', formulapart: 'Part of a formula' };

// The names of docs/trace.md, as the lesson writes them.
const symbols = {
  weight: 'w', weight_after: 'w after', dL_dw: '∂L/∂w', mean_dL_dw: 'mean ∂L/∂w',
  bias: 'b', bias_after: 'b after', dL_db: '∂L/∂b', mean_dL_db: 'mean ∂L/∂b', dL_da: '∂L/∂a', slope: '∂a/∂z', delta: 'δ',
};

export function mount(container, studio) {
  const found = element('div', { class: 'found' });
  const hint = element('p', { class: 'empty' }, 'Click a unit, a connection, a number or a formula in the picture.');
  container.append(element('h2', {}, title), hint, found);
  let place = null, wanted = new AbortController();

  const look = async isPicked => {
    if (!place || !studio.view || studio.isPlaying) return;
    wanted.abort();
    wanted = new AbortController();
    const { signal } = wanted;
    const answer = await getJsonIfThere(`/inspect/${studio.view.id}/${studio.frame}?x=${place.x}&y=${place.y}`, signal);
    if (!answer || signal.aborted) return;
    if (answer.found || isPicked) show(answer.found, isPicked);
  };
  const show = (item, isPicked) => {
    hint.hidden = item !== null;
    studio.mark('selected', item ? [item.box] : []);
    found.replaceChildren(...(item ? partsOf(item, studio) : []));
    if (isPicked) announce(item ? `${kinds[item.kind]} ${item.name}` : 'Nothing with a name lies here.');
  };
  studio.addEventListener('pick', event => {
    place = event.detail;
    look(true);
  });
  // Where the playhead comes to rest, or another lesson is shown, the same place is looked at again.
  studio.addEventListener('rest', () => look(false));
}

function partsOf(item, studio) {
  const parts = [element('p', { class: 'kind' }, kinds[item.kind]), element('p', { class: 'name' }, item.name)];
  if (item.arithmetic.length) {
    parts.push(element('h2', {}, 'How it comes about'), element('ol', { class: 'lines' }, ...item.arithmetic.map(lineOf)));
  }
  if (item.stages.length) parts.push(element('h2', {}, 'Through the lesson'), tableOf(item, studio));
  return parts;
}

const lineOf = line => element('li', {},
  line.name ? element('p', { class: 'hint' }, line.name) : null,
  element('p', { class: 'line' }, ...line.formulas.map(formula)));

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

// Four significant digits to read; all of them are in the title.
const short = value => Math.abs(value) >= 1e-4 || value === 0 ? String(+value.toPrecision(4)) : value.toExponential(2);
