import type { Stroke } from '../../../sheet/figure.ts';
import { type Connector, connectorBounds, type Point } from '../../../sheet/figure.ts';
import { diagramLines, shades } from '../../look/palette.ts';
import type { PixelGrid } from '../../look/pixel-grid.ts';
import { diagramWords } from '../words.ts';
import type { DiagramLayout, DiagramNode, TargetLabel, WeightLabel } from './layout.ts';
import { nodeBounds } from './outlines.ts';
import { labelOffsets } from './rows.ts';
import { DIAGRAM_ROW_HEIGHT, diagramSizes, proseWidth } from './sizes.ts';

/** From so many weights on, the lines of a layer are drawn thinner. */
const MANY_WEIGHTS = 24;

const errorLine: Stroke = { color: diagramLines.error, width: 1.25 };
const targetLine: Stroke = { color: diagramLines.target, width: 1.25 };

/** All lines of the diagram. None runs through a text: each has a column of its own, or ends where a label begins. */
export function diagramConnectors(layout: DiagramLayout, grid: PixelGrid): readonly Connector[] {
  const { errors, total, layers, weights, targets } = layout;
  const outputs = layers.at(-1) ?? [];
  return [
    ...weights.flatMap((label) => weightLines(label, layout, grid)),
    ...errors.flatMap((error, k) => {
      const output = outputs[k];
      return output === undefined ? [] : [errorConnector(output, error, 0.5, grid)];
    }),
    ...errors.map((error, k) => errorConnector(error, total, entryShare(k, errors.length), grid)),
    ...targets.map((target) => targetConnector(target, grid)),
    ...passArrows(layout, grid),
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
  const { name, from, to, row, column, numberColumn } = label;
  const neighbours = weights.filter((other) => other.column === column).length;
  const line = { color: diagramLines.weight, width: neighbours > MANY_WEIGHTS ? 0.75 : 1.25 };
  const description =
    from === undefined
      ? diagramWords.biasLine(name, firstName(to))
      : diagramWords.weightLine(name, lastName(from), firstName(to));
  const y = grid.middle(row);
  const end = connector(
    {
      name: diagramWords.weightEnd(name),
      description,
      from: { x: grid.right(numberColumn), y },
      to: capsuleEntry(label, grid),
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

/** Where lines leave a node: the middle of its right side. */
function exit(node: DiagramNode, grid: PixelGrid): Point {
  const { left, width } = nodeBounds(node, grid);
  return { x: left + width, y: grid.middle(node.row + 1) };
}

/** How much of the half circle at a unit's left end its arrows may be spread over. */
const SPREAD = 0.75;

/** Where an arrow meets the round left end of a unit: straight ahead of its label where there are few. */
function capsuleEntry({ row, to, siblings }: WeightLabel, grid: PixelGrid): Point {
  const { left, height } = nodeBounds(to, grid);
  const radius = height / 2;
  const middle = grid.middle(to.row + 1);
  const furthest = (labelOffsets(siblings).at(-1) ?? 0) * DIAGRAM_ROW_HEIGHT;
  const down = (grid.middle(row) - middle) * Math.min(1, (SPREAD * radius) / Math.max(furthest, 1));
  return { x: left + radius - Math.sqrt(radius ** 2 - down ** 2), y: middle + down };
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

/** How far right of where a target's number begins its arrow stands, in pixels. */
const TARGET_ARROW = 24;

function targetConnector({ name, row, numberColumn, to }: TargetLabel, grid: PixelGrid): Connector {
  const { top, height } = nodeBounds(to, grid);
  const x = grid.left(numberColumn) + TARGET_ARROW;
  const above = row < to.row;
  const text = diagramWords.carries(name, firstName(to));
  return connector(
    {
      name: text,
      description: text,
      from: { x, y: above ? grid.bottom(row) : grid.top(row) },
      to: { x, y: above ? top : top + height },
      arrow: true,
      line: targetLine,
    },
    grid,
  );
}

const PASS_GAP = 16;

/** The two long arrows under the diagram, each beside its text. */
function passArrows(layout: DiagramLayout, grid: PixelGrid): readonly Connector[] {
  const left = grid.left(layout.firstColumn);
  const right = grid.right(layout.lastColumn);
  const { forward, backward } = diagramWords;
  const width = (text: string): number => proseWidth(text, diagramSizes.label) + PASS_GAP;
  const line = (name: string, color: string, y: number, from: number, to: number): Connector =>
    connector(
      {
        name,
        description: name,
        from: { x: from, y },
        to: { x: to, y },
        arrow: true,
        line: { color, width: 1.75 },
      },
      grid,
    );
  return [
    line(forward, shades.forward.strong, grid.middle(layout.forwardRow), left + width(forward), right),
    line(backward, shades.factor.strong, grid.middle(layout.backwardRow), right - width(backward), left),
  ];
}
