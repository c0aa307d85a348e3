import type { Budget } from '../budget.ts';
import { type Cell, cellKey, type LearnerSheet } from '../file/sheet.ts';
import { type Area, areaOf, astSize, type Range, type Reference, targetOf } from './ast.ts';
import { quotedText, spokenAddress } from './quoted.ts';
import { type CellFault, fault, isStop, type Stop, type Unknown, unknown, type Value } from './value.ts';

/** Gives a formula what its cells hold. */
export interface Reader {
  cell(reference: Reference): Value;
  /** The filled cells of a range, row by row, or its first error. @param past whether errors are read as well */
  range(range: Range, past?: boolean): Filled | Stop;
  /** The cell that a reference means; undefined where it is empty. */
  source(reference: Reference): Cell | undefined;
  /** A reference as the address that people read. */
  address(reference: Reference): string;
  /** Whether a workbook has no such name, undefined where its names are not known. */
  lacksName(name: string): boolean | undefined;
}

/** The filled cells of a range: their places in it, counted row by row from 0, and their values. */
export interface Filled {
  readonly rows: number;
  readonly columns: number;
  readonly at: readonly number[];
  readonly values: readonly Value[];
}

/** Cells that one formula may read in ranges. */
const MOST_READ = 200_000;

/** What is given up, because there is too much of it. */
export const SPENT: Unknown = {
  kind: 'unknown',
  why: 'there is too much to calculate in this workbook',
  spent: true,
};

const tooMany = (): Unknown =>
  unknown(`more than ${MOST_READ.toLocaleString('en')} cells are too many to calculate with here`);

/** What stands in for the value of a cell that is to be calculated first. */
const PENDING: Unknown = unknown('it is not calculated yet');

/** What a formula is read with. */
export interface Surroundings {
  readonly home: Cell;
  readonly sheet: (name: string) => LearnerSheet | undefined;
  /** What a cell shows; `PENDING` where that is not known yet. */
  readonly value: (cell: Cell) => Value | 'pending';
  readonly lacksName: (name: string) => boolean | undefined;
  readonly budget: Budget;
}

/**
 * A reader for the formula of one cell. Cells of ranges are charged to the budget.
 *
 * @param missing takes the cells whose values are to be calculated first, as many as `most`
 */
export function readerOf(
  { home, sheet: sheetOf, value, lacksName, budget }: Surroundings,
  missing: Cell[],
  most: number,
): Reader {
  let left = MOST_READ;
  const sheetAt = (name: string | undefined): LearnerSheet | undefined => sheetOf(name ?? home.sheet);
  const source = (reference: Reference): Cell | undefined => {
    const { row, column } = targetOf(reference, home);
    return sheetAt(reference.sheet)?.cells.get(cellKey(row, column));
  };
  const shownIn = (cell: Cell): Value => {
    const shown = value(cell);
    if (shown !== 'pending') return shown;
    if (missing.length < most) missing.push(cell);
    return PENDING;
  };
  return {
    source,
    lacksName,
    address: (reference) => spokenAddress(targetOf(reference, home), reference.sheet ?? home.sheet, home.sheet),
    cell: (reference) => {
      if (sheetAt(reference.sheet) === undefined) return gone(reference.sheet ?? '');
      const cell = source(reference);
      return cell === undefined ? undefined : shownIn(cell);
    },
    range: (range, past = false) => {
      const sheet = sheetAt(range.from.sheet);
      if (sheet === undefined) return gone(range.from.sheet ?? '');
      const area = areaOf(range, home);
      left -= Math.min(astSize(area), sheet.cells.size);
      if (left < 0) return tooMany();
      const columns = area.right - area.left + 1;
      const at: number[] = [];
      const values: Value[] = [];
      let steps = 1;
      for (const cell of cellsIn(sheet, area)) {
        if (++steps % CHARGED === 0 && !budget.take(CHARGED * STEPS)) return SPENT;
        if (cell === undefined) continue;
        if (missing.length >= most) return PENDING;
        const shown = shownIn(cell);
        if (!past && isStop(shown) && shown.kind === 'fault')
          return budget.take((steps % CHARGED) * STEPS) ? shown : SPENT;
        at.push((cell.row - area.top) * columns + cell.column - area.left);
        values.push(shown);
      }
      if (!budget.take((steps % CHARGED) * STEPS)) return SPENT;
      return { rows: area.bottom - area.top + 1, columns, at, values };
    },
  };
}

/** Cells that are charged at a time, and steps of a cell: to find one takes twice as long as to add its number. */
const CHARGED = 1_024;
const STEPS = 2;

const gone = (sheet: string): CellFault =>
  fault('#REF!', 'gone', `reads the sheet ${quotedText(sheet)}, which the workbook does not have`);

/** The cells of an area, row by row: each with the empty places, or the filled ones among all of the sheet where those are fewer. */
function* cellsIn({ cells }: LearnerSheet, area: Area): Generator<Cell | undefined> {
  const { top, left, bottom, right } = area;
  if (astSize(area) > cells.size)
    for (const cell of cells.values()) {
      const { row, column } = cell;
      yield row >= top && row <= bottom && column >= left && column <= right ? cell : undefined;
    }
  else
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) yield cells.get(cellKey(row, column));
}
