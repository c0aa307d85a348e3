import { parseNetwork } from '../../network/parse.ts';
import { type VariantStep, withDifference } from './variant.ts';

/** The most samples that may follow in turn, and the most rows of samples in no fixed order. */
const MOST_SAMPLES = 200;
const MOST_ROWS = 1_000;

/** Samples that follow in turn, one an iteration. */
export const otherSamples: VariantStep = (variant, { reading, numbers }) => {
  const { table } = reading;
  const { inputs, targets, samples } = table.topology;
  if (samples.length > 1) return undefined;
  const given = [...inputs, ...targets];
  const isWhole = Array.from({ length: table.iterations }, (_, k) =>
    given.every(({ name }) => Number.isFinite(numbers.at(name, k))),
  );
  if (isWhole.includes(false)) return undefined;
  const rowAt = (k: number): readonly number[] => given.map(({ name }) => numbers.at(name, k));
  const same = (a: number, b: number): boolean => rowAt(a).every((value, at) => value === rowAt(b)[at]);
  const returns = (count: number): boolean =>
    Array.from({ length: table.iterations - count }, (_, k) => same(k, k + count)).every(Boolean);
  const most = Math.min(MOST_SAMPLES, table.iterations - 1);
  const rows = Array.from({ length: table.iterations }, (_, k) => JSON.stringify(rowAt(k)));
  // One number that is wrong makes no samples: they differ, or all of them come again.
  const isTurn = (each: number): boolean =>
    each === 1 || new Set(rows.slice(0, each)).size === each || each * 2 <= rows.length;
  const period = Array.from({ length: most }, (_, k) => k + 1).find(
    (each) => same(0, each) && returns(each) && isTurn(each),
  );
  const first = given.find(({ name }) => table.tracks.has(name));
  if (period === 1 || first === undefined) return undefined;
  // In no order that returns, they are taken as they come, where each comes again after others.
  const different = new Set(rows).size;
  const mixed = different > 1 && different * 2 <= rows.length && rows.length <= MOST_ROWS && comeAgain(rows);
  const count = period ?? (mixed ? rows.length : undefined);
  if (count === undefined) return undefined;
  const network = parseNetwork({
    ...variant.network,
    batch: 'in-turn',
    samples: Array.from({ length: count }, (_, k) => ({
      inputs: inputs.map(({ name }) => numbers.at(name, k)),
      targets: targets.map(({ name }) => numbers.at(name, k)),
    })),
  });
  return withDifference(
    variant,
    { network },
    {
      quantity: first.name,
      mistake: false,
      message: `${period ?? different} samples follow ${period === undefined ? 'in no fixed order' : 'in turn'}, one an iteration`,
    },
  );
};

/** Whether every sample comes again after others: what changes once in a table is no other sample. */
function comeAgain(rows: readonly string[]): boolean {
  const runs = new Map<string, number>();
  for (const [k, row] of rows.entries()) if (row !== rows[k - 1]) runs.set(row, (runs.get(row) ?? 0) + 1);
  return [...runs.values()].every((count) => count > 1);
}
