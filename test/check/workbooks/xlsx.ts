import { strToU8, zipSync } from 'fflate';
import type { Calculation, Cells, Shown } from './calculate.ts';

/** A workbook as a learner has it. */
export interface LearnerWorkbook {
  /** The sheets' names, in their order. */
  readonly sheets: readonly string[];
  readonly cells: Cells;
  /** Defined names, and the cell of each: `Sheet1!B2`. */
  readonly names: Readonly<Record<string, string>>;
  /** Merged ranges: `Sheet1!A1:F1`. */
  readonly merged: readonly string[];
  readonly calculation: Calculation;
}

/** How a workbook's numbers are written. */
export interface Writing {
  /** Without formulas, as pasted values. */
  readonly pasted?: boolean;
  /** Pasted numbers with so many decimals; the file still has 17 digits of each, as Excel writes them. */
  readonly decimals?: number;
  /** Numbers of so many significant digits, as Google Sheets exports them. */
  readonly digits?: number;
  /** Formulas without their numbers, as libraries write them. */
  readonly bare?: boolean;
  /** Formulas that are filled down only once, as Excel writes them. */
  readonly sharedFormulas?: boolean;
  /** Texts in a list of their own, as Excel writes them. */
  readonly sharedStrings?: boolean;
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook's file, by their paths. */
export function partsOf(book: LearnerWorkbook, writing: Writing = {}): Record<string, string> {
  const texts: string[] = [];
  const { sheets, names, merged } = book;
  const defined = Object.entries(names).map(
    ([name, at]) => `<definedName name="${name}">${escaped(absolute(at))}</definedName>`,
  );
  const sheetXml = (name: string): string => {
    const ranges = merged.filter((range) => range.startsWith(`${name}!`)).map((range) => range.slice(name.length + 1));
    const merges = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    return `<worksheet xmlns="${MAIN}"><sheetData>${rowsOf(book, name, writing, texts)}</sheetData>${
      merges === '' ? '' : `<mergeCells count="${ranges.length}">${merges}</mergeCells>`
    }</worksheet>`;
  };
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((name, k) => `<sheet name="${escaped(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join('')}</sheets>${defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`}</workbook>`,
    ...Object.fromEntries(sheets.map((name, k) => [`xl/worksheets/sheet${k + 1}.xml`, sheetXml(name)])),
  };
  const shared = writing.sharedStrings === true;
  if (shared)
    parts['xl/sharedStrings.xml'] =
      `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  const relations = [
    ...sheets.map((_, k) => ['worksheet', `worksheets/sheet${k + 1}.xml`]),
    ...(shared ? [['sharedStrings', 'sharedStrings.xml']] : []),
  ].map(([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const overrides = Object.keys(parts).map((path) => {
    const kind = path.endsWith('workbook.xml') ? 'sheet.main' : path.includes('shared') ? 'sharedStrings' : 'worksheet';
    return `<Override PartName="/${path}" ContentType="${type}${kind}+xml"/>`;
  });
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ...parts,
  };
}

/** An archive of parts. */
export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 1 },
  );

/** A workbook as an .xlsx file. */
export const xlsx = (book: LearnerWorkbook, writing: Writing = {}): Uint8Array => zipped(partsOf(book, writing));

/** `Sheet 1!B2` as `'Sheet 1'!$B$2`. */
const absolute = (at: string): string => {
  const cut = at.lastIndexOf('!');
  return `'${at.slice(0, cut).replaceAll("'", "''")}'!${at.slice(cut + 1).replace(/([A-Z]+)(\d+)/, '$$$1$$$2')}`;
};

/** A formula that is filled down, of a cell of it: where it begins, and where it ends if this is its first cell. */
type Fill = { readonly index: number; readonly end?: number };

/** What of the formulas of a sheet is the same, filled down. None of them reads another sheet. */
function fillsOf({ cells }: LearnerWorkbook, sheet: string): ReadonlyMap<string, Fill> {
  const fills = new Map<string, Fill>();
  const relative = (key: string): string | undefined => {
    const content = cells.get(key);
    if (content === undefined || !('formula' in content) || content.formula.includes('!')) return undefined;
    const row = Number(/\d+$/.exec(key)?.[0]);
    return content.formula.replace(/([A-Z]{1,3})(\$?)(\d+)(?![\w(])/g, (_, column: string, held: string, at: string) =>
      held === '$' ? `${column}$${at}` : `${column}[${Number(at) - row}]`,
    );
  };
  let index = 0;
  for (const key of cells.keys()) {
    const [, column, row] = /!([A-Z]+)(\d+)$/.exec(key) ?? [];
    if (!key.startsWith(`${sheet}!`) || fills.has(key)) continue;
    const formula = relative(key);
    let end = Number(row);
    while (formula !== undefined && relative(`${sheet}!${column}${end + 1}`) === formula) end++;
    if (end === Number(row)) continue;
    for (let at = Number(row); at <= end; at++)
      fills.set(`${sheet}!${column}${at}`, at === Number(row) ? { index, end } : { index });
    index++;
  }
  return fills;
}

const columnOrder = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

function rowsOf(book: LearnerWorkbook, sheet: string, writing: Writing, texts: string[]): string {
  const rows = new Map<number, [column: string, xml: string][]>();
  const fills = writing.sharedFormulas === true ? fillsOf(book, sheet) : new Map<string, Fill>();
  for (const key of book.cells.keys()) {
    const cut = key.lastIndexOf('!');
    if (key.slice(0, cut) !== sheet) continue;
    const [, column = '', row = ''] = /([A-Z]+)(\d+)$/.exec(key) ?? [];
    const cells = rows.get(Number(row)) ?? [];
    cells.push([column, cellXml(book, key, `${column}${row}`, writing, texts, fills.get(key))]);
    rows.set(Number(row), cells);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const ordered = cells.sort(([a], [b]) => columnOrder(a, b)).map(([, xml]) => xml);
      return `<row r="${row}">${ordered.join('')}</row>`;
    })
    .join('');
}

function cellXml(
  book: LearnerWorkbook,
  key: string,
  address: string,
  writing: Writing,
  texts: string[],
  fill?: Fill,
): string {
  const content = book.cells.get(key);
  const formula =
    content !== undefined && 'formula' in content && writing.pasted !== true ? content.formula : undefined;
  const f = formula === undefined ? '' : formulaXml(formula, address, fill);
  if (f !== '' && writing.bare === true) return `<c r="${address}">${f}</c>`;
  const shown: Shown = book.calculation.shown(key) ?? 0;
  if (typeof shown === 'number') return `<c r="${address}">${f}<v>${written(shown, writing)}</v></c>`;
  if (shown.startsWith('#')) return `<c r="${address}" t="e">${f}<v>${shown}</v></c>`;
  if (writing.sharedStrings !== true)
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
  const known = texts.indexOf(shown);
  return `<c r="${address}" t="s"><v>${known === -1 ? texts.push(shown) - 1 : known}</v></c>`;
}

function formulaXml(formula: string, address: string, fill: Fill | undefined): string {
  if (fill === undefined) return `<f>${escaped(formula)}</f>`;
  const { index, end } = fill;
  if (end === undefined) return `<f t="shared" si="${index}"/>`;
  const ref = `${address}:${address.replace(/\d+$/, String(end))}`;
  return `<f t="shared" ref="${ref}" si="${index}">${escaped(formula)}</f>`;
}

/** A number as programs write it: the shortest text that names it, or 17 digits, or fewer. */
export function written(value: number, { decimals, digits }: Writing): string {
  if (decimals !== undefined) return seventeen(Number(value.toFixed(decimals)));
  return String(digits === undefined ? value : Number(value.toPrecision(digits)));
}

/** 0.149962 is 0.14996200000000001 in Excel's files, and 0.000029 is 2.9E-5. */
function seventeen(value: number): string {
  const small = value !== 0 && Math.abs(value) < 1e-4;
  const [digits = '', power] = (small ? value.toExponential(16) : value.toPrecision(17)).split('e');
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return power === undefined ? short : `${short}E${power}`;
}
