import { LEARNING_RATE } from '../../quantities/topology.ts';
import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import { groupedBy } from '../grouped.ts';
import { type Chain, chained } from './chain.ts';
import type { Fragment } from './fragment.ts';
import { type Links, linksOf } from './links.ts';
import { isGiven, isTable, isWeight } from './sorts.ts';
import { crossing, siteKey, type Track } from './track.ts';

/** A table: where the numbers of each quantity stand, iteration by iteration. */
export interface FoundTable {
  /** The sheet of its main part. */
  readonly sheet: string;
  /** The line of the headers of its main part. */
  readonly header: number;
  readonly upright: boolean;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly iterations: number;
}

/**
 * Joins what belongs together: headers that are repeated above every iteration or on a sheet for each, and gradients, say, that stand
 * below the forward pass or on another sheet.
 *
 * @param fragments of all sheets, in their order
 * @returns the tables, and fragments that have headers of a table but no numbers
 */
export function joined(
  grid: Grid,
  fragments: readonly Fragment[],
): { readonly found: readonly FoundTable[]; readonly empty: readonly Fragment[] } {
  const filled = fragments.filter(({ lines }) => lines.length > 0);
  const empty = fragments.filter(({ lines, names }) => lines.length === 0 && isTable(names));
  const links = linksOf(grid, filled);
  const chains = chained(grid, links, filled);
  const mains = mainsOf(links, chains);
  const taken = new Set(mains);
  const kinds = kindsOf(
    links,
    mains,
    chains.filter((chain) => !taken.has(chain)),
  );
  const found = mains
    .map((main, k) => tableFrom(grid, main, partsOf(grid, kinds, mains, k)))
    .filter(({ tracks }, k) => isTraining([...tracks.keys()], [...(mains[k]?.names.keys() ?? [])]));
  const byLine = groupedBy(found, ({ sheet, header }) => `${header} ${sheet}`);
  return {
    found: found.filter(
      (table) => !byLine.get(`${table.header} ${table.sheet}`)?.some((other) => repeats(table, other)),
    ),
    empty,
  };
}

/** Whether a table computes something of its own, and not only lists weights beside which a diagram shows some activations. */
function isTraining(names: readonly string[], own: readonly string[]): boolean {
  const computed = (some: readonly string[]): number => some.filter((name) => !isGiven(name)).length;
  return names.some((name) => /^(?:E|−?∂|Δ)/u.test(name)) || computed(own) * 3 >= own.length;
}

/** The chains that are tables: not those without a forward pass of their own that go with one that has, as gradients on another sheet do. */
function mainsOf(links: Links, chains: readonly Chain[]): readonly Chain[] {
  const tables = chains.filter(({ names }) => isTable(names));
  const forward = new Set(
    tables
      .filter(({ names }) => [...names.keys()].some((name) => name.startsWith('a_')))
      .flatMap(({ fragments }) => fragments),
  );
  const isBackward = ({ fragments }: Chain): boolean =>
    !fragments.some((fragment) => forward.has(fragment)) &&
    fragments.some((fragment) => [...links.linkedTo(fragment)].some((other) => forward.has(other)));
  return tables.filter((chain) => !isBackward(chain));
}

/** A table with less than so much of the columns of one beside it does not stand for itself: it is there for a chart, say. */
const LEAST_SHARE = 2 / 3;

/** Whether a table repeats some of the columns of another one in the same line, and has none of its own. */
function repeats(table: FoundTable, other: FoundTable): boolean {
  return (
    table.tracks.size < other.tracks.size * LEAST_SHARE &&
    [...table.tracks.keys()].every((name) => other.tracks.has(name))
  );
}

/** Parts with the same names. */
interface Kind {
  readonly fragments: readonly Fragment[];
  /** Those that a table reads, or that read it. */
  readonly linked: ReadonlyMap<Chain, readonly Fragment[]>;
}

function kindsOf(links: Links, mains: readonly Chain[], parts: readonly Chain[]): readonly Kind[] {
  const mainOf = new Map(mains.flatMap((main) => main.fragments.map((fragment) => [fragment, main] as const)));
  const kinds = groupedBy(
    parts.flatMap(({ fragments }) => fragments),
    ({ names }) => [...names.keys()].sort().join(' '),
  );
  return [...kinds.values()].map((fragments) => {
    const linked = new Map<Chain, Fragment[]>();
    for (const fragment of fragments)
      for (const main of new Set([...links.linkedTo(fragment)].flatMap((other) => mainOf.get(other) ?? []))) {
        const own = linked.get(main);
        if (own === undefined) linked.set(main, [fragment]);
        else own.push(fragment);
      }
    return { fragments, linked };
  });
}

/** The parts that belong to the k-th table: those that it reads or that read it; else, of as many tables as parts, the one of the same place in order. */
function partsOf(
  grid: Grid,
  kinds: readonly Kind[],
  mains: readonly Chain[],
  k: number,
): readonly (readonly Fragment[])[] {
  const main = mains[k];
  return kinds.flatMap(({ fragments, linked }): readonly (readonly Fragment[])[] => {
    const joined = main === undefined ? undefined : linked.get(main);
    if (joined !== undefined) return [joined];
    const own = fragments[k];
    const isOwn = linked.size === 0 && fragments.length === mains.length;
    return !isOwn || own === undefined || hasFormulas(grid, own) ? [] : [[own]];
  });
}

function hasFormulas(grid: Grid, { sheet, upright, lines, names }: Fragment): boolean {
  return [...names.values()].some(
    (across) => grid.cell(sheet, crossing(sheet, lines[0] ?? 0, upright, across))?.formula !== undefined,
  );
}

function tableFrom(grid: Grid, main: Chain, parts: readonly (readonly Fragment[])[]): FoundTable {
  const tracks = new Map(tracksOf(main.fragments).filter(([name, track]) => !isIdle(grid, name, track)));
  const taken = new Set([...tracks.values()].flatMap(({ sites }) => sites.slice(0, 1).map(siteKey)));
  for (const part of parts)
    for (const [name, track] of tracksOf(part)) {
      // Notes above a table may name what its columns hold again.
      if (track.sites.slice(0, 1).some((site) => taken.has(siteKey(site))) || isIdle(grid, name, track)) continue;
      if (!tracks.has(name)) tracks.set(name, track);
      else if (isWeight(name) && !tracks.has(`new ${name}`) && isSource(grid, tracks.get(name), track))
        tracks.set(`new ${name}`, track);
    }
  // A learning rate beside the table, in line with its headers, is no column of it.
  const rates = tracks.get(LEARNING_RATE)?.sites ?? [];
  if (rates.some((site) => grid.number(site.sheet, site) === undefined)) tracks.delete(LEARNING_RATE);
  const first = main.fragments[0];
  return {
    sheet: first?.sheet ?? '',
    header: first?.header ?? 0,
    upright: first?.upright ?? false,
    tracks,
    iterations: [...tracks.values()].reduce((most, { sites }) => Math.max(most, sites.length), 0),
  };
}

/** Whether a column that no table must have is empty: a link of the chain that somebody planned, or a note. */
const isIdle = (grid: Grid, name: string, { sites }: Track): boolean =>
  !isGiven(name) &&
  /^(?:−?∂.*\/∂(?![wb]\d)|Δ|new )/u.test(name) &&
  sites.every((site) => grid.cell(site.sheet, site) === undefined);

/** Whether the weights of the second iteration are read from another track, which holds what the first iteration made of them. */
function isSource(grid: Grid, weights: Track | undefined, other: Track): boolean {
  const [second, source] = [weights?.sites[1], other.sites[0]];
  const cell = second === undefined ? undefined : grid.cell(second.sheet, second);
  return (
    cell !== undefined && source !== undefined && leavesOf(grid, cell).some((leaf) => siteKey(leaf) === siteKey(source))
  );
}

function tracksOf(fragments: readonly Fragment[]): readonly (readonly [string, Track])[] {
  const [first] = fragments;
  return [...(first?.names ?? [])].map(([name, own]) => [
    name,
    {
      sites: fragments.flatMap(({ sheet, upright, lines, names }) =>
        lines.map((at) => crossing(sheet, at, upright, names.get(name) ?? own)),
      ),
      ...(first === undefined ? {} : { header: crossing(first.sheet, first.header, first.upright, own) }),
    },
  ]);
}
