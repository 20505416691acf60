// Packets of light along the edges: cyan with what goes forward, orange with what comes back.

import { shape } from './dom.js';

const DURATION = 850, LAG = 180;

/** Whether the visitor has asked their system for less motion. */
const isCalm = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Sends a packet along each edge, the stronger the larger.
 * @param {SVGGElement} into where they are drawn
 * @param {{from: {x, y}, to: {x, y}, strength: number}[]} edges strength from 0 to 1
 */
export function send(into, edges, role) {
  into.replaceChildren();
  if (isCalm.matches) return;
  const packets = edges.filter(edge => edge.strength > 0.02).map((edge, i) => {
    const dot = shape('circle', { r: 2.4 + 4 * Math.sqrt(edge.strength), class: `packet ${role}` });
    into.append(dot);
    return { ...edge, dot, lag: (i % 5) / 5 * LAG };
  });
  let start = 0;
  const draw = now => {
    start ||= now;
    let isUnderWay = false;
    for (const { from, to, dot, lag } of packets) {
      const t = Math.max(0, Math.min(1, (now - start - lag) / DURATION));
      const eased = t * t * (3 - 2 * t);
      dot.setAttribute('cx', from.x + (to.x - from.x) * eased);
      dot.setAttribute('cy', from.y + (to.y - from.y) * eased);
      dot.setAttribute('opacity', t === 1 ? 0 : Math.min(1, 6 * t, 5 * (1 - t)));
      isUnderWay ||= t < 1;
    }
    if (isUnderWay && into.childElementCount > 0) requestAnimationFrame(draw);
    else into.replaceChildren();
  };
  requestAnimationFrame(draw);
}
