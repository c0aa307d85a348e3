import type { Topology } from '../../quantities/topology.ts';
import { absolute } from '../../sheet/address.ts';
import { type Book, labelOf, labelText, runParts, traceOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { NONE, roomOf } from '../course.ts';
import { ratesLayout } from '../layout.ts';
import { words } from '../words.ts';
import { totalsOf } from './charts.ts';
import { rateRow } from './places.ts';
import { shownTotals } from './rows.ts';

/** What the last iteration of all runs says. */
export interface Ends {
  /** The first of the learning rates whose error is the smallest, and the first whose error is the largest, but for rounding. */
  readonly fastest: number | string;
  readonly slowest: number | string;
  readonly numbers: number;
  readonly least: number | string;
  readonly most: number | string;
}

/** Last errors this near to each other count as the same. */
export const SAME = '0.000000001';

/** An error that is larger by this share than the first one has risen. */
export const RISEN = '0.000001';

/**
 * The error above which one has risen: the first one, which all runs have because they start from the same weights; with several
 * batches the first mean over all samples, at the first learning rate.
 */
export function startError(book: Book): { readonly formula: string; readonly value: number } {
  const totals = shownTotals(book, 0);
  const cell = (k: number): string => absolute(rateRow(book, k + 1), ratesLayout.column(0));
  const k = startRow(book, runParts(book, 0).topology);
  const [first = Number.NaN, mean = Number.NaN] = [totals[0], totals[k]];
  return k === 0
    ? { formula: cell(0), value: first }
    : { formula: `IFERROR(${cell(k)},${cell(0)})`, value: Number.isFinite(mean) ? mean : first };
}

/** The row, counted from 0, that holds the first error of a run, or with several batches the first mean over all samples. */
export function startRow({ shown }: Pick<Book, 'shown'>, { epoch }: Pick<Topology, 'epoch'>): number {
  const whole = shown.even.findIndex((iteration) => iteration >= epoch);
  return whole === -1 ? shown.even.length - 1 : whole;
}

/** How many runs end with a larger error than they began with. */
export function risenRuns(book: Book): number {
  const room = roomOf({ values: totalsOf(traceOf(book, 0)) });
  return book.traces.filter((trace, position) => {
    const [start = Number.NaN, last = Number.NaN] = [
      shownTotals(book, position)[startRow(book, runParts(book, position).topology)],
      totalsOf(trace).at(-1),
    ];
    return Number.isFinite(last) && Number.isFinite(start) && last > start * (1 + Number(RISEN)) + room;
  }).length;
}

/** How far errors may be apart and still be the same. */
const endRoom = (book: Book, most: number): number =>
  Number(SAME) * most + roomOf({ values: totalsOf(traceOf(book, 0)) });

export function endsOf(book: Book): Ends {
  const { traces } = book;
  // An error is no number to compare, not even one that stands for a division by zero.
  const lasts = traces
    .map((trace) => totalsOf(trace).at(-1) ?? Number.NaN)
    .map((last) => (Number.isFinite(last) ? last : Number.NaN));
  const numbers = lasts.filter(Number.isFinite);
  if (numbers.length === 0) return { fastest: NONE, slowest: NONE, numbers: 0, least: NONE, most: NONE };
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const room = endRoom(book, least);
  const rateOf = (fits: (last: number) => boolean): number | string => {
    const position = lasts.findIndex(fits);
    return position === -1 ? NONE : labelOf(book, position);
  };
  return {
    fastest: rateOf((last) => last <= least + room),
    slowest: rateOf((last) => last >= most - endRoom(book, most)),
    numbers: numbers.length,
    least,
    most,
  };
}

/** What the curves show, in a sentence: which learning rate is ahead at the end, which is behind or rose, and how many have no number. */
export function readingText(book: Book): string {
  const { reading } = words.rates;
  const called = calledIn(book);
  const { iterations } = book.table;
  const count = book.traces.length;
  const { fastest, slowest, numbers, least, most } = endsOf(book);
  const rest = numbers < count ? reading.ended(count).join(String(count - numbers)) : '';
  if (numbers === 0) return reading.noneLeft(iterations, called);
  if (count === 1) return reading.single(called);
  if (numbers === 1) return reading.oneLeft(iterations, called).join(labelText(fastest)) + rest;
  if (Number(most) - Number(least) <= endRoom(book, Number(most)))
    return reading.equal(book.error, iterations, called) + rest;
  const limit = startError(book).value * (1 + Number(RISEN)) + roomOf({ values: totalsOf(traceOf(book, 0)) });
  const risen = risenRuns(book);
  const [allRose, someRose] = called.named
    ? [risen === numbers, risen > 0]
    : [Number(least) > limit, Number(most) > limit];
  const [before, between, after] = allRose
    ? reading.allRose(iterations, called)
    : reading[someRose ? 'rose' : 'fastest'](book.error, iterations, called);
  return before + labelText(fastest) + between + labelText(slowest) + after + rest;
}
