import type { FoundTable } from '../find/join.ts';
import { plain } from '../find/letters.ts';
import { isAmbiguous, isTrained } from '../find/names.ts';
import { numberings } from '../find/numbering.ts';
import { meaningsOf } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';

/** A table with other names for its columns. */
function renamed(
  table: FoundTable,
  rename: (name: string, header: string) => string | undefined,
  grid: Grid,
): FoundTable {
  const tracks = [...table.tracks].flatMap(([name, track]) => {
    const { header } = track;
    const text = header === undefined ? undefined : grid.cell(header.sheet, header)?.value;
    const other = rename(name, typeof text === 'string' ? plain(text) : '');
    return other === undefined ? [] : [[other, track] as const];
  });
  return { ...table, tracks: new Map(tracks) };
}

/** A table with its weights numbered through as in class, in each way that its names leave open. */
export const numbered = (table: FoundTable, grid: Grid): readonly FoundTable[] =>
  numberings(table.tracks.keys()).map((rename) => renamed(table, (name) => rename(name), grid));

/**
 * A table without names of outputs that are more than its targets and errors: out1 … out4, say, number all units, so that out1 is no
 * output. What such columns hold is then found by their numbers and by what reads them.
 */
export function withoutSurplus(table: FoundTable): FoundTable {
  const most = (pattern: RegExp): number =>
    Math.max(0, ...[...table.tracks.keys()].map((name) => Number(pattern.exec(name)?.[1] ?? 0)));
  const outputs = most(/^[tE](\d+)$/);
  if (outputs === 0 || most(/^(?:a_)?o(\d+)$/) <= outputs) return table;
  return { ...table, tracks: new Map([...table.tracks].filter(([name]) => !/^(?:a_)?o\d+$/.test(name))) };
}

/** Another meaning of some headers, and the columns that it is about. */
export interface OtherReading {
  readonly table: FoundTable;
  /** Their names as they were read first. */
  readonly names: readonly string[];
}

/**
 * What else the headers of a table may mean. A δ may be that of t − a in place of a − t; dw may be a step and not a gradient; the step
 * may be that of the row above, so that it is no quantity of its row; all gradients may have the other sign.
 */
export function otherReadings(table: FoundTable, grid: Grid): readonly OtherReading[] {
  const readings: readonly ((name: string, header: string) => string | undefined)[] = [
    (name, header) => (/^(?:δ|∂|delta)/u.test(header) && /^∂E\/∂[ho]\d/.test(name) ? `−${name}` : name),
    (name, header) => (isAmbiguous(header) && /^∂E\/∂[wb]/.test(name) ? name.replace('∂E/∂', 'Δ') : name),
    (name) => (/^Δ/u.test(name) ? `last ${name}` : name),
    // A step may be subtracted.
    (name) => (/^Δ/u.test(name) ? `−${name}` : name),
    // Of (t − a)² the gradients may be written with the other sign, and added.
    (name) => (isGradient(name) ? `−${name}` : name),
  ];
  const headed = readings.flatMap((rename) => {
    const other = renamed(table, rename, grid);
    const names = [...table.tracks.keys()].filter((name) => !other.tracks.has(name));
    return names.length === 0 ? [] : [{ table: other, names }];
  });
  return [...headed, ...byUpdates(table, grid)];
}

/** Whether a name is of the gradient of a weight or bias. */
export const isGradient = (name: string): boolean => /^∂E\/∂[wb]/u.test(name);

/** Gradients as the updates read them, whatever number their headers have. */
function byUpdates(table: FoundTable, grid: Grid): readonly OtherReading[] {
  const meaningAt = meaningsOf(table.tracks);
  const used = [...table.tracks].flatMap(([name, { sites }]): readonly (readonly [string, string])[] => {
    const site = isTrained(name) ? sites[1] : undefined;
    const cell = site === undefined ? undefined : grid.cell(site.sheet, site);
    const read = cell === undefined ? [] : leavesOf(grid, cell).flatMap((leaf) => meaningAt(leaf)?.name ?? []);
    const gradients = read.filter((each) => /^∂E\/∂(?:[wb]\d|b_)/.test(each));
    return gradients.length === 1 && gradients[0] !== undefined ? [[gradients[0], `∂E/∂${name}`]] : [];
  });
  const meant = new Map(used);
  const moved = [...meant].filter(([from, to]) => from !== to).map(([from]) => from);
  const isOneToOne = meant.size === used.length && new Set(meant.values()).size === meant.size;
  if (moved.length < 3 || !isOneToOne) return [];
  const tracks = [...table.tracks].filter(([name]) => meant.has(name) || ![...meant.values()].includes(name));
  return [
    {
      table: { ...table, tracks: new Map(tracks.map(([name, track]) => [meant.get(name) ?? name, track])) },
      names: moved,
    },
  ];
}
