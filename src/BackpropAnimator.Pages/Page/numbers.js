// Numbers as people read them: 0.593, −1.2·10⁻⁴. The exact one is beside each, in data-value.

let mark = '.';

/** The decimal mark of the page's language. */
export function writeWith(decimalMark) { mark = decimalMark; }

/** A few decimals, and a power of ten where the number is very small or large. */
export function short(value, decimals = 3) {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '?';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 0.5 * 10 ** -decimals || size >= 1e5) return withPower(value, 1);
  return signed(value.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : decimals));
}

/** Two decimals or fewer, for narrow places. */
export function brief(value, decimals = 2) {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return short(value);
  if (size >= 1e4) return withPower(value, 0);
  return value === 0 ? '0' : signed((size < 0.5 * 10 ** -decimals ? 0 : value).toFixed(size >= 100 ? 0 : size >= 10 ? 1 : decimals));
}

function withPower(value, decimals) {
  const [digits, power] = value.toExponential(decimals).split('e');
  return `${signed(digits)}·10${raised(Number(power))}`;
}

/** All digits of a number. */
export const exact = value => signed(String(value));

/** A number after a sign of multiplication or a minus: in parentheses where it is negative. */
export const operand = value => (value < 0 ? `(${short(value)})` : short(value));

/** What a person has typed, with a decimal point or comma, 2e-5 or 2·10^-5; NaN for anything else. */
export function typed(text) {
  const plain = text.trim().replace(/[−–]/g, '-').replace(',', '.')
    .replace(/\s*(?:·|\*|×)\s*10\s*\^?\s*\(?(-?\d+)\)?$/, 'e$1');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** With its sign, whichever it is: +0.12. */
export const change = value => `${value > 0 ? '+' : ''}${short(value)}`;

/** Digits as the page writes them. */
export const signed = text => text.replace('-', '−').replace('.', mark);

const raised = power => String(power).replace(/[-\d]/g, sign => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[sign]));
