import {
  allLimits,
  type CellLimit,
  cellLimits,
  endWords,
  MOST_LIMITS,
  reasonOf,
  runEnd,
  shortOf,
} from '../../model/run-end.ts';
import { absolute, columnLetters, onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Trace } from '../../training/trace.ts';
import type { Book } from '../book.ts';
import type { TableLayout } from '../layout.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';

/**
 * Why a run has no numbers left, live: a sentence in the title, and right of the table, among what only charts and formulas read, what it
 * is made of. An error, once it comes, stays for all later iterations.
 */

/** The row of what the sentence is made of: the gap below the title. */
const ROW = 2;

/** What the sentence is made of, by its place after the table. */
const parts = { iteration: 0, exponentials: 1, logarithms: 2, short: 3 } as const;

const column = (table: TableLayout, part: keyof typeof parts): number => table.lastColumn + 2 + parts[part];
const cellOf = (table: TableLayout, part: keyof typeof parts): string => absolute(ROW, column(table, part));

/** Where it stands that counts the first iteration without a number: 0 where all are numbers. */
export const endIterationAt = (table: TableLayout) => ({ row: ROW, column: column(table, 'iteration') });

/** The cell of another sheet that says at a glance why a run has no numbers left; empty where it has. */
export const endCell = (table: TableLayout): string => onSheet(table.sheet, cellOf(table, 'short'));

/** How a run ended. */
const endOf = ({ topology, table }: Pick<Book, 'topology' | 'table'>, trace: Trace) =>
  trace.unfilled
    ? undefined
    : runEnd(topology, trace.series(trace.curve), (name, k) => trace.row(k)[table.column(name) - 2] ?? Number.NaN);

/** What Start says of a run that has no numbers left; undefined where it has. */
export function endText(book: Pick<Book, 'topology' | 'table'>, trace: Trace): string | undefined {
  const end = endOf(book, trace);
  return end && shortOf(end);
}

/**
 * Writes what the sentence is made of.
 *
 * @param otherwise what the title says while all are numbers
 * @returns the sentence
 */
export function writeRunEnd(sheet: SheetDraft, book: Book, trace: Trace, otherwise: string): Formula {
  const { topology, table } = book;
  const { curve, iterations } = trace;
  const end = endOf(book, trace);
  const limits = cellLimits(topology);
  const range = (name: string): string => {
    const letters = columnLetters(table.column(name));
    return `${letters}$${table.firstRow}:${letters}$${table.lastRow}`;
  };
  const at = cellOf(table, 'iteration');
  const hidden = look({ format: formats.unseen });
  const put = (part: keyof typeof parts, formula: string, value: string | number): void =>
    sheet.put(ROW, column(table, part), live(formula, value), hidden);

  // Where all are numbers nothing is looked for.
  const errors = range(curve);
  put(
    'iteration',
    `IF(COUNT(${errors})=${iterations},0,IFERROR(SUMPRODUCT(MATCH(TRUE,ISERROR(${errors}),0)),0))`,
    end?.iteration ?? 0,
  );

  const names = (list: readonly CellLimit[], told: (limit: CellLimit) => string): string =>
    `IF(${at}=0,"",${
      list
        .slice(0, MOST_LIMITS)
        .map((limit) => {
          const [reads, makes] = [range(limit.reads), range(limit.makes)];
          return `IF(ISERROR(INDEX(${makes},${at})),IF(ISNUMBER(INDEX(${reads},${at})),"${told(limit)};",""),"")`;
        })
        .join('&') || '""'
    })`;
  put(
    'exponentials',
    names(limits.exponentials, ({ reads }) => reads),
    allMet(limits.exponentials, end?.iteration, book, trace, ({ reads }) => reads),
  );
  put(
    'logarithms',
    names(limits.logarithms, ({ makes }) => makes),
    allMet(limits.logarithms, end?.iteration, book, trace, ({ makes }) => makes),
  );

  const first = (part: 'exponentials' | 'logarithms'): string =>
    `LEFT(${cellOf(table, part)},FIND(";",${cellOf(table, part)})-1)`;
  const cell = (k: string): string => `INDEX(${errors},${k})`;
  const tooLarge = `IFERROR(ERROR.TYPE(${cell(at)}),0)=6`;
  const grew = `IF(${at}=1,FALSE,${cell(`MAX(1,${at}-1)`)}>=${cell('1')})`;
  const choose = (texts: typeof endWords.short | typeof endWords.reason, iteration: boolean): string => {
    const named = (kind: 'exponential' | 'logarithm', part: 'exponentials' | 'logarithms'): string =>
      `"${texts[kind][0]}"&${first(part)}&"${texts[kind][1]}"`;
    const diverged = iteration ? `"${texts.diverged[0]}"&${at}` : `"${texts.diverged[0]}"`;
    const large = allLimits(limits) ? `IF(${grew},${diverged},"${texts.overflow[0]}")` : `"${texts.overflow[0]}"`;
    return (
      `IF(${cellOf(table, 'exponentials')}<>"",${named('exponential', 'exponentials')},` +
      `IF(${cellOf(table, 'logarithms')}<>"",${named('logarithm', 'logarithms')},` +
      `IF(${tooLarge},${large},"${texts.error[0]}")))`
    );
  };
  put('short', `IF(${at}=0,"",${choose(endWords.short, true)})`, end === undefined ? '' : shortOf(end));

  const [before, after] = endWords.from;
  const sentence = `"${before}"&${at}&"${after}"&${choose(endWords.reason, false)}&"."`;
  const text = end === undefined ? otherwise : `${before}${end.iteration}${after}${reasonOf(end)}.`;
  return live(`IF(${at}=0,"${otherwise}",${sentence})`, text);
}

/** The names of all limits that the iteration meets, as the cell holds them. */
function allMet(
  list: readonly CellLimit[],
  iteration: number | undefined,
  { table }: Book,
  trace: Trace,
  told: (limit: CellLimit) => string,
): string {
  if (iteration === undefined) return '';
  const row = trace.row(iteration);
  const isNumber = (name: string): boolean => Number.isFinite(row[table.column(name) - 2]);
  return list
    .slice(0, MOST_LIMITS)
    .filter(({ reads, makes }) => isNumber(reads) && !isNumber(makes))
    .map((limit) => `${told(limit)};`)
    .join('');
}
