import { evaluate } from '../../expression/evaluate.ts';
import { type Column, ruleFormula } from '../../model/column.ts';
import { type Readable, readRule } from '../../model/read-rule.ts';
import type { Topology } from '../../quantities/topology.ts';
import type { BorrowedNumbers } from '../../training/borrowed.ts';
import { DIV_BY_ZERO } from '../../training/cell-error.ts';
import type { Trace } from '../../training/trace.ts';

/**
 * The numbers of a training run as a spreadsheet computes them while the columns that are asked for stand empty: an empty cell counts as 0.
 * The first weights are there.
 *
 * @param trace the run with all its numbers
 * @param columns of the table, each after those that it is computed from
 * @param asked the names of the columns that are empty
 * @param kept iterations that are asked for again and again
 */
export function blankTrace(
  { givenRate }: Pick<Topology, 'givenRate'>,
  trace: Trace,
  columns: readonly Column[],
  asked: ReadonlySet<string>,
  kept: ReadonlySet<number>,
): Trace {
  const positions = new Map(columns.map(({ name }, k) => [name, k]));
  const curveAt = positions.get(trace.curve) ?? -1;
  const rows = new Map<number, Float64Array>();
  /** What each running mean is taken of. */
  const recent = new Map<string, readonly number[]>();
  let before = new Float64Array(columns.length);
  let row = new Float64Array(columns.length);
  let at = 0;

  const numbers: Readable<number> = {
    quantity: (name, iteration) => (iteration === at ? row : before)[positions.get(name) ?? -1] ?? Number.NaN,
    iteration: (iteration) => iteration,
    learningRate: trace.learningRate,
    givenRate,
    first: 1,
    before: 0,
  };
  const next = (): void => {
    at++;
    [before, row] = [row, before];
    const given = trace.row(at);
    for (const [k, { name, rule }] of columns.entries()) {
      const initially = at === 1 && rule.kind === 'learned';
      const formula = ruleFormula(rule);
      if (asked.has(name) && !initially) row[k] = 0;
      else if (rule.kind === 'given' || rule.kind === 'in-turn' || initially) row[k] = given[k] as number;
      else if (formula !== undefined) row[k] = evaluate(formula, readRule(rule, at, numbers));
      else if (rule.kind === 'running-mean') {
        const latest = [...(recent.get(name) ?? []), numbers.quantity(rule.of, at)].slice(-rule.iterations);
        recent.set(name, latest);
        // The mean of empty cells.
        row[k] = asked.has(rule.of) ? DIV_BY_ZERO : latest.reduce((sum, value) => sum + value, 0) / latest.length;
      }
    }
  };
  const rowOf = (iteration: number): BorrowedNumbers => {
    const known = rows.get(iteration);
    if (known !== undefined) return known;
    if (iteration < at) {
      at = 0;
      recent.clear();
    }
    while (at < iteration) {
      next();
      if (kept.has(at) && !rows.has(at)) rows.set(at, row.slice());
    }
    return row;
  };
  const series = (name: string): Float64Array => {
    const k = positions.get(name);
    if (k === undefined) throw new RangeError(`The trace does not hold ${name}.`);
    // Where nothing stands there is no number to draw or to compare, and the errors that come of it tell nothing.
    if (asked.has(name) || k === curveAt) return new Float64Array(trace.iterations).fill(Number.NaN);
    return Float64Array.from({ length: trace.iterations }, (_, i) => rowOf(i + 1)[k] as number);
  };
  let curve: Float64Array | undefined;
  return {
    learningRate: trace.learningRate,
    iterations: trace.iterations,
    curve: trace.curve,
    unfilled: true,
    row: rowOf,
    checkpoint: trace.checkpoint,
    series: (name) => {
      if (positions.get(name) !== curveAt) return series(name);
      curve ??= series(name);
      return curve;
    },
  };
}
