import { strToU8, zipSync } from 'fflate';
import type { LearnerCell } from './learner-table.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The content of an OpenDocument spreadsheet with what stands in its body. */
export const contentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;

/** A sheet with what stands in its rows. */
export const tableXml = (name: string, rows: string): string =>
  `<table:table table:name="${escaped(name)}"><table:table-column table:number-columns-repeated="16384"/>${rows}</table:table>`;

/** An OpenDocument file with this content and further parts. */
export const odsWith = (content: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ mimetype: MIME, 'content.xml': content, ...parts }).map(([path, text]) => [path, strToU8(text)]),
    ),
  );

/** A small workbook as LibreOffice writes it: gaps as repeated empty cells, formulas as OpenFormula. */
export const smallOds = (sheets: Readonly<Record<string, readonly LearnerCell[]>>): Uint8Array =>
  odsWith(
    contentXml(
      Object.entries(sheets)
        .map(([name, cells]) => tableXml(name, rowsXml(cells)))
        .join(''),
    ),
  );

function rowsXml(cells: readonly LearnerCell[]): string {
  const rows = new Map<number, Map<number, LearnerCell>>();
  for (const cell of cells) {
    const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(cell.address) ?? [];
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
    const row = rows.get(Number(digits)) ?? new Map<number, LearnerCell>();
    rows.set(Number(digits), row.set(column, cell));
  }
  let last = 0;
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, row]) => {
      const gap = gapXml('table:table-row', 'rows', number - last - 1, '<table:table-cell/>');
      last = number;
      return `${gap}<table:table-row>${rowXml(row)}</table:table-row>`;
    })
    .join('');
}

function rowXml(row: ReadonlyMap<number, LearnerCell>): string {
  let last = 0;
  return [...row]
    .sort(([a], [b]) => a - b)
    .map(([column, cell]) => {
      const gap = gapXml('table:table-cell', 'columns', column - last - 1, '');
      last = column;
      return gap + cellXml(cell);
    })
    .join('');
}

const gapXml = (tag: string, what: string, count: number, inner: string): string =>
  count === 0 ? '' : `<${tag} table:number-${what}-repeated="${count}">${inner}</${tag}>`;

function cellXml({ value, formula }: LearnerCell): string {
  const source =
    formula === undefined ? '' : ` table:formula="of:=${escaped(formula.replace(/\$?[A-Z]{1,3}\$?\d+/g, '[.$&]'))}"`;
  return typeof value === 'string'
    ? `<table:table-cell${source} office:value-type="string" calcext:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`
    : `<table:table-cell${source} office:value-type="float" office:value="${value}" calcext:value-type="float"><text:p>${value.toFixed(4)}</text:p></table:table-cell>`;
}
