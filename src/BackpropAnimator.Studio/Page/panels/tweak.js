import { element } from '../dom.js';

export const title = 'Tweak';

export function mount(container) {
  container.append(element('h2', {}, title));
}
