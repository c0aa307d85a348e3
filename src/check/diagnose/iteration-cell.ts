import type { Site } from '../find/track.ts';
import type { Reading } from '../judge/reading.ts';

/**
 * The cell that numbers an iteration, before a quantity in its line; undefined where the learner numbers none.
 *
 * @param name the quantity
 * @param k the iteration, counted from 0
 */
export function iterationCell({ grid, table }: Reading, name: string, k: number): Site | undefined {
  const sites = table.tracks.get(name)?.sites ?? [];
  const other = sites[k + 1] === undefined ? k - 1 : k + 1;
  const [home, neighbour] = [sites[k], sites[other]];
  if (home === undefined || neighbour === undefined) return undefined;
  const along = table.upright ? 'row' : 'column';
  const numbers = (site: Site, at: number, iteration: number): boolean =>
    grid.number(site.sheet, { ...site, [along]: at }) === iteration + 1;
  for (let at = home[along] - 1; at >= 1; at--)
    if (numbers(home, at, k) && numbers(neighbour, at, other)) return { ...home, [along]: at };
  return undefined;
}
