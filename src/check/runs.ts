import type { Network } from '../network/network.ts';
import { comparedNetworks, singleRun } from '../network/runs.ts';

/** The networks of a workbook that compares runs with names, by the names of their sheets; none of any other. */
export function networksOfSheets(network: Network): ReadonlyMap<string, Network> {
  if (network.runs === undefined) return new Map();
  return new Map(
    comparedNetworks(network).flatMap(({ name, network: own }) => (name === undefined ? [] : [[name, own]])),
  );
}

/**
 * The network that a table of a sheet is of: that of the run which the sheet is called after. Where there are such sheets, the others show
 * the run that is chosen, whichever it is, and are of none; else all are of the first run.
 *
 * @param sheets the names of all sheets
 */
export function networkOfSheet(network: Network, sheets: readonly string[]): (sheet: string) => Network | undefined {
  const own = networksOfSheets(network);
  if (sheets.some((sheet) => own.has(sheet))) return (sheet) => own.get(sheet);
  const first = singleRun(network);
  return () => first;
}
