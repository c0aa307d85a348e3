import { sizeOf } from '../../expression/rewrite.ts';
import { symbolsIn } from '../../expression/symbols.ts';
import type { Expression, Row } from '../../expression/tree.ts';
import { readIteration } from '../../model/read-rule.ts';
import { ITERATION } from '../../quantities/topology.ts';
import type { Budget } from '../budget.ts';
import type { Numbers } from '../judge/numbers.ts';
import type { Expected } from '../table/expected.ts';
import type { Table } from '../table/table.ts';
import { compiled } from '../terms/compile.ts';

/** Rows of a training run that are computed again. */
const MAX_ROWS = 1_000;

/** The errors of tables without a mistake. */
const known = new WeakMap<Numbers, readonly number[]>();

/** The formula of a quantity in place of its own, from an iteration on. */
interface Change {
  readonly name: string;
  readonly formula: Expression;
  readonly from: number;
}

/** How far a mistake alone moves the error from where it should be; undefined where that cannot be told. */
export function effectOf(
  budget: Budget,
  numbers: Numbers,
  name: string,
  used: Expression,
  from: number,
): { readonly most: number; readonly last: number } | undefined {
  const right = known.get(numbers) ?? errors(budget, numbers);
  if (right !== undefined) known.set(numbers, right);
  const moved = right === undefined ? undefined : errors(budget, numbers, { name, formula: used, from });
  if (right === undefined || moved === undefined) return undefined;
  const off = right.map((error, k) => Math.abs((moved[k] ?? Number.NaN) - error));
  const last = off.at(-1);
  return last === undefined || off.some((each) => !Number.isFinite(each))
    ? undefined
    : { most: Math.max(...off), last };
}

/**
 * The error of every row when the network trains from the numbers of the table's first row, with one formula changed; undefined where too
 * few steps are left.
 */
function errors(budget: Budget, numbers: Numbers, change?: Change): readonly number[] | undefined {
  const { table } = numbers;
  const { curve, givenRate } = table.topology;
  const error = curve === 'E_mean' ? 'E_total' : curve;
  const count = Math.min(table.iterations, MAX_ROWS);
  const names = namesFor(table, error, change);
  const formulas = names.map((name) => ruleOf(table, name));
  const cost = formulas.reduce((total, rule) => total + (rule === undefined ? 1 : sizeOf(rule.formula)), 0);
  if (!budget.take(cost * count)) return undefined;
  const rules = names.map((name, place) => {
    const rule = formulas[place];
    return {
      name,
      learned: rule?.learned === true,
      right: rule === undefined ? undefined : compiled(rule.formula),
      changed: change?.name === name ? compiled(change.formula) : undefined,
    };
  });
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = Array.from({ length: count }, () => new Float64Array(names.length).fill(Number.NaN));
  for (const [k, row] of rows.entries()) {
    const read = readIteration(k, {
      quantity: (name, at) =>
        table.given.has(name) ? numbers.at(name, k) : (rows[at]?.[places.get(name) ?? -1] ?? Number.NaN),
      iteration: () => numbers.at(ITERATION, k),
      learningRate: numbers.at(givenRate, k),
      givenRate,
      first: 0,
      before: 0,
    });
    const numberOf = (name: string, from: Row): number => {
      const here = from === 0 ? places.get(name) : undefined;
      if (here !== undefined) return row[here] ?? Number.NaN;
      return from === 'outside' ? Number.NaN : read(name, from);
    };
    for (const [place, { name, learned, right, changed }] of rules.entries()) {
      const given = right === undefined || (learned && k === 0);
      const formula = changed !== undefined && k >= (change?.from ?? 0) ? changed : right;
      row[place] = given || formula === undefined ? numbers.at(name, k) : formula(numberOf);
    }
  }
  return rows.map((row) => row[places.get(error) ?? -1] ?? Number.NaN);
}

const ruleOf = ({ expected }: Table, name: string): Extract<Expected, { readonly kind: 'formula' }> | undefined => {
  const rule = expected.get(name);
  return rule?.kind === 'formula' ? rule : undefined;
};

/** The quantities that an error comes from, in the order in which a row computes them. */
function namesFor(table: Table, error: string, change: Change | undefined): readonly string[] {
  const needed = new Set<string>();
  const open = [error];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name) || !table.expected.has(name)) continue;
    needed.add(name);
    const read = [ruleOf(table, name)?.formula, change?.name === name ? change.formula : undefined];
    const mentions = read.flatMap((each) => (each === undefined ? [] : symbolsIn(each)));
    open.push(...new Set(mentions.flatMap(({ name: of, row }) => (row === 'outside' ? [] : [of]))));
  }
  return [...table.expected.keys()].filter((name) => needed.has(name));
}
