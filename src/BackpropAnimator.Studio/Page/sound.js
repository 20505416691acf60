// What is heard while it plays. The picture has the clock: the sound follows it, and comes in when it is mixed.

import { element } from './dom.js';
import { getBlob, ServerError } from './server.js';

// In seconds. An ear hears no less; to set the sound anew at smaller drifts would be heard.
const mostDrift = 0.15;

// In milliseconds. It is mixed before anybody plays, but not while a lesson comes and goes at every change.
const unchanged = 1500;

export function mountSound(studio) {
  const audio = element('audio', { hidden: true, preload: 'auto' });
  document.body.append(audio);
  // The view whose sound is there or under way.
  let viewId = null;
  let mixing = 0;

  const fetchSound = async () => {
    const { view, isMuted } = studio;
    if (isMuted || !view || viewId === view.id) return;
    forget();
    viewId = view.id;
    let sound;
    try {
      sound = await getBlob(`/sound/${view.id}`);
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      // A lesson that has changed since is asked for anew by itself.
      if (error.status !== 410) studio.setSound('failed', error.message);
      return;
    }
    if (viewId !== view.id) return;
    if (sound.size === 0) {
      studio.setSound('none');
      return;
    }
    audio.src = URL.createObjectURL(sound);
    studio.setSound('ready');
    follow();
  };
  const forget = () => {
    audio.pause();
    if (audio.src) URL.revokeObjectURL(audio.src);
    audio.removeAttribute('src');
    viewId = null;
    studio.setSound('unknown');
  };
  const follow = () => {
    if (!audio.hasAttribute('src')) return;
    if (!studio.isPlaying) {
      audio.pause();
      return;
    }
    if (Math.abs(audio.currentTime - studio.time) > mostDrift) audio.currentTime = studio.time;
    if (audio.paused) audio.play().catch(ignoreAnotherPause);
  };
  studio.addEventListener('playing', () => {
    if (studio.isPlaying) fetchSound();
    follow();
  });
  studio.addEventListener('frame', () => { if (studio.isPlaying) follow(); });
  studio.addEventListener('muted', () => {
    audio.muted = studio.isMuted;
    fetchSound();
  });
  studio.addEventListener('lesson', () => {
    if (!studio.view || studio.view.id === viewId) return;
    forget();
    clearTimeout(mixing);
    mixing = setTimeout(fetchSound, studio.isPlaying ? 0 : unchanged);
  });
}

// Paused before it has begun, or a browser that wants a press of a key first: the next press brings it.
function ignoreAnotherPause(error) {
  if (error.name !== 'AbortError' && error.name !== 'NotAllowedError') throw error;
}
