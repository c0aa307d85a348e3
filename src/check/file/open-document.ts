import type { Archive } from '../../unzip/archive.ts';
import type { LearnerBook } from './book.ts';
import { PROTECTED } from './format.ts';
import { limits } from './limits.ts';
import { definedNames, sheetNames } from './names.ts';
import { fromOpenFormula, reference } from './open-formula.ts';
import { openSheets } from './open-sheet.ts';
import { damaged, Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';

/** Whether an archive is one of OpenDocument, rather than of Excel. */
export const isOpenDocument = ({ has, names }: Archive): boolean =>
  has('content.xml') && !names.some((name) => /(^|\/)workbook\.xml$/i.test(name));

/**
 * Reads an OpenDocument spreadsheet: the sheets and defined names of its content. Charts, macros and all else are left alone.
 * Source: OASIS, "Open Document Format for Office Applications 1.3", part 2, 3 and part 3, 9.
 *
 * @throws Unreadable
 */
export function readOpenDocument(archive: Archive): LearnerBook {
  refuseOthers(archive);
  const content = archive.read('content.xml') ?? new Uint8Array();
  const tabs = sheetNames(limits.openSheetName);
  const names = definedNames();
  const sheets = openSheets(tabs);
  let isSpreadsheet = false;
  scanXml(content, {
    open: (tag, attribute) => {
      if (tag === 'spreadsheet') isSpreadsheet = true;
      sheets.open(tag, attribute);
      if (tag !== 'named-range' && tag !== 'named-expression') return;
      const address = attribute('table:cell-range-address');
      const formula = address === undefined ? fromOpenFormula(attribute('table:expression') ?? '') : reference(address);
      names.define(attribute('table:name') ?? '', formula, sheets.current());
    },
    text: sheets.text,
    close: sheets.close,
  });
  if (!isSpreadsheet) throw damaged('it holds no sheets');
  return { sheets: sheets.all(), series: [], names: names.all };
}

/** Tells documents with a password, and those of other programs than spreadsheets. */
function refuseOthers(archive: Archive): void {
  const mime = new TextDecoder().decode(archive.read('mimetype')?.subarray(0, 100));
  const other = /opendocument\.(text|presentation|graphics|formula|chart|database)/.exec(mime)?.[1];
  if (other !== undefined)
    throw new Unreadable(`The file is an OpenDocument ${other}, not a workbook; hand in the workbook itself.`);
  scanXml(archive.read('META-INF/manifest.xml') ?? new TextEncoder().encode('<manifest/>'), {
    open: (tag) => {
      if (tag === 'encryption-data') throw new Unreadable(PROTECTED);
    },
  });
}
