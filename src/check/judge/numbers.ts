import { ITERATION, initialValues, LEARNING_RATE } from '../../spec/topology.ts';
import type { Cell } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import type { Table } from '../table/table.ts';
import { whereIs } from './symbols.ts';
import { type Digits, finestOf, type Rounding, roundingOf } from './tolerance.ts';

/** The learner's numbers of a table. */
export interface Numbers {
  readonly table: Table;
  /** The number of a name in a row of the sheet; NaN where there is none. */
  at(name: string, row: number): number;
  /** The cell of a quantity in a row. */
  cell(name: string, row: number): Cell | undefined;
  /** Whether a formula without a stored number has none: the cells that it reads are there, but cannot be calculated with. */
  fails(name: string, row: number): boolean;
  /** How far the number of a pasted cell may be off because it was rounded; 0 for formulas and for whole numbers. */
  rounding(name: string, row: number): number;
}

/**
 * Reads the numbers of a table by name. Of a name without a column, given numbers come from labelled cells or from the network.
 *
 * @param given numbers that stand outside the table
 */
export function numbersOf(grid: Grid, table: Table, rate: number, given: ReadonlyMap<string, number>): Numbers {
  const { sheet, first, last, columns } = table;
  const series = new Map(
    [...columns].map(([name, column]): [string, Float64Array] => [
      name,
      Float64Array.from(
        { length: last - first + 1 },
        (_, k) => grid.number(sheet, { row: first + k, column }) ?? Number.NaN,
      ),
    ]),
  );
  const initial = new Map(initialValues(table.topology).map(({ name, value }) => [name, value]));
  const plain = (name: string, row: number): number => {
    if (name === LEARNING_RATE) return rate;
    if (name === ITERATION) return row - first + 1;
    const own = series.get(name);
    if (own !== undefined) return own[row - first] ?? (row < first ? 0 : Number.NaN);
    return given.get(name) ?? initial.get(name) ?? Number.NaN;
  };
  const roundings = roundingsOf(grid, table);
  const taken = new Map<string, ReturnType<typeof whereIs>>();
  const parts = (name: string) => {
    const known = taken.get(name) ?? whereIs(name);
    taken.set(name, known);
    return known;
  };
  return {
    table,
    at: (name, row) => {
      const own = series.get(name);
      if (own !== undefined) return own[row - first] ?? Number.NaN;
      const where = parts(name);
      if (where.kind === 'cell') return Number.NaN;
      return plain(where.of, where.kind === 'row' ? where.row : row + where.distance);
    },
    cell: (name, row) => {
      const column = columns.get(name);
      return column === undefined ? undefined : grid.cell(sheet, { row, column });
    },
    fails: (name, row) => {
      const column = columns.get(name);
      const cell = column === undefined ? undefined : grid.cell(sheet, { row, column });
      return cell !== undefined && grid.fails(sheet, cell);
    },
    rounding: (name, row) => {
      const column = columns.get(name);
      const cell = column === undefined ? undefined : grid.cell(sheet, { row, column });
      if (cell === undefined || cell.formula !== undefined) return 0;
      return roundings.get(name)?.(typeof cell.value === 'number' ? cell.value : 0) ?? 0;
    },
  };
}

/** How far the pasted numbers of each column may be off. */
function roundingsOf(grid: Grid, { sheet, first, last, columns, expected }: Table): ReadonlyMap<string, Rounding> {
  const finest = [...columns].flatMap(([name, column]): [string, Digits][] => {
    const rule = expected.get(name);
    if (rule?.kind !== 'formula') return [];
    const start = rule.learned ? first + 1 : first;
    const cells = Array.from({ length: last - start + 1 }, (_, k) => grid.cell(sheet, { row: start + k, column }));
    const digits = finestOf(cells);
    return digits === undefined ? [] : [[name, digits]];
  });
  const middle = (numbers: readonly number[]): number =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const usual: Digits = {
    decimals: middle(finest.map(([, { decimals }]) => decimals)),
    significant: middle(finest.map(([, { significant }]) => significant)),
  };
  return new Map(finest.map(([name, digits]) => [name, roundingOf(digits, usual)]));
}
