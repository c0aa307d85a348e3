import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbook } from '../support/read-workbook.ts';

/**
 * A workbook with another formula in one cell, which must hold a plain formula, not a shared one.
 *
 * @throws RangeError where the cell holds none
 */
export function replaceFormula(bytes: Uint8Array, sheet: string, address: string, formula: string): Uint8Array {
  const path = readWorkbook(bytes).sheets.find(({ name }) => name === sheet)?.path ?? '';
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  const cell = new RegExp(`(<c r="${address}"[^>]*><f>)[^<]*(</f>)`);
  if (!cell.test(xml)) throw new RangeError(`${sheet}!${address} holds no plain formula.`);
  return zipSync({ ...parts, [path]: strToU8(xml.replace(cell, `$1${formula}$2`)) });
}
