import { symbolsIn } from '../../expression/symbols.ts';
import type { Expression } from '../../expression/tree.ts';
import { addressOf, lettersOf } from '../file/address.ts';
import type { Cell } from '../file/sheet.ts';
import { type Site, siteKey } from '../find/track.ts';
import { leavesOf } from '../formula/leaves.ts';
import type { Reading } from '../judge/reading.ts';

/**
 * Tells, as the end of a sentence, whether a formula that was filled down lost the cell of the learning rate, or of a given number
 * outside the table, because the address has no `$`: it slides along with the rows.
 */
export function slidingIn(
  { grid, table, rate, labelled }: Reading,
  cell: Cell,
  name: string,
  k: number,
  right: Expression,
): string | undefined {
  const needed = new Set(symbolsIn(right).map((mention) => mention.name));
  const targets: readonly (readonly [string, Site])[] = [
    ...(rate?.cell === undefined ? [] : [[table.topology.givenRate, rate.cell] as const]),
    ...[...labelled].map(([key, given]) => [given, siteOfKey(key)] as const),
    // What is given once, in the first row of the table.
    ...[...table.given].flatMap((given) =>
      (table.tracks.get(given)?.sites ?? []).slice(0, 1).map((site) => [given, site] as const),
    ),
  ];
  const sites = table.tracks.get(name)?.sites ?? [];
  for (const [of, target] of targets) {
    if (!needed.has(of)) continue;
    const leaf = leavesOf(grid, cell).find(({ sheet, row, column, fixedRow, fixedColumn }) => {
      if (isGivenThere({ grid, table }, { sheet, row, column }, of)) return false;
      const [moves, same] = table.upright
        ? [!fixedColumn && column !== target.column, row === target.row]
        : [!fixedRow && row !== target.row, column === target.column];
      return moves && same && sheet.toLowerCase() === target.sheet.toLowerCase();
    });
    if (leaf === undefined) continue;
    const moved = { row: leaf.row - target.row, column: leaf.column - target.column };
    const from = { sheet: cell.sheet, row: cell.row - moved.row, column: cell.column - moved.column };
    // It slid from where the same formula, filled down, still had the right cell.
    if (!sites.slice(0, k + 1).some((site) => siteKey(site) === siteKey(from))) continue;
    const next = table.upright ? { ...leaf, column: leaf.column + 1 } : { ...leaf, row: leaf.row + 1 };
    return `loses ${of} on the way: its address slides (${addressOf(leaf)}, ${addressOf(next)} …) because its $ are missing; it should be $${lettersOf(target.column)}$${target.row}`;
  }
  return undefined;
}

/** Whether a cell of the table holds the given number too, so that nothing is lost. */
const isGivenThere = ({ grid, table }: Pick<Reading, 'grid' | 'table'>, site: Site, of: string): boolean =>
  table.meaningAt(site)?.name === of && grid.cell(site.sheet, site) !== undefined;

function siteOfKey(key: string): Site {
  const [, sheet = '', row, column] = /^(.*)!(\d+):(\d+)$/.exec(key) ?? [];
  return { sheet, row: Number(row), column: Number(column) };
}
