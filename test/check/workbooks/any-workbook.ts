import { chanceOf } from './chance.ts';
import { type LayoutKind, layoutKinds } from './layout-kinds.ts';
import { type Filled, learnerWorkbook, type Made } from './learner-workbook.ts';
import type { Mistake } from './mistake.ts';
import { mistakeOf } from './mistakes.ts';
import { type Plan, planOf } from './plan.ts';
import type { Writing } from './xlsx.ts';

/** A right workbook of a seed; the layouts take turns. */
export interface RightCase {
  readonly seed: number;
  readonly plan: Plan;
  readonly made: Made;
}

/** A workbook with one mistake, and the cells that are wrong because of it and of nothing before them. */
export interface WrongCase extends RightCase {
  readonly mistake: Mistake;
  /** The first wrong cell of every quantity that the mistake is made in. */
  readonly first: readonly Filled[];
}

const kindOf = (seed: number): LayoutKind => layoutKinds[seed % layoutKinds.length] as LayoutKind;

/** Numbers of right workbooks are now and then pasted as they are shown. */
const shown: readonly (Writing | undefined)[] = [
  ...Array<undefined>(8).fill(undefined),
  { pasted: true, decimals: 9 },
  { pasted: true, decimals: 6 },
];

export function rightCase(seed: number): RightCase {
  const plan = planOf(seed, kindOf(seed), chanceOf(seed + 17).oneOf(shown));
  return { seed, plan, made: learnerWorkbook(plan) };
}

/** How many drawn mistakes may turn out to change nothing. */
const ATTEMPTS = 200;

/** A workbook with one mistake that changes a number. */
export function wrongCase(seed: number): WrongCase {
  const writing = chanceOf(seed + 23).oneOf<Writing | undefined>([...shown.slice(0, -1), undefined]);
  const plan = planOf(seed, kindOf(seed), writing);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const mistake = mistakeOf(plan, seed * ATTEMPTS + attempt);
    if (mistake === undefined || (plan.writing.pasted === true && !mistake.numeric)) continue;
    const made = learnerWorkbook(plan, mistake.change);
    const first = firstWrong(made, plan.writing);
    if (first.length > 0) return { seed, plan, mistake, made, first: [...first, ...othersOf(mistake, made, first)] };
  }
  throw new Error(`No mistake changes a number of ${plan.kind.kind}, ${seed}`);
}

/** Cells of the same iteration that a report may name as well: all that are in a circle are wrong. */
const othersOf = ({ quantities }: Mistake, { filled }: Made, [first]: readonly Filled[]): readonly Filled[] =>
  quantities.length === 0 || !quantities.includes(first?.quantity.name ?? '')
    ? []
    : filled.filter(
        ({ quantity, iteration, table, changed }) =>
          !changed && quantities.includes(quantity.name) && iteration === first?.iteration && table === first.table,
      );

/** The first cell of each changed quantity whose number is not what the right formula makes of the cells that it reads. */
function firstWrong({ filled, calculation }: Made, { decimals }: Writing): readonly Filled[] {
  const wrong = filled.filter(({ changed, key, right, place }) => {
    if (!changed) return false;
    const shows = calculation.shown(key);
    if (right === undefined || typeof shows !== 'number') return true;
    const should = calculation.computed(right, place.sheet);
    if (typeof should !== 'number') return false;
    return Math.abs(shows - should) > 1e-9 * Math.max(Math.abs(shows), Math.abs(should));
  });
  const names = [...new Set(wrong.map(({ quantity }) => quantity.name))];
  const first = names.map((name) => wrong.find(({ quantity }) => quantity.name === name) as Filled);
  if (decimals === undefined) return first;
  // Where numbers are rounded, only what is far beyond the rounding can be told from it.
  const plain = first.every(({ key, right, place }) => {
    const off = Number(calculation.shown(key)) - Number(calculation.computed(right ?? '0', place.sheet));
    return Math.abs(off) > 1000 * 10 ** -decimals;
  });
  return plain ? first : [];
}

/** One case in a line. */
export const told = ({ seed, plan }: RightCase): string => {
  const { inputs, hidden, outputs, biases } = plan.shape;
  const { pasted, decimals, digits, bare } = plan.writing;
  const writing = pasted
    ? `pasted ${decimals ?? 'in full'}`
    : digits
      ? `${digits} digits`
      : bare
        ? 'no values'
        : 'full';
  return `${seed} ${plan.kind.kind} [${inputs}-${hidden}-${outputs}, biases ${biases}, η ${plan.rateAt} ${plan.rates}, given ${plan.given}, ${writing}]`;
};
