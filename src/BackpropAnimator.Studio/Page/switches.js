// Shapes, languages, and dark or light.

import { element, icon } from './dom.js';
import { tell } from './toast.js';

const themes = {
  dark: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
};

export function mountSwitches(container, studio) {
  const shapes = element('div', { role: 'group', 'aria-label': 'Shape of the picture', class: 'choice' });
  const languages = element('select', {
    'aria-label': 'Language of the lesson', onchange: () => look(studio.shape, languages.value),
  });
  const theme = element('button', { class: 'round', onclick: () => show(next()) });
  container.append(shapes, languages, theme);

  // Where the scene has problems in that shape or language alone, it stays as it was.
  const look = async (shape, language) => {
    const before = [studio.shape, studio.language];
    await studio.look(shape, language);
    if (!studio.errors.length || !studio.view) return;
    tell(`It cannot be shown so: ${studio.errors[0].message}`, { isError: true });
    await studio.look(...before);
  };

  const own = () => window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  const now = () => document.documentElement.dataset.theme ?? own();
  const next = () => now() === 'dark' ? 'light' : 'dark';
  const show = name => {
    document.documentElement.dataset.theme = name;
    try {
      localStorage.setItem('theme', name);
    } catch {
      // Without a memory it is as the system has it the next time.
    }
    label();
  };
  const label = () => {
    theme.replaceChildren(icon(themes[next()]));
    theme.setAttribute('aria-label', next() === 'light' ? 'Light page' : 'Dark page');
    theme.title = theme.getAttribute('aria-label');
  };
  const kept = localStorage.getItem('theme');
  if (kept) document.documentElement.dataset.theme = kept;
  label();

  studio.addEventListener('lesson', () => {
    const { view } = studio;
    if (!view) return;
    const { is_current: isCurrent } = studio.lesson;
    const why = isCurrent ? null : 'The scene has problems, and the picture is the last good one: mend them first';
    const isOne = shape => Math.abs(view.width / view.height - ratioOf(shape)) < 0.01;
    shapes.replaceChildren(...view.shapes.map(shape => element('button', {
      'aria-pressed': isOne(shape), title: why ?? `Show it in ${shape}`, disabled: !isCurrent,
      onclick: () => look(shape, studio.language),
    }, outline(shape), shape)));
    languages.disabled = !isCurrent;
    languages.title = why ?? '';
    languages.hidden = view.languages.length < 2;
    languages.replaceChildren(...view.languages.map(tag =>
      element('option', { value: tag, selected: tag === view.language }, nameOf(tag))));
  });
}

const ratioOf = shape => {
  const [width, height] = shape.split(':').map(Number);
  return width / height;
};

function outline(shape) {
  const ratio = ratioOf(shape);
  const [width, height] = ratio > 1 ? [18, 18 / ratio] : [18 * ratio, 18];
  const [x, y] = [12 - width / 2, 12 - height / 2];
  return icon(`M${x} ${y}h${width}v${height}h${-width}z`);
}

function nameOf(tag) {
  return new Intl.DisplayNames([tag, 'en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
