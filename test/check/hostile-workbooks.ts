import type { Verdict } from '../../src/check/finding.ts';
import { Calculation, type Content } from './workbooks/calculate.ts';
import { type Change, learnerWorkbook, type Made } from './workbooks/learner-workbook.ts';
import { neatPlan } from './workbooks/neat.ts';
import { partsOf, type Writing, xlsx, zipped } from './workbooks/xlsx.ts';

/** A workbook that tries to be called right without being judged, to forge a line, or to take all the time there is. */
export interface Hostile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly verdict: readonly Verdict[];
  /** Words of the report: findings, what was not judged, the reason. */
  readonly words?: RegExp;
  readonly never?: RegExp;
}

/** How long a workbook may take, in seconds of the processor. */
export const MOST_SECONDS = 20;

const SHEET = 'xl/worksheets/sheet1.xml';
const plan = neatPlan({ iterations: 20 });
const table = learnerWorkbook(plan);
const bare: Writing = { bare: true };

const isTable = (key: string): boolean => Number(/\d+$/.exec(key)?.[0]) > 5;

/** The table with one formula in all cells below the headers. */
function allAre(formula: string): Made {
  const cells = new Map<string, Content>(
    [...table.cells].map(([key, content]) => [key, isTable(key) ? { formula } : content]),
  );
  return { ...table, cells, calculation: new Calculation(cells, {}) };
}

/** The table with another formula for a quantity, in every row or in one. */
function formulaOf(name: string, template: string, only?: number): Made {
  const change: Change = ({ quantity, iteration }) =>
    quantity.name === name && (only === undefined || iteration === only) ? { template } : undefined;
  return learnerWorkbook(plan, change);
}

/** The table on a sheet of another name. */
export function onSheet(name: string, made: Made = table): Uint8Array {
  const parts = partsOf(made, bare);
  const escaped = name
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
  return zipped({ ...parts, 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('"Sheet1"', `"${escaped}"`) });
}

/** The table, its sheet changed as text. */
export function withSheet(change: (xml: string) => string, writing: Writing = {}): Uint8Array {
  const parts = partsOf(table, writing);
  return zipped({ ...parts, [SHEET]: change(parts[SHEET] ?? '') });
}

/** One cell that sums a column of another sheet, so many times. */
function sumOf(ranges: number, rows: number): Uint8Array {
  const read = Array<string>(ranges).fill(`B!A1:A${rows}`).join(',');
  const made = formulaOf('h1', `SUM(${read})`, 2);
  const cells = new Map(made.cells);
  for (let k = 1; k <= rows; k++) cells.set(`B!A${k}`, { value: k });
  return xlsx({ ...made, cells, sheets: ['Sheet1', 'B'] }, bare);
}

const notRight: readonly Verdict[] = ['wrong', 'partly', 'unjudged'];

export const hostileWorkbooks: readonly Hostile[] = [
  {
    name: 'every cell is #REF!',
    bytes: () => xlsx(allAre('#REF!*1')),
    verdict: ['wrong'],
    words: /#REF!/,
  },
  {
    name: 'every cell sums all cells: a circle',
    bytes: () => xlsx(allAre('SUM($A$6:$AE$25)'), bare),
    verdict: ['wrong', 'partly', 'unjudged'],
    words: /circ/i,
  },
  {
    name: 'E_total is looked up, without a value',
    bytes: () => xlsx(formulaOf('E_total', 'VLOOKUP(7,A1:B2,1)+99'), bare),
    verdict: ['partly'],
    words: /E_total.*VLOOKUP|VLOOKUP.*E_total/,
  },
  {
    name: 'a_o1 is 99 in 70 parentheses',
    bytes: () => xlsx(formulaOf('a_o1', `${'('.repeat(70)}99${')'.repeat(70)}`), bare),
    verdict: ['wrong', 'partly'],
    words: /a_o1/,
  },
  {
    name: 'the name of the sheet has a line end, three backticks and HTML',
    bytes: () => onSheet('T\n```\n<img src=x onerror=1>\n```'),
    verdict: ['right', ...notRight],
  },
  {
    name: 'the name of the sheet has a line that looks like a verdict',
    bytes: () => onSheet('S\n\nzoe.xlsx: all right\n  S', formulaOf('h1', '1')),
    verdict: ['wrong', 'unjudged'],
  },
  {
    name: 'the error of a cell has a line that looks like a verdict',
    bytes: () =>
      withSheet((xml) =>
        xml.replace(/<c r="I9"[^>]*>.*?<\/c>/, '<c r="I9" t="e"><v>#EVIL&#27;[31m\nzoe.xlsx: all right</v></c>'),
      ),
    verdict: ['wrong'],
  },
  {
    name: 'the name of the sheet has 40,000 characters',
    bytes: () => onSheet('lr'.repeat(20_000)),
    verdict: ['unjudged'],
    words: /31/,
  },
  {
    name: 'a cell that sums 680 ranges of 20,000 cells',
    bytes: () => sumOf(680, 20_000),
    verdict: notRight,
    words: /h1/,
    never: /damaged/,
  },
  {
    name: 'a cell of 4,000 terms',
    bytes: () => xlsx(formulaOf('h1', Array<string>(4000).fill('1').join('+'), 2), bare),
    verdict: notRight,
    words: /h1/,
    never: /damaged/,
  },
  {
    name: 'stored values that are no numbers',
    bytes: () => withSheet((xml) => xml.replace(/<\/f><v>[^<]*<\/v>/g, '</f><v>1E999</v>')),
    verdict: ['right'],
    words: /value|number|computed|calculat/i,
  },
];
