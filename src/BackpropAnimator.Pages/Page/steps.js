// The way through one step of learning: buttons, keys, and a sentence on where one is.

import { element, say, set, told } from './dom.js';
import { short } from './numbers.js';
import { createSource } from './source.js';

const PLAY_PAUSE = 1900;

// What has arrow keys of its own.
const TAKES_KEYS = 'input, select, textarea, details, [role=slider], [role=button]';

export function createSteps(state) {
  const { words } = state.lesson;
  const back = element('button', { type: 'button', class: 'quiet', onclick: () => goTo(state.step - 1) }, '‹ ', words.back);
  const play = element('button', { type: 'button', class: 'quiet', onclick: () => (timer ? stop() : start()) });
  const next = element('button', { type: 'button', class: 'main', id: 'next', onclick: () => { stop(); forth(); } });
  const track = element('ol', { class: 'track', 'aria-hidden': 'true' });
  const place = element('span', { class: 'place' });
  const sentence = element('p', { 'aria-live': 'polite' });
  const source = createSource(state);
  const dots = Array.from({ length: state.lastStep + 1 }, (_, step) =>
    element('li', { class: sideOf(step), onclick: () => goTo(step) }));
  track.append(...dots);
  let timer = 0;

  function sideOf(step) {
    if (step <= state.layerCount) return 'forward';
    if (step === state.lossStep) return 'loss';
    return step <= state.lastBackwardStep ? 'backward' : 'learned';
  }
  function goTo(step) {
    stop();
    state.goTo(step);
  }
  function forth() { state.step === state.lastStep ? state.learn() : state.goTo(state.step + 1); }
  function start() {
    const tick = () => {
      forth();
      if (state.step === state.lastStep) return stop();
      timer = setTimeout(tick, PLAY_PAUSE);
    };
    timer = setTimeout(tick, 0);
    draw();
  }
  function stop() {
    clearTimeout(timer);
    timer = 0;
    draw();
  }

  function sentenceAt(step) {
    const { layerCount, lesson: { layers }, numbers } = state;
    if (step === 0) return words.at_input;
    if (step <= layerCount) return told(words.at_layer, layers[step]);
    if (step === state.lossStep) return told(words.at_loss, short(numbers.loss));
    if (step === state.lastStep) return updateNow(numbers);
    const layer = 2 * layerCount + 2 - step;
    return told(layer === layerCount ? words.at_output : words.at_hidden, layers[layer]);
  }

  function updateNow({ after, batch, loss, batch_loss: mean, batch_loss_after: meanAfter }) {
    if (!after) return words.diverged;
    return batch > 1
      ? told(words.at_update_mean, batch, short(mean), short(meanAfter))
      : told(words.at_update, short(loss), short(after.loss));
  }

  // All sentences lie in one place, unseen but the one of now: the longest keeps the buttons below from jumping.
  const others = [words.at_training, ...Array.from({ length: state.lastStep + 1 }, (_, step) => sentenceAt(step))];
  const sentences = element(
    'div', { class: 'sentence' }, sentence, others.map(text => element('p', { class: 'unseen', 'aria-hidden': 'true' }, text)));

  function draw() {
    const isLast = state.step === state.lastStep;
    back.disabled = state.step === 0;
    say(next, isLast ? words.learn : `${words.step} ›`);
    say(play, timer ? words.pause : words.play);
    set(play, { 'aria-pressed': String(Boolean(timer)) });
    say(place, told(words.position, state.step + 1, state.lastStep + 1));
    say(sentence, state.isTraining ? words.at_training : sentenceAt(state.step));
    source.draw();
    dots.forEach((dot, step) => set(dot, { 'data-at': step === state.step ? 'here' : step < state.step ? 'past' : null }));
  }

  // Arrows step, unless something that has the focus wants them itself.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(TAKES_KEYS)) return;
    const press = { ArrowRight: forth, ArrowLeft: () => state.goTo(state.step - 1), Home: () => state.goTo(0) }[event.key];
    if (!press) return;
    event.preventDefault();
    stop();
    press();
  });

  state.listen(draw);
  draw();
  return element(
    'div', { class: 'steps' }, sentences, track, element('div', { class: 'buttons' }, back, play, next),
    element('div', { class: 'below' }, source.node, place));
}
