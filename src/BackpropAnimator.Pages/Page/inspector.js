// One connection: its gradient as a product of three, with numbers, and what the update makes of it.

import { element, formula, say, set, told } from './dom.js';
import * as m from './math.js';
import { exact, operand, short, typed } from './numbers.js';

// Terms of a sum that are written out.
const MOST_TERMS = 5;

export function createInspector(state) {
  const { words, units } = state.lesson;
  const from = picker(words.connection, () => choose());
  const to = picker(words.connection, () => choose());
  const weight = element('input', {
    type: 'range', min: -4, max: 4, step: 0.01, 'aria-label': words.weight, id: 'weight', oninput: () => move(Number(weight.value)),
  });
  const field = element('input', {
    type: 'text', class: 'number', 'aria-label': words.weight, autocomplete: 'off',
    onchange: () => { if (Number.isFinite(typed(field.value))) move(typed(field.value)); },
  });
  const gradientBox = element('div', { class: 'formula product' });
  const origin = element('div', { class: 'formula' });
  const update = element('div', { class: 'formula' });
  const verdict = element('p', { class: 'verdict', 'aria-live': 'polite' });

  function choose() {
    const [layer, unit] = from.value.split('-').map(Number);
    const target = to.value === '' ? 0 : Number(to.value);
    state.choose({ layer, from: unit, to: Math.min(target, units[layer + 1].length - 1) });
  }
  function move(value) {
    const { layer, to: unit, from: input } = state.chosen;
    state.change({ weight: [layer, unit, input, value] }, state.layerCount);
  }

  for (let layer = 0; layer < state.layerCount; layer++)
    from.append(...units[layer].map((name, unit) => element('option', { value: `${layer}-${unit}` }, name)));

  function draw() {
    const { chosen: { layer, to: j, from: i }, numbers } = state;
    from.value = `${layer}-${i}`;
    if (to.dataset.layer !== String(layer)) {
      to.dataset.layer = layer;
      to.replaceChildren(...units[layer + 1].map((name, unit) => element('option', { value: unit }, name)));
    }
    to.value = j;
    const w = numbers.network.layers[layer].weights[j][i], gradient = numbers.backward[layer].dL_dw[j][i];
    set(weight, { min: Math.min(-4, Math.floor(w)), max: Math.max(4, Math.ceil(w)) });
    weight.value = w;
    if (document.activeElement !== field) field.value = short(w);
    set(field, { title: exact(w), 'data-value': w });
    gradientBox.replaceChildren(...gradientOf(state, layer, j, i));
    origin.replaceChildren(...originOf(state, layer, j));
    update.replaceChildren(...updateOf(state, layer, j, i));
    say(verdict, gradient > 0 ? words.rises : gradient < 0 ? words.falls : words.still);
    set(verdict, { 'data-sign': gradient > 0 ? 'rises' : gradient < 0 ? 'falls' : null, 'data-gradient': gradient });
  }
  state.listen(draw);
  draw();
  return element(
    'section', { class: 'card inspector', id: 'inspector' }, element('h2', {}, words.inspect),
    element('div', { class: 'pickers' }, from, element('span', { 'aria-hidden': 'true' }, '→'), to),
    element('div', { class: 'knob forward' }, element('span', { class: 'knob-name' }, words.weight), weight, field),
    gradientBox, verdict,
    element('h3', {}, words.where_from), origin,
    element('h3', {}, words.update_rule), update);
}

function picker(name, onchange) {
  return element('select', { 'aria-label': name, onchange });
}

// ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w with symbols, and with numbers.
function gradientOf({ numbers, activationsOf }, layer, j, i) {
  const back = numbers.backward[layer], input = activationsOf(layer)[i];
  const l = layer + 1;
  const w = m.symbol('w', l, `${j + 1}${i > 8 || j > 8 ? ',' : ''}${i + 1}`);
  const a = m.symbol('a', l, j + 1), z = m.symbol('z', l, j + 1);
  const x = layer === 0 ? m.sub(m.letter('x'), m.number(String(i + 1))) : m.symbol('a', l - 1, i + 1);
  const gradient = m.tinted(signOf(back.dL_dw[j][i]), m.number(short(back.dL_dw[j][i])));
  const equation = (...factors) => [
    m.math(m.partial(m.letter('L'), w), m.sign('='), ...product(factors.map(([role, name]) => m.tinted(role, name)))),
    m.math(m.sign('='), ...product(factors.map(([role, , value]) => m.tinted(role, m.number(operand(value))))), m.sign('='), gradient),
  ];
  // A softmax's δ is a sum over all outputs, and a loss may cancel the slope to the last digit: then δ is what there is to say.
  const isPlain = !back.jacobian && Math.abs(back.dL_da[j] * back.slope[j] - back.delta[j]) <= 1e-9 * Math.abs(back.delta[j]);
  return isPlain
    ? equation(
      ['error', m.partial(m.letter('L'), a), back.dL_da[j]], ['slope', m.partial(a.cloneNode(true), z), back.slope[j]], ['input', x, input])
    : equation(['delta', m.symbol('δ', l, j + 1), back.delta[j]], ['input', x, input]);
}

const product = factors => factors.flatMap((factor, n) => (n > 0 ? [m.sign('·'), factor] : [factor]));

// Where ∂L/∂a comes from: the loss, or the units after.
function originOf({ lesson, numbers }, layer, j) {
  const { words } = lesson;
  const back = numbers.backward[layer], isLast = layer === numbers.backward.length - 1;
  const slope = element('div', {}, formula(`slope-${numbers.network.layers[layer].activation}`));
  if (isLast) {
    const l = layer + 1, a = numbers.forward[layer].a[j], y = numbers.example.target[j], error = back.dL_da[j];
    const difference = [
      m.symbol('a', l, j + 1), m.sign('−'), m.sub(m.letter('y'), m.number(String(j + 1))), m.sign('='), m.number(short(a)), m.sign('−'),
      m.number(operand(y)), m.sign('='),
    ];
    const own = m.math(
      m.partial(m.letter('L'), m.symbol('a', l, j + 1)), m.sign('='), ...(error === a - y ? difference : []),
      m.tinted('error', m.number(short(error))));
    // Where the slopes of loss and activation cancel, nothing but the difference is left.
    const cancels = error !== a - y && back.delta[j] === a - y;
    return [
      formula(`error-${numbers.network.loss}`), own, slope,
      cancels ? m.math(m.symbol('δ', l, j + 1), m.sign('='), ...difference, m.tinted('delta', m.number(short(back.delta[j])))) : null,
    ].filter(node => node !== null);
  }
  const next = numbers.backward[layer + 1], weights = numbers.network.layers[layer + 1].weights;
  const terms = next.delta.map((delta, k) => [weights[k][j], delta]);
  const shown = terms.slice(0, MOST_TERMS);
  const rest = terms.slice(MOST_TERMS).reduce((sum, [w, delta]) => sum + w * delta, 0);
  return [
    terms.length > 1 ? element('p', { class: 'small' }, told(words.ways, terms.length)) : null,
    m.math(
      m.partial(m.letter('L'), m.symbol('a', layer + 1, j + 1)), m.sign('='),
      m.sub(m.sign('∑'), m.letter('k')), m.letter('w'), m.letter('δ'), m.sign('='),
      ...shown.flatMap(([w, delta], k) => [
        ...(k > 0 ? [m.sign('+')] : []), m.number(operand(w)), m.sign('·'), m.tinted('delta', m.number(operand(delta))),
      ]),
      ...(terms.length > MOST_TERMS ? [m.sign('+'), m.words(told(words.more, terms.length - MOST_TERMS)), m.number(operand(rest))] : []),
      m.sign('='), m.tinted('error', m.number(short(back.dL_da[j])))),
    slope,
  ].filter(node => node !== null);
}

function updateOf({ lesson, numbers, engine }, layer, j, i) {
  if (!numbers.after) return [element('p', { class: 'small' }, lesson.words.diverged)];
  const w = numbers.network.layers[layer].weights[j][i], after = numbers.after.layers[layer].weights[j][i];
  const gradient = numbers.gradient[layer].dL_dw[j][i];
  if (lesson.plain_update)
    return [
      formula('update-0'),
      m.math(
        m.number(short(w)), m.sign('−'), m.number(short(numbers.rate)), m.sign('·'),
        m.tinted(signOf(gradient), m.number(operand(gradient))), m.sign('='), m.tinted('learned', m.number(short(after, 4)))),
      ...(numbers.batch > 1
        ? [element('p', { class: 'small' }, `${lesson.words.learn_from}: ${told(lesson.words.all_data, numbers.batch)}`)]
        : []),
    ];
  const values = engine.updateOf({ layer, to: j, from: i });
  return values.map((value, line) =>
    element('div', { class: 'line' }, formula(`update-${line}`), element('output', {}, `= ${short(value, 4)}`)));
}

const signOf = value => (value > 0 ? 'rises' : value < 0 ? 'falls' : 'still');
