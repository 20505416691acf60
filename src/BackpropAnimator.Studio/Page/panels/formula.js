// Formulas as MathML, made of the tree that the server sends.

const math = 'http://www.w3.org/1998/Math/MathML';

export function formula(tree) {
  if (typeof tree === 'string') return tree;
  const made = document.createElementNS(math, tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) made.setAttribute(name, value);
  made.append(...tree.children.filter(child => child !== null).map(formula));
  return made;
}
