import { strFromU8 } from 'fflate';
import { cellCount, parseArea } from '../addresses.ts';
import { attribute, childValue, descend, descendants, localName } from '../xml.ts';
import { listed, type PackageView } from './package-view.ts';

/** Number formats of its own that a workbook may have; from 250 on, Excel repairs it. */
const MOST_FORMATS = 200;
/** Points. */
const HIGHEST_ROW = 409;
const LONGEST_LIST = 32_766;
/** A date axis has bounds of 16 bits. */
const LAST_DATE = 65_535;

/** What Excel bounds, or another program stumbles over, though the schema allows it. */
export function* excelLimitFaults(view: PackageView): Iterable<string> {
  yield* formatFaults(view);
  yield* rowFaults(view);
  yield* listFaults(view);
  yield* axisFaults(view);
}

function* formatFaults({ roots }: PackageView): Iterable<string> {
  const formats = listed(roots.get('xl/styles.xml'), 'numFmts', 'numFmt');
  if (formats.length > MOST_FORMATS)
    yield `The workbook has ${formats.length} number formats; ${MOST_FORMATS} are safe`;
  for (const format of formats) {
    const code = attribute(format, 'formatCode') ?? '';
    // Quoted texts, escaped letters, spaces as wide as a letter, conditions; what remains are signs with a meaning, and bare texts.
    const bare = code.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]|General|E[+-]/g, '').replace(/[0#?.,%;@\-+/() ]/g, '');
    if (bare !== '') yield `The number format ${code} has a text that is not quoted: ${bare}`;
  }
}

function* rowFaults({ sheets, parts }: PackageView): Iterable<string> {
  for (const { name, path } of sheets)
    for (const [, row, height] of strFromU8(parts.get(path) ?? new Uint8Array()).matchAll(
      /<row [^>]*?r="(\d+)"[^>]*? ht="([^"]*)"/g,
    ))
      if (Number(height) > HIGHEST_ROW)
        yield `${name}: row ${row} is ${height} points high; ${HIGHEST_ROW} is the most`;
}

function* listFaults({ sheets, roots }: PackageView): Iterable<string> {
  for (const { name, path } of sheets)
    for (const validation of listed(roots.get(path), 'dataValidations', 'dataValidation')) {
      if (attribute(validation, 'type') !== 'list') continue;
      const cells = descend(validation, 'formula1')?.text ?? '';
      const count = cells.startsWith('"') ? 0 : cellCount(parseArea(cells.slice(cells.lastIndexOf('!') + 1)));
      if (count > LONGEST_LIST)
        yield `${name}!${attribute(validation, 'sqref')} chooses from ${count} cells; ${LONGEST_LIST} is the most`;
    }
}

function* axisFaults({ roots }: PackageView): Iterable<string> {
  for (const [path, root] of roots) {
    if (localName(root) !== 'chartSpace') continue;
    for (const axis of descendants(root, 'dateAx'))
      for (const scaling of descendants(axis, 'scaling'))
        if (Number(childValue(scaling, 'max') ?? 0) > LAST_DATE) yield `${path}: a date axis ends after ${LAST_DATE}`;
    if (descendants(root, 'dPt').some((point) => descend(point, 'marker', 'symbol') !== undefined))
      yield `${path}: a single point has a symbol, at which Gnumeric crashes`;
  }
}
