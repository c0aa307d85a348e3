import { describe, expect, test } from 'vitest';
import { number, product, symbol } from '../../src/expression/tree.ts';
import { columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { shownContent } from '../../src/sheet/cell.ts';
import { DEFAULT_WIDTH, type Sheet, type SheetBody } from '../../src/sheet/sheet.ts';
import { NOT_AVAILABLE } from '../../src/training/cell-error.ts';
import { drawnNumber } from '../../src/training/drawn.ts';
import type { Book } from '../../src/workbook/book.ts';
import { crossCheckSheet } from '../../src/workbook/cross-check/sheet.ts';
import { drawnRun } from '../../src/workbook/iterations/bounds.ts';
import { bandCharts } from '../../src/workbook/iterations/chart-places.ts';
import { sizeRules } from '../../src/workbook/look/number-sizes.ts';
import { formatOf, formats } from '../../src/workbook/look/style.ts';
import { CELL_PADDING, textWidth } from '../../src/workbook/look/text-width.ts';
import { headingAt, networkSheet } from '../../src/workbook/network/sheet.ts';
import { plainDecimal } from '../../src/workbook/numbers/plain-decimal.ts';
import { putIn } from '../../src/workbook/numbers/put-in.ts';
import { written } from '../../src/workbook/numbers/written-number.ts';
import { startWidths, summaryColumns } from '../../src/workbook/start/layout.ts';
import { workbookOf } from '../../src/workbook/workbook.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

const readyMade = (name: string, iterations = 3): Network =>
  parseNetwork({ ...JSON.parse(networkTemplate(name)), iterations });

/** The number format in which a number is shown. */
function shownFormat(format: string, value: number): string {
  const rule = sizeRules(format).find(({ lies, from, to }) => (lies === 'within') === (value >= from && value <= to));
  return rule?.mark.format ?? format;
}

describe('a number of any size', () => {
  test.each([
    [0, formats.six],
    [0.25, formats.six],
    [0.000188, '0.00000000;"−"0.00000000'],
    [-0.0000188, '0.0000E+0;"−"0.0000E+0'],
    [27.2547, '0.0000;"−"0.0000'],
    [-344.655752, '0.00;"−"0.00'],
    [-1.7e306, '0.0E+0;"−"0.0E+0'],
  ])('%d has in a column of six decimals the format %s', (value, format) => {
    expect(shownFormat(formats.six, value)).toBe(format);
  });

  /** Pixels of a number in Calibri 10, and what a cell leaves free on both sides. */
  const width = (value: number, format: string): number => {
    const [first = ''] = format.split(';');
    const [, zeros = '', more = ''] = /\.(0*)(#*)/.exec(first) ?? [];
    const size = Math.abs(value);
    const rounded = Number(size.toFixed(zeros.length + more.length));
    const decimals = Math.max(zeros.length, `${rounded}`.split('.')[1]?.length ?? 0);
    const text = first.includes('E')
      ? size.toExponential(zeros.length)
      : first === 'General'
        ? plainDecimal(size)
        : size.toFixed(decimals);
    return 6.8 * text.replace('.', '').length + 3.4 + (value < 0 ? 6.8 : 0) + 4;
  };
  const tooWide = (book: Book): readonly string[] => {
    const { table, sizes, traces } = book;
    return traces.flatMap((trace) =>
      Array.from({ length: table.iterations }, (_, k) => trace.row(k + 1).slice()).flatMap((row, k) =>
        columnsOf(table.groups).flatMap(({ name, role }, c) => {
          const value = row[c] ?? Number.NaN;
          const needed = width(value, shownFormat(formatOf(role), value));
          return Number.isFinite(value) && needed > (sizes.widths[c + 1] ?? 0) ? [`${name} ${k + 1}: ${value}`] : [];
        }),
      ),
    );
  };
  const large = JSON.parse(networkTemplate('overshoot'));
  large.layers[0].weights = [[1e6]];
  test.each([
    ['overshoot', readyMade('overshoot', 40)],
    ['overshoot with w1 = 1e6', parseNetwork(large)],
    ['a learning rate of a million', classWith({ iterations: 10, learningRates: [1e6] })],
    ['three classes', readyMade('three-classes', 20)],
    ['adam', parseNetwork({ ...readyMade('class'), optimizer: { name: 'adam' } })],
    ['momentum', parseNetwork({ ...readyMade('class'), optimizer: { name: 'momentum', momentum: 0.12345 } })],
  ])('fits its column in every row: %s', (_, network) => {
    expect(tooWide(bookOf(network))).toEqual([]);
  });
});

test.each([0.000174912, 0.24252, 1.3953e-5, 344.655752, 1.4e10, 1.7e306])(
  'an error of %d fits its column of Start',
  (value) => {
    const format = shownFormat(formats.largeError, value);
    const [digits = ''] = format.split(';');
    const decimals = /\.(0*)/.exec(digits)?.[1]?.length ?? 0;
    const text = digits.includes('E') ? value.toExponential(decimals) : value.toFixed(decimals);
    const least = Math.min(
      ...[summaryColumns.first, summaryColumns.last, summaryColumns.smallest].map(
        (column) => startWidths({ names: undefined })[column - 1] ?? 0,
      ),
    );
    expect(textWidth(text, { size: 11 }) + CELL_PADDING).toBeLessThanOrEqual(least);
  },
);

describe('lines of charts', () => {
  test.each([
    [0.3, 0.2, 0.3],
    [2, 0.3, 1],
    [-2, 0.3, -1],
    [2, 3, NOT_AVAILABLE],
    [Number.NaN, 0.3, NOT_AVAILABLE],
    [2, Number.NaN, NOT_AVAILABLE],
  ])('%d after %d is drawn up to 1 as %d', (value, before, drawn) => {
    expect(drawnNumber(value, before, 1)).toBe(drawn);
  });

  test('stay within ten times the first error and twenty times the first weights, and say where they leave', () => {
    const book = bookOf(readyMade('overshoot', 40));
    const run = drawnRun(book, 3);
    expect(run.upTo('E_total')).toBeCloseTo(0.392, 12);
    expect([run.leaves('E_total'), run.leaves('w1'), run.leaves('a_o1')]).toEqual([2, 4, 3]);
    for (const name of book.table.drawn)
      for (let k = 1; k <= 40; k++) {
        const value = run.at(name, k);
        expect(value === NOT_AVAILABLE || Math.abs(value) <= run.upTo(name)).toBe(true);
      }
    const heading = workbookOf(book)
      .sheets.find(({ name }) => name === 'LR 3')
      ?.cells.flatMap(({ row, content }) =>
        row === 3 && content !== null && typeof content === 'object' ? content : [],
      )
      .flatMap((content) => ('value' in content ? content.value : []));
    expect(heading).toContain('The error, drawn up to 0.392, 10 × the first: leaves at iteration 2');
    expect(heading).toContain('The weights, drawn up to ±20: leave at iteration 4');
  });
});

test.each([
  ['1-1, whose charts go on beside the table', seededNetwork([1, 1], 1, { learningRates: [0.5] })],
  ['class', readyMade('class')],
])('hidden columns make no chart narrower and take no heading: %s', (_, network) => {
  const sheet = workbookOf(bookOf(network)).sheets.find(({ name }) => name.startsWith('LR')) as Sheet;
  const hidden = new Set(sheet.hiddenColumns);
  const seen = (column: number): number => (hidden.has(column) ? 0 : (sheet.widths[column - 1] ?? DEFAULT_WIDTH));
  const widths = sheet.charts.map(({ anchor: { from, to } }) => {
    const columns = Array.from({ length: to.column - from.column }, (_, k) => from.column + 1 + k);
    return columns.reduce((sum, column) => sum + seen(column), to.columnOffset - from.columnOffset);
  });
  expect(widths.map(Math.round)).toEqual([402, 402, 402, 584]);
  const headings = sheet.cells.filter(
    ({ row, column, look }) => row === 3 && column > 2 && look.bold && look.size === 10,
  );
  expect(headings.filter(({ column }) => !hidden.has(column)).length).toBe(sheet.charts.length);
});

test('an error in a tinted row keeps the tint, where a program applies one rule to a cell', () => {
  const { rules } = workbookOf(bookOf(readyMade('overshoot'))).sheets.find(({ name }) => name === 'LR 3') as Sheet;
  const fills = (formulas: readonly string[]) =>
    rules.flatMap((set) =>
      set.rules.flatMap((rule) => ('formula' in rule && formulas.includes(rule.formula) ? [rule.mark.fill] : [])),
    );
  const tints = ['$A14=$D$9', 'MOD($A14,10)=0'];
  expect(fills(tints)).toHaveLength(2);
  expect(fills(tints.map((tint) => `AND(ISERROR(B14),${tint})`))).toEqual(fills(tints));
  const [first] = rules.flatMap((set) => set.rules.filter((rule) => 'formula' in rule && /ISERROR/.test(rule.formula)));
  expect(first).toMatchObject({ formula: expect.stringContaining('AND(ISERROR') });
});

test.each([
  [[5, 8, 6, 3], 'h1_1 h1_2 h1_3 h1_4 h1_5 – one colour per unit, one dash per weight'],
  [[1, 4, 3, 1], 'h1_1 h1_2 h1_3 h1_4 h2_1 h2_2 h2_3 o1 – a dash per weight'],
  [[1, 24, 1], 'more units than colours: the colours begin again'],
])('the line above a chart of the weights of %j names the units that it draws', (sizes, expected) => {
  const network = seededNetwork(sizes, 1, { learningRates: [0.5], iterations: 3 });
  const sheet = workbookOf(bookOf(network)).sheets.find(({ name }) => name.startsWith('LR')) as Sheet;
  const texts = sheet.cells
    .filter(({ row, column }) => row === 4 && column > 3)
    .map(({ content }) => shownContent(content));
  expect(texts.map((text) => `${text}`)).toContain(expected);
});

test('samples are not named above the weights', () => {
  const sheet = workbookOf(bookOf(readyMade('xor'))).sheets.find(({ name }) => name.startsWith('LR')) as Sheet;
  const texts = sheet.cells
    .filter(({ row, column }) => row === 4 && column > 3)
    .map(({ content }) => shownContent(content));
  expect(texts.map((text) => `${text}`)).toContain('h1 h2 h3 o1 – one colour per unit, one dash per weight');
});

describe('on a screen of 1366 pixels', () => {
  const widthOf = ({ widths, hiddenColumns = [], opens }: SheetBody): number =>
    (widths.reduce((sum, width, k) => sum + (hiddenColumns.includes(k + 1) ? 0 : width), 0) * (opens.zoom ?? 100)) /
    100;
  test.each(networkNames())('Start, Steps, and the tables of few rates are seen whole: %s', (name) => {
    const { sheets } = workbookOf(bookOf(readyMade(name)));
    for (const each of sheets.filter((sheet) => ['Start', 'Steps', 'Learning rates'].includes(sheet.name)))
      expect(widthOf(each), each.name).toBeLessThanOrEqual(1166);
  });
  test.each(networkNames())('the charts of the error and of the weights are seen whole: %s', (name) => {
    const right = bandCharts(bookOf(readyMade(name))).map(({ rectangle: { left, width } }) => left + width);
    expect(right[1]).toBeLessThanOrEqual(1140);
  });
  test('six learning rates are compared with the engine side by side', () => {
    expect(widthOf(crossCheckSheet(bookOf(readyMade('class'))))).toBeLessThanOrEqual(1140);
  });
  test.each(networkNames())('the diagram is seen whole: %s', (name) => {
    const body = networkSheet(bookOf(readyMade(name)));
    expect(widthOf(body)).toBeLessThanOrEqual(1140);
  });
  test('of a larger diagram, which numbers it shows and what its colours mean', () => {
    const book = bookOf(seededNetwork([5, 8, 6, 3], 1, { iterations: 3 }));
    const { widths, ...body } = networkSheet(book);
    expect(widthOf({ widths, ...body })).toBeGreaterThan(1140);
    expect(widthOf({ ...body, widths: widths.slice(0, headingAt(book).column) })).toBeLessThanOrEqual(1140);
  });
});

test.each([
  [-0.53, 'tanh(−0.53) × (−0.53)'],
  [0.000188256, 'tanh(1.88256E-4) × 1.88256E-4'],
  [0, 'tanh(0) × 0'],
])('%d is put into a formula with no more parentheses than it needs: %s', (value, text) => {
  const formula = product({ kind: 'function', name: 'tanh', arguments: [symbol('h1')] }, symbol('h1'));
  expect(putIn(formula, () => written(value))).toBe(text);
});

test('0 takes no sign', () => {
  const formula = { kind: 'exponential', exponent: { kind: 'negation', of: symbol('h1') } } as const;
  expect(putIn(product(number(2), formula), () => written(0))).toBe('2 × e^(0)');
  expect(putIn(product(number(2), formula), () => written(-0.5))).toBe('2 × e^(−(−0.5))');
});
