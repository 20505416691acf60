// The texts and numbers of the phase under the playhead, the numbers of the network, and the lesson's title.

import { element } from '../dom.js';
import { sendEdit } from '../edits.js';
import { getJsonIfThere } from '../server.js';
import { Ranges, numberRow } from './number.js';
import { textRow } from './text.js';

export const title = 'Tweak';

export function mount(container, studio) {
  const heading = element('h2', {}, 'Phase');
  const duplicate = element('button', { onclick: () => sendEdit({ duplicate: phase }) }, 'Duplicate');
  const erase = element('button', { onclick: () => sendEdit({ delete: phase }) }, 'Delete');
  const [texts, options, network, sceneTexts] = ['texts', 'numbers', 'numbers', 'texts'].map(kind => element('div', { class: kind }));
  const legend = element('p', { class: 'hint legend' },
    element('span', { class: 'written' }, 'written in the scene'), element('span', {}, 'left to its default'));
  container.append(
    element('div', { class: 'head' }, heading, duplicate, erase), options, texts, element('h2', {}, 'Network'), network,
    element('h2', {}, 'Lesson'), sceneTexts, legend,
    element('p', { class: 'hint' }, 'Drawn at once; written into the file when you save.'));

  const ranges = new Ranges();
  let phase = null, asked = '';
  const refresh = async () => {
    const { view, phaseIndex, lesson } = studio;
    if (!view) return;
    const wanted = `${lesson.revision}.${view.id}.${phaseIndex}`;
    if (wanted === asked) return;
    asked = wanted;
    const found = await getJsonIfThere(`/options/${view.id}/${studio.frame}`);
    if (!found) asked = '';
    if (wanted !== asked) return;
    phase = found.phase;
    const shown = studio.view.phases[phaseIndex];
    heading.textContent = shown?.title ?? 'Phase';
    describe(duplicate, 'Write this phase once more, behind itself');
    describe(erase, 'Take this phase out of the scene, with the comments above it');
    const row = make => key => make(key.path);
    show(options, found.options, row(path => numberRow(path, ranges, shown?.name)));
    show(texts, found.texts, row(textRow));
    show(network, found.network, row(path => numberRow(path, ranges, '')));
    show(sceneTexts, found.scene_texts, row(textRow));
  };
  // While the text has problems, what it says and what the picture shows are two things: fields have what is written.
  const show = (list, keys, make) => fillRows(list, keys.map(key => ({
    ...key, problem: problemOf(key, studio), pending: studio.lesson.is_current ? null : key.written ?? null,
  })), make);
  const describe = (button, does) => {
    const { is_current: isCurrent } = studio.lesson;
    button.disabled = !isCurrent || phase === null;
    button.title = isCurrent ? does : 'Not while the scene has problems: mend these first';
  };
  studio.addEventListener('lesson', refresh);
  studio.addEventListener('frame', refresh);
}

function problemOf({ start, end }, studio) {
  if (!start) return null;
  const { problems, scene } = studio.lesson;
  const isAfter = ([line, column], at) => at.line > line || (at.line === line && at.column >= column);
  return problems.find(problem =>
    problem.severity === 'error' && problem.file === scene && isAfter(start, problem) && !isAfter(end, problem))?.message ?? null;
}

// A field that is held keeps its place: only what it shows changes.
function fillRows(list, keys, make) {
  const known = new Map([...list.children].map(row => [row.dataset.path, row]));
  const rows = keys.map(key => {
    const row = known.get(key.path) ?? make(key);
    row.fill(key);
    return row;
  });
  if (rows.length !== list.children.length || rows.some((row, i) => row !== list.children[i])) list.replaceChildren(...rows);
  list.classList.toggle('none', rows.length === 0);
}
