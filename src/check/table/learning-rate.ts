import { symbolsIn } from '../../expression/symbols.ts';
import { addressOf } from '../file/address.ts';
import type { Cell } from '../file/sheet.ts';
import { type Site, siteKey, type Track } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import { leavesOf, typedNumbers } from '../formula/leaves.ts';
import { inName, nearestLabel } from './rate-label.ts';
import type { Table } from './table.ts';

/** The learning rate of a table and how it was found. */
export interface Rate {
  readonly value: number;
  readonly source: 'column' | 'updates’ cell' | 'typed into the updates' | 'label' | 'sheet name' | 'solved' | 'option';
  /** The cell that holds it, where one does. */
  readonly cell: Site | undefined;
  /** Other places that say another number, each in a sentence. */
  readonly contradictions: readonly string[];
}

/** Finds the learning rate: in the cell that the updates use, else typed into them, else by its label, in the sheet's name, or solved. */
export function learningRateOf(grid: Grid, table: Table, option?: number): Rate | undefined {
  const column = columnRate(grid, table);
  if (column !== undefined) return column;
  const used = usedByUpdates(grid, table);
  const label = nearestLabel(grid, table);
  const named = inName(table.sheet);
  const solved = solvedRate(grid, table);
  const cell = used?.site ?? label?.site;
  const candidates: readonly (Omit<Rate, 'contradictions'> | undefined)[] = [
    option === undefined ? undefined : { value: option, source: 'option', cell },
    used === undefined
      ? undefined
      : {
          value: used.value,
          source: used.site === undefined ? 'typed into the updates' : 'updates’ cell',
          cell: used.site,
        },
    // A label or a name may be of something else, or be forgotten; where the numbers clearly say another rate, they count.
    label === undefined || disagrees(label.value, solved)
      ? undefined
      : { value: label.value, source: 'label', cell: label.site },
    named === undefined || disagrees(named, solved)
      ? undefined
      : { value: named, source: 'sheet name', cell: undefined },
    solved === undefined ? undefined : { value: solved, source: 'solved', cell: undefined },
    label === undefined ? undefined : { value: label.value, source: 'label', cell: label.site },
    named === undefined ? undefined : { value: named, source: 'sheet name', cell: undefined },
  ];
  const chosen = candidates.find((each) => each !== undefined);
  if (chosen === undefined) return undefined;
  const contradictions = [
    ...(label?.only === true && disagrees(label.value, chosen.value)
      ? [`The cell ${addressOf(label.site)} says ${label.value}, but the updates use ${chosen.value}.`]
      : []),
    ...(named !== undefined && disagrees(named, chosen.value)
      ? [`The sheet’s name says ${named}, but the updates use ${chosen.value}.`]
      : []),
  ];
  return { ...chosen, contradictions };
}

const disagrees = (a: number, b: number | undefined): boolean =>
  b !== undefined && Math.abs(a - b) > 1e-3 * Math.max(Math.abs(a), Math.abs(b));

/** The rate of a table that has a column of it. */
function columnRate(grid: Grid, { tracks, topology }: Table): Rate | undefined {
  const [first] = tracks.get(topology.givenRate)?.sites ?? [];
  const value = first === undefined ? undefined : grid.number(first.sheet, first);
  return first === undefined || value === undefined
    ? undefined
    : { value, source: 'column', cell: first, contradictions: [] };
}

interface Used {
  readonly value: number;
  readonly site: Site | undefined;
}

/** The cells of updates by the learning rate: of the second iteration, or of columns of new weights or steps of the first. */
function updateCells(grid: Grid, { tracks, expected, topology }: Table): readonly Cell[] {
  return [...tracks].flatMap(([name, { sites }]) => {
    const rule = expected.get(name);
    // Of several columns for an update, the one that multiplies by the learning rate.
    if (rule?.kind !== 'formula' || !symbolsIn(rule.formula).some(({ name }) => name === topology.givenRate)) return [];
    const site = sites[rule.learned ? 1 : 0];
    return (site === undefined ? undefined : grid.cell(site.sheet, site)) ?? [];
  });
}

/** The number outside the table that most updates use. */
function usedByUpdates(grid: Grid, table: Table): Used | undefined {
  const votes = new Map<string, { readonly used: Used; count: number }>();
  let voters = 0;
  for (const cell of updateCells(grid, table)) {
    const leaves = leavesOf(grid, cell);
    if (!leaves.some((leaf) => table.meaningAt(leaf) !== undefined)) continue;
    const cells = leaves.filter((leaf) => table.meaningAt(leaf) === undefined);
    const ast = grid.formula(cell);
    const typed = cells.length > 0 || ast === undefined ? [] : typedNumbers(ast).filter((value) => value !== 1);
    const found = [
      ...cells.map((site): Used => ({ value: grid.number(site.sheet, site) ?? Number.NaN, site })),
      ...typed.map((value): Used => ({ value, site: undefined })),
    ].filter(({ value }) => Number.isFinite(value) && value > 0);
    voters++;
    const own = new Map(found.map((used) => [used.site === undefined ? `${used.value}` : siteKey(used.site), used]));
    for (const [key, used] of own) votes.set(key, { used, count: (votes.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...votes.values()].sort((a, b) => b.count - a.count);
  // What few of them use may be a gradient in a column without a telling name.
  return most !== undefined && most.count * 2 >= voters ? most.used : undefined;
}

/** Whether cells' formulas have a cell of the table in them, as updates have. @param but a track that does not count */
const readsTable = (grid: Grid, { meaningAt }: Table, cell: Cell, but: string): boolean =>
  leavesOf(grid, cell).some((leaf) => {
    const meant = meaningAt(leaf);
    return meant !== undefined && meant.name !== but;
  });

/** What tells whether the lines of a table are iterations of one another. */
export type Following =
  /** Some update reads another column of the table, or there are no formulas to tell. */
  | 'follow'
  /** Weights stay the same, though nothing else changes: the updates are missing. */
  | 'not-updated'
  /** Weights are the same in every line, and the inputs change: lines of samples, not iterations. */
  | 'samples'
  /** Weights come from elsewhere, and there are no gradients: lines in which other weights are tried, not iterations. */
  | 'trials';

/** Whether the lines of a table are iterations of one another. */
export function followingOf(grid: Grid, table: Table): Following {
  const { tracks, expected, iterations } = table;
  const learned = [...tracks].filter(([name]) => {
    const rule = expected.get(name);
    return rule?.kind === 'formula' && rule.learned;
  });
  if (iterations < 2 || learned.length === 0) return 'follow';
  const formulas = learned.flatMap(([name, { sites }]) => {
    const cell = sites[1] === undefined ? undefined : grid.cell(sites[1].sheet, sites[1]);
    return cell?.formula === undefined ? [] : [{ name, cell }];
  });
  const hasGradients = [...tracks.keys()].some((name) => /^(?:−?∂|Δ|new )/u.test(name));
  const constant = learned.every(([, track]) => isConstant(grid, track));
  if (formulas.some(({ name, cell }) => readsTable(grid, table, cell, name))) return 'follow';
  if (!constant)
    return !hasGradients && formulas.some(({ cell }) => leavesOf(grid, cell).length > 0) ? 'trials' : 'follow';
  const inputs = [...tracks].filter(([name]) => /^[it]\d/.test(name));
  if (inputs.every(([, track]) => isConstant(grid, track))) return 'not-updated';
  return hasGradients ? 'samples' : 'trials';
}

/** Whether a track holds one number in all its lines. */
function isConstant(grid: Grid, { sites }: Track): boolean {
  const [first, ...rest] = sites.map((site) => grid.number(site.sheet, site));
  return rest.every((number) => number === undefined || number === first);
}

/** The rate that most updates were made with: (old − new) / gradient. */
function solvedRate(grid: Grid, { tracks, topology }: Table): number | undefined {
  // Of a learning rate that changes, every row has another one.
  if (topology.course !== undefined) return undefined;
  const number = (site: Site | undefined): number =>
    (site === undefined ? undefined : grid.number(site.sheet, site)) ?? Number.NaN;
  const rates = [...tracks].flatMap(([name, { sites }]) => {
    const gradient = tracks.get(`∂E/∂${name}`)?.sites ?? [];
    const news = tracks.get(`new ${name}`)?.sites ?? sites.slice(1);
    return sites
      .slice(0, 20)
      .map((site, k) => (number(site) - number(news[k])) / number(gradient[k]))
      .filter((rate) => Number.isFinite(rate) && rate > 0);
  });
  if (rates.length < 3) return undefined;
  rates.sort((a, b) => a - b);
  const middle = rates[Math.floor(rates.length / 2)] ?? Number.NaN;
  const near = rates.filter((rate) => Math.abs(rate - middle) <= 0.01 * middle).length;
  if (near * 2 < rates.length) return undefined;
  // Rates have few digits; what rounded weights add to them is not meant.
  const short = Number(middle.toPrecision(3));
  return Math.abs(middle - short) <= 2e-4 * middle ? short : Number(middle.toPrecision(6));
}
