import type { Budget } from '../budget.ts';
import type { Cell, LearnerSheet } from '../file/sheet.ts';
import { calculate } from './calculate.ts';
import { circleOf } from './circle.ts';
import { type Formulas, hasFormula } from './formulas.ts';
import { readerOf, SPENT } from './reader.ts';
import { reasons } from './tokens.ts';
import { isStop, unknown, type Value } from './value.ts';

/** What cells show. */
export interface Evaluator {
  /** What a cell shows: what is stored, or what its formula gives. */
  shown(cell: Cell): Value;
  /** What a cell's formula gives with what the cells that it reads show. */
  step(cell: Cell): Value;
}

/** What is calculated, and how. */
export interface Evaluation {
  readonly sheet: (name: string) => LearnerSheet | undefined;
  readonly formulas: Formulas;
  readonly budget: Budget;
  /** Whether every formula is calculated, whatever numbers are stored. */
  readonly fresh: boolean;
}

/** A cell whose formula waits for the values of others. */
interface Waiting {
  readonly cell: Cell;
  readonly missing: readonly Cell[];
  readonly next: number;
  /** Missing cells that its next look takes down: a few first, so that not every cell of a long chain lists all the others. */
  readonly most: number;
}

const FIRST_MISSING = 16;

/**
 * Calculates cells, each once. Chains of cells that read one another are followed with a stack of its own, however long they are;
 * every cell that is read and every part of a formula is charged to the budget. Once that is used up, nothing more is known.
 */
export function evaluatorOf({ sheet, formulas, budget, fresh }: Evaluation): Evaluator {
  const values = new Map<Cell, Value>();

  const isKnown = (cell: Cell): boolean => (!fresh && isStored(cell)) || cell.formula === undefined || values.has(cell);
  const known = (cell: Cell): Value =>
    cell.formula === undefined || (!fresh && isStored(cell)) ? storedIn(cell) : values.get(cell);
  const asRead = (cell: Cell): Value | 'pending' => {
    if (!isKnown(cell)) return 'pending';
    const value = known(cell);
    return isStop(value) && value.kind === 'fault' ? { ...value, from: cell } : value;
  };
  /** Calculates a formula as far as the cells that it reads are known. @returns its value, or the cells that are missing first */
  const attempt = (home: Cell, most: number): { readonly value: Value; readonly missing: readonly Cell[] } => {
    const missing: Cell[] = [];
    if (!hasFormula(home)) return { value: undefined, missing };
    const { whole, why, cost } = formulas.read(home);
    if (whole === undefined) return { value: why === reasons.tooMuch ? SPENT : unknown(`its formula ${why}`), missing };
    if (!budget.take(cost)) return { value: SPENT, missing };
    const reader = readerOf({ home, sheet, value: asRead, lacksName: formulas.names.lacks, budget }, missing, most);
    // A formula that is an empty cell shows 0.
    return { value: calculate(whole, reader) ?? 0, missing };
  };
  const keep = (cell: Cell, value: Value): void => {
    const isOwn = isStop(value) && value.kind === 'unknown' && value.cell === undefined;
    values.set(cell, givesWay(value) && cell.value !== undefined ? cell.value : isOwn ? { ...value, cell } : value);
  };
  /** Calculates a cell, and before it the cells that it reads: depth first, on a stack of its own. */
  const settle = (start: Cell): void => {
    const stack: Waiting[] = [];
    const open = new Map<Cell, number>();
    const enter = (cell: Cell): void => {
      open.set(cell, stack.length);
      stack.push({ cell, missing: [], next: 0, most: FIRST_MISSING });
    };
    if (!isKnown(start)) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { cell, missing, next, most } = top;
      const wanted = missing[next];
      if (isKnown(cell)) {
        stack.pop();
        open.delete(cell);
      } else if (wanted === undefined) {
        const looked = attempt(cell, most);
        if (looked.missing.length === 0) keep(cell, looked.value);
        else stack[stack.length - 1] = { cell, missing: looked.missing, next: 0, most: most * 2 };
      } else {
        stack[stack.length - 1] = { ...top, next: next + 1 };
        const since = open.get(wanted);
        if (isKnown(wanted)) continue;
        if (since === undefined) enter(wanted);
        else {
          const cells = stack.slice(since).map((waiting) => waiting.cell);
          const circle = circleOf(cells);
          for (const each of cells) values.set(each, circle);
        }
      }
    }
  };
  return {
    shown: (cell) => {
      settle(cell);
      return known(cell);
    },
    step: (cell) => {
      for (let most = FIRST_MISSING; ; most *= 2) {
        const { value, missing } = attempt(cell, most);
        if (missing.length === 0) return value;
        for (const each of missing) settle(each);
      }
    },
  };
}

const isStored = ({ value, error }: Cell): boolean => value !== undefined || error !== undefined;

/** What is stored in a cell; a number that is none counts as the text that it is. */
const storedIn = (cell: Cell): Value =>
  cell.error === undefined ? (cell.value ?? cell.written) : { kind: 'fault', error: cell.error, from: cell };

/** Whether a value says less than what is stored: it is not known, or a name may be known elsewhere. */
const givesWay = (value: Value): boolean =>
  isStop(value) && (value.kind === 'unknown' ? value.spent !== true : value.error === '#NAME?');
