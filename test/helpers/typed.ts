import { readWorkbook } from '../support/read-workbook.ts';
import { changePart } from './replace-formula.ts';

/** A workbook in whose cells, by their defined names, a person typed a number. */
export function withTyped(bytes: Uint8Array, names: readonly string[], value: number): Uint8Array {
  const { sheets, definedNames } = readWorkbook(bytes);
  return names.reduce((all, name) => {
    const [, sheet = '', address = ''] = /^'?(.*?)'?!(.*)$/.exec(definedNames.get(name) ?? '') ?? [];
    const cell = new RegExp(`(<c r="${address.replaceAll('$', '')}"[^>]*><v>)[^<]*`);
    const path = sheets.find((each) => each.name === sheet)?.path ?? '';
    return changePart(all, path, (xml) => xml.replace(cell, `$1${value}`));
  }, bytes);
}
