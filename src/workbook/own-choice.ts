import type { Choice } from '../network/moment.ts';
import { absolute, onSheet } from '../sheet/address.ts';
import type { CellExtras, SheetDraft } from '../sheet/draft.ts';
import { look } from '../sheet/look.ts';
import { type Book, chosenFormula, chosenValue, runTable } from './book.ts';
import { calledIn } from './called.ts';
import { ratesLayout } from './layout.ts';
import { colors } from './look/palette.ts';
import { countWithin, positionIn, type Typed } from './numbers/fallback.ts';
import { live } from './numbers/live.ts';
import { words } from './words.ts';

/** A choice of learning rate and iteration that a sheet has for itself, so that it can be changed where its effect is seen. */
export interface OwnChoice {
  /** What it is when the workbook is opened. */
  readonly choice: Choice;
  readonly cells: ChoiceCells;
  /** The number of the table that the choice leads to, as a formula and as it is when the workbook is opened. */
  formula(name: string, later?: number): string;
  value(name: string, later?: number): number;
}

/** Absolute addresses on the sheet itself. */
export interface ChoiceCells {
  /** What a person types. */
  readonly rate: string;
  readonly typedIteration: string;
  /** What counts: the position of the rate among the sheets, counted from 1, and the iteration. */
  readonly position: string;
  readonly iteration: string;
}

/** A choice in these cells. */
export function ownChoice(book: Book, choice: Choice, cells: ChoiceCells): OwnChoice {
  const own = { ...book, choice };
  return {
    choice,
    cells,
    formula: (name, later = 0) => chosenFormula(book, name, cells, later),
    value: (name, later = 0) => chosenValue(own, name, later),
  };
}

/** The learning rate that has learned most, at its last iteration with numbers; where none has any, the first choice on Steps. */
export function learnedMost({ traces, choice, only }: Pick<Book, 'traces' | 'choice' | 'only'>): Choice {
  const ends = traces.map((trace, rate) => {
    const errors = trace.series(trace.curve);
    const failed = errors.findIndex((error) => !Number.isFinite(error));
    const iteration = failed === -1 ? errors.length : failed;
    return { rate, iteration, error: errors[iteration - 1] ?? Number.POSITIVE_INFINITY, whole: failed === -1 };
  });
  const asked = ends.filter(({ rate }) => (only ?? rate) === rate);
  const whole = asked.filter((end) => end.whole);
  const [best] = (whole.length > 0 ? whole : asked).toSorted((a, b) => a.error - b.error);
  return best === undefined || best.iteration === 0 ? choice : { rate: best.rate, iteration: best.iteration };
}

type Labelled = Pick<Book, 'traces' | 'names' | 'topology'>;

/** The list of runs, as the sheet that compares them heads its columns. */
const ratesOf = (book: Labelled): string => {
  const { traces } = book;
  const called = calledIn(book);
  const { headerRow, column } = ratesLayout;
  return onSheet(called.sheet, `${absolute(headerRow, column(0))}:${absolute(headerRow, column(traces.length - 1))}`);
};

/** What the chosen run is called, as a formula that follows the choice. @param position the cell of the position that counts */
export const chosenLabel = (book: Labelled, position: string): string => `INDEX(${ratesOf(book)},1,${position})`;

/** Entries that a list of values may have; Excel shows no more. */
const LONGEST_LIST = 32_766;

/** What the cells of the choice may hold: a learning rate that has a sheet, an iteration that has a row. */
export const choiceLists = (book: Book): { readonly rate: CellExtras; readonly iteration: CellExtras } => ({
  rate: fromList(ratesOf(book)),
  iteration: iterationExtras(book),
});

/** An iteration: from a list, where Excel takes one of so many cells. */
function iterationExtras(book: Book): CellExtras {
  const { table } = book;
  const { iterations } = table;
  if (iterations <= LONGEST_LIST) return fromList(runTable(book, 0).iterationRange);
  const allowed = { kind: 'whole', from: 1, to: iterations } as const;
  return { validation: { allowed, refusal: words.steps.notAnIteration(iterations) } };
}

/** Only what is in a list of cells may be typed. */
export const fromList = (cells: string): CellExtras => ({
  validation: { allowed: { kind: 'list', cells }, refusal: words.steps.notInList },
});

/** What counts of the two cells of a choice, and what is said where they hold none: the first sheet, the first iteration. */
export function typedChoice(
  book: Labelled & Pick<Book, 'table'>,
  { rate, typedIteration }: Pick<ChoiceCells, 'rate' | 'typedIteration'>,
): { readonly rate: Typed; readonly iteration: Typed } {
  const { missing } = words.steps;
  return {
    rate: { of: positionIn(rate, ratesOf(book)), missing: missing.rate(calledIn(book)) },
    iteration: { of: countWithin(typedIteration, book.table.iterations), missing: missing.iteration },
  };
}

/** Writes what counts of a choice: the position of its rate and its iteration, beside each other after their name. */
export function writeChosen(
  sheet: SheetDraft,
  { rate, iteration }: ReturnType<typeof typedChoice>,
  now: Choice,
  row: number,
  column: number,
): void {
  sheet.put(row, column, words.steps.shown, look({ color: colors.muted, size: 9 }));
  const style = look({ color: colors.otherSheet, align: 'center' });
  sheet.put(row, column + 1, live(rate.of.formula, now.rate + 1), style);
  sheet.put(row, column + 2, live(iteration.of.formula, now.iteration), style);
}
