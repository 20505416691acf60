// Files of the lesson: a video, a picture of the frame under the playhead, a GIF of its phase. The studio makes them, not the page.

import { announce } from '../announce.js';
import { element } from '../dom.js';
import { getJsonIfThere, postJson, remove } from '../server.js';
import { clock } from '../time.js';
import { tellRefusal } from '../toast.js';

export const title = 'Export';

export function mount(container, studio, count) {
  const [video, still] = [element('select', { 'aria-label': 'Kind of video' }), element('select', { 'aria-label': 'Kind of picture' })];
  const draft = element('input', { type: 'checkbox', id: 'export-draft' });
  const ask = wish => () => {
    if (studio.view) tellRefusal(postJson(`/renders/${studio.view.id}/${studio.frame}`, wish()));
  };
  const render = button('Render', 'primary', ask(() => ({ what: 'video', format: video.value, draft: draft.checked })));
  const save = button('Save still', '', ask(() => ({ what: 'still', format: still.value })));
  const gif = button('Make GIF', '', ask(() => ({ what: 'gif' })));
  const [frame, phase] = [element('p', { class: 'hint' }), element('p', { class: 'hint' })];
  const why = element('p', { class: 'stale', id: 'export-why', hidden: true },
    'The scene has problems, and the picture is the last good one: mend them first, then files can be made.');
  const jobs = element('ol', { class: 'jobs' });
  container.append(
    why, choice('The lesson', element('p', { class: 'hint' }, 'With its sound, subtitles and chapters.'), video, render,
      element('label', { class: 'draft', for: 'export-draft' }, draft, 'Draft: made faster, a larger file')),
    choice('This frame', frame, still, save), choice('This phase', phase, element('span', { class: 'fixed' }, 'GIF, 480p'), gif),
    element('h2', {}, 'Files'), jobs, element('p', { class: 'empty' }, 'Nothing has been asked for yet.'));

  const rows = new Map();
  const show = job => {
    if (!rows.has(job.id)) {
      rows.set(job.id, rowOf(job.id));
      jobs.prepend(rows.get(job.id));
    }
    rows.get(job.id).fill(job);
    count([...rows.values()].filter(row => row.isBusy).length, false);
  };
  const refresh = async () => {
    const answer = await getJsonIfThere('/renders');
    if (!answer) return;
    const { videos, stills, jobs: known } = answer;
    if (!video.options.length) video.append(...videos.map(optionOf));
    if (!still.options.length) still.append(...stills.map(optionOf));
    known.reverse().forEach(show);
  };
  studio.addEventListener('server:render', event => show(event.detail));
  studio.addEventListener('lesson', refresh);
  studio.addEventListener('lesson', () => {
    const { is_current: isCurrent } = studio.lesson;
    why.hidden = isCurrent;
    for (const act of [render, save, gif]) {
      act.disabled = !isCurrent;
      act.title = isCurrent ? '' : why.textContent;
    }
  });
  studio.addEventListener('frame', () => {
    frame.textContent = `At ${clock(studio.time)}, every pixel as the video has it.`;
    phase.textContent = studio.phase?.title ?? '';
  });
}

const button = (words, kind, onclick) => element('button', { class: kind, onclick }, words);

const optionOf = ({ name, title, description }) => element('option', { value: name, title: description }, title);

const choice = (heading, words, kind, act, more = null) => element('div', { class: 'wish' },
  element('h2', {}, heading), words, element('div', { class: 'row' }, kind, act), more);

function rowOf(id) {
  const [name, words, bar] = [element('p', { class: 'file' }), element('p', { class: 'hint' }), element('progress', { max: 1 })];
  const stop = element('button', { class: 'quiet', onclick: () => tellRefusal(remove(`/renders/${id}`)) }, 'Cancel');
  const get = element('a', { class: 'get', href: `/renders/${id}/file`, download: '' }, 'Download');
  const row = element('li', {}, name, element('div', { class: 'row' }, words, stop, get), bar);
  let state = null;
  row.fill = job => {
    row.dataset.state = job.state;
    row.isBusy = job.state === 'waiting' || job.state === 'running';
    name.textContent = job.file;
    bar.setAttribute('aria-label', `${job.title}, how far it is`);
    [bar.hidden, stop.hidden, get.hidden] = [!row.isBusy, !row.isBusy, job.state !== 'finished'];
    if (job.count) bar.value = job.done / job.count;
    else bar.removeAttribute('value');
    words.textContent = wordsOf(job);
    if (state !== null && state !== job.state && !row.isBusy) announce(`${job.file}: ${wordsOf(job)}`);
    state = job.state;
  };
  return row;
}

function wordsOf({ state, title, done, count, words }) {
  if (state === 'running') return count ? `${Math.floor(100 * done / count)} % · ${done} of ${count} frames` : 'is being made…';
  const over = { finished: `${title}, finished`, cancelled: 'cancelled; nothing is left of it', failed: words };
  return state === 'waiting' ? 'waits for its turn' : over[state];
}
