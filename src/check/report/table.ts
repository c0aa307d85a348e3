import { addressOf, lettersOf } from '../file/address.ts';
import type { TableReport } from '../finding.ts';
import type { Judged } from '../judge/table.ts';

/** What a report says of a table. */
export function tableReport({ reading: { table, rate }, cells }: Judged): TableReport {
  const { topology, tracks, sheet } = table;
  const sites = [...tracks.values()]
    .flatMap(({ sites: own, header }) => [...own, ...(header === undefined ? [] : [header])])
    .filter((site) => site.sheet === sheet);
  const rows = sites.map(({ row }) => row);
  const columns = sites.map(({ column }) => column);
  const least = (numbers: readonly number[]): number =>
    numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
  return {
    sheet,
    range: `${lettersOf(least(columns))}${least(rows)}:${lettersOf(most(columns))}${most(rows)}`,
    iterations: table.iterations,
    layers: [topology.inputs.length, ...topology.layers.map(({ units }) => units.length)],
    learningRate:
      rate === undefined
        ? null
        : { value: rate.value, source: rate.source, cell: rate.cell === undefined ? null : addressOf(rate.cell) },
    missing: table.missing,
    judgedCells: cells,
  };
}
