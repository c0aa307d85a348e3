import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbook } from '../support/read-workbook.ts';

/**
 * A workbook with another formula in one cell, which may share its formula with others but must not hold it for them.
 *
 * @throws RangeError where the cell holds no formula, or one for others
 */
export function replaceFormula(bytes: Uint8Array, sheet: string, address: string, formula: string): Uint8Array {
  const path = readWorkbook(bytes).sheets.find(({ name }) => name === sheet)?.path ?? '';
  const cell = new RegExp(`(<c r="${address}"[^>]*>)<f(?![^>]* ref=)[^>]*?(?:/>|>[^<]*</f>)`);
  return changePart(bytes, path, (xml) => {
    if (!cell.test(xml)) throw new RangeError(`${sheet}!${address} holds no formula of its own.`);
    return xml.replace(cell, (_, start: string) => `${start}<f>${formula}</f>`);
  });
}

/** A workbook whose formula cells all hold a wrong value: 7. */
export function withWrongValues(bytes: Uint8Array): Uint8Array {
  return readWorkbook(bytes).sheets.reduce(
    (changed, { path }) =>
      changePart(changed, path, (xml) => xml.replace(/(<f[^>]*?(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g, '$1<v>7</v>')),
    bytes,
  );
}

/** A package with the text of one part changed. */
export function changePart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[path];
  if (part === undefined) throw new RangeError(`The package has no part ${path}.`);
  // Not compressed: that would take longer than what most tests do with it.
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(part))) }, { level: 0 });
}
