import { excelFormula } from '../../expression/excel.ts';
import type { Expression } from '../../expression/tree.ts';
import { ITERATION } from '../../quantities/topology.ts';
import { lettersOf } from '../file/address.ts';
import type { Site } from '../find/track.ts';
import type { Numbers } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { iterationCell } from './iteration-cell.ts';

/** The right formula of a cell in the addresses of the learner's own sheet, with its `=`. @param k the iteration of the cell */
export function correctionOf(reading: Reading, numbers: Numbers, right: Expression, name: string, k: number): string {
  const { table, rate, labelled } = reading;
  const { givenRate } = table.topology;
  const labels = new Map([...labelled].map(([key, given]) => [given, key]));
  const home = table.tracks.get(name)?.sites[k];
  const from = ({ sheet }: Site, address: string): string =>
    sheet.toLowerCase() === (home?.sheet ?? table.sheet).toLowerCase()
      ? address
      : `'${sheet.replaceAll("'", "''")}'!${address}`;
  const fixed = (site: Site): string => from(site, `$${lettersOf(site.column)}$${site.row}`);
  return `=${excelFormula(right, (of, row) => {
    if (row === 'outside') return of;
    if (of === givenRate && rate?.cell !== undefined && !table.tracks.has(givenRate)) return fixed(rate.cell);
    const sites = table.tracks.get(of)?.sites ?? [];
    const at = typeof row === 'number' ? k + row : row.k;
    // What is given once stands in the first iteration.
    const site =
      of === ITERATION ? iterationCell(reading, name, at) : (sites[at] ?? (table.given.has(of) ? sites[0] : undefined));
    if (site !== undefined) {
      const letters = lettersOf(site.column);
      if (typeof row !== 'number')
        return from(site, table.upright ? `$${letters}${site.row}` : `${letters}$${site.row}`);
      return from(site, `${letters}${site.row}`);
    }
    const [, sheet = '', line, column] = /^(.*)!(\d+):(\d+)$/.exec(labels.get(of) ?? '') ?? [];
    if (line !== undefined && column !== undefined)
      return fixed({ sheet: nameOfSheet(reading, sheet), row: Number(line), column: Number(column) });
    const value = numbers.at(of, k, row);
    return value < 0 ? `(${value})` : String(value);
  })}`;
}

const nameOfSheet = ({ grid }: Reading, lower: string): string =>
  grid.sheets.find(({ name }) => name.toLowerCase() === lower)?.name ?? lower;
