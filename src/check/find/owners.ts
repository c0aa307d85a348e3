import type { FoundTable } from './join.ts';
import { type Site, siteKey } from './track.ts';

/** Tells the table that a cell begins a column of, if it begins any. */
export function ownersOf(tables: readonly FoundTable[]): (site: Site) => FoundTable | undefined {
  const owners = new Map(
    tables.flatMap((table) =>
      [...table.tracks.values()].flatMap(({ sites: [first] }) =>
        first === undefined ? [] : [[siteKey(first), table] as const],
      ),
    ),
  );
  return (site) => owners.get(siteKey(site));
}
