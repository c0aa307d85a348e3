import type { Row } from '../../expression/tree.ts';
import { readIteration } from '../../model/read-rule.ts';
import { initialValues } from '../../quantities/topology.ts';
import type { Cell } from '../file/sheet.ts';
import type { Site } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import type { Table } from '../table/table.ts';
import { seriesOf, writingOf } from './series.ts';
import { type Digits, type Rounding, roundingOf } from './tolerance.ts';

/** The learner's numbers of a table; iterations are counted from 0. */
export interface Numbers {
  readonly table: Table;
  /** The number of a name in a row, seen from an iteration; NaN where there is none. */
  at(name: string, k: number, row?: Row): number;
  /** The cell of a quantity in an iteration. */
  cell(name: string, k: number): Cell | undefined;
  /** How far the number of a pasted cell may be off because it was rounded; 0 for formulas and for whole numbers. */
  rounding(name: string, k: number): number;
}

/**
 * Reads the numbers of a table by name. Of a name without a column, given numbers come from labelled cells or from the network.
 *
 * @param given numbers that stand outside the table
 */
export function numbersOf(grid: Grid, table: Table, rate: number, given: ReadonlyMap<string, number>): Numbers {
  const { tracks } = table;
  const series = new Map(
    [...tracks].map(([name, track]): [string, Float64Array] => {
      const own = seriesOf(grid, track);
      // A given number that stands in the first row only holds for all.
      return [name, isOnce(grid, table, name) ? new Float64Array(table.iterations).fill(own[0] ?? Number.NaN) : own];
    }),
  );
  const initial = new Map(initialValues(table.topology).map(({ name, value }) => [name, value]));
  /** What the table has no column of. */
  const outside = {
    quantity: (name: string) => given.get(name) ?? initial.get(name) ?? Number.NaN,
    iteration: (k: number) => k + 1,
    learningRate: rate,
    givenRate: table.topology.givenRate,
    first: Number.NEGATIVE_INFINITY,
    before: Number.NaN,
  };
  const roundings = roundingsOf(grid, table);
  const cell = (name: string, k: number): Cell | undefined => {
    const site = tracks.get(name)?.sites[k];
    return site === undefined ? undefined : grid.cell(site.sheet, site);
  };
  return {
    table,
    at: (name, k, row = 0) => {
      if (row === 'outside') return Number.NaN;
      const own = series.get(name);
      if (own === undefined) return readIteration(k, outside)(name, row);
      const at = typeof row === 'number' ? k + row : row.k;
      return own[at] ?? (at < 0 ? 0 : Number.NaN);
    },
    cell,
    rounding: (name, k) => {
      const found = cell(name, k);
      if (found === undefined || found.formula !== undefined) return 0;
      return roundings.get(name)?.(typeof found.value === 'number' ? found.value : 0) ?? 0;
    },
  };
}

/** Whether a given number stands in the first iteration only. */
function isOnce(grid: Grid, { given, tracks }: Table, name: string): boolean {
  return (
    given.has(name) &&
    (tracks.get(name)?.sites ?? []).slice(1).every((site) => grid.cell(site.sheet, site) === undefined)
  );
}

/** Digits that the typed numbers among formulas have where they are rounded copies and nothing else. */
const LEAST_DIGITS = 4;

/** How far the pasted numbers of each column may be off. */
function roundingsOf(grid: Grid, { tracks, expected }: Table): ReadonlyMap<string, Rounding> {
  const computed = [...tracks].filter(([name]) => expected.get(name)?.kind === 'formula');
  const isFormula = (site: Site | undefined): boolean =>
    site !== undefined && grid.cell(site.sheet, site)?.formula !== undefined;
  const live = computed.filter(([, { sites }]) => isFormula(sites[1] ?? sites[0])).length * 2 > computed.length;
  const finest = [...tracks].flatMap(([name, track]): [string, Digits][] => {
    const rule = expected.get(name);
    if (rule?.kind !== 'formula') return [];
    const { finest: digits, stays } = writingOf(grid, track, rule.learned ? 1 : 0);
    // Among columns of formulas one that stays was not computed and rounded.
    return digits === undefined || (live && (digits.significant < LEAST_DIGITS || stays)) ? [] : [[name, digits]];
  });
  const middle = (numbers: readonly number[]): number =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const usual: Digits = {
    decimals: middle(finest.map(([, { decimals }]) => decimals)),
    significant: middle(finest.map(([, { significant }]) => significant)),
  };
  return new Map(finest.map(([name, digits]) => [name, roundingOf(digits, usual)]));
}
