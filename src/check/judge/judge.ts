import { sizeOf } from '../../expression/rewrite.ts';
import { symbolsIn } from '../../expression/symbols.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import type { Cell } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { SPENT } from '../formula/reader.ts';
import type { Expected } from '../table/expected.ts';
import type { Table } from '../table/table.ts';
import { compiled } from '../terms/compile.ts';
import { formulaIn } from './formulas.ts';
import type { FromWeights } from './from-weights.ts';
import type { Numbers } from './numbers.ts';
import { type Operands, operandsOf, roundedIn, slack } from './rounding.ts';
import { isDoubtful, RELATIVE, relativeOfTyped, toleranceOf } from './tolerance.ts';

/** A cell that holds another number than it should. */
export interface Wrong {
  /** The iteration, counted from 0. */
  readonly k: number;
  readonly actual: number;
  readonly expected: number;
}

/** A cell that holds something and was not judged. */
export interface Unjudged {
  /** The iteration, counted from 0. */
  readonly k: number;
  /** Why, where that is not in the cell, or in what it comes from. */
  readonly why?: string;
}

/** What became of the cells of a quantity. Iterations are counted from 0. */
export interface Judgement {
  readonly name: string;
  readonly formula: Expression;
  /** How many cells were judged. */
  readonly judged: number;
  readonly wrong: readonly Wrong[];
  /** Cells whose numbers are off by less than the tolerance but by more than rounding. */
  readonly doubtful: readonly number[];
  /** Cells that hold a number where a formula is expected, though it is the right one. */
  readonly pasted: readonly number[];
  /** Cells that show no number, and may not: an error, or text. */
  readonly failing: readonly number[];
  /** Cells whose number or formula cannot be told. */
  readonly unknown: readonly Unjudged[];
  /** Cells that are empty. */
  readonly empty: readonly number[];
  /** Whether all its right numbers are rounded so far that wrong ones would look the same. */
  readonly coarse: boolean;
}

/** Numbers of which rounding is this share or more, or is of a step, tell nothing. */
const COARSE = 0.25;

/** The first iteration that a rule says something of. */
export const firstJudged = (rule: Expected): number =>
  rule.kind === 'given' ? rule.every : rule.kind === 'formula' && rule.learned ? 1 : 0;

/**
 * Judges a quantity, each iteration from its own numbers and those of the one before; undefined where nothing is expected of it.
 *
 * @param follow whether the lines are iterations of one another
 * @param fromWeights what the weights make of a quantity; only what seems wrong needs it
 */
export function judgeTrack(
  grid: Grid,
  numbers: Numbers,
  name: string,
  follow: boolean,
  fromWeights: FromWeights,
  steps: Budget,
): Judgement | undefined {
  const { table } = numbers;
  const rule = table.expected.get(name);
  const track = table.tracks.get(name);
  if (rule === undefined || track === undefined) return undefined;
  if (rule.kind === 'running-mean' || (!follow && isOfRowAbove(rule))) return undefined;
  const formula = rule.kind === 'formula' ? formulaIn(table, name) : givenFormula(name, rule.every);
  if (formula === undefined || !steps.take(sizeOf(formula) * track.sites.length))
    return notJudged(numbers, rule, name, formula === undefined ? TOO_LONG : SPENT.why);
  const value = compiled(formula);
  // Only what is pasted needs them.
  let operands: Operands | undefined;
  const rounding = (k: number): number | undefined => {
    operands ??= operandsOf(formula, table.given);
    return slack(numbers, operands, k, name, steps);
  };
  const cells = track.sites.map((_, k) => numbers.cell(name, k));
  const typed = relativeOfTyped(cells, isLearned(rule));
  const wrong: Wrong[] = [];
  const doubtful: number[] = [];
  const pasted: number[] = [];
  const failing: number[] = [];
  const unknown: Unjudged[] = [];
  const empty: number[] = [];
  let judged = 0;
  let telling = 0;
  for (let k = firstJudged(rule); k < track.sites.length; k++) {
    const cell = cells[k];
    const actual = numbers.at(name, k);
    if (cell === undefined) {
      empty.push(k);
      continue;
    }
    // Where a given number stands in some rows only, nothing says what it should be.
    if (rule.kind === 'given' && cells[k - rule.every] === undefined) continue;
    const expected = value((of, row) => numbers.at(of, k, row));
    if (Number.isNaN(actual)) {
      const kind = kindOfNoNumber(grid, table, cell, expected);
      if (kind === 'wrong') wrong.push({ k, actual, expected });
      else if (kind === 'failing') failing.push(k);
      else if (kind === 'unknown') unknown.push({ k });
      if (kind === 'right' || kind === 'wrong') judged++;
      continue;
    }
    const isOurs = cell.formula !== undefined && cell.value === undefined && grid.formula(cell) === undefined;
    if (!Number.isFinite(expected) || isOurs) {
      // A number where its operands have none does not come from them; nor is one judged of a formula that is too long to be compared.
      unknown.push({ k });
      continue;
    }
    const off = Math.abs(actual - expected);
    const rounded = cell.formula === undefined ? rounding(k) : roundedIn(grid, cell);
    const relative = cell.formula === undefined ? typed : RELATIVE;
    const allowed = toleranceOf(expected, relative) + (rounded ?? 0);
    const size = isLearned(rule) ? expected - numbers.at(name, k, -1) : expected;
    const other = off <= allowed ? expected : fromWeights(name, k);
    if (rounded === undefined || other === undefined) {
      unknown.push({ k, why: SPENT.why });
      continue;
    }
    judged++;
    const fits = off <= allowed || nearly(actual, other, relative);
    if (rounded === 0 || rounded < COARSE * Math.abs(size)) telling++;
    if (!fits) wrong.push({ k, actual, expected });
    else if (off <= allowed && isDoubtful(cell, off, expected)) doubtful.push(k);
    if (fits && cell.formula === undefined && rule.kind === 'formula') pasted.push(k);
  }
  const coarse = judged > 0 && telling === 0;
  return { name, formula, judged, wrong, doubtful, pasted, failing, unknown, empty, coarse };
}

const TOO_LONG = 'its formula, with all that the table has no columns of, is too long to be judged here';

/** A quantity of which no cell is judged. */
function notJudged(numbers: Numbers, rule: Expected, name: string, why: string): Judgement {
  const all = Array.from({ length: numbers.table.tracks.get(name)?.sites.length ?? 0 }, (_, k) => k);
  const isFilled = (k: number): boolean => numbers.cell(name, k) !== undefined;
  return {
    name,
    formula: rule.kind === 'formula' ? rule.formula : symbol(name),
    judged: 0,
    wrong: [],
    doubtful: [],
    pasted: [],
    failing: [],
    unknown: all
      .slice(firstJudged(rule))
      .filter(isFilled)
      .map((k) => ({ k, why })),
    empty: all.slice(firstJudged(rule)).filter((k) => !isFilled(k)),
    coarse: false,
  };
}

/**
 * What it means that a cell shows no number. Overflow is right where the rule overflows too; a formula that reads a text beside the
 * table, such as a header, is wrong itself.
 */
function kindOfNoNumber(
  grid: Grid,
  table: Table,
  cell: Cell,
  expected: number,
): 'right' | 'wrong' | 'failing' | 'unknown' {
  const failure = grid.failureOf(cell);
  if (failure === undefined) return 'unknown';
  const { kind, root, firstError } = failure;
  const isWrong = cell.formula !== undefined && Number.isFinite(expected);
  if (kind === 'overflow' || kind === 'division')
    return Number.isFinite(expected) ? (isWrong ? 'wrong' : 'failing') : 'right';
  const k = table.meaningAt(root)?.k ?? -1;
  const strays = firstError === cell && root !== cell && (k < 0 || k >= table.iterations);
  return typeof root.value === 'string' && strays && isWrong ? 'wrong' : 'failing';
}

/** Whether a quantity comes from the iteration before. */
const isOfRowAbove = (rule: Expected): boolean =>
  rule.kind === 'formula' && (rule.learned || symbolsIn(rule.formula).some(({ row }) => row !== 0));

/** A given number is that of the iteration before, or of so many before. */
const givenFormula = (name: string, every: number): Expression => symbol(name, -every);

const isLearned = (rule: Expected): boolean => rule.kind === 'formula' && rule.learned;

const nearly = (a: number, b: number, relative: number): boolean => Math.abs(a - b) <= toleranceOf(b, relative);
