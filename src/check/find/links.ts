import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import type { Fragment } from './fragment.ts';
import { isWeight } from './sorts.ts';
import { crossing, lineAt, type Site } from './track.ts';

/** Which fragments read which. */
export interface Links {
  /** The fragments whose numbers the formulas of one read, and those whose formulas read its numbers. */
  linkedTo(fragment: Fragment): ReadonlySet<Fragment>;
  /** Whether the weights in the first line of a fragment are computed from another one. */
  weightsRead(of: Fragment, other: Fragment): boolean;
}

/** Lines of a fragment that are looked at: the others are filled down from them. */
const LINES = 2;

/** Finds what the formulas of fragments read; each fragment is looked at once. */
export function linksOf(grid: Grid, fragments: readonly Fragment[]): Links {
  const owners = new Map<string, Fragment[]>();
  const keyOf = (sheet: string, upright: boolean, at: number): string => `${upright} ${at} ${sheet.toLowerCase()}`;
  for (const fragment of fragments)
    for (const at of fragment.lines) {
      const key = keyOf(fragment.sheet, fragment.upright, at);
      const own = owners.get(key);
      if (own === undefined) owners.set(key, [fragment]);
      else own.push(fragment);
    }
  const acrossOf = new Map(fragments.map((fragment) => [fragment, new Set(fragment.names.values())]));
  const ownersAt = (site: Site): readonly Fragment[] =>
    [false, true].flatMap((upright) => {
      const { at, across } = lineAt(site, upright);
      const own = owners.get(keyOf(site.sheet, upright, at)) ?? [];
      return own.filter((fragment) => acrossOf.get(fragment)?.has(across) === true);
    });
  const readsIn = (fragment: Fragment, lines: number, of: (name: string) => boolean): ReadonlySet<Fragment> =>
    new Set(
      fragment.lines.slice(0, lines).flatMap((at) =>
        [...fragment.names].flatMap(([name, across]) => {
          const cell = of(name)
            ? grid.cell(fragment.sheet, crossing(fragment.sheet, at, fragment.upright, across))
            : undefined;
          return cell === undefined ? [] : leavesOf(grid, cell).flatMap(ownersAt);
        }),
      ),
    );
  const reads = remembered((fragment) => readsIn(fragment, LINES, () => true));
  const weights = remembered((fragment) => readsIn(fragment, 1, isWeight));
  const none: ReadonlySet<Fragment> = new Set();
  let linked: ReadonlyMap<Fragment, Set<Fragment>> | undefined;
  return {
    linkedTo: (fragment) => {
      linked ??= bothWays(fragments, reads);
      return linked.get(fragment) ?? none;
    },
    weightsRead: (of, other) => weights(of).has(other),
  };
}

function bothWays(
  fragments: readonly Fragment[],
  reads: (fragment: Fragment) => ReadonlySet<Fragment>,
): ReadonlyMap<Fragment, Set<Fragment>> {
  const linked = new Map(fragments.map((fragment) => [fragment, new Set(reads(fragment))]));
  for (const fragment of fragments) for (const read of reads(fragment)) linked.get(read)?.add(fragment);
  return linked;
}

function remembered<Value>(compute: (fragment: Fragment) => Value): (fragment: Fragment) => Value {
  const known = new Map<Fragment, Value>();
  return (fragment) => {
    const value = known.get(fragment) ?? compute(fragment);
    known.set(fragment, value);
    return value;
  };
}
