import { element } from '../dom.js';

export const title = 'Export';

export function mount(container) {
  container.append(element('h2', {}, title));
}
