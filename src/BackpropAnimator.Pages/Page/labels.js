// Texts on connections: each on a ground of its own, and where it lies over no unit and no other text, or nowhere.

import { say, set, shape, widthOf } from './dom.js';

const SIZE = 12.5, LINE = 16;

// Shares of a connection, from where it starts: off the middle, where connections cross.
const PLACES = [0.3, 0.22, 0.38, 0.7, 0.62, 0.78, 0.5];

export const MIDDLE_FIRST = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** One or two lines on a ground. */
export function createPill(role) {
  const ground = shape('rect', { class: 'pill', rx: 7 });
  const lines = [0, 1].map(() => shape('text', { class: 'edge-number', 'font-size': SIZE }));
  const node = shape('g', { class: role, 'aria-hidden': 'true' }, ground, lines);
  return {
    node,
    /** @param {{text: string, tint: string}[]} texts its lines; none hides it @param {{x, y} | null} middle null hides it */
    draw(texts, middle) {
      set(node, { display: texts.length === 0 || !middle ? 'none' : null });
      if (texts.length === 0 || !middle) return;
      const box = boxAround(middle, sizeOf(texts.map(({ text }) => text)));
      set(ground, box);
      lines.forEach((line, i) => {
        say(line, texts[i]?.text ?? '');
        set(line, { x: middle.x, y: box.y + LINE * i + 13, 'data-tint': texts[i]?.tint ?? null });
      });
    },
  };
}

/** How much room lines take. */
export function sizeOf(texts) {
  return { width: Math.max(...texts.map(text => widthOf(text, SIZE, 600))) + 12, height: LINE * texts.length + 2 };
}

export const boxAround = ({ x, y }, { width, height }) => ({ x: x - width / 2, y: y - height / 2, width, height });

export const along = ({ start, end }, share) => ({ x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share });

export const meet = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** What units take, and their δ. */
export const boxesOfUnits = ({ units, radius, hasDeltaAbove }) => units.flatMap((layer, l) => [...layer.values()].flatMap(({ x, y }) => [
  { x: x - radius - 3, y: y - radius - 3, width: 2 * radius + 6, height: 2 * radius + 6 },
  hasDeltaAbove[l]
    ? { x: x - 36, y: y - radius - 22, width: 72, height: 20 }
    : { x: x + (l === units.length - 1 ? -radius - 60 : radius + 4), y: y - 9, width: 56, height: 18 },
]));

/** A place for a text of that size on each line; null where there is none. */
export function placeAll(lines, size, taken) {
  const all = [...taken];
  return lines.map(line => {
    const middle = PLACES.map(share => along(line, share)).find(point => !all.some(box => meet(box, boxAround(point, size))));
    if (middle) all.push(boxAround(middle, size));
    return middle ?? null;
  });
}

/** A place for the text of the chosen line, on it or beside it: over no unit, and over as few other texts as can be. */
export function placeFreely(line, size, { units, texts, width }) {
  const inside = point => ({ x: Math.max(size.width / 2, Math.min(width - size.width / 2, point.x)), y: point.y });
  const cost = point => {
    const box = boxAround(point, size);
    return 10 * units.filter(one => meet(one, box)).length + texts.filter(one => meet(one, box)).length;
  };
  const aside = size.width / 2 + 16, above = size.height / 2 + 16;
  const points = MIDDLE_FIRST.map(share => along(line, share));
  return [[0, 0], [-aside, 0], [aside, 0], [0, -above], [0, above]]
    .flatMap(([dx, dy]) => points.map(({ x, y }) => inside({ x: x + dx, y: y + dy })))
    .reduce((best, point) => (cost(point) < cost(best) ? point : best));
}
