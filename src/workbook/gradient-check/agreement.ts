import { relative } from '../../sheet/address.ts';
import { type Book, chosenValue } from '../book.ts';
import { checkedOf, type GradientCheckLayout, NUDGE } from './layout.ts';
import { AT_KINK, NO_NUMBER } from './verdict.ts';
import type { Working } from './working.ts';

/** The relative difference from which on a gradient counts as wrong. */
const TOLERANCE = '0.000001';

/** What is compared of a weight: a cell or a number each. */
interface Compared<T> {
  readonly gradient: T;
  readonly slope: T;
  readonly difference: T;
}

const nameOf = (book: Book, weight: number): string => checkedOf(book.topology)[weight - 1]?.name ?? '';

/** Whether the sign of a weight has a part in its gradient, which jumps where the weight is 0. */
const hasSign = ({ topology }: Book): boolean => topology.optimizer.l1 !== undefined;

/** Whether nudging the k-th weight, counted from 1, carries anything over its bend. */
export function crosses(book: Book, layout: GradientCheckLayout, { sides }: Working, weight: number): boolean {
  const goesOver = layout.sideColumns.some((_, k) => sides(weight, 1)[k] !== sides(weight, -1)[k]);
  return goesOver || (hasSign(book) && Math.abs(chosenValue(book, nameOf(book, weight))) < NUDGE);
}

/**
 * Whether the gradient of the k-th weight, counted from 1, agrees with the slope, as a formula and as it is when the workbook is opened.
 * Where a nudge goes over a bend, a difference says nothing.
 */
export function agreement(
  book: Book,
  layout: GradientCheckLayout,
  weight: number,
  { gradient, slope, difference }: Compared<string>,
  numbers: Compared<number> & { readonly crossed: boolean },
): { readonly formula: string; readonly value: string } {
  const side = (sign: 1 | -1, column: number): string => relative(layout.nudgedRow(weight, sign), column);
  const base = (): string => relative(layout.baseRow, layout.column(nameOf(book, weight)));
  const over = [
    ...layout.sideColumns.map((column) => `${side(1, column)}<>${side(-1, column)}`),
    ...(hasSign(book) ? [`ABS(${base()})<${layout.nudgeCell}`] : []),
  ];
  const crossed = over.length > 1 ? `OR(${over.join(',')})` : over.join('');
  const otherwise = over.length === 0 ? '"✗"' : `IF(${crossed},"${AT_KINK}","✗")`;
  const compared = `IF(${difference}<${TOLERANCE},"✓",${otherwise})`;
  const failed = `IF(AND(ISERROR(${gradient}),ISERROR(${slope})),"${NO_NUMBER}","✗")`;
  return { formula: `IFERROR(${compared},${failed})`, value: verdictOf(numbers) };
}

function verdictOf({ gradient, slope, difference, crossed }: Compared<number> & { readonly crossed: boolean }): string {
  if (!Number.isFinite(difference)) return Number.isFinite(gradient) || Number.isFinite(slope) ? '✗' : NO_NUMBER;
  if (difference < Number(TOLERANCE)) return '✓';
  return crossed ? AT_KINK : '✗';
}
