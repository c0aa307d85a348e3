import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/sheet/anchor.ts';
import type { Shape } from '../../../src/sheet/figure.ts';
import { type Connector, connectorBounds } from '../../../src/sheet/figure.ts';
import { anchorTexts, extentTexts } from '../../../src/xlsx/drawing/anchor.ts';
import { drawingPart } from '../../../src/xlsx/drawing/drawing.ts';
import { drawingTemplates } from '../../../src/xlsx/drawing/templates.ts';
import { serialisePart } from '../../../src/xlsx/xml.ts';
import { attribute, children, descend, descendants, parsePart, type XmlElement } from '../../support/xml.ts';
import { sampleChart } from './sample-chart.ts';

const widths = [10, 20, 30];
const heights = [5, 5, 50];
const anchored = (left: number, top: number, width: number, height: number) =>
  anchorOf(
    { left, top, width, height },
    (k) => widths[k] ?? 64,
    (k) => heights[k] ?? 20,
  );

describe('an anchor', () => {
  test.each([
    [
      [0, 0, 10, 5],
      [0, 0, 0, 0],
      [1, 0, 1, 0],
    ],
    [
      [9, 4, 1, 1],
      [0, 9, 0, 4],
      [1, 0, 1, 0],
    ],
    [
      [10, 5, 25, 10],
      [1, 0, 1, 0],
      [2, 5, 2, 5],
    ],
    [
      [61, 61, 64, 20],
      [3, 1, 3, 1],
      [4, 1, 4, 1],
    ],
  ])('of %j goes from cell %j to cell %j', ([left = 0, top = 0, width = 0, height = 0], from, to) => {
    const anchor = anchored(left, top, width, height);
    const cornerOf = ({ column, columnOffset, row, rowOffset }: typeof anchor.from) => [
      column,
      columnOffset,
      row,
      rowOffset,
    ];
    expect([cornerOf(anchor.from), cornerOf(anchor.to)]).toEqual([from, to]);
  });

  test('says the same place as its pixels, wherever it stands', () => {
    const pixel = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(pixel, pixel, pixel, pixel, (left, top, width, height) => {
        const { to } = anchored(left, top, width, height);
        const edge = (count: number, sizes: readonly number[], size: number): number =>
          Array.from({ length: count }, (_, k) => sizes[k] ?? size).reduce((total, each) => total + each, 0);
        expect(edge(to.column, widths, 64) + to.columnOffset).toBe(left + width);
        expect(edge(to.row, heights, 20) + to.rowOffset).toBe(top + height);
        expect(to.columnOffset).toBeLessThan(widths[to.column] ?? 64);
      }),
    );
  });

  test('is written in whole EMU', () => {
    expect(anchorTexts(anchored(0.5, 0.3, 9.5, 4.7))).toEqual({
      fromColumn: 0,
      fromColumnOffset: 4763,
      fromRow: 0,
      fromRowOffset: 2858,
      toColumn: 1,
      toColumnOffset: 0,
      toRow: 1,
      toRowOffset: 0,
    });
    expect(extentTexts({ left: 1, top: 2, width: 3, height: 0 })).toEqual({
      x: 9525,
      y: 19050,
      width: 28575,
      height: 0,
    });
  });
});

const anchor = anchored(0, 0, 10, 5);
const line = { color: '0F6B63', width: 1.25 };
const shape: Shape = {
  kind: 'shape',
  name: 'Unit h1',
  description: 'h1',
  form: { rounding: 1 },
  line,
  bounds: { left: 0, top: 0, width: 10, height: 5 },
  anchor,
};
const connector = (from: Connector['from'], to: Connector['to'], arrow = false): Connector => ({
  kind: 'connector',
  name: 'w1',
  description: 'w1 carries i1 into h1',
  from,
  to,
  arrow,
  line,
  anchor,
});

const drawn = (...things: Parameters<typeof drawingPart>): XmlElement =>
  parsePart(new TextEncoder().encode(serialisePart(drawingPart(...things))));

describe('the drawing of a sheet', () => {
  const templates = drawingTemplates();
  const root = drawn([sampleChart, sampleChart], templates, [shape, connector({ x: 1, y: 1 }, { x: 9, y: 4 })]);

  test('has charts first, then figures, each with an id of its own', () => {
    const properties = descendants(root, 'cNvPr');
    expect(properties.map((each) => attribute(each, 'id'))).toEqual(['2', '3', '4', '5']);
    expect(properties.map((each) => attribute(each, 'name'))).toEqual(['Chart 1', 'Chart 2', 'Unit h1', 'w1']);
    expect(properties.map((each) => attribute(each, 'descr'))).toEqual([
      'A "chart" <&>',
      'A "chart" <&>',
      'h1',
      'w1 carries i1 into h1',
    ]);
    expect(descendants(root, 'chart').map((each) => attribute(each, 'r:id'))).toEqual(['rId1', 'rId2']);
  });

  test('everything moves and folds with its cells', () => {
    const anchors = children(root);
    expect(anchors.map(({ name }) => name)).toEqual(new Array(4).fill('xdr:twoCellAnchor'));
    expect(anchors.map((each) => attribute(each, 'editAs'))).toEqual(new Array(4).fill('twoCell'));
  });

  test.each([
    ['ellipse', 'ellipse', []],
    [{ rounding: 0 }, 'roundRect', ['val 0']],
    [{ rounding: 0.44 }, 'roundRect', ['val 22000']],
    [{ rounding: 1 }, 'roundRect', ['val 50000']],
  ] as const)('a shape of the form %j is a %s', (form, preset, adjustments) => {
    const geometry = descendants(drawn([], templates, [{ ...shape, form }]), 'prstGeom')[0];
    expect(attribute(geometry, 'prst')).toBe(preset);
    expect(descendants(geometry ?? root, 'gd').map((each) => attribute(each, 'fmla'))).toEqual(adjustments);
  });

  test.each([
    [{ x: 1, y: 1 }, { x: 9, y: 4 }, '0', '0'],
    [{ x: 9, y: 1 }, { x: 1, y: 4 }, '1', '0'],
    [{ x: 1, y: 4 }, { x: 9, y: 1 }, '0', '1'],
    [{ x: 9, y: 4 }, { x: 1, y: 1 }, '1', '1'],
  ])('a line from %j to %j is a diagonal flipped %s, %s', (from, to, horizontally, vertically) => {
    const frame = descendants(drawn([], templates, [connector(from, to, true)]), 'xfrm')[0];
    expect([attribute(frame, 'flipH'), attribute(frame, 'flipV')]).toEqual([horizontally, vertically]);
    expect(connectorBounds({ from, to })).toEqual({ left: 1, top: 1, width: 8, height: 3 });
  });

  test.each([
    [true, 'triangle'],
    [false, 'none'],
  ])('its end: an arrow %s is a %s', (arrow, end) => {
    const tail = descendants(drawn([], templates, [connector({ x: 0, y: 0 }, { x: 1, y: 1 }, arrow)]), 'ln')[0];
    expect(attribute(descend(tail, 'tailEnd'), 'type')).toBe(end);
  });
});
