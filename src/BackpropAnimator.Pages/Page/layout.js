// Where units stand: columns from left to right, upright on a narrow screen; long layers show their first and last units.

const MOST_SHOWN = 10;

/** @param {number[]} sizes units per layer, input first @param {boolean} isTall whether the picture is higher than wide */
export function layOut(sizes, isTall) {
  const across = isTall ? { width: 400, height: Math.max(420, sizes.length * 104) } : { width: 880, height: 470 };
  const shown = sizes.map(shownOf);
  // What is left out has a place of its own, in the middle.
  const placesOf = layer => shown[layer].length + (shown[layer].length < sizes[layer] ? 1 : 0);
  const most = Math.max(...sizes.map((_, layer) => placesOf(layer)));
  const [along, beside] = isTall ? [across.height, across.width] : [across.width, across.height];
  const [start, end] = isTall ? [58, 66] : [96, 116];
  const pitch = Math.min(isTall ? 110 : 150, (beside - (isTall ? 16 : 64)) / most);
  const radius = Math.max(9, Math.min(isTall ? 25 : 34, pitch * 0.34, (along - start - end) / (sizes.length - 1) * 0.22));
  const units = shown.map((indices, layer) => new Map(indices.map((unit, place) => {
    const a = start + (along - start - end) * layer / (sizes.length - 1);
    const isAfterGap = placesOf(layer) > indices.length && place >= indices.length / 2;
    const b = beside / 2 + (place + (isAfterGap ? 1 : 0) - (placesOf(layer) - 1) / 2) * pitch;
    return [unit, isTall ? { x: b, y: a } : { x: a, y: b }];
  })));
  return { ...across, radius, units, isTall, hidden: sizes.map((size, layer) => size - shown[layer].length) };
}

function shownOf(size) {
  const all = Array.from({ length: size }, (_, unit) => unit);
  return size <= MOST_SHOWN ? all : [...all.slice(0, MOST_SHOWN / 2), ...all.slice(-MOST_SHOWN / 2)];
}
