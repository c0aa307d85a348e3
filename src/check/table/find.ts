import type { Cell, Sheet } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { isIterationHeader, nameOf } from './names.ts';

/** A table on a sheet: which column holds what, and the rows of its iterations. */
export interface FoundTable {
  readonly sheet: string;
  readonly headerRow: number;
  readonly first: number;
  readonly last: number;
  /** The column of each quantity, by its name in class. */
  readonly columns: ReadonlyMap<string, number>;
}

/** A row of headers with too little below it, or with too few of them, to be judged. */
export interface UnreadTable {
  readonly sheet: string;
  readonly headerRow: number;
  readonly why: string;
}

/** Headers that a row must have to be taken for that of a table, and how many of them weights. */
const LEAST_HEADERS = 6;
const LEAST_WEIGHTS = 2;
/** Rows between a header and the first number. */
const MAX_GAP = 3;

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * Finds the tables of a sheet by their headers, wherever they stand.
 *
 * @param named gives a header's name in class, undefined where it says something else
 */
export function findTables(
  sheet: Sheet,
  grid: Grid,
  named: (header: string) => string | undefined = nameOf,
): { readonly found: readonly FoundTable[]; readonly unread: readonly UnreadTable[] } {
  const headers = headersOf(sheet, named);
  const headerRows = new Set(headers.map(({ row }) => row));
  const found: FoundTable[] = [];
  const unread: UnreadTable[] = [];
  for (const { row, columns } of headers) {
    const isNumber = (at: number, column: number): boolean =>
      grid.number(sheet.name, { row: at, column }) !== undefined;
    const filled = (at: number): boolean => {
      const numbers = [...columns.values()].filter((column) => isNumber(at, column)).length;
      return numbers * 2 >= columns.size;
    };
    const gaps = Array.from({ length: MAX_GAP + 1 }, (_, k) => row + 1 + k);
    const below = gaps.find(filled);
    const above = row > 1 && filled(row - 1) ? row - 1 : undefined;
    if (below === undefined && above === undefined) {
      unread.push({ sheet: sheet.name, headerRow: row, why: 'there are no numbers under its headers' });
      continue;
    }
    let [first, last] = [below ?? above ?? row, below ?? above ?? row];
    if (below !== undefined) while (!headerRows.has(last + 1) && filled(last + 1)) last++;
    else while (first > 1 && !headerRows.has(first - 1) && filled(first - 1)) first--;
    found.push({ sheet: sheet.name, headerRow: row, first, last, columns });
  }
  return { found: found.filter((table) => !found.some((other) => repeats(table, other))), unread };
}

/** A table with less than so much of the columns of one beside it does not stand for itself: it is there for a chart, say. */
const LEAST_SHARE = 2 / 3;

/** Whether a table repeats some of the columns of another one beside it, and has none of its own. */
function repeats(table: FoundTable, other: FoundTable): boolean {
  const few = table.columns.size < other.columns.size * LEAST_SHARE;
  return (
    few && table.headerRow === other.headerRow && [...table.columns.keys()].every((name) => other.columns.has(name))
  );
}

function headersOf(sheet: Sheet, named: (header: string) => string | undefined): readonly Header[] {
  const known = new Map<string, string | undefined>();
  const rows = new Map<number, { readonly column: number; readonly name: string }[]>();
  for (const cell of sheet.cells.values()) {
    const name = headerName(cell, known, named);
    if (name === undefined) continue;
    const row = rows.get(cell.row) ?? [];
    row.push({ column: cell.column, name });
    rows.set(cell.row, row);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, cells]) => tablesOf(cells.sort((a, b) => a.column - b.column)).map((columns) => ({ row, columns })))
    .filter(({ columns }) => looksLikeHeader(columns));
}

function headerName(
  { value }: Cell,
  known: Map<string, string | undefined>,
  named: (header: string) => string | undefined,
): string | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  if (!known.has(value)) known.set(value, isIterationHeader(value) ? undefined : named(value));
  return known.get(value);
}

const looksLikeHeader = (columns: ReadonlyMap<string, number>): boolean =>
  columns.size >= LEAST_HEADERS && [...columns.keys()].filter((name) => /^w\d/.test(name)).length >= LEAST_WEIGHTS;

/** Tables side by side have the same headers again; a lone second header of a name belongs to no table. */
function tablesOf(
  cells: readonly { readonly column: number; readonly name: string }[],
): readonly Map<string, number>[] {
  const tables: Map<string, number>[] = [];
  let current = new Map<string, number>();
  for (const { column, name } of cells) {
    if (current.has(name)) {
      const rest = cells.filter((each) => each.column >= column);
      if (!looksLikeHeader(new Map(rest.map((each) => [each.name, each.column])))) {
        const latest = Math.max(...current.values());
        if (current.size >= LEAST_HEADERS && latest < column) continue;
        // What came before, such as a label at the side, stood too far left to belong to the table.
        current.delete(name);
      } else if (looksLikeHeader(current)) {
        tables.push(current);
        current = new Map();
      } else current.delete(name);
    }
    current.set(name, column);
  }
  return [...tables, current];
}
