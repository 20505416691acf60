// What the numbers, lines and colours of the picture say at this step.

import { element, set } from './dom.js';

/** @param {() => boolean} hasNumbers whether connections have numbers */
export function createLegend(state, hasNumbers) {
  const { words } = state.lesson;
  const item = (role, sample, text) => ({ role, node: element('li', { class: role }, element('span', { class: 'sample' }, sample), text) });
  const items = [
    item('number weight', '0.0', words.legend_weight), item('number gradient', '0.0', words.legend_gradient),
    item('number learned', '0.0', words.legend_learned), item('line size', '', words.legend_size),
    item('line negative', '', words.legend_negative), item('line forth', '', words.legend_forward),
    item('line back', '', words.legend_backward), item('line step', '', words.legend_step),
  ];
  const node = element('ul', { class: 'legend' }, items.map(one => one.node));

  function draw() {
    const { step, lastStep, lossStep, lastBackwardStep } = state;
    const isBack = step > lossStep && step < lastStep;
    const shows = {
      'number weight': hasNumbers() && step < lastBackwardStep, 'number gradient': hasNumbers() && isBack,
      'number learned': hasNumbers() && step === lastStep, 'line size': true, 'line negative': true,
      'line forth': step > 0 && step < lastStep, 'line back': isBack, 'line step': step === lastStep,
    };
    for (const one of items) set(one.node, { hidden: !shows[one.role] });
  }
  state.listen(draw);
  draw();
  return { node, draw };
}
