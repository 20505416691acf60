import { element } from '../dom.js';

export const title = 'Inspect';

export function mount(container) {
  container.append(element('h2', {}, title));
}
