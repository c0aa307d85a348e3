import type { Expression } from '../../expression/tree.ts';
import { ITERATION, LEARNING_RATE } from '../../quantities/topology.ts';
import type { Budget } from '../budget.ts';
import type { Numbers } from '../judge/numbers.ts';
import { type Compiled, compiled } from '../terms/compile.ts';
import { whereIs } from '../terms/symbols.ts';

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
  const taken = new Map<string, ReturnType<typeof whereIs>>();
  for (let k = 0; k < count; k++) {
    const row = new Map<string, number>();
    rows.push(row);
    const numberOf = (name: string): number => {
      const here = row.get(name);
      if (here !== undefined) return here;
      const where = taken.get(name) ?? whereIs(name);
      taken.set(name, where);
      if (where.kind === 'cell') return Number.NaN;
      if (where.of === LEARNING_RATE || where.of === ITERATION || table.given.has(where.of))
        return numbers.at(where.of, k);
      const at = where.kind === 'line' ? where.k : k + where.distance;
      return at < 0 ? 0 : (rows[at]?.get(where.of) ?? Number.NaN);
    };
    for (const [name, formula, learned] of rules) {
      const given = formula === undefined || (learned && k === 0);
      const changed = own !== undefined && change?.name === name && k >= change.from && !given;
      row.set(name, changed ? own(numberOf) : given ? numbers.at(name, k) : formula(numberOf));
    }
  }
  return rows.map((row) => row.get(topology.curve === 'E_mean' ? 'E_total' : topology.curve) ?? Number.NaN);
}
