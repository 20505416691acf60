// Hears from the server what happens to the scene, and shows it at once.

import { announce } from './announce.js';
import { element } from './dom.js';

// A connection that is back after so many milliseconds is nothing to be told of.
const patience = 2000;

/** Every event of the server comes to the studio under its own name with `server:` before it, its data in `detail`. */
export function listenToEvents(studio) {
  const source = new EventSource('/events');
  let revision = null;
  source.addEventListener('changed', event => {
    const told = JSON.parse(event.data);
    if (told.revision === revision) return;
    revision = told.revision;
    studio.reload();
  });
  for (const name of ['render', 'note']) {
    source.addEventListener(name, event => studio.dispatchEvent(new CustomEvent(`server:${name}`, { detail: JSON.parse(event.data) })));
  }
  const gone = element('p', { class: 'banner gone', hidden: true }, 'The studio has been closed; start it again in the terminal.');
  document.getElementById('banners').append(gone);
  let waiting = 0;
  const tell = () => {
    if (!gone.hidden) return;
    gone.hidden = false;
    announce(gone.textContent);
  };
  source.addEventListener('open', () => {
    clearTimeout(waiting);
    waiting = 0;
    gone.hidden = true;
    document.body.dataset.connection = 'open';
  });
  // The browser tries again by itself; when the studio is back under the same address, its first event brings the page up to date.
  source.addEventListener('error', () => {
    document.body.dataset.connection = 'lost';
    revision = null;
    // The browser does not try again where something else answers, or a studio with another token.
    if (source.readyState === EventSource.CLOSED) {
      gone.textContent = 'The studio has been closed. Start it again, and open the address that it prints.';
      tell();
    } else waiting ||= setTimeout(tell, patience);
  });
}
