import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import type { PrintArea } from '../../src/sheet/print.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import type { Book } from '../../src/workbook/book.ts';
import { runSheets } from '../../src/workbook/book.ts';
import { calledIn } from '../../src/workbook/called.ts';
import { workingColumn } from '../../src/workbook/learning-rates/columns.ts';
import { stepsColumns } from '../../src/workbook/steps/layout.ts';
import { exerciseTabs, workbookOf } from '../../src/workbook/workbook.ts';
import { askedIn } from '../helpers/exercise.ts';
import { classNetwork, classWith, seededNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, savedByLibreOffice } from '../support/libreoffice.ts';
import { bookOf } from './book-of.ts';

const readyMade = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

/** Ten samples in a full batch: a table of some 600 columns. */
const tenSamples = parseNetwork({
  ...readyMade('xor'),
  samples: Array.from({ length: 10 }, (_, k) => ({ inputs: [k / 10, 1 - k / 10], targets: [k / 10] })),
});

const networks: readonly (readonly [name: string, network: Network])[] = [
  ...every(4, networkNames()).map((name) => [name, readyMade(name)] as const),
  ['1-1', seededNetwork([1, 1], 1, { learningRates: [0.5] })],
  ['5-8-6-3', seededNetwork([5, 8, 6, 3], 1)],
  ['ten samples', tenSamples],
  ['30 learning rates', classWith({ learningRates: Array.from({ length: 30 }, (_, k) => (k + 1) / 10) })],
  ['5,000 iterations', classWith({ learningRates: [0.5], iterations: 5000 })],
];

const pagesOf = ({ print }: Sheet): readonly PrintArea[] => print?.pages ?? [];
const counts = (sheets: readonly Sheet[]): Readonly<Record<string, number>> =>
  Object.fromEntries(sheets.filter(({ hidden }) => !hidden).map((sheet) => [sheet.name, pagesOf(sheet).length]));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

test('the class network prints on so many pages', () => {
  const { 'LR 0.1': first, ...rest } = counts(workbookOf(bookOf(classNetwork)).sheets);
  expect([first, rest]).toEqual([
    2,
    {
      Start: 1,
      Network: 1,
      Steps: 1,
      'LR 0.2': 2,
      'LR 0.5': 2,
      'LR 0.8': 2,
      'LR 1': 2,
      'LR 2': 2,
      'Learning rates': 1,
      Surface: 1,
      Landscape: 1,
      'Gradient check': 3,
      'Cross-check': 2,
    },
  ]);
});

describe.each(networks)('the printed pages of %s', (_, network) => {
  const book: Book = bookOf(network);
  const { sheets } = workbookOf(book);

  test('are few', () => {
    const { Start = 0, Network = 0, ...others } = counts(sheets);
    expect(Math.min(...Object.values(others), Start, Network)).toBeGreaterThan(0);
    expect(Math.max(...Object.values(others))).toBeLessThanOrEqual(10);
    expect(sum(Object.values(counts(sheets)))).toBeLessThanOrEqual(80);
  });

  test('cut no drawing', () => {
    const cut = sheets.flatMap((sheet) => {
      const drawings = [...sheet.charts, ...sheet.figures].map(({ anchor: { from, to } }) => ({
        top: from.row + 1,
        left: from.column + 1,
        bottom: to.rowOffset > 0 ? to.row + 1 : to.row,
        right: to.columnOffset > 0 ? to.column + 1 : to.column,
      }));
      return drawings
        .filter((drawing) => pagesOf(sheet).some((page) => meet(drawing, page) && !within(drawing, page)))
        .map((drawing) => [sheet.name, drawing]);
    });
    expect(cut).toEqual([]);
  });

  test('hold the first 20 iterations of a table, under the formulas of its columns', () => {
    const { table } = book;
    const tables = sheets.filter(({ name }) => runSheets(book).includes(name));
    expect(new Set(tables.flatMap(pagesOf).map(({ top, bottom }) => `${top} ${bottom}`))).toEqual(
      new Set([`1 ${table.row(Math.min(20, table.iterations))}`]),
    );
    const { print } = tables[0] as Sheet;
    expect(print?.note?.startsWith(`Iterations 1 to 20 of ${table.iterations}`) ?? false).toBe(table.iterations > 20);
  });

  test('show the gradients of a table, however wide it is', () => {
    const { table } = book;
    const [gradient] = columnsOf(table.groups).filter(({ role }) => role === 'gradient');
    const at = table.column(gradient?.name ?? '');
    const [first] = sheets.filter(({ name }) => runSheets(book).includes(name));
    const pages = first === undefined ? [] : pagesOf(first);
    expect(pages.length === 1 || pages.some(({ left, right }) => left <= at && at <= right)).toBe(true);
  });

  test('leave out what formulas and charts are made of', () => {
    const printedFrom = (name: string, first: number): readonly number[] => {
      const sheet = sheets.find((each) => each.name === name) as Sheet;
      const right = Math.max(...pagesOf(sheet).map((page) => page.right));
      const columns = sheet.cells.filter(({ content }) => content !== null).map(({ column }) => column);
      const hidden = new Set(sheet.hiddenColumns);
      return columns.filter((column) => column >= first && column <= right && !hidden.has(column));
    };
    expect(printedFrom('Steps', stepsColumns.written)).toEqual([]);
    expect(printedFrom(calledIn(book).sheet, workingColumn(book))).toEqual([]);
  });
});

const meet = (a: PrintArea, b: PrintArea): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
const within = (inner: PrintArea, outer: PrintArea): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

test('the answers of an exercise are printed from the copy of the teacher alone', () => {
  const network = classWith({ iterations: 30 });
  const book = bookOf(network);
  const asked = new Set(askedIn(network, 'all'));
  const answers = (shown: boolean) =>
    workbookOf(book, exerciseTabs({ asked, answers: shown }))
      .sheets.filter(({ name }) => name.startsWith('Answers'))
      .map(({ print }) => print?.pages.length ?? 0);
  expect(answers(false)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(answers(true)).toEqual([3, 3, 3, 3, 3, 3]);
});

describeWithLibreOffice('LibreOffice', () => {
  test('prints as many pages as are planned', async () => {
    const network = classWith({ learningRates: [0.5, 2], iterations: 25 });
    const pdf = Buffer.from(await savedByLibreOffice(await workbookBytes(network), [], 'pdf')).toString('latin1');
    const planned = counts(workbookOf(bookOf(network)).sheets);
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sum(Object.values(planned)));
  });
});
