// What is wrong with the scene: in its text, with line and column, and on the picture, with the time when it is first seen.

import { element } from '../dom.js';
import { clock } from '../time.js';

export const title = 'Problems';

export function mount(container, studio, count) {
  const list = element('ol', { class: 'problems' });
  const none = element('p', { class: 'empty' }, 'None. The scene can be rendered as it is.');
  const stale = element('p', { class: 'stale', hidden: true }, 'The picture is the last good one.');
  container.append(element('h2', {}, title), stale, list, none);

  const show = () => {
    const { problems, is_current: isCurrent, view } = studio.lesson;
    const seen = view?.layout ?? [];
    stale.hidden = isCurrent || !view;
    list.replaceChildren(...problems.map(ofText), ...seen.map(problem => onPicture(problem, studio)));
    none.hidden = list.childElementCount > 0;
    count(list.childElementCount);
  };
  studio.addEventListener('lesson', show);
}

function ofText(problem) {
  return element('li', { class: problem.severity },
    element('p', { class: 'where' }, problem.line ? `${problem.file}:${problem.line}:${problem.column}` : problem.file),
    element('p', {}, problem.message), problem.hint ? element('p', { class: 'hint' }, problem.hint) : null);
}

function onPicture(problem, studio) {
  return element('li', { class: 'seen' },
    element('button', { class: 'where', onclick: () => studio.seekTime(problem.time) }, clock(problem.time)),
    element('p', {}, problem.message));
}
