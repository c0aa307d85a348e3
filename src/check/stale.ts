import { addressOf } from './file/address.ts';
import type { Cell } from './file/sheet.ts';
import type { FoundTable } from './find/join.ts';
import type { Finding } from './finding.ts';
import type { Grid } from './formula/grid.ts';
import { quotedText } from './formula/quoted.ts';
import { same } from './judge/tolerance.ts';

/** How finely the stored numbers of a table are written. */
interface Fineness {
  /** Digits in all, at most. */
  readonly significant: number;
  /** Digits after the point, at most. */
  readonly decimals: number;
}

/** Digits of numbers that were rounded when they were stored, as Google Sheets does with 10; what has fewer is as exact as it is. */
const LEAST_ROUNDED = 4;
const MOST_ROUNDED = 12;

/**
 * Whether numbers are stored that are not what the formulas give. A stored number agrees that its formula gives from the stored
 * numbers, or, in a table of rounded ones, that is in its digits what the formulas give when all are calculated again.
 *
 * @param fresh the workbook with every formula calculated
 */
export function isStale(grid: Grid, fresh: Grid, table: FoundTable): boolean {
  const cells = inOrder(grid, table).filter(({ formula }) => formula !== undefined);
  const fineness = finenessOf(cells);
  return cells.some((cell) => {
    if (cell.value === undefined && cell.error === undefined) return false;
    const now = fresh.number(cell.sheet, cell);
    // In a circle nothing has a number, whatever is stored.
    if (Number.isNaN(now) && fresh.failureOf(cell)?.kind === 'circle') return true;
    if (typeof cell.value !== 'number') return cell.error !== undefined && Number.isFinite(now);
    const step = grid.recalculated(cell.sheet, cell);
    if (step === undefined || !Number.isFinite(step) || agrees(step, cell.value)) return false;
    return !agreesRounded(now ?? step, cell.value, fineness);
  });
}

/**
 * Whether the stored numbers of a table are rounded ones. Where such numbers nearly cancel each other, little is left of their digits, so
 * that it is better judged by what the formulas give.
 */
export function isRounded(grid: Grid, table: FoundTable): boolean {
  const { significant } = finenessOf(cellsOf(grid, table).filter(({ formula }) => formula !== undefined));
  return significant >= LEAST_ROUNDED && significant <= MOST_ROUNDED;
}

const cellsOf = (grid: Grid, { tracks }: FoundTable): readonly Cell[] =>
  [...tracks.values()].flatMap(({ sites }) => sites.flatMap((site) => grid.cell(site.sheet, site) ?? []));

/** The same cells, iteration by iteration: most read none that comes after them, so that each is calculated at once. */
function inOrder(grid: Grid, { tracks }: FoundTable): readonly Cell[] {
  const lines = [...tracks.values()].map(({ sites }) => sites);
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  return Array.from({ length: longest }, (_, k) =>
    lines.flatMap(({ [k]: site }) => (site === undefined ? [] : (grid.cell(site.sheet, site) ?? []))),
  ).flat();
}

const agrees = (now: number, stored: number): boolean => same(now, stored, 1e-9) || Math.abs(now - stored) <= 1e-12;

/** Whether two numbers are the same up to one unit of the last digit to which numbers were rounded. */
function agreesRounded(now: number, stored: number, { significant, decimals }: Fineness): boolean {
  if (significant < LEAST_ROUNDED || significant > MOST_ROUNDED) return false;
  const size = Math.max(Math.abs(now), Math.abs(stored), Number.MIN_VALUE);
  const unit = 10 ** Math.max(Math.floor(Math.log10(size)) + 1 - significant, -decimals);
  // The numbers themselves are a little off what their digits say.
  return Math.abs(now - stored) <= unit * 1.000001;
}

/** How finely cells are written, as far as it matters: up to one that is not rounded. 0.14996200000000001 is 0.149962 as Excel writes it. */
function finenessOf(cells: readonly Cell[]): Fineness {
  let [significant, decimals] = [0, 0];
  for (const { value } of cells) {
    if (typeof value !== 'number' || value === 0) continue;
    const [digits = '', exponent = '0'] = Number(value.toPrecision(15)).toExponential().split('e');
    const own = digits.replace(/\D/g, '').length;
    significant = Math.max(significant, own);
    decimals = Math.max(decimals, own - 1 - Number(exponent));
    if (significant > MOST_ROUNDED) break;
  }
  return { significant, decimals };
}

/** Says so. */
export const staleNote = (sheet: string): Finding => ({
  kind: 'stored-values',
  mistake: false,
  sheet,
  message:
    'The file holds numbers that are not what its formulas give, so the formulas were calculated again; open and save it once.',
});

/** Says that formulas have stored values that are no numbers, where they have; undefined where none has. */
export function noNumbersNote(grid: Grid, table: FoundTable): Finding | undefined {
  const cells = cellsOf(grid, table).filter(
    ({ formula, value, written }) => formula !== undefined && value === undefined && written !== undefined,
  );
  const [first] = cells;
  if (first === undefined) return undefined;
  const address = addressOf(first);
  return {
    kind: 'stored-values',
    mistake: false,
    sheet: first.sheet,
    cell: address,
    count: cells.length,
    message: `The file holds stored values that are no numbers, such as ${quotedText(first.written ?? '')} in ${address}; they were computed again.`,
  };
}
