import { columnLetters } from '../letters.ts';

/** A cell's place. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${columnLetters(column)}${row}`;

/** Quantities that stand together: their names in a line, and their numbers beside or below it. */
export interface Block {
  readonly names: readonly string[];
  /** The cell of the first name. With a sheet for each iteration, on the sheet of the first one. */
  readonly origin: Place;
  /** Names in a row and iterations below, names in a column and iterations to the right, or each name before its only number. */
  readonly form: 'row' | 'column' | 'labels';
  /** From one iteration to the next: 2 with a blank row between. */
  readonly pitch?: number;
  /** The names again above every iteration; the pitch has to leave room. */
  readonly headerEach?: boolean;
  /** Each iteration on a sheet of its own: how it is called. */
  readonly sheetOf?: (iteration: number) => string;
  /** Cells left free before the name of this number, for notes or captions. */
  readonly gaps?: ReadonlyMap<number, string>;
  /** Labels: names in so many columns. */
  readonly columns?: number;
  /** An iteration of which only some numbers stand here: a row of new weights. */
  readonly partial?: { readonly iteration: number; readonly names: readonly string[] };
}

/** The place of a name in the line, gaps counted. */
function slotOf({ names, gaps }: Block, name: string): number {
  const index = names.indexOf(name);
  return index + [...(gaps?.keys() ?? [])].filter((at) => at <= index).length;
}

/** The labels of a block in columns: how many stand below each other. */
const perColumn = ({ names, columns = 1 }: Block): number => Math.ceil(names.length / columns);

/** The cell of a name's header, for an iteration where each has one. */
export function headerOf(block: Block, name: string, iteration = 0): Place {
  const { origin, form, pitch = 1, headerEach, sheetOf } = block;
  const sheet = sheetOf?.(iteration) ?? origin.sheet;
  const slot = slotOf(block, name);
  if (form === 'labels') {
    const index = block.names.indexOf(name);
    const column = origin.column + 3 * Math.floor(index / perColumn(block));
    return { sheet, row: origin.row + (index % perColumn(block)), column };
  }
  if (form === 'column') return { sheet, row: origin.row + slot, column: origin.column };
  const row = origin.row + (headerEach === true ? iteration * pitch : 0);
  return { sheet, row, column: origin.column + slot };
}

/** The cell of a name's number in an iteration. */
export function placeOf(block: Block, name: string, iteration: number): Place | undefined {
  const { names, form, pitch = 1, headerEach, sheetOf, partial } = block;
  if (!names.includes(name) || iteration < 0) return undefined;
  if (iteration === partial?.iteration && !partial.names.includes(name)) return undefined;
  const { sheet, row, column } = headerOf(block, name, iteration);
  if (form === 'labels') return { sheet, row, column: column + 1 };
  const step = sheetOf === undefined ? iteration * pitch : 0;
  if (form === 'column') return { sheet, row, column: column + 1 + step };
  return { sheet, row: row + 1 + (headerEach === true ? 0 : step), column };
}

/** All headers of a block, and the texts in its gaps. */
export function headersOf(block: Block, iterations: number): readonly { name?: string; text?: string; place: Place }[] {
  const { names, headerEach, sheetOf, gaps, origin, form } = block;
  const times = headerEach === true || sheetOf !== undefined ? iterations : 1;
  const headers = Array.from({ length: times }, (_, k) =>
    names.map((name) => ({ name, place: headerOf(block, name, k) })),
  );
  const captions = [...(gaps ?? [])].map(([at, text], k) => {
    const slot = at + k;
    const place =
      form === 'column' ? { ...origin, row: origin.row + slot } : { ...origin, column: origin.column + slot };
    return { text, place };
  });
  return [...headers.flat(), ...captions];
}

/** The row below a block, and the column after it. */
export function endOf(block: Block, iterations: number): { readonly row: number; readonly column: number } {
  const { names, form, origin, columns = 1, gaps } = block;
  if (form === 'labels') return { row: origin.row + perColumn(block), column: origin.column + 3 * columns };
  const slots = names.length + (gaps?.size ?? 0);
  const lines = 1 + iterations * (block.pitch ?? 1);
  return form === 'row'
    ? { row: origin.row + lines, column: origin.column + slots }
    : { row: origin.row + slots, column: origin.column + lines };
}
