import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/sheet/anchor.ts';
import type { Shape } from '../../../src/sheet/figure.ts';
import { type Connector, connectorBounds } from '../../../src/sheet/figure.ts';
import { EMU_PER_PIXEL } from '../../../src/xlsx/drawing/anchor.ts';
import { connectorAnchor } from '../../../src/xlsx/drawing/connector.ts';
import { shapeAnchor } from '../../../src/xlsx/drawing/shape.ts';
import { drawingTemplates } from '../../../src/xlsx/drawing/templates.ts';
import { type Element, serialisePart } from '../../../src/xlsx/xml.ts';
import { attribute, children, descend, descendants, parsePart, type XmlElement } from '../../support/xml.ts';

const templates = drawingTemplates();
const anchorIn = (bounds: Shape['bounds']): Shape['anchor'] =>
  anchorOf(
    bounds,
    () => 64,
    () => 20,
  );

const bounds = { left: 70, top: 45, width: 100, height: 30 };
const shape: Shape = {
  kind: 'shape',
  name: 'Unit "h1"',
  description: 'Net input h1 & activation a_h1',
  form: { rounding: 1 },
  line: { color: '0F6B63', width: 1.5 },
  bounds,
  anchor: anchorIn(bounds),
};

function connector(from: Connector['from'], to: Connector['to']): Connector {
  const line = { color: 'C29A45', width: 0.75 };
  const ends = { from, to };
  return {
    kind: 'connector',
    name: 'w1 arrow',
    description: 'w1 from i1 to h1',
    ...ends,
    arrow: true,
    line,
    anchor: anchorIn(connectorBounds(ends)),
  };
}

/** The drawn thing as a reader of the part finds it; the part declares the prefixes of its elements at its root. */
function read(anchor: Element): XmlElement {
  return parsePart(new TextEncoder().encode(serialisePart(anchor)));
}

const numbersOf = (element: XmlElement | undefined, ...names: readonly string[]): readonly number[] =>
  names.map((name) => Number(attribute(element, name)));

function cornerOf(root: XmlElement, name: string): readonly number[] {
  const [corner] = descendants(root, name);
  if (corner === undefined) throw new RangeError(`No corner ${name}.`);
  return ['col', 'colOff', 'row', 'rowOff'].map((part) => Number(children(corner, part)[0]?.text));
}

describe('a shape', () => {
  const root = read(shapeAnchor(shape, 7, templates));

  test('lets the cells beneath it show through and holds no text of its own', () => {
    expect(descendants(root, 'spPr').map((properties) => descend(properties, 'noFill') !== undefined)).toEqual([true]);
    expect(descendants(root, 'txBody')).toEqual([]);
  });

  test('has a line of its colour, its width in EMU', () => {
    const [line] = descendants(root, 'ln');
    expect(numbersOf(line, 'w')).toEqual([19_050]);
    expect(descendants(root, 'srgbClr').map((color) => attribute(color, 'val'))).toEqual(['0F6B63']);
  });

  test('says where it stands in cells and in pixels alike', () => {
    expect(cornerOf(root, 'from')).toEqual([1, 6 * EMU_PER_PIXEL, 2, 5 * EMU_PER_PIXEL]);
    expect(cornerOf(root, 'to')).toEqual([2, 42 * EMU_PER_PIXEL, 3, 15 * EMU_PER_PIXEL]);
    expect(numbersOf(descendants(root, 'off')[0], 'x', 'y')).toEqual([70 * EMU_PER_PIXEL, 45 * EMU_PER_PIXEL]);
    expect(numbersOf(descendants(root, 'ext')[0], 'cx', 'cy')).toEqual([100 * EMU_PER_PIXEL, 30 * EMU_PER_PIXEL]);
  });

  test('has an id, a name and a description', () => {
    const [properties] = descendants(root, 'cNvPr');
    expect(['id', 'name', 'descr'].map((name) => attribute(properties, name))).toEqual([
      '7',
      'Unit "h1"',
      'Net input h1 & activation a_h1',
    ]);
  });
});

describe('a connector', () => {
  test('has no height where it runs straight ahead, and no width where it runs straight down', () => {
    const sizes = [connector({ x: 10, y: 30 }, { x: 50, y: 30 }), connector({ x: 10, y: 50 }, { x: 10, y: 30 })].map(
      (each) => numbersOf(descendants(read(connectorAnchor(each, 2, templates)), 'ext')[0], 'cx', 'cy'),
    );
    expect(sizes).toEqual([
      [40 * EMU_PER_PIXEL, 0],
      [0, 20 * EMU_PER_PIXEL],
    ]);
  });

  test('is a straight line of its colour and width', () => {
    const root = read(connectorAnchor(connector({ x: 0, y: 0 }, { x: 9, y: 9 }), 2, templates));
    expect(attribute(descendants(root, 'prstGeom')[0], 'prst')).toBe('straightConnector1');
    expect(numbersOf(descendants(root, 'ln')[0], 'w')).toEqual([9525]);
    expect(descendants(root, 'srgbClr').map((color) => attribute(color, 'val'))).toEqual(['C29A45']);
  });
});
