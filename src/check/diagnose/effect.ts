import type { Expression, Row } from '../../expression/tree.ts';
import { readIteration } from '../../model/read-rule.ts';
import { ITERATION, LEARNING_RATE } from '../../quantities/topology.ts';
import type { Budget } from '../budget.ts';
import type { Numbers } from '../judge/numbers.ts';
import { type Compiled, compiled } from '../terms/compile.ts';

/** Rows of a training run that are computed again. */
const MAX_ROWS = 1_000;

/** Parts of a formula, on average. */
const STEPS = 10;

/** The errors of tables without a mistake. */
const known = new WeakMap<Numbers, readonly number[]>();

/** How far a mistake alone moves the error from where it should be; undefined where that cannot be told. */
export function effectOf(
  budget: Budget,
  numbers: Numbers,
  name: string,
  used: Expression,
  from: number,
): { readonly most: number; readonly last: number } | undefined {
  const { expected, iterations } = numbers.table;
  if (!budget.take(expected.size * Math.min(iterations, MAX_ROWS) * STEPS)) return undefined;
  const right = known.get(numbers) ?? errors(numbers);
  known.set(numbers, right);
  const moved = errors(numbers, { name, formula: used, from });
  const off = right.map((error, k) => Math.abs((moved[k] ?? Number.NaN) - error));
  const last = off.at(-1);
  return last === undefined || off.some((each) => !Number.isFinite(each))
    ? undefined
    : { most: Math.max(...off), last };
}

/** The error of every row when the network trains from the numbers of the table's first row, with one formula changed. */
function errors(
  numbers: Numbers,
  change?: { readonly name: string; readonly formula: Expression; readonly from: number },
): readonly number[] {
  const { table } = numbers;
  const { topology, expected } = table;
  const count = Math.min(table.iterations, MAX_ROWS);
  const rows: Map<string, number>[] = [];
  const own = change === undefined ? undefined : compiled(change.formula);
  const rules = [...expected].map(([name, rule]): readonly [string, Compiled | undefined, boolean] => [
    name,
    rule.kind === 'formula' ? compiled(rule.formula) : undefined,
    rule.kind === 'formula' && rule.learned,
  ]);
  for (let k = 0; k < count; k++) {
    const row = new Map<string, number>();
    rows.push(row);
    const read = readIteration(k, {
      quantity: (name, at) => (table.given.has(name) ? numbers.at(name, k) : (rows[at]?.get(name) ?? Number.NaN)),
      iteration: () => numbers.at(ITERATION, k),
      learningRate: numbers.at(LEARNING_RATE, k),
      first: 0,
      before: 0,
    });
    const numberOf = (name: string, from: Row): number => {
      const here = from === 0 ? row.get(name) : undefined;
      return here ?? (from === 'outside' ? Number.NaN : read(name, from));
    };
    for (const [name, formula, learned] of rules) {
      const given = formula === undefined || (learned && k === 0);
      const changed = own !== undefined && change?.name === name && k >= change.from && !given;
      row.set(name, changed ? own(numberOf) : given ? numbers.at(name, k) : formula(numberOf));
    }
  }
  return rows.map((row) => row.get(topology.curve === 'E_mean' ? 'E_total' : topology.curve) ?? Number.NaN);
}
