// The state of the page in its address: what was changed, where one stands, and what is looked into.

import { element, say } from './dom.js';

const VERSION = 1;

/** What the address says, put into the page; an address of another page, or a damaged one, changes nothing. */
export function restore(state) {
  try {
    const kept = JSON.parse(decodeURIComponent(escapedFrom(location.hash.slice(1))));
    if (kept.v !== VERSION || kept.a.length !== state.layerCount) return;
    state.change({
      activations: kept.a, loss: kept.l, parameters: numbersIn(kept.w), input: kept.x, target: kept.y, learning_rate: kept.r,
      uses_data: kept.d,
    });
    state.step = Math.max(0, Math.min(state.lastStep, kept.s));
    const { layer, to, from } = kept.c, unit = kept.u;
    if (state.numbers.network.layers[layer]?.weights[to]?.[from] !== undefined) state.chosen = { layer, to, from };
    state.chosenUnit = unit && state.numbers.network.layers[unit.layer]?.biases[unit.unit] !== undefined ? unit : null;
    state.tell('jump');
  } catch {
    // Nothing of ours.
  }
}

/** A button that copies the address with the state in it. */
export function createLink(state) {
  const { words } = state.lesson;
  const told = element('span', { class: 'small', role: 'status' });
  const copy = async () => {
    history.replaceState(null, '', `#${written(state)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      say(told, words.copied);
    } catch {
      // Without leave to copy, the address bar has it.
      say(told, '↑ #');
    }
  };
  const button = element('button', { type: 'button', class: 'quiet', id: 'link', onclick: copy }, words.link);
  return element('p', { class: 'link' }, button, ' ', told);
}

function written({ numbers, step, chosen, chosenUnit }) {
  const { network, example } = numbers;
  const parameters = network.layers.flatMap(layer => [...layer.weights.flat(), ...layer.biases]);
  return base64(new TextEncoder().encode(JSON.stringify({
    v: VERSION, s: step, c: chosen, u: chosenUnit, x: example.input, y: example.target, r: network.learning_rate, l: network.loss,
    d: numbers.uses_data, a: network.layers.map(layer => layer.activation), w: base64(new Uint8Array(new Float64Array(parameters).buffer)),
  })));
}

const numbersIn = text => [...new Float64Array(bytesIn(text).buffer)];

const base64 = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const bytesIn = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

// Bytes of UTF-8 as decodeURIComponent reads them.
const escapedFrom = text => [...bytesIn(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
