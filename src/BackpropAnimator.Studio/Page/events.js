// Hears from the server what happens to the scene, and shows it at once.

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
  source.addEventListener('open', () => { document.body.dataset.connection = 'open'; });
  // The browser tries again by itself; when the studio is back under the same address, its first event brings the page up to date.
  source.addEventListener('error', () => {
    document.body.dataset.connection = 'lost';
    revision = null;
    if (source.readyState !== EventSource.CLOSED) return;
    const words = 'The studio has been closed. Start it again, and open the address that it prints.';
    studio.dispatchEvent(new CustomEvent('lost', { detail: words }));
  });
}
