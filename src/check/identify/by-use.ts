import { expanded } from '../../expression/rewrite.ts';
import { symbolsIn } from '../../expression/symbols.ts';
import type { Expression } from '../../expression/tree.ts';
import { drawnPoints } from '../diagnose/drawn.ts';
import { learnersFormula } from '../diagnose/learner.ts';
import { fits } from '../diagnose/search.ts';
import type { Cell } from '../file/sheet.ts';
import { type Site, siteKey, type Track } from '../find/track.ts';
import { leavesOf } from '../formula/leaves.ts';
import { formulaIn, formulaInValues } from '../judge/formulas.ts';
import { firstJudged } from '../judge/judge.ts';
import type { Reading } from '../judge/reading.ts';
import { type Table, tableOf } from '../table/table.ts';
import { type Finder, type Found, isFree, lacking } from './columns.ts';

/** The name that a column has as long as nobody knows what it is. */
const UNKNOWN = '?';

/** Steps that a try of a meaning takes. */
const TRY = 500;

/** A column that the formula of a known quantity reads: it holds what makes that formula right. */
export const byUse: Finder = (reading, _numbers, taken) => {
  const { grid, table } = reading;
  const founds = new Map<string, Found>();
  const seen = new Set(taken);
  for (const [name, track] of table.tracks) {
    const rule = table.expected.get(name);
    const right = rule?.kind === 'formula' ? formulaIn(table, name) : undefined;
    if (rule === undefined || right === undefined) continue;
    const k = firstJudged(rule);
    const site = track.sites[k];
    const cell = site === undefined ? undefined : grid.cell(site.sheet, site);
    if (cell?.formula === undefined) continue;
    for (const { sheet, row, column, ...leaf } of leavesOf(grid, cell)) {
      const at = { sheet, row, column };
      if (leaf.fixedRow || seen.has(siteKey(at)) || !isFree(reading, at)) continue;
      const unknown = trackBy(reading, track, k, at);
      const meaning =
        unknown === undefined || isCount(reading, unknown)
          ? undefined
          : meaningOf(reading, name, right, cell, k, unknown);
      if (unknown === undefined || meaning === undefined || founds.has(meaning)) continue;
      founds.set(meaning, { name: meaning, track: unknown });
      for (const each of unknown.sites) seen.add(siteKey(each));
    }
  }
  return [...founds.values()];
};

/** The cells that a quantity's formulas read in every iteration as its k-th reads one; undefined where they do not move along. */
function trackBy({ grid, table }: Reading, track: Track, k: number, read: Site): Track | undefined {
  const home = track.sites[k];
  const cell = home === undefined ? undefined : grid.cell(home.sheet, home);
  const place = cell === undefined ? -1 : leavesOf(grid, cell).findIndex((leaf) => siteKey(leaf) === siteKey(read));
  if (place === -1) return undefined;
  const sites: Site[] = [];
  for (const site of track.sites.slice(k)) {
    const own = grid.cell(site.sheet, site);
    const leaf = own === undefined ? undefined : leavesOf(grid, own)[place];
    if (leaf === undefined || grid.cell(leaf.sheet, leaf) === undefined) break;
    sites.push({ sheet: leaf.sheet, row: leaf.row, column: leaf.column });
  }
  // What updates read has one iteration more than they read, its last.
  const [before, last] = [sites.at(-2), sites.at(-1)];
  if (k > 0 && before !== undefined && last !== undefined && sites.length < table.iterations) {
    const next = { sheet: last.sheet, row: 2 * last.row - before.row, column: 2 * last.column - before.column };
    if (grid.cell(next.sheet, next) !== undefined) sites.push(next);
  }
  const [first, second] = sites;
  const moves = second === undefined || (first !== undefined && siteKey(first) !== siteKey(second));
  return moves && sites.length > 0 ? { sites } : undefined;
}

/** Whether a column counts the iterations: where that goes in, other numbers may give the same. */
const isCount = ({ grid }: Reading, { sites }: Track): boolean =>
  sites.every((site, at) => grid.number(site.sheet, site) === at + 1);

/** The quantity that an unknown column has to be for a formula to be right. */
function meaningOf(
  reading: Reading,
  name: string,
  right: Expression,
  cell: Cell,
  k: number,
  unknown: Track,
): string | undefined {
  const { table } = reading;
  const trial = tableOf(
    { ...table.found, tracks: new Map([...table.found.tracks, [UNKNOWN, unknown]]) },
    table.network,
    table.withoutHalf,
  );
  const withUnknown: Table = { ...trial, ...unknownIn(trial, unknown) };
  const used = learnersFormula({ ...reading, table: withUnknown }, cell, k, right);
  if (
    used === undefined ||
    !symbolsIn(used).some(({ name: each, row }) => each === UNKNOWN && (row === 0 || row === -1))
  )
    return undefined;
  const goal = formulaInValues(table, right);
  return candidatesFor(table, name).find((candidate) => {
    const formula = formulaIn(table, candidate);
    if (formula === undefined || !reading.budget.take(TRY)) return false;
    const put = expanded(used, (each) => (each === UNKNOWN ? formula : undefined));
    return put !== undefined && fits(goal, drawnPoints(formulaInValues(table, put)));
  });
}

/** A table that takes an unknown column for one of its own. */
function unknownIn({ meaningAt }: Table, unknown: Track): Pick<Table, 'meaningAt'> {
  const sites = new Map(unknown.sites.map((site, k) => [siteKey(site), k]));
  return {
    meaningAt: (site) => {
      const k = sites.get(siteKey(site));
      return k === undefined ? meaningAt(site) : { name: UNKNOWN, k };
    },
  };
}

/** What a column that a quantity reads may be: of an update its own gradient first. */
function candidatesFor(table: Table, name: string): readonly string[] {
  const own = name.replace(/^(?:new |Δ)/u, '');
  const first = [`∂E/∂${own}`, `Δ${own}`, `−∂E/∂${own}`].filter(
    (each) => table.expected.has(each) && !table.tracks.has(each),
  );
  const isOther = (each: string): boolean => /^(?:Δ|−)/u.test(each) || first.includes(each);
  return [...first, ...lacking(table).filter((each) => !isOther(each))];
}
