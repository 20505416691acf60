// The numbers on connections, and the handle of the chosen one.

import { set, shape } from './dom.js';
import { along, boxAround, boxesOfUnits, createPill, meet, MIDDLE_FIRST, placeAll, placeFreely, sizeOf } from './labels.js';

// With more connections than these, numbers on all of them would cover each other.
const MOST_NUMBERS = 12;

// The room of a handle.
const GRIP = { width: 26, height: 26 };

const ARROWS = 'M-3.5,-3 L0,-6.5 L3.5,-3 M-3.5,3 L0,6.5 L3.5,3';

/** @param {object} layout see layout.js */
export function createNumbers(edges, layout) {
  const spots = spotsOf(edges, layout);
  const pill = createPill('chosen');
  const grip = shape('g', { class: 'grip', 'aria-hidden': 'true' }, shape('circle', { r: 11 }), shape('path', { d: ARROWS }));

  // That of the chosen one goes first: what would lie below it is left out.
  function draw() {
    const chosen = edges.find(edge => edge.isChosen), texts = chosen?.textsOf() ?? [];
    const shown = edges.map((edge, i) => {
      const lines = edge.isChosen || !spots ? [] : edge.textsOf();
      const middle = lines.length > 0 ? spots[lines.length - 1][i] : null;
      return { edge, lines, middle, box: middle && boxAround(middle, sizeOf(lines.map(({ text }) => text))) };
    });
    const own = chosen ? drawChosen(chosen, texts, shown.map(one => one.box).filter(box => box)) : null;
    set(grip, { display: chosen ? null : 'none' });
    if (!chosen) pill.draw([], null);
    for (const { edge, lines, middle, box } of shown) edge.pill.draw(lines, box && own && meet(own, box) ? null : middle);
  }

  function drawChosen(edge, texts, others) {
    const units = boxesOfUnits(layout), size = sizeOf(texts.map(({ text }) => text)), hold = holdOf(edge, units);
    edge.hold(hold);
    set(grip, { transform: `translate(${hold.x} ${hold.y})` });
    const middle = placeFreely(edge, size, { ...layout, units: [...units, boxAround(hold, GRIP)], texts: others });
    pill.draw(texts, middle);
    return boxAround(middle, size);
  }

  return { grip, chosen: pill.node, areOnAll: spots !== null, draw };
}

// Where there is room for the numbers of all connections: for one line, and for two.
function spotsOf(edges, layout) {
  if (edges.length > MOST_NUMBERS) return null;
  const taken = boxesOfUnits(layout);
  return [1, 2].map(lines => placeAll(edges, sizeOf(Array(lines).fill('−0.000')), taken));
}

// Where the chosen connection is taken hold of: over no unit and no δ.
function holdOf(edge, taken) {
  const places = MIDDLE_FIRST.map(share => along(edge, share));
  return places.find(point => !taken.some(box => meet(box, boxAround(point, GRIP)))) ?? places[0];
}
