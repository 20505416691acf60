// The buttons under the picture, and where the playhead is in words.

import { element, icon } from './dom.js';
import { clock } from './time.js';
import { jumpPhase, zoomStep } from './keys.js';

const icons = {
  first: 'M6 5v14M19 5 9 12l10 7z',
  back: 'M17 5 7 12l10 7z',
  play: 'M7 4v16l13-8z',
  pause: 'M7 5v14M17 5v14',
  next: 'M7 5l10 7-10 7z',
  last: 'M18 5v14M5 5l10 7-10 7z',
  smaller: 'M15 15 21 21M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14M7 10h6',
  larger: 'M15 15 21 21M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14M7 10h6M10 7v6',
  keys: 'M3 7h18v10H3zM7 10.5h.1M11 10.5h.1M15 10.5h.1M17 10.5h.1M8 14h8',
  sound: 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  silence: 'M4 9v6h4l5 4V5L8 9zM16 9.5l5 5M21 9.5l-5 5',
  loop: 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
};

export function mountTransport(container, studio) {
  const button = (name, label, key, act) =>
    element('button', { class: 'round', 'aria-label': label, title: `${label} (${key})`, onclick: act }, icon(icons[name]));
  const play = button('play', 'Play', 'Space', () => studio.play(!studio.isPlaying));
  play.classList.add('main');
  const loop = button('loop', 'Loop this phase', 'L', () => studio.loop(!studio.isLooping));
  loop.setAttribute('aria-pressed', 'false');
  const sound = button('sound', 'Sound', 'M', () => studio.mute(!studio.isMuted));
  // No live regions: while it plays, they would be read out without an end. The ruler tells where the playhead is.
  const time = element('p', { class: 'time' });
  const place = element('p', { class: 'place' });
  container.append(
    element('div', { class: 'buttons' },
      button('first', 'Phase before', '[', () => jumpPhase(studio, -1)),
      button('back', 'One frame back', '←', () => studio.seek(studio.frame - 1)),
      play,
      button('next', 'One frame on', '→', () => studio.seek(studio.frame + 1)),
      button('last', 'Next phase', ']', () => jumpPhase(studio, 1)),
      loop,
      sound),
    element('div', { class: 'where' }, time, place),
    element('div', { class: 'buttons' },
      button('smaller', 'Smaller timeline', '−', () => studio.zoom(1 / zoomStep)),
      button('larger', 'Larger timeline', '+', () => studio.zoom(zoomStep)),
      button('keys', 'All keys', '?', () => studio.dispatchEvent(new Event('help')))));

  const show = () => {
    if (!studio.view) return;
    time.textContent = `${clock(studio.time)} / ${clock(studio.view.duration)}`;
    place.textContent = `${studio.phase.name} · frame ${studio.frame}`;
  };
  studio.addEventListener('frame', show);
  studio.addEventListener('playing', () => {
    play.replaceChildren(icon(studio.isPlaying ? icons.pause : icons.play));
    play.setAttribute('aria-label', studio.isPlaying ? 'Pause' : 'Play');
    play.title = `${studio.isPlaying ? 'Pause' : 'Play'} (Space)`;
  });
  const showSound = () => {
    const { isMuted, sound: { state, words } } = studio;
    const isHeard = !isMuted && state !== 'none' && state !== 'failed';
    sound.replaceChildren(icon(isHeard ? icons.sound : icons.silence));
    sound.setAttribute('aria-pressed', !isMuted);
    sound.title = state === 'none' ? 'This lesson is silent' : state === 'failed' ? words : `Sound ${isMuted ? 'on' : 'off'} (M)`;
  };
  studio.addEventListener('muted', showSound);
  studio.addEventListener('sound', showSound);
  showSound();
  studio.addEventListener('loop', () => loop.setAttribute('aria-pressed', studio.isLooping));
}
