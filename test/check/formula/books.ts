import { positionOf } from '../../../src/check/file/address.ts';
import { type Cell, cellKey } from '../../../src/check/file/sheet.ts';
import type { LearnerBook } from '../../../src/check/file/workbook.ts';
import { type Grid, type GridOptions, gridOf } from '../../../src/check/formula/grid.ts';

/** What a cell holds: a number, a text, a formula with its `=` and no stored value, or all that a file can say. */
export type Content =
  | number
  | string
  | (Partial<Pick<Cell, 'value' | 'written' | 'error'>> & { readonly formula?: string });

/** Sheets with cells by their addresses. */
export type Contents = Readonly<Record<string, Readonly<Record<string, Content>>>>;

export function bookOf(sheets: Contents, names?: Readonly<Record<string, string>>): LearnerBook {
  return {
    sheets: Object.entries(sheets).map(([name, cells]) => ({
      name,
      cells: new Map(
        Object.entries(cells).map(([address, content]) => {
          const cell = cellOf(name, address, content);
          return [cellKey(cell.row, cell.column), cell];
        }),
      ),
    })),
    series: [],
    ...(names === undefined ? {} : { names: new Map(Object.entries(names)) }),
  };
}

function cellOf(sheet: string, address: string, content: Content): Cell {
  const { row, column } = positionOf(address) ?? { row: 1, column: 1 };
  const { value, written, error, formula } = storedIn(content);
  const text = formula === undefined ? undefined : { text: formula, home: { row, column } };
  return { sheet, row, column, value, written, error, formula: text };
}

function storedIn(content: Content): Exclude<Content, number | string> {
  if (typeof content === 'number') return { value: content, written: String(content) };
  if (typeof content !== 'string') return content;
  return content.startsWith('=') ? { formula: content.slice(1) } : { value: content };
}

/** A grid that is asked by addresses; without a sheet, on the first. */
export interface Asked {
  readonly grid: Grid;
  cell(address: string): Cell;
  number(address: string): number | undefined;
  /** `B2 is why` of the root, as people read it. */
  failure(address: string): string | undefined;
  unreadable(address: string): string | undefined;
}

export function asked(book: LearnerBook, options?: GridOptions): Asked {
  const grid = gridOf(book, options);
  const at = (address: string) => {
    const [, sheet, place = address] = /^(.+)!(.+)$/.exec(address) ?? [];
    return { sheet: sheet ?? book.sheets[0]?.name ?? '', place: positionOf(place) ?? { row: 0, column: 0 } };
  };
  const cell = (address: string): Cell => {
    const { sheet, place } = at(address);
    const found = grid.cell(sheet, place);
    if (found === undefined) throw new RangeError(`${address} is empty`);
    return found;
  };
  return {
    grid,
    cell,
    number: (address) => grid.number(at(address).sheet, at(address).place),
    failure: (address) => {
      const failure = grid.failureOf(cell(address));
      return failure === undefined ? undefined : `${nameOf(failure.root)} ${failure.why} [${failure.kind}]`;
    },
    unreadable: (address) => grid.unreadable(cell(address)),
  };
}

const nameOf = ({ row, column }: Cell): string => `${String.fromCharCode(64 + column)}${row}`;
