import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rectangle } from '../../src/drawing/anchor.ts';
import type { Connector, Point } from '../../src/drawing/connector.ts';
import { weightsOf } from '../../src/spec/topology.ts';
import { type DiagramLayout, type DiagramNode, diagramLayout } from '../../src/workbook/diagram-layout.ts';
import { diagramConnectors } from '../../src/workbook/diagram-lines.ts';
import { diagramOutlines, nodeBounds } from '../../src/workbook/diagram-outlines.ts';
import { diagramRows, fitsDiagram, labelOffsets, NODE_ROWS } from '../../src/workbook/diagram-rows.ts';
import { DIAGRAM_ROW_HEIGHT, diagramSizes, diagramWidths, proseWidth } from '../../src/workbook/diagram-sizes.ts';
import { diagramTexts } from '../../src/workbook/diagram-texts.ts';
import { diagramWords } from '../../src/workbook/network-words.ts';
import { type PixelGrid, pixelGrid } from '../../src/workbook/pixel-grid.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

/** A diagram as it is drawn: its layout, the grid of its sheet, its lines. */
interface Drawn {
  readonly layout: DiagramLayout;
  readonly grid: PixelGrid;
  readonly lines: readonly Connector[];
}

const ORIGIN = { row: 5, column: 5 };

function drawn(sizes: readonly number[]): Drawn {
  const book = bookOf(seededNetwork(sizes, 1, { iterations: 1, learningRates: [1] }));
  const rows = diagramRows(book.topology);
  const widths = diagramWidths(book, rows, diagramTexts(book.table));
  const layout = diagramLayout(book.topology, rows, widths, ORIGIN);
  const heights = Array.from({ length: layout.backwardRow }, () => DIAGRAM_ROW_HEIGHT);
  const grid = pixelGrid([16, 122, 72, 26, ...layout.widths], heights);
  return { layout, grid, lines: diagramConnectors(layout, grid) };
}

/** Topologies that the diagram has room for: the number of inputs, then the units of each layer. */
const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 7 });

/** Checks something on networks of every shape, and always on the largest, the smallest and the class network. */
function always(holds: (diagram: Drawn, sizes: readonly number[]) => void): void {
  fc.assert(
    fc.property(sizes, (shape) => holds(drawn(shape), shape)),
    { numRuns: 60, examples: [[[2, 2, 2]], [[1, 1]], [[8, 8, 8, 8, 8, 8, 8]], [[8, 1, 8]], [[1, 8, 1]]] },
  );
}

const nodesOf = ({ inputs, layers, errors, total }: DiagramLayout): readonly DiagramNode[] => [
  ...inputs,
  ...layers.flat(),
  ...errors,
  total,
];

const labelsOf = ({ weights, targets }: DiagramLayout): readonly { row: number; column: number; name: string }[] => [
  ...weights,
  ...targets,
];

/** Every cell that holds something, once for each time that it is used. */
function cellsOf(layout: DiagramLayout): readonly string[] {
  const nodes = nodesOf(layout).flatMap(({ parts, row, symbolColumn }) => [
    ...parts.flatMap(({ column }) => Array.from({ length: NODE_ROWS }, (_, k) => [row + k, column])),
    ...(symbolColumn === undefined ? [] : [[row + 1, symbolColumn]]),
  ]);
  const captions = layout.captions.flatMap(({ column, columns }) =>
    Array.from({ length: columns }, (_, k) => [layout.captionRow, column + k]),
  );
  const labels = labelsOf(layout).map(({ row, column }) => [row, column]);
  const passes = [
    [layout.forwardRow, layout.firstColumn],
    [layout.backwardRow, layout.lastColumn],
  ];
  return [...nodes, ...captions, ...labels, ...passes].map((cell) => cell.join());
}

/** The part of a line that lies inside a rectangle, undefined where it does not enter it (Liang and Barsky, 1984). */
function inside(from: Point, to: Point, { left, top, width, height }: Rectangle): readonly [Point, Point] | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, left + width - from.x],
    [-dy, from.y - top],
    [dy, top + height - from.y],
  ] as const) {
    if (step === 0 && room <= 0) return undefined;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  const at = (share: number): Point => ({ x: from.x + share * dx, y: from.y + share * dy });
  return leave - enter > 1e-9 ? [at(enter), at(leave)] : undefined;
}

function cellBounds(grid: PixelGrid, row: number, column: number): Rectangle {
  const [left, top] = [grid.left(column), grid.top(row)];
  return { left, top, width: grid.right(column) - left, height: grid.bottom(row) - top };
}

/** The places of all texts but those of the nodes. */
function textsOf({ layout, grid }: Drawn): readonly (readonly [string, Rectangle])[] {
  const { forward, backward } = diagramWords;
  const forwardCell = cellBounds(grid, layout.forwardRow, layout.firstColumn);
  const backwardCell = cellBounds(grid, layout.backwardRow, layout.lastColumn);
  const [forwardWidth, backwardWidth] = [forward, backward].map((text) => proseWidth(text, diagramSizes.label)) as [
    number,
    number,
  ];
  const right = grid.right(layout.lastColumn);
  return [
    ...labelsOf(layout).map(({ name, row, column }) => [name, cellBounds(grid, row, column)] as const),
    ...layout.captions.map(
      ({ over, column }) => [`caption ${over}`, cellBounds(grid, layout.captionRow, column)] as const,
    ),
    [forward, { ...forwardCell, width: forwardWidth }],
    [backward, { ...backwardCell, left: right - backwardWidth, width: backwardWidth }],
  ];
}

describe('the diagram of any network up to 6 layers of 8 units', () => {
  test('no two texts share a cell', () => {
    always(({ layout }) => {
      const cells = cellsOf(layout);
      expect(cells.filter((cell, k) => cells.indexOf(cell) !== k)).toEqual([]);
    });
  });

  test('every weight has a label, left of its unit and right of what feeds it, and a line in two halves', () => {
    always(({ layout, lines, grid }, shape) => {
      const { topology } = bookOf(seededNetwork(shape, 1, { iterations: 1 }));
      const wanted = weightsOf(topology).map(({ name, from }) => `${name} ${from}`);
      expect(layout.weights.map(({ name, from }) => `${name} ${from.parts.at(-1)?.name}`)).toEqual(wanted);
      for (const { name, from, to, column, row } of layout.weights) {
        expect(column).toBeGreaterThan(from.parts.at(-1)?.column ?? Number.NaN);
        expect(column).toBeLessThan(to.parts[0]?.column ?? Number.NaN);
        const [start, end] = lines.filter(
          (line) => line.name === diagramWords.weightStart(name) || line.name === diagramWords.weightEnd(name),
        );
        expect([start?.to, end?.from]).toEqual([
          { x: grid.left(column), y: grid.middle(row) },
          { x: grid.right(column), y: grid.middle(row) },
        ]);
      }
    });
  });

  test('no line runs through a label, a caption, or another text beside the nodes', () => {
    always((diagram) => {
      const texts = textsOf(diagram);
      const crossings = diagram.lines.flatMap(({ name, from, to }) =>
        texts.filter(([, place]) => inside(from, to, place) !== undefined).map(([text]) => `${name} through ${text}`),
      );
      expect(crossings).toEqual([]);
    });
  });

  test('no line runs through a node: it ends at the outline of the one that it leads to', () => {
    always(({ layout, grid, lines }) => {
      const crossings = lines.flatMap(({ name, from, to }) =>
        nodesOf(layout).flatMap((node) => {
          const place = nodeBounds(node, grid);
          const within = inside(from, to, place);
          if (within === undefined) return [];
          // The corner of the bounds outside the half circle: every point of the line there is as far from its centre as the outline.
          const radius = place.height / 2;
          const middle = { x: place.left + radius, y: place.top + radius };
          const far = within.every(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) > radius - 1e-6);
          return node.kind === 'unit' && far ? [] : [`${name} through ${node.parts[0]?.name}`];
        }),
      );
      expect(crossings).toEqual([]);
    });
  });

  test('no outline touches another one or a label', () => {
    always((diagram) => {
      const { layout, grid } = diagram;
      const places = [
        ...nodesOf(layout).map((node) => [node.parts[0]?.name ?? '', nodeBounds(node, grid)] as const),
        ...textsOf(diagram),
      ];
      const apart = (a: Rectangle, b: Rectangle): boolean =>
        a.left + a.width <= b.left ||
        b.left + b.width <= a.left ||
        a.top + a.height <= b.top ||
        b.top + b.height <= a.top;
      const touching = places.flatMap(([a, place], k) =>
        places.slice(k + 1).flatMap(([b, other]) => (apart(place, other) ? [] : [`${a} and ${b}`])),
      );
      expect(touching).toEqual([]);
    });
  });

  test('is symmetric about its middle row, and every row is whole', () => {
    always((_, shape) => {
      const rows = diagramRows(bookOf(seededNetwork(shape, 1, { iterations: 1 })).topology);
      for (const column of [rows.inputs, ...rows.layers]) {
        expect(column.every(Number.isInteger)).toBe(true);
        expect(column.map((row) => 0 - row).reverse()).toEqual([...column]);
      }
    });
  });

  test('names and describes everything that is drawn, each with a name of its own', () => {
    always(({ layout, grid, lines }) => {
      const figures = [...lines, ...diagramOutlines(layout, grid)];
      expect(figures.filter(({ description }) => description.trim() === '')).toEqual([]);
      expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    });
  });
});

describe('the labels of a unit', () => {
  test.each([
    [1, [0]],
    [2, [-1, 1]],
    [3, [-1, 0, 1]],
    [4, [-2, -1, 1, 2]],
  ])('%i stand at the rows %j from its middle', (weights, offsets) => {
    expect(labelOffsets(weights).map((row) => row + 0)).toEqual(offsets);
  });
});

describe('the diagram has room for', () => {
  test.each([
    [[8, 8, 8, 8, 8, 8, 8], true],
    [[1, 1, 1, 1, 1, 1, 1, 1], false],
    [[9, 1], false],
    [[1, 9], false],
    [[1, 9, 1], false],
  ])('the network %j: %s', (shape, fits) => {
    expect(fitsDiagram(bookOf(seededNetwork(shape, 1, { iterations: 1 })).topology)).toBe(fits);
  });
});
