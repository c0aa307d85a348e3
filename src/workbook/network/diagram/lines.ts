import { type Connector, connectorBounds, type Point, type Stroke } from '../../../sheet/figure.ts';
import { diagramLines, shades } from '../../look/palette.ts';
import type { PixelGrid } from '../../look/pixel-grid.ts';
import { diagramWords } from '../words.ts';
import type { DiagramLayout, DiagramNode, WeightLabel } from './layout.ts';
import { nodeBounds } from './outlines.ts';

/** From so many weights on, the lines of a layer are drawn thinner. */
const MANY_WEIGHTS = 24;

const errorLine: Stroke = { color: diagramLines.error, width: 1.25 };
const backLine: Stroke = { color: shades.factor.strong, width: 1.25 };

/** All lines of the diagram. None runs through a text: each has a column of its own, or ends where a label begins. */
export function diagramConnectors(layout: DiagramLayout, grid: PixelGrid): readonly Connector[] {
  const { errors, total, layers, weights } = layout;
  const outputs = layers.at(-1) ?? [];
  return [
    ...weights.flatMap((label) => weightLines(label, layout, grid)),
    ...errors.flatMap((error, k) => {
      const output = outputs[k];
      return output === undefined ? [] : [errorConnector(output, error, FORWARD_SHARE, grid)];
    }),
    ...errors.map((error, k) => errorConnector(error, total, entryShare(k, errors.length), grid)),
    ...layers.flatMap((units) => units.map((unit) => backArrow(unit, grid))),
  ];
}

function connector(
  of: Pick<Connector, 'name' | 'description' | 'from' | 'to' | 'arrow' | 'line'>,
  grid: PixelGrid,
): Connector {
  return { kind: 'connector', ...of, anchor: grid.anchor(connectorBounds(of)) };
}

/** The two halves of an edge: from where the number comes to the weight's label, and from there on, as an arrow, to the unit. */
function weightLines(label: WeightLabel, { weights }: DiagramLayout, grid: PixelGrid): readonly Connector[] {
  const { name, from, to, row, column, nextColumn } = label;
  const neighbours = weights.filter((other) => other.column === column).length;
  const line = { color: diagramLines.weight, width: neighbours > MANY_WEIGHTS ? 0.75 : 1.25 };
  const description =
    from === undefined
      ? diagramWords.biasLine(name, firstName(to))
      : diagramWords.weightLine(name, lastName(from), firstName(to));
  const y = grid.bottom(row);
  const end = connector(
    {
      name: diagramWords.weightEnd(name),
      description,
      from: { x: grid.right(nextColumn), y },
      to: unitEntry(label, grid),
      arrow: true,
      line,
    },
    grid,
  );
  if (from === undefined) return [end];
  return [
    connector(
      {
        name: diagramWords.weightStart(name),
        description,
        from: exit(from, grid),
        to: { x: grid.left(column), y },
        arrow: false,
        line,
      },
      grid,
    ),
    end,
  ];
}

const firstName = (node: DiagramNode): string => node.parts[0]?.name ?? '';
const lastName = (node: DiagramNode): string => node.parts.at(-1)?.name ?? '';

/** Where lines leave a node: its right side, beside what goes forward. */
function exit(node: DiagramNode, grid: PixelGrid): Point {
  const { left, top, width, height } = nodeBounds(node, grid);
  return { x: left + width, y: top + (node.kind === 'input' ? 0.5 : FORWARD_SHARE) * height };
}

/** Pixels of a unit's left side, above and below, where its corners are round. */
const CORNER = 12;

/** Where an arrow meets the left side of a unit: straight ahead of its label where there are few, else spread over the side. */
function unitEntry({ row, to, siblings }: WeightLabel, grid: PixelGrid): Point {
  const { left, top, height } = nodeBounds(to, grid);
  const middle = top + height / 2;
  const reach = height / 2 - CORNER;
  const furthest = siblings * (grid.bottom(row) - grid.top(row)) - (grid.bottom(row) - grid.top(row));
  const down = grid.bottom(row) - middle;
  const spread = furthest > reach ? (down * reach) / furthest : down;
  return { x: left, y: middle + Math.max(-reach, Math.min(reach, spread)) };
}

/** An arrow that carries an error on. @param share how far down the left side of the node it ends */
function errorConnector(from: DiagramNode, to: DiagramNode, share: number, grid: PixelGrid): Connector {
  const { left, top, height } = nodeBounds(to, grid);
  const text = diagramWords.carries(lastName(from), firstName(to));
  return connector(
    {
      name: text,
      description: text,
      from: exit(from, grid),
      to: { x: left, y: top + share * height },
      arrow: true,
      line: errorLine,
    },
    grid,
  );
}

/** Spreads n arrows over the straight part of the total's left side. */
const entryShare = (k: number, n: number): number => (n === 1 ? 0.5 : 0.3 + (0.4 * k) / (n - 1));

/** How far down the side of a unit what goes forward leaves it, and where what comes back arrives. */
const FORWARD_SHARE = 0.3;
const BACK_SHARE = 0.7;

const BACK_LENGTH = 12;

/** A short arrow that brings what comes back to the right side of a unit. */
function backArrow(unit: DiagramNode, grid: PixelGrid): Connector {
  const { left, top, width, height } = nodeBounds(unit, grid);
  const y = top + BACK_SHARE * height;
  const text = diagramWords.comesBack(lastName(unit));
  return connector(
    {
      name: text,
      description: text,
      from: { x: left + width + BACK_LENGTH, y },
      to: { x: left + width, y },
      arrow: true,
      line: backLine,
    },
    grid,
  );
}
