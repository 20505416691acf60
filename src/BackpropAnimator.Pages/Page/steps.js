// The way through one step of learning: buttons, keys, and a sentence on where one is.

import { element, say, set, told } from './dom.js';
import { short } from './numbers.js';

const PLAY_PAUSE = 1900;

export function createSteps(state) {
  const { words } = state.lesson;
  const back = element('button', { type: 'button', class: 'quiet', onclick: () => goTo(state.step - 1) }, '‹ ', words.back);
  const play = element('button', { type: 'button', class: 'quiet', onclick: () => (timer ? stop() : start()) });
  const next = element('button', { type: 'button', class: 'main', id: 'next', onclick: () => { stop(); forth(); } });
  const track = element('ol', { class: 'track', 'aria-hidden': 'true' });
  const place = element('span', { class: 'place' });
  const sentence = element('p', { class: 'sentence', 'aria-live': 'polite' });
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

  function sentenceNow() {
    const { step, layerCount, lesson: { layers }, numbers } = state;
    if (step === 0) return words.at_input;
    if (step <= layerCount) return told(words.at_layer, layers[step]);
    if (step === state.lossStep) return told(words.at_loss, short(numbers.loss));
    if (step === state.lastStep)
      return numbers.after ? told(words.at_update, short(numbers.loss), short(numbers.after.loss)) : words.diverged;
    const layer = 2 * layerCount + 2 - step;
    return told(layer === layerCount ? words.at_output : words.at_hidden, layers[layer]);
  }

  function draw() {
    const isLast = state.step === state.lastStep;
    back.disabled = state.step === 0;
    say(next, isLast ? words.learn : `${words.step} ›`);
    say(play, timer ? words.pause : words.play);
    set(play, { 'aria-pressed': String(Boolean(timer)) });
    say(place, told(words.position, state.step + 1, state.lastStep + 1));
    say(sentence, sentenceNow());
    dots.forEach((dot, step) => set(dot, { 'data-at': step === state.step ? 'here' : step < state.step ? 'past' : null }));
  }

  // Arrows step, unless something that has the focus wants them itself.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea, details, [role=slider]')) return;
    const press = { ArrowRight: forth, ArrowLeft: () => state.goTo(state.step - 1), Home: () => state.goTo(0) }[event.key];
    if (!press) return;
    event.preventDefault();
    stop();
    press();
  });

  state.listen(draw);
  draw();
  return element('div', { class: 'steps' }, sentence, track, element('div', { class: 'buttons' }, back, play, next, place));
}
