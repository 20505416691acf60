// What the page shows: the lesson, the playhead, and how they are looked at. Everything else follows the events of this.

import { getJson, ServerError } from './server.js';

// The playhead stands still when it has not moved for so many milliseconds.
const resting = 200;

/**
 * Events: `lesson` (another text, view or other problems), `frame` (the playhead has moved), `rest` (it stands still), `playing`, `loop`,
 * `muted`, `sound` (whether there is any to be heard),
 * `pick` (a place of the picture was clicked), `marks`, `review`, `panel` (one shall be opened), `zoom`, `lost` (the server does not
 * answer).
 */
export class Studio extends EventTarget {
  lesson = null;
  frame = 0;
  isPlaying = false;
  isLooping = false;
  isMuted = false;
  /** @type {{state: 'unknown'|'ready'|'none'|'failed', words: string}} Known once it has played. */
  sound = { state: 'unknown', words: '' };
  shape = null;
  language = null;
  marks = [];
  /** What viewers would have trouble with in all of the lesson; null until it has been looked through. */
  review = null;
  #reloading = null;
  #isOutdated = false;
  #rest = 0;

  /** The lesson that is seen: the last good one where the text makes none. */
  get view() {
    return this.lesson?.view ?? null;
  }

  /** The problems that leave the text without a lesson. */
  get errors() {
    return this.lesson?.problems.filter(problem => problem.severity === 'error') ?? [];
  }

  /** The index of the phase that the playhead is in. */
  get phaseIndex() {
    const phases = this.view?.phases ?? [];
    const index = phases.findIndex(phase => this.frame < phase.end_frame);
    return index < 0 ? phases.length - 1 : index;
  }

  get phase() {
    return this.view?.phases[this.phaseIndex] ?? null;
  }

  /** In seconds. */
  get time() {
    return this.view ? this.frame / this.view.fps : 0;
  }

  seek(frame) {
    if (!this.view) return;
    const next = Math.max(0, Math.min(this.view.frames - 1, Math.round(frame)));
    if (next === this.frame) return;
    this.frame = next;
    this.#moved();
  }

  seekTime(seconds) {
    if (this.view) this.seek(seconds * this.view.fps);
  }

  play(isPlaying) {
    if (!this.view || isPlaying === this.isPlaying) return;
    if (isPlaying && this.frame === this.view.frames - 1) this.seek(0);
    this.isPlaying = isPlaying;
    this.#tell('playing');
    if (!isPlaying) this.#awaitRest();
  }

  loop(isLooping) {
    this.isLooping = isLooping;
    this.#tell('loop');
  }

  mute(isMuted) {
    this.isMuted = isMuted;
    this.#tell('muted');
  }

  setSound(state, words = '') {
    this.sound = { state, words };
    this.#tell('sound');
  }

  /** Looks at the scene in another shape or language; null for its own. */
  async look(shape, language) {
    [this.shape, this.language] = [shape, language];
    await this.reload();
  }

  /**
   * Boxes over the picture, in the place of those of the same kind.
   * @param {'selected'|'trouble'} kind
   * @param {{left: number, top: number, width: number, height: number, label?: string}[]} boxes As shares of the picture.
   */
  mark(kind, boxes) {
    this.marks = [...this.marks.filter(mark => mark.kind !== kind), ...boxes.map(box => ({ ...box, kind }))];
    this.#tell('marks');
  }

  setReview(review) {
    this.review = review;
    this.#tell('review');
  }

  /** Makes the timeline so many times as large. */
  zoom(factor) {
    this.dispatchEvent(new CustomEvent('zoom', { detail: factor }));
  }

  openPanel(name) {
    this.dispatchEvent(new CustomEvent('panel', { detail: name }));
  }

  pick(x, y) {
    this.dispatchEvent(new CustomEvent('pick', { detail: { x, y } }));
  }

  /** Asks for the lesson anew. While it is being asked for, further wishes become one. */
  async reload() {
    this.#isOutdated = true;
    this.#reloading ??= this.#reloadUntilCurrent().finally(() => { this.#reloading = null; });
    await this.#reloading;
  }

  async #reloadUntilCurrent() {
    while (this.#isOutdated) {
      this.#isOutdated = false;
      try {
        this.#take(await getJson('/lesson' + this.#query()));
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        this.dispatchEvent(new CustomEvent('lost', { detail: error.message }));
        return;
      }
    }
  }

  #query() {
    const query = new URLSearchParams();
    if (this.shape) query.set('shape', this.shape);
    if (this.language) query.set('language', this.language);
    return query.size ? `?${query}` : '';
  }

  // The playhead keeps its place in time, whatever has become of the phases.
  #take(lesson) {
    const time = this.time;
    this.lesson = lesson;
    if (this.view) this.frame = Math.max(0, Math.min(this.view.frames - 1, Math.round(time * this.view.fps)));
    this.#tell('lesson');
    this.#moved();
  }

  // What is marked in one picture is not there in another.
  #moved() {
    if (this.marks.length) {
      this.marks = [];
      this.#tell('marks');
    }
    this.#tell('frame');
    this.#awaitRest();
  }

  #awaitRest() {
    clearTimeout(this.#rest);
    if (this.isPlaying) return;
    this.#rest = setTimeout(() => this.#tell('rest'), resting);
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
