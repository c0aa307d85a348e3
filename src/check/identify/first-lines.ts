import type { FoundTable } from '../find/join.ts';
import type { Track } from '../find/track.ts';

/** Iterations that are enough to tell what a table is; what is found by them is judged in all of its iterations then. */
const MOST_TRIED = 300;

/** A table of the first iterations of a table. */
export function firstLines(found: FoundTable): FoundTable {
  if (found.iterations <= MOST_TRIED) return found;
  const tracks = [...found.tracks].map(([name, track]) => [name, beginningOf(track)] as const);
  return { ...found, tracks: new Map(tracks), iterations: MOST_TRIED };
}

/** The first cells of columns, so that what is read of them is read once. */
const known = new WeakMap<Track, Track>();

function beginningOf(track: Track): Track {
  const beginning = known.get(track) ?? { ...track, sites: track.sites.slice(0, MOST_TRIED) };
  known.set(track, beginning);
  return beginning;
}
