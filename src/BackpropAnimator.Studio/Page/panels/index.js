// The column beside the picture: one panel at a time, chosen by tabs.

import { element } from '../dom.js';
import * as exporting from './export.js';
import * as inspect from './inspect.js';
import * as problems from './problems.js';
import * as tweak from './tweak.js';

const panels = { tweak, inspect, problems, export: exporting };

export function mountPanels(container, studio) {
  const tabs = element('div', { role: 'tablist', 'aria-label': 'Panels', class: 'tabs' });
  const bodies = element('div', { class: 'bodies' });
  container.append(tabs, bodies);
  for (const [name, panel] of Object.entries(panels)) {
    const count = element('span', { class: 'count' });
    tabs.append(element('button', {
      role: 'tab', id: `tab-${name}`, 'data-panel': name, 'aria-controls': `panel-${name}`, onclick: () => choose(name),
    }, panel.title, ' ', count));
    const body = element('div', {
      role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, tabindex: '0', class: `panel ${name}`,
    });
    bodies.append(body);
    panel.mount(body, studio, (number, isUrgent) => {
      count.textContent = number || '';
      count.classList.toggle('urgent', isUrgent);
    });
  }
  const choose = name => {
    document.body.dataset.panel = name;
    for (const tab of tabs.children) {
      const isChosen = tab.dataset.panel === name;
      tab.setAttribute('aria-selected', isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(`panel-${tab.dataset.panel}`).hidden = !isChosen;
    }
  };
  tabs.addEventListener('keydown', event => {
    const all = [...tabs.children];
    const here = all.indexOf(document.activeElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = all[(to + all.length) % all.length];
    tab.focus();
    choose(tab.dataset.panel);
  });
  studio.addEventListener('panel', event => choose(event.detail));
  studio.addEventListener('pick', () => choose('inspect'));
  choose('tweak');
}
