import { inline } from '../explain/markdown.ts';
import { latexNumber } from '../expression/latex.ts';

/** A number in a sentence, with six significant digits as in the steps; a power of ten as a formula. */
export function numberText(value: number): string {
  const latex = latexNumber(value);
  return /[\\^]/.test(latex) ? inline(latex) : latex.replace('-', '−');
}

/** A share in percent, with three significant digits. */
export const percentText = (share: number): string => `${numberText(Number((100 * share).toPrecision(3)))} %`;

/** 60,000: a whole number in groups of three digits. */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The place in an order: smallest, 2nd smallest … largest. @param place counted from 1 */
export function placeText(place: number, of: number): string {
  if (place === 1) return 'smallest';
  if (place === of) return 'largest';
  const tens = place % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending} smallest`;
}
