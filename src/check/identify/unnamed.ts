import { siteKey, type Track } from '../find/track.ts';
import type { Numbers } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { type Table, tableOf } from '../table/table.ts';
import { byNumbers, bySlip } from './by-content.ts';
import { byUse } from './by-use.ts';
import { MOST_COLUMNS } from './columns.ts';

/**
 * Finds what stands in columns whose headers do not tell: by the formulas that read them, by their numbers, or by formulas that are one
 * slip away from those of a quantity that has no column yet.
 *
 * @param readingOf what is known of a table
 * @returns the table with these columns
 */
export function withUnnamed(
  table: Table,
  readingOf: (table: Table) => { readonly reading: Reading; readonly numbers: Numbers },
): Table {
  const taken = new Set<string>();
  let current = table;
  const take = (name: string, track: Track): void => {
    for (const site of track.sites) taken.add(siteKey(site));
    current = tableOf(
      { ...current.found, tracks: new Map([...current.found.tracks, [name, track]]) },
      current.network,
      current.withoutHalf,
    );
  };
  for (const find of [byNumbers, byUse, bySlip])
    for (let looked = 0; looked < MOST_COLUMNS; looked++) {
      const known = readingOf(current);
      const found = find(known.reading, known.numbers, taken);
      if (found === undefined) break;
      take(found.name, found.track);
    }
  return current;
}
