// Where the playhead is when the page is opened: where it was in this tab, else at a picture that shows much.

export function keepPlace(studio) {
  let isPlaced = false;
  const memory = () => `playhead ${studio.lesson.scene}`;
  studio.addEventListener('lesson', () => {
    const { view } = studio;
    if (!view || isPlaced) return;
    isPlaced = true;
    const kept = readKept(memory());
    if (kept === null) studio.seek(view.poster);
    else studio.seekTime(kept);
  });
  studio.addEventListener('rest', () => {
    if (!studio.view) return;
    try {
      sessionStorage.setItem(memory(), String(studio.time));
    } catch {
      // Without a memory it begins with the poster.
    }
  });
}

function readKept(name) {
  try {
    const kept = Number.parseFloat(sessionStorage.getItem(name));
    return Number.isFinite(kept) ? kept : null;
  } catch {
    return null;
  }
}
