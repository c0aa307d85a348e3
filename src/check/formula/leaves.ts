import type { Cell } from '../file/sheet.ts';
import { type Ast, astParts, targetOf } from './ast.ts';
import type { Grid } from './grid.ts';

/** A cell that a formula reads. */
export interface Leaf {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** The single cells that a cell's formula reads, and the corners of its ranges, in order. */
export function leavesOf(grid: Grid, cell: Cell): readonly Leaf[] {
  const ast = grid.formula(cell);
  return ast === undefined ? [] : leavesIn(ast, cell);
}

function leavesIn(ast: Ast, cell: Cell): readonly Leaf[] {
  if (ast.kind === 'range') return [...leavesIn(ast.from, cell), ...leavesIn(ast.to, cell)];
  if (ast.kind !== 'cell') return astParts(ast).flatMap((part) => leavesIn(part, cell));
  const { fixedRow, fixedColumn } = ast;
  return [{ sheet: ast.sheet ?? cell.sheet, ...targetOf(ast, cell), fixedRow, fixedColumn }];
}

/** The numbers that are typed into a cell's formula. */
export function typedNumbers(ast: Ast): readonly number[] {
  return ast.kind === 'number' ? [ast.value] : astParts(ast).flatMap(typedNumbers);
}
