import type { Rectangle } from '../../src/sheet/anchor.ts';
import type { Connector, Point } from '../../src/sheet/figure.ts';
import { type PixelGrid, pixelGrid } from '../../src/workbook/look/pixel-grid.ts';
import { type DiagramLayout, type DiagramNode, diagramLayout } from '../../src/workbook/network/diagram/layout.ts';
import { diagramConnectors } from '../../src/workbook/network/diagram/lines.ts';
import { diagramRows, NODE_ROWS } from '../../src/workbook/network/diagram/rows.ts';
import { DIAGRAM_ROW_HEIGHT, diagramWidths } from '../../src/workbook/network/diagram/sizes.ts';
import { diagramTexts } from '../../src/workbook/network/diagram/texts.ts';
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
  const heights = Array.from({ length: layout.lastRow }, () => DIAGRAM_ROW_HEIGHT);
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

/** The cells of the labels: on the way forward a name and two numbers, and the same on the way back. */
const labelsOf = ({ weights }: DiagramLayout): readonly { row: number; column: number; name: string }[] =>
  weights.flatMap(({ row, column, numberColumn, nextColumn, name }) =>
    [row, row + 1].flatMap((at) => [
      { row: at, column, name: `${name} ${at}` },
      { row: at, column: numberColumn, name: `the number of ${name} ${at}` },
      { row: at, column: nextColumn, name: `the next number of ${name} ${at}` },
    ]),
  );

/** Every cell that holds something, once for each time that it is used. */
export function cellsOf(layout: DiagramLayout): readonly string[] {
  const nodes = nodesOf(layout).flatMap(({ kind, parts, row, symbolColumn }) => [
    ...parts.flatMap(({ column }) => Array.from({ length: NODE_ROWS[kind] }, (_, k) => [row + k, column])),
    ...(symbolColumn === undefined ? [] : [1, 3].map((down) => [row + down, symbolColumn])),
  ]);
  const captions = layout.captions.flatMap(({ column, columns }) =>
    Array.from({ length: columns }, (_, k) => [0, 1].map((down) => [layout.captionRow + down, column + k])).flat(),
  );
  const labels = labelsOf(layout).map(({ row, column }) => [row, column]);
  return [...nodes, ...captions, ...labels].map((cell) => cell.join());
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
  return [
    ...labelsOf(layout).map(({ name, row, column }) => [name, cellBounds(grid, row, column)] as const),
    ...layout.captions.flatMap(({ over, column, columns }) =>
      [0, 1].map((down) => {
        const place = cellBounds(grid, layout.captionRow + down, column);
        const width = grid.right(column + columns - 1) - place.left;
        return [`caption ${over} ${column} ${down}`, { ...place, width }] as const;
      }),
    ),
  ];
}
