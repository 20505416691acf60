// Tells readers of the screen what others see happen.

export function announce(words) {
  const live = document.getElementById('live');
  // The same words twice are read twice only when the region has changed between.
  live.textContent = '';
  requestAnimationFrame(() => { live.textContent = words; });
}
