import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { shownContent } from '../../src/sheet/cell.ts';
import type { LineChart } from '../../src/sheet/line-chart.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, isLineChart, type SheetBody } from '../../src/sheet/sheet.ts';
import { colors } from '../../src/workbook/look/palette.ts';
import { workbookOf } from '../../src/workbook/workbook.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

/** Pixels that an entry of 9 points takes; and across, the sample of a line with its margins, and a letter. */
const ENTRY = 17;
const SAMPLE = 66;
const LETTER = 5.5;

/** The size of a chart in pixels. */
function sizeOf({ anchor: { from, to } }: LineChart, { widths, heights }: SheetBody): readonly [number, number] {
  const between = (first: number, last: number, size: (k: number) => number): number =>
    Array.from({ length: last - first }, (_, k) => size(first + k)).reduce((sum, one) => sum + one, 0);
  return [
    between(from.column, to.column, (k) => widths[k] ?? DEFAULT_WIDTH) - from.columnOffset + to.columnOffset,
    between(from.row, to.row, (k) => heights.get(k + 1) ?? DEFAULT_HEIGHT) - from.rowOffset + to.rowOffset,
  ];
}

const rates = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => (k + 1) / 10);

const networks: readonly (readonly [what: string, network: Network])[] = [
  ['the class network', classWith({ iterations: 5 })],
  ['3-4-2-1, whose weights are too many to be named', seededNetwork([3, 4, 2, 1], 1, { iterations: 5 })],
  ['30 learning rates', classWith({ iterations: 5, learningRates: rates(30) })],
  ['10 learning rates', classWith({ iterations: 5, learningRates: rates(10) })],
];

describe.each(networks)('the legends of %s', (_, network) => {
  const charts = workbookOf(bookOf(network)).sheets.flatMap((sheet) =>
    sheet.charts.filter(isLineChart).map((chart) => ({ chart, size: sizeOf(chart, sheet) })),
  );

  test('have room for all of their lines, inside the chart and right of them', () => {
    let legends = 0;
    for (const { chart, size } of charts) {
      if (chart.legend === undefined) continue;
      legends++;
      const [left, top, width, height] = chart.legend;
      const longest = Math.max(...chart.series.map(({ name }) => name.text.length));
      expect(height * size[1]).toBeGreaterThanOrEqual(ENTRY * chart.series.length);
      expect(width * size[0]).toBeGreaterThanOrEqual(SAMPLE + LETTER * Math.min(longest, 9));
      expect(left).toBeGreaterThanOrEqual(chart.plotArea[0] + chart.plotArea[2] - 1e-9);
      expect(left + width).toBeLessThanOrEqual(1.001);
      expect(top + height).toBeLessThanOrEqual(1.001);
      expect(top).toBeGreaterThanOrEqual(0);
    }
    expect(legends).toBeGreaterThan(0);
  });
});

test('lines that have no room for their names are told apart in the heading of their chart', () => {
  const { sheets } = workbookOf(bookOf(classWith({ iterations: 5, learningRates: [...rates(30)].reverse() })));
  const texts = (name: string): readonly unknown[] =>
    sheets.find((sheet) => sheet.name === name)?.cells.map(({ content }) => shownContent(content)) ?? [];
  const heading = 'E_total by learning rate; lightest line: η = 0.1, darkest: η = 3';
  expect(texts('Start')).toContain(heading);
  expect(texts('Learning rates')).toContain(heading);
});

test('Learning rates shows no error where a run has no number', () => {
  const sheet = workbookOf(bookOf(classWith({ iterations: 5 }))).sheets.find(({ name }) => name === 'Learning rates');
  const marks = sheet?.rules.flatMap(({ range, rules }) =>
    rules.flatMap((rule) => ('formula' in rule && /^ISERROR/.test(rule.formula) ? [[range, rule.mark.color]] : [])),
  );
  expect(marks).toEqual([['B6:G10', colors.white]]);
});
