import type { Sheet } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import { isAmbiguous } from './names.ts';
import { isSummary } from './summary.ts';
import { crossing, lineAt, type Site } from './track.ts';

/** Headers in a line, and the lines of numbers that belong to them: a table, or a part of one. */
export interface Fragment {
  readonly sheet: string;
  readonly upright: boolean;
  /** The line of the headers. */
  readonly header: number;
  /** Where each quantity crosses the lines, by its name. */
  readonly names: ReadonlyMap<string, number>;
  /** The lines of numbers; none where there are no numbers under the headers. */
  readonly lines: readonly number[];
}

/** Headers that a line must have to be taken for that of a whole table, and how many of them weights. */
const LEAST_HEADERS = 6;
const LEAST_WEIGHTS = 2;
/** Lines without numbers between a header and the first numbers, or between two iterations. */
const MAX_GAP = 3;

/** Gives the name in class of a header, undefined where it says something else. */
export type Naming = (header: string) => string | undefined;

export const isWeight = (name: string): boolean => /^(?:[wvu]|w[a-z]+)\d/.test(name);

/** Whether a name is of what a network is given, and not of what is computed with it. */
export const isGiven = (name: string): boolean => isWeight(name) || /^(?:[itb]\d|b_|η$)/.test(name);

/** Whether headers are those of a whole table. */
export const isTable = (names: ReadonlyMap<string, number>): boolean =>
  names.size >= LEAST_HEADERS && [...names.keys()].filter(isWeight).length >= LEAST_WEIGHTS;

/** Whether headers may be those of a part of a table: two quantities that are computed. */
const isPart = (names: ReadonlyMap<string, number>): boolean =>
  [...names.keys()].filter((name) => !isGiven(name)).length >= 2;

/**
 * Finds the headers of a sheet and the numbers that belong to them.
 *
 * @param upright whether names stand below each other and iterations go across
 */
export function fragmentsOf(sheet: Sheet, grid: Grid, named: Naming, upright: boolean): readonly Fragment[] {
  const headers = headersOf(sheet, named, upright);
  return headers.map(({ header, names }) => {
    // Only headers over the same columns end a table, and not a few words: those of a table beside it may stand lower, and a row of
    // formulas in words may stand below the names.
    const crosses = (other: Header): boolean => {
      const [a, b] = [[...names.values()], [...other.names.values()]];
      return b.length * 2 >= a.length && Math.min(...a) <= Math.max(...b) && Math.min(...b) <= Math.max(...a);
    };
    const others = new Set(headers.filter(crosses).map((other) => other.header));
    return {
      sheet: sheet.name,
      upright,
      header,
      names,
      lines: linesOf(grid, { sheet: sheet.name, upright, header, names }, others),
    };
  });
}

interface Header {
  readonly header: number;
  readonly names: ReadonlyMap<string, number>;
}

function headersOf(sheet: Sheet, named: Naming, upright: boolean): readonly Header[] {
  const known = new Map<string, string | undefined>();
  const lines = new Map<number, HeaderCell[]>();
  for (const cell of sheet.cells.values()) {
    if (typeof cell.value !== 'string' || cell.value.length > 200) continue;
    if (!known.has(cell.value)) known.set(cell.value, named(cell.value));
    const name = known.get(cell.value);
    if (name === undefined) continue;
    const { at, across } = lineAt(cell, upright);
    const line = lines.get(at) ?? [];
    line.push({ across, name, ambiguous: isAmbiguous(cell.value) });
    lines.set(at, line);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .flatMap(([header, cells]) =>
      partsOfLine(unambiguous(cells.sort((a, b) => a.across - b.across))).map((names) => ({ header, names })),
    )
    .filter(({ names }) => isTable(names) || isPart(names));
}

interface HeaderCell {
  readonly across: number;
  readonly name: string;
  readonly ambiguous: boolean;
}

/** Beside columns of ∂E/∂w, those of dw are the steps. */
function unambiguous(cells: readonly HeaderCell[]): readonly HeaderCell[] {
  const gradients = new Set(cells.filter(({ ambiguous }) => !ambiguous).map(({ name }) => name));
  return cells.map((cell) =>
    cell.ambiguous && gradients.has(cell.name) ? { ...cell, name: cell.name.replace('∂E/∂', 'Δ') } : cell,
  );
}

/** Tables side by side have the same headers again; a lone second header of a name belongs to no table. */
function partsOfLine(cells: readonly HeaderCell[]): readonly Map<string, number>[] {
  const mapOf = (some: typeof cells) => new Map(some.map((each) => [each.name, each.across]));
  const isOne = isTable(mapOf(cells)) ? isTable : isPart;
  const parts: Map<string, number>[] = [];
  let current = new Map<string, number>();
  for (const { across, name } of cells) {
    if (current.has(name)) {
      if (!isOne(mapOf(cells.filter((each) => each.across >= across)))) {
        const latest = Math.max(...current.values());
        if (isOne(current) && latest < across) continue;
        // What came before, such as a label at the side, stood too far left to belong to the table.
        current.delete(name);
      } else if (isOne(current)) {
        parts.push(current);
        current = new Map();
      } else current.delete(name);
    }
    current.set(name, across);
  }
  return [...parts, current];
}

/** The lines of numbers after a header, or, where there are none, those before it. */
function linesOf(grid: Grid, fragment: Omit<Fragment, 'lines'>, headerLines: ReadonlySet<number>): readonly number[] {
  const { sheet, upright, header, names } = fragment;
  const weights = [...names].filter(([name]) => isWeight(name)).map(([, across]) => across);
  const siteAt = (at: number, across: number): Site => crossing(sheet, at, upright, across);
  const isNumber = (at: number, across: number): boolean => {
    const place = siteAt(at, across);
    return grid.number(sheet, place) !== undefined || grid.cell(sheet, place)?.formula !== undefined;
  };
  const isFilled = (at: number): boolean => {
    const all = [...names.values()];
    const sites = all.map((across) => siteAt(at, across));
    if (isSummary(grid, sites, upright)) return false;
    const numbers = all.filter((across) => isNumber(at, across)).length;
    if (numbers * 2 >= all.length && numbers > 0) return true;
    if (weights.length >= LEAST_WEIGHTS && weights.every((across) => isNumber(at, across))) return true;
    const texts = all.filter((across) => typeof grid.cell(sheet, siteAt(at, across))?.value === 'string').length;
    return numbers * 4 >= all.length && (numbers + texts) * 2 >= all.length;
  };
  const own = new Set(names.values());
  const readsOneOf = (at: number, lines: readonly number[]): boolean =>
    [...own].some((across) => {
      const cell = grid.cell(sheet, siteAt(at, across));
      return (
        cell !== undefined &&
        leavesOf(grid, cell).some((leaf) => {
          const there = lineAt(leaf, upright);
          return leaf.sheet.toLowerCase() === sheet.toLowerCase() && own.has(there.across) && lines.includes(there.at);
        })
      );
    });
  const run = (direction: 1 | -1): readonly number[] => {
    const lines: number[] = [];
    let stride: number | undefined;
    const steps = Array.from({ length: MAX_GAP + 1 }, (_, d) => (d + 1) * direction);
    for (let last = header; ; ) {
      const from = last;
      const blocked = steps.findIndex((d) => headerLines.has(from + d));
      const step = (blocked === -1 ? steps : steps.slice(0, blocked)).find((d) => from + d > 0 && isFilled(from + d));
      if (step === undefined) return lines;
      const at = from + step;
      // After a gap that the table had not before, only what goes on with it belongs to it.
      const goesOn = (): boolean => readsOneOf(at, lines.slice(-MAX_GAP));
      const second = (): boolean => step === direction || weights.length === 0 || isPasted(at) || goesOn();
      if (lines.length > 0 && !(stride === undefined ? second() : step === stride || goesOn())) return lines;
      if (lines.length > 0) stride ??= step;
      last = at;
      lines.push(last);
    }
  };
  const isPasted = (at: number): boolean =>
    weights.length > 0 &&
    weights.every((across) => isNumber(at, across)) &&
    [...own].every((across) => grid.cell(sheet, siteAt(at, across))?.formula === undefined);
  const after = run(1);
  if (after.length > 0) return after;
  return isFilled(header - 1) ? [...run(-1)].reverse() : [];
}
