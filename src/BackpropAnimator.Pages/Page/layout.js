// Where units stand, in pixels of the screen: columns from left to right, upright on a narrow screen. Long layers show their first and
// last units.

import { widthOf } from './dom.js';

const MOST_SHOWN = 10;

// Outputs that stand so far apart have room for what is told of each, line below line.
const ROOM_FOR_LINES = 54;

// A picture that is narrower stands upright.
const NARROW = 520;

/**
 * @param {number[]} sizes units per layer, input first
 * @param {{width: number, height: number}} room the width to fill, and the height that there is for a picture that is wider than high
 * @param {{inputs: string[], outputs: string[]}} names what stands beside the first and the last units
 */
export function layOut(sizes, room, { inputs, outputs }) {
  const isTall = room.width < NARROW;
  const { width } = room, height = isTall ? Math.max(440, sizes.length * 112 + 90) : room.height;
  const shown = sizes.map(shownOf);
  // What is left out has a place of its own, in the middle.
  const placesOf = layer => shown[layer].length + (shown[layer].length < sizes[layer] ? 1 : 0);
  const nameSize = isTall ? 13 : 14;
  const widest = names => Math.max(18, ...names.map(name => widthOf(name, nameSize)));
  // Names, targets and the loss stand before and after the network.
  const linesBelow = outputs.length > 0 ? 3 : 2;
  const before = isTall ? 54 : 50 + Math.min(width * 0.16, widest(inputs));
  const after = isTall ? 76 + 17 * linesBelow : 50 + Math.max(92, widest(outputs));
  const [along, beside] = isTall ? [height, width] : [width, height];
  const [first, last] = isTall ? [4, beside - 4] : [26, beside - 48];
  const pitches = sizes.map((_, layer) => Math.min(190, (last - first) / placesOf(layer)));
  const stride = (along - before - after) / (sizes.length - 1);
  const radius = Math.max(9, Math.min(isTall ? 25 : 32, Math.min(...pitches) * 0.36, stride * 0.22));
  const units = shown.map((indices, layer) => new Map(indices.map((unit, place) => {
    const a = before + stride * layer;
    const isAfterGap = placesOf(layer) > indices.length && place >= indices.length / 2;
    const b = (first + last) / 2 + (place + (isAfterGap ? 1 : 0) - (placesOf(layer) - 1) / 2) * pitches[layer];
    return [unit, isTall ? { x: b, y: a } : { x: a, y: b }];
  })));
  return {
    // δ stands above a unit; beside it, where the unit above is near.
    hasDeltaAbove: pitches.map(pitch => isTall || pitch >= 2 * radius + 18),
    hasLinesOfOutputs: isTall || pitches.at(-1) >= ROOM_FOR_LINES,
    width, height, radius, nameSize, linesBelow, units, isTall, pitches, stride, before, after,
    hidden: sizes.map((size, layer) => size - shown[layer].length),
  };
}

function shownOf(size) {
  const all = Array.from({ length: size }, (_, unit) => unit);
  return size <= MOST_SHOWN ? all : [...all.slice(0, MOST_SHOWN / 2), ...all.slice(-MOST_SHOWN / 2)];
}
