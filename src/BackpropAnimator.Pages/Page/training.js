// Training: epoch by epoch or at a run, with the curve of the loss and how well each example does.

import { createCurve } from './curve.js';
import { element, say, set, told } from './dom.js';
import { createMap } from './map.js';
import { exact, short } from './numbers.js';

// So many milliseconds of work between two pictures keep the page answering.
const BUDGET = 40;

// Epochs are counted in shares, which do not add up to whole ones to the last digit.
const NEARLY = 1e-6;

export function createTraining(state) {
  const { words, epochs } = state.lesson;
  const curve = createCurve(words);
  const play = element('button', { type: 'button', class: 'main', id: 'train', onclick: () => (isRunning ? stop() : run()) });
  const one = element('button', { type: 'button', class: 'quiet', id: 'epoch', onclick: () => runOne() }, words.one_epoch);
  const epoch = element('output', { id: 'epochs' });
  const loss = element('output', { id: 'mean-loss' });
  const right = element('output', { class: 'small' });
  const test = element('output', { class: 'small' });
  const done = element('p', { class: 'done', role: 'status' });
  const table = predictions(state);
  const map = createMap(state);
  let isRunning = false, pace = 1, before = 0;

  // On to the scene's own number of epochs, and from there as far again.
  function run() {
    isRunning = true;
    before = state.numbers.mean_loss;
    state.setTraining(true);
    const goal = state.epoch + Math.max(1, epochs - (Math.round(state.epoch) % epochs));
    const tick = () => {
      if (!isRunning) return;
      const { goesOn, took } = state.train(Math.min(pace, Math.ceil(goal - state.epoch - NEARLY)));
      // It begins slowly, so that the first epochs are seen.
      pace = Math.max(1, Math.min(400, Math.round(pace * Math.min(1.5, BUDGET / Math.max(1, took))) + (took < BUDGET / 2 ? 1 : 0)));
      if (!goesOn || state.epoch >= goal - NEARLY) return stop();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }
  function stop() {
    if (!isRunning) return;
    isRunning = false;
    state.setTraining(false);
  }
  function runOne() {
    if (!isRunning) before = state.numbers.mean_loss;
    isRunning = false;
    state.setTraining(true);
    state.train(1);
    state.setTraining(false);
  }

  function draw() {
    const { numbers } = state;
    say(play, isRunning ? words.stop : `${words.train} ▸`);
    say(epoch, told(words.epoch, Math.floor(state.epoch + NEARLY)));
    say(loss, `L ${short(numbers.mean_loss, 4)}`);
    const first = state.curve[0][1];
    set(loss, {
      'data-value': numbers.mean_loss, title: exact(numbers.mean_loss),
      'data-trend': numbers.mean_loss < first ? 'falls' : numbers.mean_loss > first ? 'rises' : null,
    });
    say(right, numbers.right === undefined ? '' : told(words.predictions_right, numbers.right, numbers.examples));
    say(test, numbers.test_right === undefined ? '' : told(words.test_right, numbers.test_right, numbers.test_examples));
    curve.draw(state.curve);
    table.draw();
    map.draw();
  }

  // Nothing more is said of a training once something else has been changed.
  function drawDone(_, what) {
    if (what !== 'learned' && what !== 'numbers') return;
    const isDone = what === 'learned' && !state.isTraining && state.step === state.lossStep && before > 0 && !state.note;
    say(done, isDone ? told(words.training_done, Math.floor(state.epoch + NEARLY), short(before), short(state.numbers.mean_loss)) : '');
    set(done, { 'data-trend': state.numbers.mean_loss <= before ? 'falls' : 'rises' });
  }
  state.listen(drawDone);
  state.listen(draw);
  draw();
  return element(
    'section', { class: 'card training', id: 'training' }, element('h2', {}, words.training),
    element('div', { class: 'buttons' }, play, one),
    element('div', { class: 'results' }, epoch, loss, right, test), done, curve.node, map.node, table.node);
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
