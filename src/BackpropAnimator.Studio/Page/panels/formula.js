// Formulas as MathML, made of the tree that the server sends.

const math = 'http://www.w3.org/1998/Math/MathML';

export function formula(tree) {
  if (typeof tree === 'string') return tree;
  const made = document.createElementNS(math, tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) made.setAttribute(name, value);
  made.append(...tree.children.filter(child => child !== null).map(formula));
  return made;
}

// Longer formulas than this many signs may have to go on another line.
const long = 16;

/** The same in pieces between which a line may be broken: before a sum's terms and the signs of relations. Browsers break no formula. */
export function formulaInPieces(tree) {
  if (lengthOf(tree) <= long) return [formula(tree)];
  const pieces = [[]];
  let depth = 0;
  for (const child of tree.children) {
    const { form } = child.attributes ?? {};
    if (child.tag === 'mo' && form === 'postfix') depth--;
    const breaks = child.tag === 'mo' && depth === 0 && !form && '+−-=≈'.includes(child.children[0]);
    if (breaks && pieces.at(-1).length) pieces.push([]);
    // At the beginning of a piece it would be taken for the sign of a number.
    pieces.at(-1).push(breaks && pieces.length > 1 ? { ...child, attributes: { ...child.attributes, form: 'infix' } } : child);
    if (child.tag === 'mo' && form === 'prefix' && '([{'.includes(child.children[0])) depth++;
  }
  return pieces.map(children => formula({ ...tree, children }));
}

function lengthOf(tree) {
  if (typeof tree === 'string') return tree.length;
  return tree.children.reduce((sum, child) => sum + (child === null ? 0 : lengthOf(child)), 0);
}
