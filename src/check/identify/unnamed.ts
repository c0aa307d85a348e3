import { siteKey } from '../find/track.ts';
import type { Numbers } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { type Table, tableOf } from '../table/table.ts';
import { byNumbers, bySlip } from './by-content.ts';
import { byUse } from './by-use.ts';
import { type Found, MOST_COLUMNS } from './columns.ts';

/** A table that was read, with its numbers. */
export interface Read {
  readonly reading: Reading;
  readonly numbers: Numbers;
}

/**
 * Finds what stands in columns whose headers do not tell: by the formulas that read them, by their numbers, or by formulas that are one
 * slip away from those of a quantity that has no column yet.
 *
 * @param readingOf what is known of a table
 * @returns what is known of the table with these columns
 */
export function withUnnamed(table: Table, readingOf: (table: Table) => Read): Read {
  const taken = new Set<string>();
  let current = table;
  let known = readingOf(current);
  const take = (found: readonly Found[]): void => {
    for (const { track } of found) for (const site of track.sites) taken.add(siteKey(site));
    const added = found.map(({ name, track }) => [name, track] as const);
    current = tableOf(
      { ...current.found, tracks: new Map([...current.found.tracks, ...added]) },
      current.network,
      current.withoutHalf,
    );
    known = readingOf(current);
  };
  for (const find of [byNumbers, byUse, bySlip])
    for (let looked = 0; looked < MOST_COLUMNS; looked++) {
      const found = find(known.reading, known.numbers, taken);
      if (found.length === 0) break;
      take(found);
    }
  return known;
}
