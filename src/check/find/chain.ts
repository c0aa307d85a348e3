import { FIRST_RATE, LEARNING_RATE } from '../../quantities/topology.ts';
import type { Grid } from '../formula/grid.ts';
import type { Fragment } from './fragment.ts';
import type { Links } from './links.ts';
import { isWeight } from './sorts.ts';
import { crossing, type Site } from './track.ts';

/** Fragments with the same headers whose lines are iterations of one another. */
export interface Chain {
  readonly fragments: readonly Fragment[];
  readonly names: ReadonlyMap<string, number>;
}

/** Chains that are looked at for the one that a fragment goes on with; the iterations of a table stand near each other. */
const MOST_LOOKED_AT = 50;

/** Whether two fragments have the same headers; the learning rate may stand beside one of them. */
function sameNames(a: Fragment, b: Fragment): boolean {
  const of = ({ names }: Fragment): readonly string[] =>
    [...names.keys()].filter((name) => name !== LEARNING_RATE && name !== FIRST_RATE);
  return a.upright === b.upright && of(a).length === of(b).length && of(a).every((name) => b.names.has(name));
}

const site = ({ sheet, upright, lines }: Fragment, across: number, k: number): Site =>
  crossing(sheet, lines.at(k) ?? 0, upright, across);

/** Joins fragments of the same headers that follow one another. */
export function chained(grid: Grid, links: Links, fragments: readonly Fragment[]): readonly Chain[] {
  const chains: Fragment[][] = [];
  for (const fragment of fragments) {
    const before = chains.slice(-MOST_LOOKED_AT).findLast((chain) => {
      const last = chain.at(-1);
      return last !== undefined && sameNames(last, fragment) && follows(grid, links, last, fragment);
    });
    if (before === undefined) chains.push([fragment]);
    else before.push(fragment);
  }
  return chains.map((chain) => ({ fragments: chain, names: chain[0]?.names ?? new Map() }));
}

/** Whether the first line of a fragment is the iteration after the last line of another one: its weights come from there. */
function follows(grid: Grid, links: Links, before: Fragment, after: Fragment): boolean {
  const weights = [...after.names].filter(([name]) => isWeight(name));
  const computed = weights.some(([, across]) => grid.cell(after.sheet, site(after, across, 0))?.formula !== undefined);
  if (computed) return links.weightsRead(after, before);
  return after.lines.length === 1 && before.lines.length === 1 && steps(grid, before, after);
}

/** Whether typed weights come from those of another fragment by a step along its gradients, with one learning rate for all. */
function steps(grid: Grid, before: Fragment, after: Fragment): boolean {
  const number = (fragment: Fragment, name: string): number => {
    const across = fragment.names.get(name);
    return across === undefined ? Number.NaN : (grid.number(fragment.sheet, site(fragment, across, 0)) ?? Number.NaN);
  };
  const moves = [...after.names.keys()]
    .filter(isWeight)
    .map((name) => ({ step: number(before, name) - number(after, name), slope: number(before, `∂E/∂${name}`) }))
    .filter(({ step, slope }) => Number.isFinite(step) && Number.isFinite(slope))
    .sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
  const [steepest] = moves;
  const rate = steepest === undefined ? Number.NaN : steepest.step / steepest.slope;
  const fits = moves.filter(
    ({ step, slope }) => Math.abs(step - rate * slope) <= 0.02 * Math.abs(rate * slope) + PASTED,
  );
  return moves.length >= 3 && rate > 0 && fits.length * 2 > moves.length;
}

/** How far pasted weights may be off. */
const PASTED = 1e-5;
