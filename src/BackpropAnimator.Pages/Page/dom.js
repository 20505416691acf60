// Elements, made without markup: whatever a text holds, it stays text.

const SVG = 'http://www.w3.org/2000/svg';

/** An element of HTML: attributes, listeners by onclick and the like, and children, of which texts become text. */
export const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/** The same of SVG. */
export const shape = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

/** Sets attributes; null and false take one away. */
export function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value === null || value === false) node.removeAttribute(name);
    else node.setAttribute(name, value === true ? '' : value);
  }
  return node;
}

/** Changes a text only where it is another one, so that readers of the screen are not told it again. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

let pen = null;

/** How wide a text is in the page's font, in pixels. */
export function widthOf(text, size, weight = 400) {
  pen ??= document.createElement('canvas').getContext('2d');
  pen.font = `${weight} ${size}px Page, Inter, system-ui, sans-serif`;
  return pen.measureText(text).width;
}

/** As much of a text as there is room for. */
export function fitted(text, room, size) {
  if (widthOf(text, size) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && widthOf(`${text.slice(0, end).trimEnd()}…`, size) > room) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A copy of a formula that the page brought along. */
export function formula(name) {
  const template = document.getElementById(`formula-${name}`);
  return template ? template.content.firstElementChild.cloneNode(true) : element('span');
}

/** A text with values in the places {0}, {1}. */
export const told = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

function fill(node, attributes, children) {
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return set(node, attributes);
}
