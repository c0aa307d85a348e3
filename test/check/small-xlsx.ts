import { strToU8, zipSync } from 'fflate';
import type { LearnerCell } from './learner-table.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What of the cells is written. */
export interface Writing {
  /** Without formulas, as pasted values. */
  readonly pasted?: boolean;
  /** With so many significant digits. */
  readonly digits?: number;
  /** Formulas without their numbers. */
  readonly bare?: boolean;
}

/** The parts of a small workbook, by their paths. */
export function partsOf(
  sheets: Readonly<Record<string, readonly LearnerCell[]>>,
  writing: Writing = {},
  charts: readonly string[] = [],
): Record<string, string> {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, k) => `<sheet name="${escaped(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, k) => `<Relationship Id="rId${k + 1}" Type="${office}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((cells, k) => [
        `xl/worksheets/sheet${k + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rowsOf(cells, writing)}</sheetData></worksheet>`,
      ]),
    ),
    ...Object.fromEntries(charts.map((xml, k) => [`xl/charts/chart${k + 1}.xml`, xml])),
  };
}

/** A small workbook as a file. */
export const smallXlsx = (...given: Parameters<typeof partsOf>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(partsOf(...given)).map(([path, xml]) => [path, strToU8(xml)])), {
    level: 1,
  });

function rowsOf(cells: readonly LearnerCell[], writing: Writing): string {
  const rows = new Map<number, LearnerCell[]>();
  for (const cell of cells) {
    const row = Number(cell.address.replace(/\D+/, ''));
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, of]) => `<row r="${row}">${of.map((cell) => cellXml(cell, writing)).join('')}</row>`)
    .join('');
}

function cellXml({ address, value, formula }: LearnerCell, { pasted, digits, bare }: Writing): string {
  if (typeof value === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const number = digits === undefined ? String(value) : String(Number(value.toPrecision(digits)));
  const f = formula === undefined || pasted === true ? '' : `<f>${escaped(formula)}</f>`;
  if (!Number.isFinite(value)) return `<c r="${address}" t="e">${f}<v>#NUM!</v></c>`;
  return `<c r="${address}">${f}${f !== '' && bare === true ? '' : `<v>${number}</v>`}</c>`;
}
