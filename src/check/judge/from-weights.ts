import { sizeOf } from '../../expression/rewrite.ts';
import { symbolsIn } from '../../expression/symbols.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import type { Table } from '../table/table.ts';
import { type Compiled, compiled } from '../terms/compile.ts';
import { ownFormula } from './formulas.ts';
import type { Numbers } from './numbers.ts';

/**
 * What the weights of a row, or for an update those of the row before, make of a quantity: NaN where no formula says it, undefined where
 * too few steps are left.
 */
export type FromWeights = (name: string, k: number) => number | undefined;

/** How a row is computed. */
interface Pass {
  readonly order: readonly { readonly name: string; readonly value: Compiled }[];
  /** Steps that it takes once. */
  readonly cost: number;
  /** The quantities that are kept of a row, by their places in it. */
  readonly places: ReadonlyMap<string, number>;
}

/** Steps that a part of a formula takes to be compiled. */
const COMPILE = 4;

/** Computes rows of a table from their weights, each row once and only when it is asked for. @param only what is asked for */
export function fromWeightsOf(numbers: Numbers, only: readonly string[], steps: Budget): FromWeights {
  const { table } = numbers;
  const updates = new Map<string, Compiled>();
  const rows = new Map<number, Float64Array>();
  const computed = new Map<string, number>();
  let pass: Pass | undefined;
  const rowOf = (k: number): Float64Array | undefined => {
    const known = rows.get(k);
    if (known !== undefined) return known;
    pass ??= passOf(table, only, steps);
    if (pass === undefined || !steps.take(pass.cost)) return undefined;
    computed.clear();
    for (const { name, value } of pass.order)
      computed.set(
        name,
        value((of, row) => (row === 0 ? computed.get(of) : undefined) ?? numbers.at(of, k, row)),
      );
    const row = Float64Array.from(pass.places.keys(), (name) => computed.get(name) ?? Number.NaN);
    rows.set(k, row);
    return row;
  };
  const kept = (row: Float64Array, name: string): number | undefined => row[pass?.places.get(name) ?? -1];
  return (name, k) => {
    const rule = table.expected.get(name);
    if (rule?.kind !== 'formula') return Number.NaN;
    const row = rowOf(rule.learned ? k - 1 : k);
    if (row === undefined || !steps.take(1)) return undefined;
    if (!rule.learned) return kept(row, name);
    const update = updates.get(name) ?? compiled(rule.formula);
    updates.set(name, update);
    return update((of, from) => (from === -1 ? kept(row, of) : undefined) ?? numbers.at(of, k, from));
  };
}

/** How the rows of a table are computed; undefined where too few steps are left to find that out. */
function passOf(table: Table, only: readonly string[], steps: Budget): Pass | undefined {
  const wanted = keptOf(table, only);
  const order = orderOf(table, wanted);
  const cost = order.reduce((sum, { formula }) => sum + sizeOf(formula), 0);
  if (!steps.take(COMPILE * cost)) return undefined;
  const names = order.flatMap(({ name }) => (wanted.has(name) ? [name] : []));
  return {
    order: order.map(({ name, formula }) => ({ name, value: compiled(formula) })),
    cost,
    places: new Map(names.map((name, place) => [name, place])),
  };
}

/** Quantities whose numbers are kept: what is asked for, and that by which something of it is updated. */
function keptOf({ expected }: Table, only: readonly string[]): ReadonlySet<string> {
  const updated = only.flatMap((name) => {
    const rule = expected.get(name);
    return rule?.kind === 'formula' && rule.learned ? symbolsIn(rule.formula).map((mention) => mention.name) : [];
  });
  return new Set([...only, ...updated]);
}

/** The formulas by which a row computes some quantities, each after those that it reads. */
function orderOf(
  table: Table,
  wanted: ReadonlySet<string>,
): readonly { readonly name: string; readonly formula: Expression }[] {
  const needed = new Set<string>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const formula = needed.has(name) ? undefined : ownFormula(table, name);
    if (formula === undefined) continue;
    needed.add(name);
    open.push(...new Set(symbolsIn(formula).flatMap((mention) => (mention.row === 0 ? [mention.name] : []))));
  }
  return [...table.expected.keys()].flatMap((name) => {
    const formula = needed.has(name) ? ownFormula(table, name) : undefined;
    return formula === undefined ? [] : [{ name, formula }];
  });
}
