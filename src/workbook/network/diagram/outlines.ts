import type { Rectangle } from '../../../sheet/anchor.ts';
import type { Form, Shape, Stroke } from '../../../sheet/figure.ts';
import { shades } from '../../look/palette.ts';
import type { PixelGrid } from '../../look/pixel-grid.ts';
import { diagramWords } from '../words.ts';
import type { DiagramLayout, DiagramNode } from './layout.ts';
import { NODE_ROWS } from './rows.ts';

/** How far an outline reaches above and below the cells of its node, in pixels. */
const MARGIN = 5;

const SYMBOL_SIZE = 24;

/** The outlines of the nodes, and the circles around the symbols of functions. */
export function diagramOutlines(layout: DiagramLayout, grid: PixelGrid): readonly Shape[] {
  const nodes = [...layout.inputs, ...layout.layers.flat(), ...layout.errors, layout.total];
  return nodes.flatMap((node) => [outline(node, grid), ...circle(node, grid)]);
}

/** The rectangle around a node. */
export function nodeBounds({ parts, row }: DiagramNode, grid: PixelGrid): Rectangle {
  const left = grid.left(parts[0]?.column ?? 1);
  const top = grid.top(row) - MARGIN;
  return {
    left,
    top,
    width: grid.right(parts.at(-1)?.column ?? 1) - left,
    height: grid.bottom(row + NODE_ROWS - 1) + MARGIN - top,
  };
}

const looks: Readonly<Record<DiagramNode['kind'], { readonly form: Form; readonly line: Stroke }>> = {
  input: { form: 'ellipse', line: { color: shades.input.strong, width: 1.5 } },
  unit: { form: { rounding: 1 }, line: { color: shades.forward.strong, width: 1.5 } },
  error: { form: { rounding: 0.44 }, line: { color: shades.error.strong, width: 1.5 } },
  total: { form: { rounding: 0.44 }, line: { color: shades.total.strong, width: 2.75 } },
};

function outline(node: DiagramNode, grid: PixelGrid): Shape {
  const [first = '', last = ''] = node.parts.map((part) => part.name);
  const bounds = nodeBounds(node, grid);
  const described: (first: string, last: string) => string = diagramWords.nodeDescriptions[node.kind];
  return {
    kind: 'shape',
    name: diagramWords.nodes[node.kind](first),
    description: described(first, last),
    ...looks[node.kind],
    bounds,
    anchor: grid.anchor(bounds),
  };
}

/** A circle around the symbol of a unit's function; an oval where the symbol is longer than a letter. */
function circle({ parts, symbolColumn, row }: DiagramNode, grid: PixelGrid): readonly Shape[] {
  if (symbolColumn === undefined) return [];
  const left = grid.left(symbolColumn);
  const width = Math.max(SYMBOL_SIZE, grid.right(symbolColumn) - left - 2);
  const bounds = {
    left: (left + grid.right(symbolColumn) - width) / 2,
    top: grid.middle(row + 1) - SYMBOL_SIZE / 2,
    width,
    height: SYMBOL_SIZE,
  };
  const [netInput = '', activation = ''] = parts.map((part) => part.name);
  return [
    {
      kind: 'shape',
      name: diagramWords.circle(netInput),
      description: diagramWords.circleDescription(netInput, activation),
      form: { rounding: 1 },
      line: { color: shades.forward.strong, width: 1.25 },
      bounds,
      anchor: grid.anchor(bounds),
    },
  ];
}
