import { describe, expect, test } from 'vitest';
import { verticalAxis } from '../../src/picture/chart/range.ts';
import { carefulMeasure as measure } from '../../src/picture/measure.ts';
import { formatted } from '../../src/picture/number-format.ts';
import { marksOf } from '../../src/picture/sheet/marks.ts';
import { sheetPicture } from '../../src/picture/sheet/picture.ts';
import { filledDown } from '../../src/picture/sheet/rows.ts';
import { stripsOf } from '../../src/picture/sheet/strip.ts';
import { standalone } from '../../src/picture/standalone.ts';
import { themes } from '../../src/picture/theme.ts';
import type { SheetCell } from '../../src/sheet/cell.ts';
import type { LineChart } from '../../src/sheet/line-chart.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { colors, ink, shades } from '../../src/workbook/look/palette.ts';
import { formats } from '../../src/workbook/look/style.ts';
import { readSvg, textsOf } from '../hand-in/read-picture.ts';

describe('a number in a format', () => {
  test.each([
    [0.05, formats.given, '0.05'],
    [0.123456, formats.given, '0.1235'],
    [-0.5, formats.given, '−0.50'],
    [0.25, formats.four, '\u20070.2500\u2007'],
    [-0.00004, formats.four, '−0.0000\u2007'],
    [1234.5, formats.six, '\u20071234.500000\u2007'],
    [0.5, '"η = "General', 'η = 0.5'],
    [1e-7, '"η = "General', 'η = 1E-07'],
    [0.12172, formats.ratio, '12.2%'],
    [42, formats.count, '42'],
    [0, formats.error, '0'],
    [0.00001234, formats.error, '0.000012'],
    [0.5, formats.error, '0.500000'],
    [2.5e-13, formats.difference, '2.5E-13'],
    [1.0000000001, formats.plain, '1'],
    [-2, formats.plain, '−2'],
    [0.15, '"w1 = "0.00##;"w1 = −"0.00##', 'w1 = 0.15'],
    [1.005, '0.00', '1.01'],
    [1e21, '0.0', '1000000000000000000000.0'],
    [Number.NaN, formats.four, '#NUM!'],
    [Number.POSITIVE_INFINITY, formats.four, '#DIV/0!'],
    [3, 'General', '3'],
    [1e15, 'General', '1E+15'],
  ])('%d as %s', (value, format, text) => {
    expect(formatted(value, format)).toBe(text);
  });
});

const cell = (row: number, column: number, content: SheetCell['content'], look: SheetCell['look'] = {}): SheetCell => ({
  ...{ row, column, content, look },
});

const sheet: Sheet = {
  name: 'A',
  tabColor: '1B2A41',
  opens: { selected: 'A1', frozen: { rows: 1, columns: 1 } },
  hidden: false,
  cells: [
    cell(1, 1, 'k'),
    cell(1, 2, 'one two three four five six seven'),
    cell(1, 4, 'w & <v>', { align: 'center' }),
    cell(2, 1, 1),
    cell(2, 2, { formula: 'B1', value: 0.25 }, { format: '0.00' }),
    cell(2, 3, 7),
    cell(2, 4, 8),
  ],
  widths: [40, 60, 60, 60],
  heights: new Map([[2, 24]]),
  merged: [],
  rules: [
    {
      range: 'A2:D9',
      rules: [
        { priority: 2, formula: 'MOD($A2,2)=0', mark: { fill: 'F3F5F8' } },
        { priority: 1, formula: '$A2=$C$2', mark: { fill: 'FFF3C4' } },
      ],
    },
  ],
  names: new Map(),
  charts: [],
  figures: [],
  fillDown: { rows: 7, values: () => [] },
};

const filled = filledDown(sheet, 6, (k) => [k + 2, 0.5 + k, 0, 0]);

describe('a sheet', () => {
  test('is filled down with the looks of its last row, and no further than the workbook', () => {
    const last = filled.cells.filter(({ row }) => row === 8);
    expect(last.map(({ content, look }) => [content, look])).toEqual([
      ...[7, 5.5, 0, 0].map((content, k) => [content, k === 1 ? { format: '0.00' } : {}]),
    ]);
    expect([filled.heights.get(8), filledDown(sheet, 99, () => []).cells.length]).toEqual([24, 3 + 8 * 4]);
  });

  test('marks the cells that its rules hold for, the first rule first', () => {
    const markOf = marksOf(filled);
    const fills = [2, 3, 4, 8].map((row) => markOf(cell(row, 3, null))?.fill);
    expect(fills).toEqual([undefined, 'F3F5F8', undefined, 'FFF3C4']);
    expect(markOf(cell(1, 1, 'k'))).toBeUndefined();
  });

  test.each<[string, number, readonly number[], readonly (readonly number[])[]]>([
    ['as a whole where it fits', 220, [], [[1, 2, 3, 4]]],
    [
      'in strips that repeat the frozen columns',
      100,
      [],
      [
        [1, 2],
        [1, 3],
        [1, 4],
      ],
    ],
    [
      'before a group that does not fit',
      160,
      [2, 3],
      [
        [1, 2],
        [1, 3, 4],
      ],
    ],
    [
      'within a group that is too wide',
      120,
      [2, 3],
      [
        [1, 2],
        [1, 3],
        [1, 4],
      ],
    ],
  ])('is cut %s', (_, widest, groups, columns) => {
    const strips = stripsOf(sheet, { widest, last: 4, groups: new Set(groups) });
    expect(strips.map((strip) => strip.columns)).toEqual(columns);
    for (const { edges, columns: of } of strips) expect(edges).toHaveLength(of.length + 1);
  });

  test('is drawn with its letters, row numbers, tabs and cells', () => {
    const [strip] = stripsOf(filled, { widest: 500, last: 4, groups: new Set() });
    if (strip === undefined) throw new Error('There is no strip.');
    const tabs = [
      { name: 'A', color: '1B2A41' },
      { name: 'B', color: '946200' },
    ];
    for (const theme of themes) {
      const picture = sheetPicture({ sheet: filled, strip, lastRow: 3, tabs, theme, measure, title: '<A>' });
      const texts = textsOf(readSvg(standalone(picture, theme))).map(({ text }) => text);
      expect(new Set(texts)).toEqual(
        new Set([
          ...['A', 'B', 'C', 'D', '1', '2', '3', 'k', 'one two three four five six seven', 'w & <v>'],
          ...['0.25', '7', '8', '0.50', '0'],
        ]),
      );
      // A long text ends where the next cell begins.
      expect(standalone(picture, theme)).toMatch(/<svg x="40" y="0" width="120" height="20"[^>]*><text[^>]*>one two/);
    }
  });
});

test('a strip folds rows away that hold nothing but what every strip repeats', () => {
  const folding = { ...filled, folds: { rows: [1], columns: [] } };
  const strips = stripsOf(folding, { widest: 100, last: 4, groups: new Set() });
  const [first, second] = strips.map((strip) =>
    sheetPicture({
      ...{
        sheet: folding,
        strip,
        lastRow: 3,
        tabs: [],
        theme: themes[0] as (typeof themes)[number],
        measure,
        title: '',
      },
    }),
  );
  const [whole, folded] = [first, second].map((picture) => picture?.height ?? 0);
  expect((whole ?? 0) - (folded ?? 0)).toBe(20);
});

describe('the axis of a chart', () => {
  const chart = (values: readonly number[], scale: LineChart['scale'] = 'linear') => ({
    scale,
    series: [
      {
        name: { reference: '', text: '' },
        values: { reference: '', values: Float64Array.from(values) },
        line: { color: '000000', width: 1, dash: 'solid' as const },
      },
    ],
  });
  test.each<[string, readonly number[], LineChart['scale'], number | undefined, readonly number[]]>([
    ['begins at 0', [0.24, 0.03], 'linear', undefined, [0, 0.05, 0.1, 0.15, 0.2, 0.25]],
    ['does not where numbers are close', [10.1, 10.2], 'linear', undefined, [10.1, 10.12, 10.14, 10.16, 10.18, 10.2]],
    ['holds negative numbers', [-1.4, 1.6], 'linear', undefined, [-2, -1, 0, 1, 2]],
    ['holds a single number', [0.3], 'linear', undefined, [0, 0.1, 0.2, 0.3]],
    ['holds nothing but 0', [0, 0], 'linear', undefined, [-1, -0.5, 0, 0.5, 1]],
    ['is there without a number', [Number.NaN], 'linear', undefined, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['ends where it is told to', [0.1, 1e300, Number.POSITIVE_INFINITY], 'linear', 0.3, [0, 0.1, 0.2, 0.3]],
    ['counts powers of ten', [0.5, 0.002, 0], 'logarithmic', undefined, [0.001, 0.01, 0.1, 1]],
    ['writes them as they are', [1, 0.00002], 'logarithmic', undefined, [0.00001, 0.0001, 0.001, 0.01, 0.1, 1]],
  ])('%s', (_, values, scale, most, marks) => {
    expect(verticalAxis(chart(values, scale), most).marks).toEqual(marks);
  });
});

/** Relative luminance and contrast (WCAG 2.1). */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe.each(themes)('on a $name ground', ({ shown }) => {
  const pairs = [
    ...Object.values(shades).flatMap(({ strong, tint, wash }) => [
      ...[[colors.white, strong] as const, [strong, tint] as const, [colors.formulaText, wash] as const],
    ]),
    ...[colors.white, colors.selectedRow, ink.wash].flatMap((ground) =>
      [colors.black, colors.otherSheet, colors.totalText].map((text) => [text, ground] as const),
    ),
    ...[colors.text, colors.muted, colors.link].map((text) => [text, colors.white] as const),
    [colors.typed, colors.typedFill] as const,
    [colors.good, colors.goodFill] as const,
  ];
  test.each(pairs)('text %s on %s can be read', (text, ground) => {
    expect(contrast(shown(text), shown(ground))).toBeGreaterThan(4.4);
  });
});
