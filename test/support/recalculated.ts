import { formatAddress, parseAddress } from './addresses.ts';
import type { CellValue } from './read-workbook.ts';

/** What a spreadsheet program shows in a workbook it has calculated itself. */
export interface Recalculated {
  /**
   * The value of a cell, null where it is empty.
   * @throws Error where there is no such sheet, or the address is none.
   */
  value(sheet: string, address: string): CellValue;
}

/** What is typed into a cell before calculating, over whatever is there: a value, or a formula, which begins with =; the empty text clears it, as the Delete key does. */
export interface Edit {
  readonly sheet: string;
  readonly address: string;
  readonly value: number | string | boolean;
}

/** Answers from the values by sheet and by A1 address; cells that are not there are empty. */
export function recalculated(sheets: ReadonlyMap<string, ReadonlyMap<string, CellValue>>): Recalculated {
  return {
    value(sheet, address) {
      const cells = sheets.get(sheet);
      if (cells === undefined) throw new Error(`There is no sheet "${sheet}"`);
      const { row, column } = parseAddress(address);
      return cells.get(formatAddress(row, column)) ?? null;
    },
  };
}
