// Puts the page together.

import { element, say, told } from './dom.js';
import { startEngine } from './engine.js';
import { createInspector } from './inspector.js';
import { createKnobs } from './knobs.js';
import { createLegend } from './legend.js';
import { createLink, restore } from './link.js';
import { writeWith } from './numbers.js';
import { createStage } from './stage.js';
import { createState } from './state.js';
import { createSteps } from './steps.js';
import { createTables } from './tables.js';
import { createTraining } from './training.js';
import { watchWorksheet } from './worksheet.js';

/** @param {object} files where the engine's files are: see boot.js */
export async function start(files) {
  const lesson = JSON.parse(document.getElementById('data').textContent);
  const place = document.getElementById('lab');
  writeWith(lesson.decimal);
  addFonts(files);
  watchWorksheet(lesson.words);
  try {
    const engine = await startEngine(files);
    engine.open(lesson.model);
    const state = createState(lesson, engine);
    const stage = createStage(state);
    const legend = createLegend(state, stage.hasNumbers);
    place.replaceChildren(
      element('div', { class: 'columns' },
        element('section', { class: 'card picture' }, stage.node, legend.node, createSteps(state), hint(lesson.words)),
        element('div', { class: 'slim' }, createInspector(state), createKnobs(state), createTraining(state))),
      createTables(state), createLink(state));
    stage.fit();
    legend.draw();
    restore(state);
    addEventListener('hashchange', () => restore(state));
    place.removeAttribute('aria-busy');
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    place.replaceChildren(element('p', { class: 'card notice', role: 'alert' }, told(lesson.words.failed, error.message)));
    throw error;
  }
}

// A finger taps, and takes hold of the handle; a pointer clicks, and drags the connection itself.
function hint(words) {
  const hasFinger = matchMedia('(pointer: coarse)');
  const text = element('p', { class: 'small hint' });
  const draw = () =>
    say(text, hasFinger.matches ? `${words.tap_hint} ${words.swipe_hint}` : `${words.pick_hint} ${words.drag_hint}`);
  hasFinger.addEventListener('change', draw);
  draw();
  return text;
}

// From memory: there is nothing to load.
function addFonts({ bytesOf }) {
  const fonts = [['Page', '400', 'text.otf'], ['Page', '600 700', 'text-bold.otf'], ['Page Math', '400', 'math.otf']];
  for (const [family, weight, name] of fonts)
    document.fonts.add(new FontFace(family, bytesOf(name), { weight }));
}
