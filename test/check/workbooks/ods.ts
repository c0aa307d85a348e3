import { columnLetters } from '../letters.ts';
import { type LearnerWorkbook, zipped } from './xlsx.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A formula in OpenFormula's writing: [.A1] on the same sheet, [$Sheet1.A1] on another. */
const openFormula = (formula: string): string =>
  `of:=${formula
    .replaceAll(',', ';')
    .replace(
      /(?:('(?:[^']|'')+'|[A-Za-z_]\w*)!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(])/g,
      (_, sheet: string | undefined, first: string, last: string | undefined) =>
        `[${sheet === undefined ? '' : `$${sheet}`}.${first}${last === undefined ? '' : `:.${last}`}]`,
    )}`;

const NAMESPACES = ['office:1.0', 'table:1.0', 'text:1.0', 'of:1.2']
  .map((name) => `xmlns:${name.split(':')[0]}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ');
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

function cellXml(book: LearnerWorkbook, key: string): string {
  const content = book.cells.get(key);
  if (content === undefined) return '<table:table-cell/>';
  if ('text' in content)
    return `<table:table-cell office:value-type="string"><text:p>${escaped(content.text)}</text:p></table:table-cell>`;
  const formula = 'formula' in content ? ` table:formula="${escaped(openFormula(content.formula))}"` : '';
  const shown = book.calculation.shown(key);
  const number = Number(Number(shown).toPrecision(15));
  return `<table:table-cell${formula} office:value-type="float" office:value="${number}"><text:p>${number}</text:p></table:table-cell>`;
}

/** A workbook as LibreOffice saves it, an .ods file: rows and columns without an address, numbers of 15 digits. */
export function ods(book: LearnerWorkbook): Uint8Array {
  const tables = book.sheets.map((sheet) => {
    const keys = [...book.cells.keys()].filter((key) => key.startsWith(`${sheet}!`));
    const rows = Math.max(...keys.map((key) => Number(/\d+$/.exec(key)?.[0])));
    const columns = Math.max(...keys.map((key) => columnOf(/([A-Z]+)\d+$/.exec(key)?.[1] ?? 'A')));
    const row = (r: number): string => {
      const cells = Array.from({ length: columns }, (_, c) => cellXml(book, `${sheet}!${columnLetters(c + 1)}${r}`));
      return `<table:table-row>${cells.join('')}</table:table-row>`;
    };
    const xml = Array.from({ length: rows }, (_, k) => row(k + 1)).join('');
    return `<table:table table:name="${escaped(sheet)}"><table:table-column table:number-columns-repeated="${columns}"/>${xml}</table:table>`;
  });
  return zipped({
    mimetype: TYPE,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  });
}

const columnOf = (letters: string): number => [...letters].reduce((sum, l) => sum * 26 + l.charCodeAt(0) - 64, 0);
