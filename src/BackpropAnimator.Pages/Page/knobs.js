// What can be turned: the example's inputs and targets, the learning rate, activations and the loss.

import { element, formula, say, set, told } from './dom.js';
import { createField } from './field.js';
import { short } from './numbers.js';

export function createKnobs(state) {
  const { lesson } = state;
  const { words } = lesson;
  const sections = [examples(state), inputs(state), targets(state), rate(state), activations(state), loss(state)];
  const note = element('p', { class: 'note', role: 'status' });
  const draw = () => {
    for (const section of sections) section.draw();
    say(note, state.note);
  };
  state.listen(draw);
  draw();
  return element(
    'section', { class: 'card knobs' }, element('h2', {}, words.knobs), note, sections.map(section => section.node),
    element('button', { type: 'button', class: 'quiet', id: 'reset', onclick: () => state.reset() }, '↺ ', words.reset));
}

/** A slider with its number beside it, which can be typed too. */
export function slider(words, name, { min, max, step, change, role, id }) {
  const range = element('input', { type: 'range', min, max, step, 'aria-label': name, id, oninput: () => change(Number(range.value)) });
  const { field, note, draw } = createField(words, name, change);
  return {
    node: element('div', { class: `knob ${role}` }, element('span', { class: 'knob-name' }, name), range, field, note),
    draw(value) {
      // A number that was typed may lie outside.
      set(range, { min: Math.min(min, Math.floor(value)), max: Math.max(max, Math.ceil(value)) });
      range.value = value;
      draw(value);
    },
  };
}

function group(title, ...children) {
  return element('fieldset', {}, element('legend', {}, title), children);
}

// The data's own examples.
function examples(state) {
  const { data, lesson: { words } } = state;
  if (data.length < 2) return { node: null, draw() { /* there is one example */ } };
  const isSame = (one, other) => one.length === other.length && one.every((value, i) => value === other[i]);
  const select = element('select', {
    'aria-label': words.example, id: 'example',
    onchange: () => { if (select.value !== '') state.change(data[select.value]); },
  }, element('option', { value: '' }, words.own_example), data.map((example, i) => element('option', { value: i }, named(example, i))));
  function named({ input, target }, i) {
    const answer = state.lesson.outputs.length > 0
      ? state.lesson.outputs[target.indexOf(Math.max(...target))]
      : target.map(y => short(y, 2)).join(' ');
    return input.length <= 3 ? `${i + 1}:  ${input.map(x => short(x, 2)).join('  ')} → ${answer}` : `${i + 1} → ${answer}`;
  }
  return {
    node: group(words.example, select),
    draw() {
      const { input, target } = state.numbers.example;
      const at = data.findIndex(one => isSame(one.input, input) && isSame(one.target, target));
      select.value = at < 0 ? '' : String(at);
    },
  };
}

function inputs(state) {
  const { words, units } = state.lesson;
  const knobs = state.numbers.example.input.map((_, i) => slider(words, units[0][i], {
    ...rangeOf(state.numbers.example.input), role: 'forward', id: `input-${i}`,
    change: value => state.change({ input: state.numbers.example.input.map((old, at) => (at === i ? value : old)) }),
  }));
  return {
    node: group(words.input, knobs.map(knob => knob.node)),
    draw() { knobs.forEach((knob, i) => knob.draw(state.numbers.example.input[i])); },
  };
}

// Inputs of −1 … 1 need no more room; standardized ones do.
function rangeOf(values) {
  const most = Math.max(1, ...values.map(value => Math.ceil(Math.abs(value))));
  return { min: values.some(value => value < 0) ? -most : most > 1 ? -most : 0, max: most, step: 0.01 };
}

function targets(state) {
  const { words, units } = state.lesson;
  const knobs = state.numbers.example.target.map((_, j) => slider(words, units.at(-1)[j], {
    min: Math.min(0, ...state.numbers.example.target), max: Math.max(1, ...state.numbers.example.target), step: 0.01, role: 'target',
    id: `target-${j}`,
    change: value => state.change(
      { target: state.numbers.example.target.map((old, at) => (at === j ? value : old)), moved: j }),
  }));
  const outputs = knobs.map(() => element('output', { class: 'against' }));
  return {
    node: group(words.targets, knobs.map((knob, j) => element('div', {}, knob.node, outputs[j]))),
    draw() {
      const output = state.numbers.forward.at(-1).a;
      knobs.forEach((knob, j) => {
        knob.draw(state.numbers.example.target[j]);
        const distance = output[j] - state.numbers.example.target[j];
        say(outputs[j], `ŷ ${short(output[j])}   ŷ − y ${short(distance)}`);
        set(outputs[j], { 'data-value': output[j], 'data-sign': distance > 0 ? 'above' : distance < 0 ? 'below' : null });
      });
    },
  };
}

// Learning rates are told by their size: the slider goes from 0.001 to 10 by powers.
function rate(state) {
  const { words } = state.lesson;
  const range = element('input', {
    type: 'range', min: -3, max: 1, step: 0.01, 'aria-label': words.learning_rate, id: 'rate',
    oninput: () => state.change({ learning_rate: Number((10 ** Number(range.value)).toPrecision(2)) }),
  });
  const { field, note, draw } = createField(words, words.learning_rate, value => state.change({ learning_rate: value }), true);
  return {
    node: group(
      words.learning_rate,
      element('div', { class: 'knob learned' }, element('span', { class: 'knob-name' }, 'η'), range, field, note)),
    draw() {
      const value = state.numbers.network.learning_rate;
      range.value = Math.log10(value);
      draw(value);
    },
  };
}

// A choice for each layer; many hidden layers have one for all of them.
function activations(state) {
  const { words, layers, activations: labels } = state.lesson;
  const last = state.layerCount - 1;
  const ofHidden = last > 2 ? [{ name: `${layers[1]} … ${layers[last]}`, layers: Array.from({ length: last }, (_, l) => l) }]
    : layers.slice(1, -1).map((name, l) => ({ name, layers: [l] }));
  const choices = [...ofHidden, { name: layers.at(-1), layers: [last] }].map(choice => {
    const select = element('select', {
      'aria-label': `${words.activation}, ${choice.name}`, id: `activation-${choice.layers[0]}`,
      onchange: () => state.change({
        activations: state.numbers.network.layers.map((layer, l) => (choice.layers.includes(l) ? select.value : layer.activation)),
      }),
    }, Object.entries(labels).map(([name, label]) => element('option', { value: name }, labelOf(name, label, choice.layers[0]))));
    return { ...choice, select, curve: element('div', { class: 'formula' }) };
  });
  function labelOf(name, label, layer) {
    return name === 'softmax' && layer === last && state.numbers.example.target.length === 1 ? told(words.softmax_needs, label) : label;
  }
  return {
    node: group(words.activation, choices.map(({ name, select, curve }) =>
      element('div', { class: 'choice' }, element('span', { class: 'knob-name' }, name), select, curve))),
    draw() {
      const { network, outputs } = state.numbers;
      for (const { layers: [first], select, curve } of choices) {
        for (const option of select.options)
          option.disabled = first === last ? !outputs.includes(option.value) : option.value === 'softmax';
        choose(select, network.layers[first].activation, curve, 'activation');
      }
    },
  };
}

function loss(state) {
  const { words, losses } = state.lesson;
  const select = element('select', {
    'aria-label': words.loss, id: 'loss', onchange: () => state.change({ loss: select.value }),
  }, Object.entries(losses).map(([name, label]) => element('option', { value: name }, label)));
  const written = element('div', { class: 'formula' });
  return {
    node: group(words.loss, element('div', { class: 'choice' }, select, written)),
    draw() {
      for (const option of select.options) option.disabled = !state.numbers.losses.includes(option.value);
      choose(select, state.numbers.network.loss, written, 'loss');
    },
  };
}

function choose(select, value, written, kind) {
  select.value = value;
  if (written.dataset.of === value) return;
  written.dataset.of = value;
  written.replaceChildren(formula(`${kind}-${value}`));
}
