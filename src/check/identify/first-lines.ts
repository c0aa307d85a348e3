import type { FoundTable } from '../find/join.ts';
import type { Track } from '../find/track.ts';

/** Iterations that are enough to tell what a table is; what is found by them is judged in all of its iterations then. */
const MOST_TRIED = 300;

/** Of a wide table fewer are enough: as many as have so many cells, and some at least. */
const MOST_CELLS = 30_000;
const LEAST_TRIED = 12;

/** A table of the first iterations of a table. */
export function firstLines(found: FoundTable): FoundTable {
  const count = Math.max(LEAST_TRIED, Math.min(MOST_TRIED, Math.floor(MOST_CELLS / found.tracks.size)));
  if (found.iterations <= count) return found;
  const tracks = [...found.tracks].map(([name, track]) => [name, beginningOf(track, count)] as const);
  return { ...found, tracks: new Map(tracks), iterations: count };
}

/** The first cells of columns, so that what is read of them is read once. */
const known = new WeakMap<Track, Track>();

function beginningOf(track: Track, count: number): Track {
  const before = known.get(track);
  if (before?.sites.length === Math.min(count, track.sites.length)) return before;
  const beginning = { ...track, sites: track.sites.slice(0, count) };
  known.set(track, beginning);
  return beginning;
}
