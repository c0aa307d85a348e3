import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SEAL_PATH } from '../../src/seal/seal.ts';
import { LANDSCAPE_SHEET } from '../../src/workbook/landscape/layout.ts';
import { isEverything } from '../helpers/sample.ts';
import { sheetPaths } from '../support/read-workbook.ts';

/** The last row of the sheet Landscape that is kept: what follows repeats the rows above. */
const LAST_ROW = 64;

/**
 * A workbook of this program as one that is not: without its seal, so that it is judged as any. Of the sheet Landscape, which holds no table and
 * most of the cells, it has but the first rows; with EVERY=1, all.
 */
export function unsealed(bytes: Uint8Array): Uint8Array {
  const { [SEAL_PATH]: _, ...parts } = unzipSync(bytes);
  const path = sheetPaths(new Map(Object.entries(parts))).find(({ name }) => name === LANDSCAPE_SHEET)?.path;
  const part = path === undefined ? undefined : parts[path];
  // Not compressed: that would take longer than to judge it.
  if (isEverything || path === undefined || part === undefined) return zipSync(parts, { level: 0 });
  const shorter = strFromU8(part).replace(/<row r="(\d+)"[^>]*>.*?<\/row>/gs, (row, number: string) =>
    Number(number) > LAST_ROW ? '' : row,
  );
  return zipSync({ ...parts, [path]: strToU8(shorter) }, { level: 0 });
}
