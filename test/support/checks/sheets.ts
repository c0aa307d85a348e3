import { parseArea } from '../addresses.ts';
import { attribute } from '../xml.ts';
import { listed, type PackageView, repeated } from './package-view.ts';

/** Sheets with names or ids that Excel does not accept, merged ranges that overlap, a workbook with nothing to show. */
export function* sheetFaults({ sheets, roots }: PackageView): Iterable<string> {
  for (const { name, path } of sheets) {
    if (name === '') yield 'A sheet has no name';
    if (name.length > 31) yield `The sheet name "${name}" is longer than 31 characters`;
    if (/[[\]:*?/\\]/.test(name)) yield `The sheet name "${name}" has a character out of [ ] : * ? / \\`;
    if (/^'|'$/.test(name)) yield `The sheet name "${name}" begins or ends with an apostrophe`;
    if (name.toLowerCase() === 'history') yield `The sheet name "${name}" is reserved`;
    yield* mergeFaults(
      name,
      listed(roots.get(path), 'mergeCells', 'mergeCell').map((merge) => attribute(merge, 'ref') ?? ''),
    );
  }
  for (const name of repeated(sheets.map((sheet) => sheet.name.toLowerCase()))) yield `Two sheets are called "${name}"`;
  for (const id of repeated(sheets.map(({ sheetId }) => sheetId))) yield `Two sheets have the sheetId ${id}`;
  for (const path of repeated(sheets.map((sheet) => sheet.path))) yield `Two sheets share the part "${path}"`;
  if (sheets.every(({ hidden }) => hidden)) yield 'The workbook has no visible sheet';
}

function* mergeFaults(sheet: string, references: readonly string[]): Iterable<string> {
  const merges = references.map((reference) => ({ reference, area: parseArea(reference) }));
  for (const [index, one] of merges.entries()) {
    for (const other of merges.slice(index + 1)) {
      const apart =
        one.area.lastRow < other.area.firstRow ||
        other.area.lastRow < one.area.firstRow ||
        one.area.lastColumn < other.area.firstColumn ||
        other.area.lastColumn < one.area.firstColumn;
      if (!apart) yield `${sheet}: the merged ranges ${one.reference} and ${other.reference} overlap`;
    }
  }
}
