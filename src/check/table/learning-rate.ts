import { addressOf, type Place } from '../file/address.ts';
import { type Ast, type Reference, targetOf } from '../formula/ast.ts';
import type { Grid } from '../formula/grid.ts';
import { inName, labelled } from './rate-label.ts';
import type { Table } from './table.ts';

/** The learning rate of a table and how it was found. */
export interface Rate {
  readonly value: number;
  readonly source: 'updates’ cell' | 'typed into the updates' | 'label' | 'sheet name' | 'solved' | 'option';
  /** The cell that holds it, where one does. */
  readonly cell: { readonly sheet: string; readonly place: Place } | undefined;
  /** Other places that say another number, each in a sentence. */
  readonly contradictions: readonly string[];
}

/** Finds the learning rate: in the cell that the updates use, else typed into them, else by its label, in the sheet's name, or solved. */
export function learningRateOf(grid: Grid, table: Table, option?: number): Rate | undefined {
  const used = usedByUpdates(grid, table);
  const label = labelled(grid, table);
  const named = inName(table.sheet);
  const solved = solvedRate(grid, table);
  const cell = used?.place ?? label?.place;
  const candidates: readonly (Omit<Rate, 'contradictions'> | undefined)[] = [
    option === undefined ? undefined : { value: option, source: 'option', cell },
    used === undefined
      ? undefined
      : {
          value: used.value,
          source: used.place === undefined ? 'typed into the updates' : 'updates’ cell',
          cell: used.place,
        },
    // A label or a name may be of something else, or be forgotten; where the numbers clearly say another rate, they count.
    label === undefined || disagrees(label.value, solved)
      ? undefined
      : { value: label.value, source: 'label', cell: label.place },
    named === undefined || disagrees(named, solved)
      ? undefined
      : { value: named, source: 'sheet name', cell: undefined },
    solved === undefined ? undefined : { value: solved, source: 'solved', cell: undefined },
    label === undefined ? undefined : { value: label.value, source: 'label', cell: label.place },
    named === undefined ? undefined : { value: named, source: 'sheet name', cell: undefined },
  ];
  const chosen = candidates.find((each) => each !== undefined);
  if (chosen === undefined) return undefined;
  const contradictions = [
    ...(label?.only === true && disagrees(label.value, chosen.value)
      ? [`The cell ${addressOf(label.place.place)} says ${label.value}, but the updates use ${chosen.value}.`]
      : []),
    ...(named !== undefined && disagrees(named, chosen.value)
      ? [`The sheet’s name says ${named}, but the updates use ${chosen.value}.`]
      : []),
  ];
  return { ...chosen, contradictions };
}

const disagrees = (a: number, b: number | undefined): boolean =>
  b !== undefined && Math.abs(a - b) > 1e-3 * Math.max(Math.abs(a), Math.abs(b));

interface Used {
  readonly value: number;
  readonly place: Rate['cell'];
}

/** The number outside the table that most updates use. */
function usedByUpdates(grid: Grid, table: Table): Used | undefined {
  const { sheet, first, last, columns, expected } = table;
  const inTable = new Set(columns.values());
  const votes = new Map<string, { readonly used: Used; count: number }>();
  for (const [name, column] of columns) {
    const rule = expected.get(name);
    if (!name.startsWith('new ') && !(rule?.kind === 'formula' && rule.learned)) continue;
    const at: Place = { row: Math.min(last, name.startsWith('new ') ? first : first + 1), column };
    const cell = grid.cell(sheet, at);
    const ast = cell === undefined ? undefined : grid.formula(cell);
    if (ast === undefined || !readsTable(ast, at, table)) continue;
    const outside = (reference: Reference): boolean => {
      const { row, column: of } = targetOf(reference, at);
      return reference.sheet !== undefined || row < first || row > last || !inTable.has(of);
    };
    const cells = leaves(ast).filter((leaf): leaf is Reference => leaf.kind === 'cell' && outside(leaf));
    const typed = leaves(ast).filter((leaf) => leaf.kind === 'number' && leaf.value > 0 && leaf.value !== 1);
    const places = cells.map((leaf) => ({ sheet: leaf.sheet ?? sheet, place: targetOf(leaf, at) }));
    const found = places
      .map((place): Used => ({ value: grid.number(place.sheet, place.place) ?? Number.NaN, place }))
      .concat(
        cells.length > 0
          ? []
          : typed.map((leaf) => ({ value: leaf.kind === 'number' ? leaf.value : 0, place: undefined })),
      )
      .filter(({ value }) => Number.isFinite(value) && value > 0);
    for (const used of found.slice(0, 1)) {
      const key = used.place === undefined ? `${used.value}` : `${used.place.sheet}!${addressOf(used.place.place)}`;
      votes.set(key, { used, count: (votes.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.used;
}

/** Whether a formula has a cell of the table in it, as an update has. @param but a column that does not count */
const readsTable = (ast: Ast, at: Place, { first, last, columns }: Table, but = 0): boolean => {
  const inTable = new Set(columns.values());
  return leaves(ast).some((leaf) => {
    if (leaf.kind !== 'cell' || leaf.sheet !== undefined) return false;
    const { row, column } = targetOf(leaf, at);
    return row >= first && row <= last && inTable.has(column) && column !== but;
  });
};

/**
 * Whether the rows of a table are iterations of one another: some update reads another column of the table, or there are no
 * formulas to tell. Rows of copies, or of weights that someone tries, are not.
 */
export function rowsFollow(grid: Grid, table: Table): boolean {
  const { sheet, first, last, columns, expected } = table;
  const updates = [...columns].flatMap(([name, column]) => {
    const rule = expected.get(name);
    if (rule?.kind !== 'formula' || !rule.learned || first === last) return [];
    const at = { row: first + 1, column };
    const cell = grid.cell(sheet, at);
    const ast = cell === undefined ? undefined : grid.formula(cell);
    return ast === undefined ? [] : [readsTable(ast, at, table, column)];
  });
  return updates.length === 0 || updates.includes(true);
}

/** The numbers and references of a formula. */
function leaves(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'binary':
      return [...leaves(ast.left), ...leaves(ast.right)];
    case 'sign':
    case 'percent':
      return leaves(ast.of);
    case 'call':
      return ast.of.flatMap(leaves);
    default:
      return [ast];
  }
}

/** The rate that most updates were made with: (old − new) / gradient. */
function solvedRate(grid: Grid, { sheet, first, last, columns }: Table): number | undefined {
  const rates: number[] = [];
  for (const [name, column] of columns) {
    const gradient = columns.get(`∂E/∂${name}`);
    if (gradient === undefined) continue;
    for (let row = first; row < Math.min(last, first + 20); row++) {
      const [before, after] = [grid.number(sheet, { row, column }), grid.number(sheet, { row: row + 1, column })];
      const slope = grid.number(sheet, { row, column: gradient });
      if (before === undefined || after === undefined || slope === undefined) continue;
      const rate = (before - after) / slope;
      if (Number.isFinite(rate) && rate > 0) rates.push(rate);
    }
  }
  if (rates.length < 3) return undefined;
  rates.sort((a, b) => a - b);
  const middle = rates[Math.floor(rates.length / 2)] ?? Number.NaN;
  const near = rates.filter((rate) => Math.abs(rate - middle) <= 0.01 * middle).length;
  return near * 2 >= rates.length ? Number(middle.toPrecision(6)) : undefined;
}
