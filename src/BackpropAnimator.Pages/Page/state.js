// What the page shows, in one place: the engine's numbers, the step, the chosen connection. Parts of the page listen to it.

import { told } from './dom.js';

/** @param {object} lesson what the page was made with @param {object} engine see engine.js */
export function createState(lesson, engine) {
  const listeners = [];
  const layerCount = lesson.layers.length - 1;
  const { has_data: hasData, training } = JSON.parse(lesson.model);
  const state = {
    lesson, engine, layerCount,
    /** The examples that it is trained on; none where there is the one alone. */
    data: hasData ? training.data : [],
    /** How many of them a step takes the mean over; all of them where the lesson says nothing. */
    batch: training.batch ?? training.data.length,
    numbers: engine.numbers(),
    /** 0: at the input; 1 … L forward; L + 1 the loss; then backward from the last layer to the first; at last the update. */
    step: 0,
    lastStep: 2 * layerCount + 2,
    /** The connection that is looked into: its layer from 0, its units from 0. */
    chosen: { layer: layerCount - 1, to: 0, from: 0 },
    /** The unit that is looked into instead: its layer from 0 after the input, and its own number; null for none. */
    chosenUnit: null,
    /** Whether the network goes through its epochs just now. */
    isTraining: false,
    /** Losses of the training so far: [epoch, loss]. */
    curve: [],
    note: '',
    listen: listener => { listeners.push(listener); },
    tell: what => { for (const listener of listeners) listener(state, what); },

    get lossStep() { return layerCount + 1; },
    get lastBackwardStep() { return 2 * layerCount + 1; },
    /** What comes out of a layer, counted from the input. */
    activationsOf: layer => (layer === 0 ? state.numbers.example.input : state.numbers.forward[layer - 1].a),
    /** Whether the units of a layer, counted from 0 after the input, have their values, or their δ. */
    hasForward: layer => state.step > layer,
    /** What the step makes of a weight, where the page has come to it; null before, and where there is no such step. */
    weightAfter: (layer, to, from) => (state.step === state.lastStep ? state.numbers.after?.layers[layer].weights[to][from] ?? null : null),
    hasBackward: layer => state.step >= layerCount + 2 + (layerCount - 1 - layer),

    goTo(step) {
      const wanted = Math.max(0, Math.min(state.lastStep, step));
      if (wanted === state.step) return;
      const forth = wanted === state.step + 1;
      state.step = wanted;
      state.tell(forth ? 'step' : 'jump');
    },

    choose(chosen) {
      state.chosen = chosen;
      state.chosenUnit = null;
      state.tell('chosen');
    },

    chooseUnit(unit) {
      state.chosenUnit = unit;
      state.tell('chosen');
    },

    /** Changes what an object names, and shows what follows from it, as far as the step has come. */
    change(changes) {
      const problem = engine.change(changes);
      state.note = problem ? told(lesson.words.not_possible, problem) : '';
      const isOfNetwork = ['weight', 'bias', 'parameters', 'activations', 'loss'].some(key => key in changes);
      state.refresh();
      if (isOfNetwork && !problem) state.startCurve();
      state.tell('numbers');
    },

    /** Takes the step of learning that the page has gone through, and goes back to the input. */
    learn() {
      if (!engine.learn()) return;
      state.refresh();
      state.curve.push([state.epoch, state.numbers.mean_loss]);
      state.step = 0;
      state.tell('learned');
    },

    /** Whether the network is at its training, which ends with what all units make of the example in view. */
    setTraining(isTraining) {
      state.isTraining = isTraining;
      if (isTraining) state.step = state.lossStep;
      state.tell('learned');
    },

    /** Trains for some epochs. Gives whether it can go on, and how many milliseconds it took. */
    train(epochs) {
      const first = state.epoch, start = performance.now();
      const { losses, has_diverged: hasDiverged } = engine.train(epochs);
      const took = performance.now() - start;
      losses.slice(1).forEach((loss, i) => state.curve.push([first + i + 1, loss]));
      state.refresh();
      state.note = hasDiverged ? lesson.words.diverged : '';
      state.tell('learned');
      return { goesOn: !hasDiverged, took };
    },

    reset() {
      engine.reset();
      state.note = '';
      state.step = 0;
      state.refresh();
      state.startCurve();
      state.tell('learned');
    },

    refresh() { state.numbers = engine.numbers(); },
    startCurve() { state.curve = [[state.epoch, state.numbers.mean_loss]]; },
    get epoch() { return state.numbers.epoch; },
  };
  state.startCurve();
  return state;
}
