import type { Rectangle } from '../../src/sheet/anchor.ts';
import type { Connector, Point } from '../../src/sheet/figure.ts';
import { type PixelGrid, pixelGrid } from '../../src/workbook/look/pixel-grid.ts';
import { type DiagramLayout, type DiagramNode, diagramLayout } from '../../src/workbook/network/diagram/layout.ts';
import { diagramConnectors } from '../../src/workbook/network/diagram/lines.ts';
import { diagramRows, NODE_ROWS } from '../../src/workbook/network/diagram/rows.ts';
import {
  DIAGRAM_ROW_HEIGHT,
  diagramSizes,
  diagramWidths,
  proseWidth,
} from '../../src/workbook/network/diagram/sizes.ts';
import { diagramTexts } from '../../src/workbook/network/diagram/texts.ts';
import { diagramWords } from '../../src/workbook/network/words.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

/** A diagram as it is drawn: its layout, the grid of its sheet, its lines. */
export interface Drawn {
  readonly layout: DiagramLayout;
  readonly grid: PixelGrid;
  readonly lines: readonly Connector[];
}

const ORIGIN = { row: 5, column: 5 };

/** The diagram of a network with so many inputs, then so many units in each layer. */
export function drawn(sizes: readonly number[]): Drawn {
  const book = bookOf(seededNetwork(sizes, 1, { iterations: 1, learningRates: [1] }));
  const rows = diagramRows(book.topology);
  const widths = diagramWidths(book, rows, diagramTexts(book));
  const layout = diagramLayout(book.topology, rows, widths, ORIGIN);
  const heights = Array.from({ length: layout.backwardRow }, () => DIAGRAM_ROW_HEIGHT);
  const grid = pixelGrid([16, 122, 72, 26, ...layout.widths], heights);
  return { layout, grid, lines: diagramConnectors(layout, grid) };
}

/** Every node, from left to right. */
export const nodesOf = ({ inputs, layers, errors, total }: DiagramLayout): readonly DiagramNode[] => [
  ...inputs,
  ...layers.flat(),
  ...errors,
  total,
];

/** The cells of the labels: a name and a number each. */
const labelsOf = ({ weights, targets }: DiagramLayout): readonly { row: number; column: number; name: string }[] =>
  [...weights, ...targets].flatMap(({ row, column, numberColumn, name }) => [
    { row, column, name },
    { row, column: numberColumn, name: `the number of ${name}` },
  ]);

/** Every cell that holds something, once for each time that it is used. */
export function cellsOf(layout: DiagramLayout): readonly string[] {
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
export function inside(
  from: Point,
  to: Point,
  { left, top, width, height }: Rectangle,
): readonly [Point, Point] | undefined {
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
export function textsOf({ layout, grid }: Drawn): readonly (readonly [string, Rectangle])[] {
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
