// The studio's page: what its parts are, and which of them hears of what.

import { announce } from './announce.js';
import { listenToEvents } from './events.js';
import { listenToKeys } from './keys.js';
import { lookForTrouble } from './trouble.js';
import { mountChanges } from './changes.js';
import { mountPanels } from './panels/index.js';
import { keepPlace } from './place.js';
import { mountSound } from './sound.js';
import { mountStage, mountWholePicture } from './stage.js';
import { mountSwitches } from './switches.js';
import { mountTimeline } from './timeline/timeline.js';
import { mountTransport } from './transport.js';
import { Studio } from './state.js';
import { tell } from './toast.js';

const part = id => document.getElementById(id);
const studio = new Studio();

mountSwitches(part('switches'), studio);
mountChanges(part('changes'), studio);
mountStage(part('stage'), studio);
mountTransport(part('transport'), studio);
mountWholePicture(part('transport').lastElementChild, part('stage'), studio);
mountTimeline(part('timeline'), studio);
mountPanels(part('panels'), studio);
mountSound(studio);
listenToKeys(studio, part('help'));
lookForTrouble(studio);
keepPlace(studio);

studio.addEventListener('lesson', () => {
  const { lesson: { scene, view }, errors } = studio;
  part('scene').textContent = scene;
  part('title').textContent = view?.title ?? scene;
  document.title = `${view?.title ?? scene} · Studio`;
  if (errors.length) announce(`The scene has ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}: ${errors[0].message}`);
});
studio.addEventListener('lost', event => tell(event.detail, { isError: true }));
// It is told while the author looks at his editor, and so stays until he has read it.
studio.addEventListener('server:note', event => tell(event.detail.words, { isError: true }));

listenToEvents(studio);
