// Puts the page together.

import { element, told } from './dom.js';
import { startEngine } from './engine.js';
import { createInspector } from './inspector.js';
import { createKnobs } from './knobs.js';
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
    const stage = element(
      'section', { class: 'card picture' }, createStage(state), createSteps(state),
      element('p', { class: 'small hint' }, `${lesson.words.pick_hint} ${lesson.words.drag_hint}`));
    place.replaceChildren(
      element('div', { class: 'columns' },
        element('div', { class: 'wide' }, stage, createInspector(state)),
        element('div', { class: 'slim' }, createKnobs(state), createTraining(state))),
      createTables(state), createLink(state));
    restore(state);
    addEventListener('hashchange', () => restore(state));
    place.removeAttribute('aria-busy');
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    place.replaceChildren(element('p', { class: 'card notice', role: 'alert' }, told(lesson.words.failed, error.message)));
    throw error;
  }
}

// From memory: there is nothing to load.
function addFonts({ bytesOf }) {
  const fonts = [['Page', '400', 'text.otf'], ['Page', '600 700', 'text-bold.otf'], ['Page Math', '400', 'math.otf']];
  for (const [family, weight, name] of fonts)
    document.fonts.add(new FontFace(family, bytesOf(name), { weight }));
}
