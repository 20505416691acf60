// Training: epoch by epoch or at a run, with the curve of the loss and how well each example does.

import { createCurve } from './curve.js';
import { element, say, set, told } from './dom.js';
import { exact, short } from './numbers.js';

// So many milliseconds of work between two pictures keep the page answering.
const BUDGET = 40;

export function createTraining(state) {
  const { words, epochs } = state.lesson;
  const curve = createCurve(words.loss_in_words);
  const play = element('button', { type: 'button', class: 'main', id: 'train', onclick: () => (isRunning ? stop() : run()) });
  const one = element('button', { type: 'button', class: 'quiet', id: 'epoch', onclick: () => runOne() }, words.one_epoch);
  const epoch = element('output', { id: 'epochs' });
  const loss = element('output', { id: 'mean-loss' });
  const right = element('output', { class: 'small' });
  const test = element('output', { class: 'small' });
  const source = sourceOf(state);
  const table = predictions(state);
  let isRunning = false, pace = 1;

  // On to the scene's own number of epochs, and from there as far again.
  function run() {
    isRunning = true;
    const goal = state.epoch + Math.max(1, epochs - (Math.round(state.epoch) % epochs));
    const tick = () => {
      if (!isRunning) return;
      const { goesOn, took } = state.train(Math.min(pace, Math.ceil(goal - state.epoch)));
      // It begins slowly, so that the first epochs are seen.
      pace = Math.max(1, Math.min(400, Math.round(pace * Math.min(1.5, BUDGET / Math.max(1, took))) + (took < BUDGET / 2 ? 1 : 0)));
      if (!goesOn || state.epoch >= goal) return stop();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    draw();
  }
  function stop() {
    isRunning = false;
    draw();
  }
  function runOne() {
    stop();
    state.train(1);
  }

  function draw() {
    const { numbers } = state;
    say(play, isRunning ? words.stop : `${words.train} ▸`);
    say(epoch, told(words.epoch, Math.floor(state.epoch)));
    say(loss, `L ${short(numbers.mean_loss, 4)}`);
    set(loss, { 'data-value': numbers.mean_loss, title: exact(numbers.mean_loss) });
    say(right, numbers.right === undefined ? '' : told(words.predictions_right, numbers.right, numbers.examples));
    say(test, numbers.test_right === undefined ? '' : told(words.test_right, numbers.test_right, numbers.test_examples));
    curve.draw(state.curve);
    source.draw();
    table.draw();
  }
  state.listen(draw);
  draw();
  return element(
    'section', { class: 'card training', id: 'training' }, element('h2', {}, words.training),
    element('div', { class: 'buttons' }, play, one, epoch, loss, right, test), source.node, curve.node, table.node);
}

// Whether the network learns from the data or from the example in view.
function sourceOf(state) {
  const { words } = state.lesson;
  const model = JSON.parse(state.lesson.model);
  if (!model.has_data || model.training.data.length < 2) return { node: null, draw() { /* there is no choice */ } };
  const choices = [[true, told(words.all_data, model.training.data.length)], [false, words.this_example]].map(([uses, name]) => {
    const input = element('input', { type: 'radio', name: 'source', onchange: () => state.change({ uses_data: uses }) });
    return { uses, input, label: element('label', {}, input, ' ', name) };
  });
  return {
    node: element(
      'div', { class: 'source', role: 'radiogroup', 'aria-label': words.learn_from },
      `${words.learn_from}: `, choices.map(choice => choice.label)),
    draw() { for (const { uses, input } of choices) input.checked = state.numbers.uses_data === uses; },
  };
}

function predictions(state) {
  const { words, units } = state.lesson;
  const body = element('tbody');
  const hasNames = state.numbers.example.input.length <= 2;
  const head = element('tr', {}, [
    element('td'), ...(hasNames ? units[0].map(name => element('th', {}, name)) : []),
    ...units.at(-1).flatMap(name => [element('th', {}, `y ${name}`), element('th', {}, `ŷ ${name}`)]),
  ]);
  return {
    node: element(
      'details', { class: 'predictions' }, element('summary', {}, words.predictions),
      element(
        'div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.predictions },
        element('table', {}, element('thead', {}, head), body))),
    draw() {
      body.replaceChildren(...state.numbers.predictions.map(({ input, target, output, is_right: isRight }, n) => element(
        'tr', { 'data-right': isRight === undefined ? null : String(isRight) }, element('th', {}, String(n + 1)),
        hasNames ? input.map(x => element('td', {}, short(x, 2))) : [],
        target.flatMap((y, j) => [
          element('td', {}, short(y, 2)), element('td', { class: 'strong', title: exact(output[j]) }, short(output[j])),
        ]))));
    },
  };
}
