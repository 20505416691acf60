// What all fields of the scene's values have in common.

export const idOf = (kind, path) => `${kind}-${path.replace(/\W+/g, '-')}`;

/** Shows a problem under the fields that it is about, and tells readers of the screen; `null` for none. */
export function tellProblem(row, place, fields, problem, note = null) {
  place.textContent = problem ?? '';
  place.hidden = problem === null;
  row.classList.toggle('wrong', problem !== null);
  const described = [problem === null ? null : place.id, note && !note.hidden ? note.id : null].filter(id => id).join(' ');
  for (const field of fields) {
    field.setAttribute('aria-invalid', problem !== null);
    if (described) field.setAttribute('aria-describedby', described);
    else field.removeAttribute('aria-describedby');
  }
}
