// What is wrong with the scene: in its text, with line and column, and on the picture, with the time when it is first seen.

import { element } from '../dom.js';
import { clock } from '../time.js';

export const title = 'Problems';

export function mount(container, studio, count) {
  const list = element('ol', { class: 'problems' });
  const none = element('p', { class: 'empty' });
  const stale = element('p', { class: 'stale', hidden: true }, 'The picture is the last good one.');
  container.append(element('h2', {}, title), stale, list, none);

  const show = () => {
    const { problems, is_current: isCurrent, view } = studio.lesson;
    const seen = studio.review ?? [];
    stale.hidden = isCurrent || !view;
    list.replaceChildren(...[...problems, ...seen].map(problem => problemOf(problem, studio)));
    none.hidden = list.childElementCount > 0;
    none.textContent = !view ? '' : studio.review
      ? 'None: the scene can be rendered as it is.'
      : 'None in the text. The picture is being looked through…';
    count(list.childElementCount, studio.errors.length > 0);
  };
  studio.addEventListener('lesson', show);
  studio.addEventListener('review', show);
}

function problemOf(problem, studio) {
  const where = problem.line ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
  return element('li', { class: problem.severity },
    element('p', { class: 'where' }, where, problem.time === undefined ? null : element(
      'button', { title: 'Go there', onclick: () => studio.seekTime(problem.time) }, clock(problem.time))),
    element('p', {}, problem.message), problem.hint ? element('p', { class: 'hint' }, problem.hint) : null);
}
