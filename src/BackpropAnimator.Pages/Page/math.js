// Formulas with live numbers, as MathML.

const MATH = 'http://www.w3.org/1998/Math/MathML';

const node = (name, attributes, ...children) => {
  const made = document.createElementNS(MATH, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.flat());
  return made;
};

export const math = (...children) => node('math', { display: 'block' }, ...children);
export const row = (...children) => node('mrow', {}, ...children);
export const letter = text => node('mi', {}, text);
export const sign = text => node('mo', {}, text);
/** A sign between what stands in a formula before it and what is in this one. */
export const joint = text => node('mo', { form: 'infix' }, text);
export const number = text => node('mn', {}, text);
export const words = text => node('mtext', {}, text);
export const over = (top, bottom) => node('mfrac', {}, top, bottom);
export const sub = (base, index) => node('msub', {}, base, index);
export const subsup = (base, index, power) => node('msubsup', {}, base, index, power);

/** A part of a formula in a colour of the style sheet. */
export const tinted = (role, ...children) => node('mrow', { class: `tint-${role}` }, ...children);

/** A symbol with the number of its layer and that of its unit: z⁽²⁾₁. */
export const symbol = (name, layer, index) =>
  subsup(letter(name), number(String(index)), number(`(${layer})`));

/** ∂top/∂bottom. */
export const partial = (top, bottom) => over(row(letter('∂'), top), row(letter('∂'), bottom));
