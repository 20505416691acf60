// Pictures of frames. Whoever scrubs gets the latest one that he asked for, and no queue of those he has passed by.

import { getBlob, ServerError } from './server.js';

/**
 * Shows the latest frame that was wanted: one request is under way at a time, and of what was wanted meanwhile all but the last is never
 * asked for.
 */
export class LatestFrame {
  #wanted = null;
  #isBusy = false;
  #rest = new AbortController();
  #draw;
  #onGone;

  /**
   * @param {(picture: ImageBitmap, frame: number, view: object) => void} draw
   * @param {() => void} onGone The view has been closed on the server.
   */
  constructor(draw, onGone) {
    this.#draw = draw;
    this.#onGone = onGone;
  }

  /** @param {'frame'|'still'} kind A still is as large as the video and takes its time: whatever is wanted next does not wait for it. */
  async want(view, frame, kind = 'frame') {
    this.#wanted = { view, frame, kind };
    this.#rest.abort();
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.#wanted) await this.#show(this.#wanted);
    } finally {
      this.#isBusy = false;
    }
  }

  async #show({ view, frame, kind }) {
    this.#wanted = null;
    this.#rest = new AbortController();
    try {
      const picture = await pictureOf(view, frame, kind, kind === 'still' ? this.#rest.signal : undefined);
      if (kind === 'frame' || !this.#wanted) this.#draw(picture, frame, view);
      else picture.close();
    } catch (error) {
      if (error.name === 'AbortError') return;
      if (!(error instanceof ServerError)) throw error;
      if (error.status === 410) this.#onGone();
    }
  }
}

/** The frames that are played next, asked for ahead of time. */
export class FramesAhead {
  // Two cores paint two frames at a time; more requests would only wait. A quarter of a second hides an uneven one.
  static #underWay = 2;
  static #most = 8;

  #view;
  #step;
  #pictures = new Map();
  #busy = new Set();
  #next = 0;
  #range = [0, 0];

  /** @param {number} step How many of the lesson's frames go by from one picture to the next. */
  constructor(view, step) {
    this.#view = view;
    this.#step = step;
  }

  /** Begins anew at a frame, and goes round in a range of frames: from its first to before its end. */
  start(frame, range) {
    this.close();
    this.#range = range;
    this.#next = frame;
    this.#fill();
  }

  /** The latest picture that is not after a frame; null where it has not come. What lies before it is forgotten. */
  take(frame) {
    let best = null;
    for (const at of this.#pictures.keys()) if (this.#isDue(at, frame) && (best === null || this.#isDue(best, at))) best = at;
    if (best === null) {
      // Too late for what is under way: go on from here.
      if (this.#isDue(this.#next, frame)) this.#next = this.#after(frame);
      this.#fill();
      return null;
    }
    for (const [at, picture] of this.#pictures) {
      if (at === best || !this.#isDue(at, best)) continue;
      picture.close();
      this.#pictures.delete(at);
    }
    const picture = this.#pictures.get(best);
    this.#pictures.delete(best);
    if (this.#isDue(this.#next, frame)) this.#next = this.#after(frame);
    this.#fill();
    return { picture, frame: best };
  }

  close() {
    for (const picture of this.#pictures.values()) picture.close();
    this.#pictures.clear();
    this.#busy = new Set();
  }

  // Whether one frame is shown before another or is that one: in a loop, what lies less than half a round behind.
  #isDue(at, frame) {
    const length = this.#range[1] - this.#range[0];
    const behind = ((frame - at) % length + length) % length;
    return behind < length / 2;
  }

  #after(frame) {
    const next = frame + this.#step;
    return next < this.#range[1] ? next : this.#range[0];
  }

  #fill() {
    while (this.#busy.size < FramesAhead.#underWay && this.#pictures.size + this.#busy.size < FramesAhead.#most) {
      const frame = this.#next;
      if (this.#busy.has(frame) || this.#pictures.has(frame)) return;
      this.#next = this.#after(frame);
      this.#fetch(frame, this.#busy);
    }
  }

  async #fetch(frame, busy) {
    busy.add(frame);
    try {
      const picture = await pictureOf(this.#view, frame, 'frame');
      if (busy === this.#busy) this.#pictures.set(frame, picture);
      else picture.close();
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      return;
    } finally {
      busy.delete(frame);
    }
    if (busy === this.#busy) this.#fill();
  }
}

async function pictureOf(view, frame, kind, signal) {
  return createImageBitmap(await getBlob(`/${kind}/${view.id}/${frame}`, signal));
}
