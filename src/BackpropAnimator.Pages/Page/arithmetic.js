// The arithmetic of a connection and of a unit: formulas with symbols, and with the engine's numbers.

import { element, formula, told } from './dom.js';
import * as m from './math.js';
import { operand, short } from './numbers.js';

// Terms of a sum that are written out.
const MOST_TERMS = 5;

// ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w with symbols, and with numbers.
export function gradientOf({ numbers, activationsOf }, layer, j, i) {
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
  return isProduct(back, j)
    ? equation(
      ['error', m.partial(m.letter('L'), a), back.dL_da[j]], ['slope', m.partial(a.cloneNode(true), z), back.slope[j]], ['input', x, input])
    : equation(['delta', m.symbol('δ', l, j + 1), back.delta[j]], ['input', x, input]);
}

// A softmax's δ is a sum over all outputs, and a loss may cancel the slope to the last digit: then δ is what there is to say.
const isProduct = (back, j) =>
  !back.jacobian && Math.abs(back.dL_da[j] * back.slope[j] - back.delta[j]) <= 1e-9 * Math.abs(back.delta[j]);

const product = factors => factors.flatMap((factor, n) => (n > 0 ? [m.sign('·'), factor] : [factor]));

// Where ∂L/∂a comes from: the loss, or the units after.
export function originOf({ lesson, numbers }, layer, j) {
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
    element(
      'div', { class: 'product' },
      m.math(
        m.partial(m.letter('L'), m.symbol('a', layer + 1, j + 1)), m.sign('='), m.sub(m.sign('∑'), m.letter('k')), m.letter('w'),
        m.letter('δ')),
      shown.map(([w, delta], k) => m.math(
        m.joint(k === 0 ? '=' : '+'), m.number(operand(w)), m.sign('·'), m.tinted('delta', m.number(operand(delta))))),
      terms.length > MOST_TERMS
        ? m.math(m.joint('+'), m.words(told(words.more, terms.length - MOST_TERMS)), m.number(operand(rest)))
        : null,
      m.math(m.joint('='), m.tinted('error', m.number(short(back.dL_da[j]))))),
    slope,
  ].filter(node => node !== null);
}

export function updateOf({ lesson, numbers, engine }, layer, j, i) {
  if (!numbers.after) return [element('p', { class: 'small' }, lesson.words.diverged)];
  const mean = meanOf(lesson, numbers);
  if (lesson.plain_update) {
    const w = numbers.network.layers[layer].weights[j][i], after = numbers.after.layers[layer].weights[j][i];
    return [formula('update-0'), plainUpdate(w, numbers.gradient[layer].dL_dw[j][i], after, numbers), ...mean];
  }
  const values = engine.updateOf({ layer, to: j, from: i });
  return [
    ...values.map((value, line) =>
      element('div', { class: 'line' }, formula(`update-${line}`), element('output', {}, `= ${short(value, 4)}`))),
    ...mean,
  ];
}

// Whose gradient the step takes, where it is not that of the example.
function meanOf({ words }, { batch }) {
  return batch > 1 ? [element('p', { class: 'small mean' }, told(words.mean_step, batch))] : [];
}

function plainUpdate(before, gradient, after, { rate }) {
  return m.math(
    m.number(short(before)), m.sign('−'), m.number(short(rate)), m.sign('·'),
    m.tinted(signOf(gradient), m.number(operand(gradient))), m.sign('='), m.tinted('learned', m.number(short(after, 4))));
}

/** z = w·a + … + b of a unit, a = f(z), and once it has come back so far δ = ∂L/∂a · f′(z); symbols, then numbers. */
export function unitOf(state, layer, j) {
  const { lesson: { words }, numbers, activationsOf } = state;
  const l = layer + 1, { weights, biases, activation } = numbers.network.layers[layer];
  const { z, a } = numbers.forward[layer], inputs = activationsOf(layer), back = numbers.backward[layer];
  const [zName, aName, delta] = ['z', 'a', 'δ'].map(name => m.symbol(name, l, j + 1));
  const terms = weights[j].map((w, i) => [w, inputs[i]]), shown = terms.length > MOST_TERMS + 1 ? terms.slice(0, MOST_TERMS) : terms;
  const input = layer === 0 ? 'x' : 'a';
  const result = (value, role) => m.math(m.joint('='), role ? m.tinted(role, m.number(short(value))) : m.number(short(value)));
  const box = (...lines) => element('div', { class: 'formula product' }, lines);
  const forth = [
    box(
      m.math(zName, m.sign('='), m.sign('∑'), m.letter('w'), m.letter(input), m.sign('+'), m.letter('b')),
      ...shown.map(([w, x], n) => m.math(
        m.joint(n === 0 ? '=' : '+'), m.number(n === 0 ? short(w) : operand(w)), m.sign('·'), m.tinted('input', m.number(operand(x))))),
      ...(shown.length < terms.length ? [m.math(m.joint('+'), m.words(told(words.more, terms.length - shown.length)))] : []),
      m.math(m.joint('+'), m.number(operand(biases[j]))), result(z[j])),
    formula(`activation-${activation}`),
    box(m.math(aName, m.sign('='), m.letter('f'), m.number(`(${short(z[j])})`)), result(a[j])),
  ];
  if (!state.hasBackward(layer)) return { forth, back: [element('p', { class: 'small' }, words.later)] };
  const isPlain = isProduct(back, j);
  return {
    forth,
    back: [
      ...originOf(state, layer, j),
      box(
        m.math(delta, m.sign('='), ...(isPlain
          ? [m.tinted('error', m.number(short(back.dL_da[j]))), m.sign('·'), m.tinted('slope', m.number(operand(back.slope[j])))]
          : [m.partial(m.letter('L'), m.symbol('z', l, j + 1))])),
        result(back.delta[j], 'delta')),
    ],
  };
}

/** What the update makes of a unit's bias. */
export function biasUpdateOf({ lesson, numbers }, layer, j) {
  if (!numbers.after) return [element('p', { class: 'small' }, lesson.words.diverged)];
  const b = numbers.network.layers[layer].biases[j], after = numbers.after.layers[layer].biases[j];
  const line = lesson.plain_update
    ? plainUpdate(b, numbers.gradient[layer].dL_db[j], after, numbers)
    : m.math(m.number(short(b)), m.sign('→'), m.tinted('learned', m.number(short(after, 4))));
  return [line, ...meanOf(lesson, numbers)];
}

const signOf = value => (value > 0 ? 'rises' : value < 0 ? 'falls' : 'still');
