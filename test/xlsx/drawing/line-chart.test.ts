import { describe, expect, test } from 'vitest';
import type { LineChart } from '../../../src/sheet/line-chart.ts';
import { chartPart, niceStep } from '../../../src/xlsx/drawing/chart.ts';
import { drawingTemplates } from '../../../src/xlsx/drawing/templates.ts';
import { partBytes } from '../../helpers/part-bytes.ts';
import {
  attribute,
  children,
  childValue,
  descend,
  descendants,
  parsePart,
  type XmlElement,
} from '../../support/xml.ts';
import { sampleChart, sampleSeries as series } from './sample-chart.ts';

const templates = drawingTemplates();
/** The root of the part of a chart that differs from the one above. */
const partOf = (changes: Partial<LineChart> = {}): XmlElement =>
  parsePart(partBytes(chartPart({ ...sampleChart, ...changes }, templates)));

const plotOf = (changes?: Partial<LineChart>): XmlElement | undefined => descend(partOf(changes), 'chart', 'plotArea');

describe('the part of a line chart', () => {
  test('has a title, and two axes of numbers', () => {
    const root = partOf();
    expect(descend(root, 'chart', 'title')?.text.trim()).toBe('Error <&> {title}');
    expect(descendants(root, 't').map(({ text }) => text)).toEqual(['Error <&> {title}', 'Iteration']);
    expect(descendants(partOf({ titled: false }), 't').map(({ text }) => text)).toEqual(['Iteration']);
    expect(children(plotOf() ?? root).map(({ name }) => name)).toEqual([
      'c:layout',
      'c:scatterChart',
      'c:valAx',
      'c:valAx',
      'c:spPr',
    ]);
  });

  test('names, iterations and values are references with what the cells hold now; errors are gaps', () => {
    const line = descend(plotOf(), 'scatterChart', 'ser');
    const pointsOf = (...path: readonly string[]) =>
      children(descend(line, ...path) ?? partOf(), 'pt').map((point) => [attribute(point, 'idx'), point.text]);
    expect(['tx', 'xVal', 'yVal'].map((role) => descendants(descend(line, role) ?? partOf(), 'f')[0]?.text)).toEqual([
      "'LR 1'!$B$1",
      "'LR 1'!$A$2:$A$4",
      "'LR 1'!$B$2:$B$4",
    ]);
    expect(pointsOf('tx', 'strRef', 'strCache')).toEqual([['0', 'E1']]);
    expect(pointsOf('xVal', 'numRef', 'numCache')).toEqual(['1', '2', '3'].map((text, k) => [`${k}`, text]));
    expect(pointsOf('yVal', 'numRef', 'numCache')).toEqual([
      ['0', '0.5'],
      ['2', '1e-7'],
    ]);
    expect(childValue(descend(line, 'yVal', 'numRef', 'numCache') ?? partOf(), 'ptCount')).toBe('3');
  });

  test('series are numbered through, without smoothing and without marks of their own', () => {
    const lines = children(
      descend(plotOf({ series: [series('a', []), series('b', []), series('c', [])] }), 'scatterChart') ?? partOf(),
      'ser',
    );
    expect(lines.map((line) => ['idx', 'order', 'smooth'].map((name) => childValue(line, name)))).toEqual(
      [0, 1, 2].map((k) => [`${k}`, `${k}`, '0']),
    );
    expect(lines.map((line) => childValue(descend(line, 'marker') ?? line, 'symbol'))).toEqual([
      'none',
      'none',
      'none',
    ]);
  });

  test('a line has colour, width and dash', () => {
    const line = descend(plotOf(), 'scatterChart', 'ser', 'spPr', 'ln');
    expect(attribute(line, 'w')).toBe('22225');
    expect(attribute(descend(line, 'solidFill', 'srgbClr'), 'val')).toBe('0072B2');
    expect(attribute(descend(line, 'prstDash'), 'val')).toBe('sysDash');
  });

  test('marks on some of the points are a series of their own, which the legend does not name', () => {
    const marker = { symbol: 'square', first: 1, every: 3 } as const;
    const marked = { series: [series('a', [0, 1, 2, 3, 4, 5, 6, 7, 8], { marker }), series('b', [0])] };
    const root = partOf(marked);
    const all = children(descend(plotOf(marked), 'scatterChart') ?? root, 'ser');
    const marks = all[2] ?? root;
    expect(all).toHaveLength(3);
    expect(descendants(root, 'dPt')).toEqual([]);
    expect(descendants(marks, 'f').map(({ text }) => text)).toEqual([
      "'LR 1'!$B$1",
      "('LR 1'!$A$3,'LR 1'!$A$6,'LR 1'!$A$9)",
      "('LR 1'!$B$3,'LR 1'!$B$6,'LR 1'!$B$9)",
    ]);
    expect(descendants(descend(marks, 'yVal') ?? root, 'v').map(({ text }) => text)).toEqual(['1', '4', '7']);
    expect(childValue(descend(marks, 'marker') ?? root, 'symbol')).toBe('square');
    expect(descend(marks, 'spPr', 'ln', 'noFill')).toBeDefined();
    expect(
      children(descend(root, 'chart', 'legend') ?? root, 'legendEntry').map((of) => childValue(of, 'idx')),
    ).toEqual(['2']);
  });

  test('marks on every point are those of the line itself', () => {
    const marker = { symbol: 'circle', first: 0, every: 1 } as const;
    const line = descend(plotOf({ series: [series('a', [0], { marker })] }), 'scatterChart') ?? partOf();
    expect(children(line, 'ser').map((of) => childValue(descend(of, 'marker') ?? of, 'symbol'))).toEqual(['circle']);
  });

  test.each([
    ['linear', undefined, 'autoZero'],
    ['logarithmic', '10', 'min'],
  ] as const)('a %s scale', (scale, base, crossing) => {
    const plot = plotOf({ scale });
    const [across, upwards] = children(plot ?? partOf(), 'valAx');
    expect(childValue(descend(upwards, 'scaling') ?? partOf(), 'logBase')).toBe(base);
    expect(childValue(across ?? partOf(), 'crosses')).toBe(crossing);
  });

  test.each([
    [[0.8, 0.1, 0.2, 0.8], 1],
    [undefined, 0],
  ] as const)('a legend only where wanted: %s', (legend, count) => {
    expect(descendants(partOf({ legend }), 'legend')).toHaveLength(count);
  });

  test.each([
    [1, '2', '1'],
    [3, '3', '1'],
    [100, '100', '10'],
    [130, '130', '20'],
  ])('over %i iterations the axis ends at %s and is labelled every %s', (iterations, last, step) => {
    const values = Float64Array.from({ length: iterations }, (_, k) => k + 1);
    const axis = descend(plotOf({ horizontal: { reference: 'A1', values } }), 'valAx');
    expect(childValue(descend(axis, 'scaling') ?? partOf(), 'max')).toBe(last);
    expect(childValue(axis ?? partOf(), 'majorUnit')).toBe(step);
  });
});

test.each([
  [1, 1],
  [10, 1],
  [11, 2],
  [20, 2],
  [21, 5],
  [50, 5],
  [51, 10],
  [1000, 100],
  [5000, 1000],
  [60_000, 10_000],
  [1_048_563, 200_000],
])('an axis of %i is cut into steps of %i', (length, step) => {
  expect(niceStep(length)).toBe(step);
});
