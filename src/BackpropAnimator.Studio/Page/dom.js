// Makes elements. Texts become text nodes: whatever a scene says can never become markup.

/**
 * @param {string} tag
 * @param {Object<string, any>} attributes Functions listen to the event they are called after (`onclick`); `false` and `null` are left out,
 *   but for ARIA's, which say `false`.
 * @param {...(Node|string|null)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  assign(made, attributes);
  fill(made, ...children);
  return made;
}

/** Puts children in the place of those that an element has; `null` is left out. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.filter(child => child !== null && child !== undefined));
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The same for SVG. */
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(svgNamespace, tag);
  assign(made, attributes);
  made.append(...children);
  return made;
}

/** A drawing of one path, on a grid of 24 × 24. */
export function icon(path) {
  return shape('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, shape('path', { d: path }));
}

function assign(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || (value === false && !name.startsWith('aria-'))) continue;
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else made.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : value);
  }
}
