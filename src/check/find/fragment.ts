import type { LearnerSheet } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import { groupedBy } from '../grouped.ts';
import { type HeaderCell, type HeaderPart, partsOfLine } from './header-line.ts';
import { isAmbiguous } from './names.ts';
import { isPart, isTable, isWeight, LEAST_WEIGHTS } from './sorts.ts';
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

/** Lines without numbers between a header and the first numbers, or between two iterations. */
const MAX_GAP = 3;

/** Characters of a text that may be a header. */
export const MOST_HEADER = 200;

/** Gives the name in class of a header, undefined where it says something else. */
export type Naming = (header: string) => string | undefined;

/**
 * Finds the headers of a sheet and the numbers that belong to them.
 *
 * @param upright whether names stand below each other and iterations go across
 */
export function fragmentsOf(sheet: LearnerSheet, grid: Grid, named: Naming, upright: boolean): readonly Fragment[] {
  const headers = headersOf(sheet, named, upright);
  const byLine = groupedBy(headers, ({ header }) => header);
  return headers.map((own) => {
    // Only headers over the same columns end a table, and not a few words: those of a table beside it may stand lower, and a row of
    // formulas in words may stand below the names.
    const crosses = (other: Header): boolean =>
      other.names.size * 2 >= own.names.size && own.first <= other.last && other.first <= own.last;
    const { header, names } = own;
    const fragment = { sheet: sheet.name, upright, header, names };
    return { ...fragment, lines: linesOf(grid, fragment, (at) => byLine.get(at)?.some(crosses) ?? false) };
  });
}

interface Header extends HeaderPart {
  readonly header: number;
}

function headersOf(sheet: LearnerSheet, named: Naming, upright: boolean): readonly Header[] {
  const lines = new Map<number, HeaderCell[]>();
  for (const cell of sheet.cells.values()) {
    if (typeof cell.value !== 'string' || cell.value.length > MOST_HEADER) continue;
    const name = named(cell.value);
    if (name === undefined) continue;
    const { at, across } = lineAt(cell, upright);
    const line = lines.get(at) ?? [];
    line.push({ across, name, ambiguous: isAmbiguous(cell.value) });
    lines.set(at, line);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .flatMap(([header, cells]) =>
      partsOfLine(cells.sort((a, b) => a.across - b.across)).map((part) => ({ header, ...part })),
    )
    .filter(({ names }) => isTable(names) || isPart(names));
}

/** The lines of numbers after a header, or, where there are none, those before it. */
function linesOf(grid: Grid, fragment: Omit<Fragment, 'lines'>, isHeader: (at: number) => boolean): readonly number[] {
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
      const blocked = steps.findIndex((d) => isHeader(from + d));
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
