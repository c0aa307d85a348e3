import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import { type Fragment, isWeight } from './fragment.ts';
import { crossing, lineAt, type Site } from './track.ts';

/** Which fragments read which. */
export interface Links {
  /** Whether the formulas of one read the other's numbers. */
  areLinked(a: Fragment, b: Fragment): boolean;
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
  return {
    areLinked: (a, b) => reads(a).has(b) || reads(b).has(a),
    weightsRead: (of, other) => weights(of).has(other),
  };
}

function remembered<Value>(compute: (fragment: Fragment) => Value): (fragment: Fragment) => Value {
  const known = new Map<Fragment, Value>();
  return (fragment) => {
    const value = known.get(fragment) ?? compute(fragment);
    known.set(fragment, value);
    return value;
  };
}
