import { symbolsIn } from '../../expression/symbols.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import { LEARNING_RATE } from '../../spec/topology.ts';
import type { Place } from '../file/address.ts';
import type { Cell } from '../file/sheet.ts';
import type { Reference } from '../formula/ast.ts';
import type { Grid } from '../formula/grid.ts';
import { translated } from '../formula/translate.ts';
import { flat, partsOf, withParts } from '../judge/rewrite.ts';
import { cellName, inRow, shifted } from '../judge/symbols.ts';
import { same } from '../judge/tolerance.ts';
import type { Rate } from '../table/learning-rate.ts';
import type { Table } from '../table/table.ts';
import type { Budget } from './search.ts';

/** What is known of a learner's table for reading its formulas. */
export interface Reading {
  readonly grid: Grid;
  readonly table: Table;
  readonly rate: Rate | undefined;
  /** Cells outside the table that hold a given number, by `sheet!row:column`. */
  readonly labelled: ReadonlyMap<string, string>;
  /** The numbers of what is given. */
  readonly given: ReadonlyMap<string, number>;
  /** How much may still be searched. */
  readonly budget: Budget;
}

/** Helper cells within helper cells that are followed. */
const MAX_HELPERS = 12;

export const placeKey = (sheet: string, { row, column }: Place): string => `${sheet.toLowerCase()}!${row}:${column}`;

/** The formula of a learner's cell in symbols; undefined where it cannot be read. @param right names that it should have */
export function learnersFormula(reading: Reading, cell: Cell, right: Expression): Expression | undefined {
  const { grid, table } = reading;
  const names = new Map([...table.columns].map(([name, column]) => [column, name]));
  const ast = grid.formula(cell);
  if (ast === undefined) return undefined;
  const meaning =
    (sheet: string, depth: number) =>
    (reference: Reference, target: Place): Expression | undefined => {
      const on = reference.sheet ?? sheet;
      const key = placeKey(on, target);
      if (isRate(reading, on, target)) return symbol(LEARNING_RATE);
      const name = names.get(target.column);
      const onSheet = on.toLowerCase() === table.sheet.toLowerCase();
      // A row just outside the table is still meant as the row above or below, as a copied formula has it.
      const near = !reference.fixedRow && Math.abs(target.row - cell.row) <= 2;
      const inTable = onSheet && (near || (target.row >= table.first && target.row <= table.last));
      if (inTable && name !== undefined) {
        if (table.given.has(name)) return symbol(name);
        return symbol(reference.fixedRow ? inRow(name, target.row) : shifted(name, target.row - cell.row));
      }
      const label = reading.labelled.get(key);
      if (label !== undefined) return symbol(label);
      const other = grid.cell(on, target);
      const own = other === undefined ? undefined : grid.formula(other);
      if (other !== undefined && own !== undefined && depth < MAX_HELPERS)
        return translated(own, other, meaning(on, depth + 1));
      return symbol(cellName(on === table.sheet ? undefined : on, target));
    };
  const tree = translated(ast, cell, meaning(table.sheet, 0));
  return tree === undefined || size(tree) > 2_000 ? undefined : flat(withTypedNumbers(reading, tree, right));
}

function isRate({ rate, table }: Reading, sheet: string, { row, column }: Place): boolean {
  const cell = rate?.cell;
  return (
    cell !== undefined &&
    cell.sheet.toLowerCase() === (sheet || table.sheet).toLowerCase() &&
    cell.place.row === row &&
    cell.place.column === column
  );
}

const size = (tree: Expression): number => 1 + partsOf(tree).reduce((total, part) => total + size(part), 0);

/** A typed number that is that of a given quantity, in a formula that lacks the quantity, stands for it. */
function withTypedNumbers({ rate, given }: Reading, tree: Expression, right: Expression): Expression {
  const has = new Set(symbolsIn(tree));
  const lacking = [...new Set(symbolsIn(right))].filter((name) => !has.has(name));
  const known = lacking.flatMap((name): [string, number][] => {
    const value = name === LEARNING_RATE ? rate?.value : given.get(name);
    return value === undefined || (name !== LEARNING_RATE && Number.isInteger(value)) ? [] : [[name, value]];
  });
  if (known.length === 0) return tree;
  const replace = (node: Expression): Expression => {
    if (node.kind === 'number') {
      const found = known.find(([, value]) => same(value, node.value));
      return found === undefined ? node : symbol(found[0]);
    }
    const parts = partsOf(node);
    return parts.length === 0 ? node : withParts(node, parts.map(replace));
  };
  return replace(tree);
}
