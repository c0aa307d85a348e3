import { symbolsIn } from '../../expression/symbols.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import type { Expected } from '../table/table.ts';
import { type Compiled, compiled } from './compile.ts';
import { formulaFromWeights, formulaIn } from './formulas.ts';
import type { Numbers } from './numbers.ts';
import { above, whereIs } from './symbols.ts';
import { toleranceOf } from './tolerance.ts';

/** A cell that holds another number than it should. */
export interface Wrong {
  readonly row: number;
  readonly actual: number;
  readonly expected: number;
}

/** What became of a column: how many cells were judged, and which are wrong. */
export interface Judgement {
  readonly name: string;
  readonly formula: Expression;
  readonly judged: number;
  /** Cells whose formula has no number that could be told. */
  readonly unknown: number;
  readonly wrong: readonly Wrong[];
  /** Rows whose numbers are off by less than the tolerance but by more than rounding. */
  readonly doubtful: readonly number[];
  /** Rows that hold a number where a formula is expected, though it is the right one. */
  readonly pasted: readonly number[];
}

/** How far rounding alone takes a number, for its size. */
const ROUNDING = 1e-10;

/**
 * Judges a column, each row from its own numbers and those of the row above; undefined where nothing is expected of it.
 *
 * @param follow whether the rows are iterations of one another
 */
export function judgeColumn(numbers: Numbers, name: string, follow: boolean): Judgement | undefined {
  const { table } = numbers;
  const rule = table.expected.get(name);
  if (rule === undefined || !table.columns.has(name)) return undefined;
  if (rule.kind === 'running-mean' || (!follow && isOfRowAbove(rule))) return undefined;
  const formula = rule.kind === 'formula' ? formulaIn(table, name) : givenFormula(name, rule.every);
  if (formula === undefined) return undefined;
  const start = table.first + (rule.kind === 'given' ? rule.every : rule.learned ? 1 : 0);
  const value = compiled(formula);
  let whole: Compiled | undefined;
  const fromWeights = (row: number): number => {
    // Written out down to the weights a formula is long; only what seems wrong needs it.
    const tree = whole === undefined && rule.kind === 'formula' ? formulaFromWeights(table, name) : undefined;
    whole ??= tree === undefined ? () => Number.NaN : compiled(tree);
    return whole((of) => numbers.at(of, row));
  };
  const operands = [...new Set(symbolsIn(formula))];
  const wrong: Wrong[] = [];
  const doubtful: number[] = [];
  const pasted: number[] = [];
  let judged = 0;
  let unknown = 0;
  for (let row = start; row <= table.last; row++) {
    const cell = numbers.cell(name, row);
    const actual = numbers.at(name, row);
    if (cell === undefined) continue;
    if (Number.isNaN(actual) && cell.error === undefined && !numbers.fails(name, row)) {
      if (cell.formula !== undefined) unknown++;
      continue;
    }
    const expected = value((of) => numbers.at(of, row));
    judged++;
    if (!Number.isFinite(expected)) continue;
    const off = Math.abs(actual - expected);
    const allowed =
      toleranceOf(expected) + (cell.formula === undefined ? slack(numbers, operands, value, row, name) : 0);
    const fits = off <= allowed || nearly(actual, fromWeights(row));
    if (!fits) wrong.push({ row, actual, expected });
    else if (off > ROUNDING * Math.abs(expected)) doubtful.push(row);
    if (fits && cell.formula === undefined && rule.kind === 'formula') pasted.push(row);
  }
  return { name, formula, judged, unknown, wrong, doubtful, pasted };
}

/** Whether a quantity comes from the row above. */
const isOfRowAbove = (rule: Expected): boolean =>
  rule.kind === 'formula' && (rule.learned || symbolsIn(rule.formula).some((name) => name.startsWith('old ')));

/** A given number is that of the row above, or of so many rows above. */
const givenFormula = (name: string, every: number): Expression =>
  symbol(every === 1 ? above(name) : `shift ${-every} ${name}`);

const nearly = (a: number, b: number): boolean => Math.abs(a - b) <= toleranceOf(b);

/** How far a pasted number may be off because it and the pasted numbers that it came from were rounded. */
function slack(numbers: Numbers, operands: readonly string[], value: Compiled, row: number, name: string): number {
  const own = numbers.rounding(name, row) * 1.001;
  if (own === 0) return 0;
  const { first, given } = numbers.table;
  const at = (of: string): number => numbers.at(of, row);
  const middle = value(at);
  return operands.reduce((total, operand) => {
    const where = whereIs(operand);
    if (where.kind !== 'distance' || given.has(where.of)) return total;
    const there = row + where.distance;
    const learned = there === first && /^[wb]\d/.test(where.of);
    const step = learned ? 0 : numbers.rounding(where.of, there);
    if (step === 0) return total;
    const moved = value((of) => (of === operand ? at(of) + step : at(of)));
    return total + Math.abs(moved - middle) * 1.01;
  }, own);
}
