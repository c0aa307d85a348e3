import { symbolsIn } from '../../expression/symbols.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Cell } from '../file/sheet.ts';
import { compiled, type NumberOf } from '../judge/compile.ts';
import { formulaIn, formulaInValues } from '../judge/formulas.ts';
import type { Wrong } from '../judge/judge.ts';
import type { Numbers } from '../judge/numbers.ts';
import { flat } from '../judge/rewrite.ts';
import { toleranceOf } from '../judge/tolerance.ts';
import { learnersFormula, type Reading } from './learner.ts';
import type { Mutant } from './mutants.ts';
import { fits, type Point, searchSlip } from './search.ts';
import { siblingsOf } from './siblings.ts';
import { inSymbols, slipInWords } from './wording.ts';

/** Why a column's cells are wrong. */
export interface Diagnosis {
  /** The end of a sentence that begins with the quantity. */
  readonly words: string;
  readonly named: boolean;
  /** What the learner computes, where it could be told. */
  readonly used: Expression | undefined;
}

/** Rows whose numbers a slip has to give again. */
const MAX_ROWS = 40;

/** Whether a learner's formula means the same as the right one, told at numbers drawn for every name. */
export function means(reading: Reading, cell: Cell, right: Expression): boolean | undefined {
  const used = learnersFormula(reading, cell, right);
  if (used === undefined) return undefined;
  const { table } = reading;
  return (
    fits(formulaInValues(table, right), drawnPoints(formulaInValues(table, used))) || fits(right, drawnPoints(used))
  );
}

/** Finds why cells of a quantity are wrong: by the learner's formula, or else by the numbers. */
export function diagnose(
  reading: Reading,
  numbers: Numbers,
  name: string,
  right: Expression,
  wrong: readonly Wrong[],
): Diagnosis {
  const [first] = wrong;
  const cell = first === undefined ? undefined : numbers.cell(name, first.row);
  const used = cell?.formula === undefined ? undefined : learnersFormula(reading, cell, right);
  const found =
    (used === undefined ? undefined : byFormula(reading, name, right, used)) ??
    byNumbers(reading, numbers, name, right, wrong);
  if (found !== undefined) return { words: found.words, named: true, used: used ?? found.tree };
  return used === undefined
    ? { words: `does not follow its rule; it should be ${inSymbols(right)}`, named: false, used: undefined }
    : { words: `is computed as ${inSymbols(used)}; it should be ${inSymbols(right)}`, named: true, used };
}

interface Found {
  readonly words: string;
  readonly tree: Expression;
}

function byFormula({ table, budget }: Reading, name: string, right: Expression, used: Expression): Found | undefined {
  const shapes: readonly (readonly [Expression, Expression])[] = [
    [right, used],
    [formulaInValues(table, right), formulaInValues(table, used)],
  ];
  const own = new Set(symbolsIn(used));
  const pairsOf = (tree: Expression) => [...new Set(symbolsIn(tree))];
  for (const [goal, given] of shapes) {
    const points = drawnPoints(given);
    const names = pairsOf(given);
    const alternatives = (of: string): readonly string[] => names.filter((other) => other !== of);
    // Where nothing in the learner's formula is strange, a second look at all its names costs little.
    const places = { alternatives, whole: othersFormulas(table, name), pairs: names.length <= 16 && own.size <= 16 };
    const slip = searchSlip(goal, points, places, budget);
    if (slip !== undefined) return { words: withOther(table, name, goal, slip), tree: used };
  }
  return undefined;
}

function byNumbers(
  { budget }: Reading,
  numbers: Numbers,
  name: string,
  right: Expression,
  wrong: readonly Wrong[],
): Found | undefined {
  const { table } = numbers;
  const step = Math.max(1, Math.ceil(wrong.length / MAX_ROWS));
  const points = wrong
    .filter((_, k) => k % step === 0)
    .map(({ row, actual }): Point => {
      const digits = numbers.rounding(name, row);
      return {
        numberOf: (of) => numbers.at(of, row),
        wanted: actual,
        allowed: toleranceOf(actual) * 1e-2 + digits * 1.5,
      };
    });
  if (points.some(({ wanted }) => !Number.isFinite(wanted))) return undefined;
  const places = { alternatives: siblingsOf(table), whole: othersFormulas(table, name), pairs: points.length >= 3 };
  const slip = searchSlip(right, points, places, budget);
  return slip === undefined ? undefined : { words: withOther(table, name, right, slip), tree: slip.tree };
}

/** The formulas of the quantities of the same sort. */
const othersFormulas = (table: Numbers['table'], name: string): readonly Expression[] =>
  others(table, name).map(([, formula]) => formula);

function others(table: Numbers['table'], name: string): readonly (readonly [string, Expression])[] {
  const sort = (of: string): string => of.replace(/\d+/g, '');
  return [...table.expected.keys()]
    .filter((other) => other !== name && sort(other) === sort(name))
    .flatMap((other) => {
      const formula = formulaIn(table, other);
      return formula === undefined ? [] : [[other, formula] as const];
    });
}

/** A slip in words, with the hint that it is the formula of another quantity where it is. */
function withOther(table: Numbers['table'], name: string, right: Expression, slip: Mutant): string {
  const words = slipInWords(right, slip);
  const points = drawnPoints(slip.tree);
  const other = others(table, name).find(
    ([, formula]) => fits(flat(formula), points) || fits(formulaInValues(table, formula), points),
  );
  return other === undefined ? words : `${words} (what it computes is ${other[0]})`;
}

/** Numbers drawn for every name, and what a formula gives with them. */
function drawnPoints(tree: Expression): readonly Point[] {
  const value = compiled(tree);
  return [1, 2, 3].map((seed) => {
    const numberOf: NumberOf = (name) => drawn(name, seed);
    const wanted = value(numberOf);
    return { numberOf, wanted, allowed: 1e-9 * Math.abs(wanted) + 1e-15 };
  });
}

/** A number between 0.1 and 0.9 that is always the same for a name and a seed. */
function drawn(name: string, seed: number): number {
  let hash = 2_166_136_261 ^ (seed * 7_919);
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return 0.1 + 0.8 * (((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32);
}
