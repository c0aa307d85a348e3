import { flat, partsOf, withParts } from '../../expression/rewrite.ts';
import type { Mutant } from '../../expression/slips.ts';
import { distinctSymbols, keyOf } from '../../expression/symbols.ts';
import { type Expression, type Mention, number } from '../../expression/tree.ts';
import type { Cell } from '../file/sheet.ts';
import { formulaIn, formulaInValues } from '../judge/formulas.ts';
import type { Wrong } from '../judge/judge.ts';
import type { Numbers } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { toleranceOf } from '../judge/tolerance.ts';
import type { Diagnosis, Known } from './diagnosis.ts';
import { drawnPoints } from './drawn.ts';
import { learnersFormula } from './learner.ts';
import { fits, searchSlip, type TestPoint } from './search.ts';
import { siblingsOf } from './siblings.ts';
import { causeOf, inSymbols, slipInWords } from './wording.ts';

/** Rows whose numbers a slip has to give again. */
const MAX_ROWS = 40;

/** Whether a learner's formula means the same as the right one, told at numbers drawn for every name. */
export function means(reading: Reading, cell: Cell, k: number, right: Expression): boolean | undefined {
  const read = learnersFormula(reading, cell, k, right);
  if (read === undefined) return undefined;
  const used = withWholeE(read);
  const { table } = reading;
  return (
    fits(formulaInValues(table, right), drawnPoints(formulaInValues(table, used))) || fits(right, drawnPoints(used))
  );
}

/** How far a typed e may be off that is meant as e: 2.71828 is. */
const TYPED_E = 1e-5;

/** A formula with e itself where its first digits are typed. */
function withWholeE(tree: Expression): Expression {
  if (tree.kind === 'number') return Math.abs(tree.value - Math.E) < TYPED_E ? number(Math.E) : tree;
  const parts = partsOf(tree);
  return parts.length === 0 ? tree : withParts(tree, parts.map(withWholeE));
}

/** Finds why cells of a quantity are wrong: by the learner's formula, or else by the numbers. */
export function diagnose(
  known: Known,
  reading: Reading,
  numbers: Numbers,
  name: string,
  right: Expression,
  wrong: readonly Wrong[],
): Diagnosis {
  const [first] = wrong;
  const cell = first === undefined ? undefined : numbers.cell(name, first.k);
  const used =
    first === undefined || cell?.formula === undefined ? undefined : learnersFormula(reading, cell, first.k, right);
  if (used === undefined) return diagnosisOf(reading, numbers, name, right, wrong, used);
  const key = `${name}: ${inSymbols(used)}; ${inSymbols(right)}`;
  const diagnosis = known.get(key) ?? diagnosisOf(reading, numbers, name, right, wrong, used);
  known.set(key, diagnosis);
  return diagnosis;
}

function diagnosisOf(
  reading: Reading,
  numbers: Numbers,
  name: string,
  right: Expression,
  wrong: readonly Wrong[],
  used: Expression | undefined,
): Diagnosis {
  const found =
    (used === undefined ? undefined : byFormula(reading, name, right, used)) ??
    byNumbers(reading, numbers, name, right, wrong);
  if (found !== undefined) return { ...found, named: true, used: used ?? found.tree };
  if (used === undefined)
    return { words: `does not follow its rule; it should be ${inSymbols(right)}`, cause: name, named: false, used };
  const words = `is computed as ${inSymbols(used)}; it should be ${inSymbols(right)}`;
  // Activations of a layer differ by their numbers only.
  return { words, cause: name.startsWith('a_') ? words.replace(/\d+/g, '#') : words, named: true, used };
}

interface Found {
  readonly words: string;
  readonly cause: string;
  readonly tree: Expression;
}

function byFormula({ table, budget }: Reading, name: string, right: Expression, used: Expression): Found | undefined {
  const shapes: readonly (readonly [Expression, Expression])[] = [
    [right, used],
    [formulaInValues(table, right), formulaInValues(table, used)],
  ];
  const own = distinctSymbols(used);
  for (const [goal, given] of shapes) {
    const points = drawnPoints(given);
    const names = distinctSymbols(given);
    const alternatives = (of: Mention): readonly Mention[] => names.filter((other) => keyOf(other) !== keyOf(of));
    // Where nothing in the learner's formula is strange, a second look at all its names costs little.
    const places = { alternatives, whole: othersFormulas(table, name), pairs: names.length <= 16 && own.length <= 16 };
    const slip = searchSlip(goal, points, places, budget);
    if (slip !== undefined)
      return { words: withOther(table, name, goal, slip), cause: causeOf(goal, slip), tree: used };
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
    .filter((_, at) => at % step === 0)
    .map(({ k, actual }): TestPoint => {
      const digits = numbers.rounding(name, k);
      return {
        numberOf: (of, row) => numbers.at(of, k, row),
        wanted: actual,
        allowed: toleranceOf(actual) * 1e-2 + digits * 1.5,
      };
    });
  // Zeros say nothing: whatever cancels gives them.
  if (points.some(({ wanted }) => !Number.isFinite(wanted)) || points.every(({ wanted }) => wanted === 0))
    return undefined;
  const siblings = siblingsOf(table);
  // Every number is its own; that explains nothing.
  const alternatives = (of: Mention): readonly Mention[] => siblings(of).filter((other) => keyOf(other) !== name);
  const places = { alternatives, whole: othersFormulas(table, name), pairs: points.length >= 3 };
  const slip = searchSlip(right, points, places, budget);
  return slip === undefined
    ? undefined
    : { words: withOther(table, name, right, slip), cause: causeOf(right, slip), tree: slip.tree };
}

/** Quantities of the same sort whose formulas may have been taken for one; large networks have thousands. */
const MOST_OTHERS = 100;

/** The formulas of the quantities of the same sort. */
const othersFormulas = (table: Numbers['table'], name: string): readonly Expression[] =>
  others(table, name).map(([, formula]) => formula);

function others(table: Numbers['table'], name: string): readonly (readonly [string, Expression])[] {
  const sort = (of: string): string => of.replace(/\d+/g, '');
  return [...table.expected.keys()]
    .filter((other) => other !== name && sort(other) === sort(name))
    .slice(0, MOST_OTHERS)
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
