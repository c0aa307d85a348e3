import type { CellPosition } from '../file/address.ts';
import type { Cell } from '../file/sheet.ts';
import { type Ast, targetOf } from './ast.ts';
import { storedCause, textCause } from './causes.ts';
import { circleOf } from './circle.ts';
import type { Evaluator } from './evaluate.ts';
import { type Formulas, hasFormula } from './formulas.ts';
import { type Cause, isStop } from './value.ts';

/** Why a cell shows no number: the first cell on the way that shows none, and what is the matter with it. */
export interface Failure extends Cause {
  readonly root: Cell;
  /** The first cell on the way that shows an error: the root itself, or the one that calculates with the text of the root. */
  readonly firstError: Cell;
}

/** Finds the roots of what shows no number. What was found is remembered, so that a long chain costs its length once. */
export function failuresOf(
  { shown, step }: Evaluator,
  formulas: Formulas,
  cellAt: (sheet: string, place: CellPosition) => Cell | undefined,
): (cell: Cell) => Failure | undefined {
  const found = new Map<Cell, Failure>();

  /** The cell from which another one has its error, or else the cause; undefined where it shows no error. */
  const origin = (cell: Cell): Cell | Cause | undefined => {
    const value = shown(cell);
    if (typeof value === 'string') return copied(cell) ?? textCause(cell, value, formulas.names);
    if (typeof value === 'boolean') return { kind: 'text', why: `shows ${value ? 'TRUE' : 'FALSE'}, no number` };
    if (!isStop(value) || value.kind !== 'fault') return undefined;
    if (value.from !== cell) return value.from;
    // A stored error does not say where it comes from; the formula does.
    const again = cell.formula === undefined ? undefined : step(cell);
    if (isStop(again) && again.kind === 'fault') return again.from;
    if (typeof again === 'string') return copied(cell) ?? storedCause(value.error, astOf(cell), formulas.names);
    return storedCause(value.error, astOf(cell), formulas.names);
  };
  /** The cell whose text another one shows, as =A1 does. */
  const copied = (cell: Cell): Cell | undefined => {
    const ast = astOf(cell);
    const source = ast?.kind === 'cell' ? cellAt(ast.sheet ?? cell.sheet, targetOf(ast, cell)) : undefined;
    return source !== undefined && typeof shown(source) === 'string' ? source : undefined;
  };
  const isError = (cell: Cell): boolean => isStop(shown(cell));
  const astOf = (cell: Cell): Ast | undefined => (hasFormula(cell) ? formulas.read(cell).ast : undefined);

  return (start) => {
    const way: Cell[] = [];
    const places = new Map<Cell, number>();
    let failure: Failure | undefined;
    for (let cell: Cell | undefined = start; cell !== undefined; ) {
      failure = found.get(cell);
      if (failure !== undefined) break;
      places.set(cell, way.length);
      way.push(cell);
      const from = origin(cell);
      if (from === undefined) break;
      const since = isCell(from) ? places.get(from) : undefined;
      const cause = since === undefined ? from : circleOf(way.slice(since)).from;
      if (isCell(cause)) cell = cause;
      else {
        const root = cause.circle?.[0] ?? cell;
        failure = { ...cause, root, firstError: root };
        cell = undefined;
      }
    }
    for (const cell of way.reverse()) {
      if (failure === undefined) break;
      const isReader = cell !== failure.root && failure.firstError === failure.root && !isError(failure.root);
      if (isReader) failure = { ...failure, firstError: cell };
      found.set(cell, failure);
    }
    return failure;
  };
}

const isCell = (from: Cell | Cause): from is Cell => 'row' in from;
