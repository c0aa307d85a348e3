import type { Rectangle } from '../../../sheet/anchor.ts';
import type { Form, Shape, Stroke } from '../../../sheet/figure.ts';
import { shades } from '../../look/palette.ts';
import type { PixelGrid } from '../../look/pixel-grid.ts';
import { diagramWords } from '../words.ts';
import type { DiagramLayout, DiagramNode, JointFunction } from './layout.ts';
import { NODE_ROWS } from './rows.ts';

/** How far an outline reaches above and below the cells of its node, in pixels; a round one further, as it is narrow there. */
const margins: Readonly<Record<DiagramNode['kind'], number>> = { input: 10, unit: 3, error: 3, total: 6 };

const SYMBOL_SIZE = 19;

/** The outlines of the nodes, and the circles around the symbols of functions. */
export function diagramOutlines(layout: DiagramLayout, grid: PixelGrid): readonly Shape[] {
  const nodes = [...layout.inputs, ...layout.layers.flat(), ...layout.errors, layout.total];
  return [
    ...nodes.flatMap((node) => (node.apart ? halves(node, grid) : [outline(node, grid), ...circle(node, grid)])),
    ...layout.joints.map((joint) => jointOutline(joint, grid)),
  ];
}

/** Net input and activation of a unit whose function takes the whole layer, each by itself. */
const halves = (node: DiagramNode, grid: PixelGrid): readonly Shape[] =>
  node.parts.map((part) => {
    const bounds = nodeBounds({ ...node, parts: [part] }, grid);
    return {
      kind: 'shape',
      name: diagramWords.nodes.unit(part.name),
      description: diagramWords.halfDescription(part.name),
      ...looks.unit,
      bounds,
      anchor: grid.anchor(bounds),
    };
  });

/** Pixels between a function of a layer and what it takes and gives. */
const JOINT_GAP = 4;

/** One function of the whole layer, from its first unit to its last. */
function jointOutline({ column, units }: JointFunction, grid: PixelGrid): Shape {
  const [first, last] = [units[0], units.at(-1)];
  const top = grid.top(first?.row ?? 1) - margins.unit;
  const bounds = {
    left: grid.left(column) + JOINT_GAP,
    top,
    width: grid.right(column) - grid.left(column) - 2 * JOINT_GAP,
    height: grid.bottom((last?.row ?? 1) + NODE_ROWS.unit - 1) + margins.unit - top,
  };
  const names = (k: number): readonly string[] => units.map(({ parts }) => parts.at(k)?.name ?? '');
  return {
    kind: 'shape',
    name: diagramWords.joint(names(0)),
    description: diagramWords.jointDescription(names(0), names(-1)),
    form: { rounding: 0.2 },
    line: { color: shades.forward.strong, width: 1.25 },
    bounds,
    anchor: grid.anchor(bounds),
  };
}

/** The rectangle around a node. */
export function nodeBounds({ kind, parts, row }: DiagramNode, grid: PixelGrid): Rectangle {
  const left = grid.left(parts[0]?.column ?? 1);
  const top = grid.top(row) - margins[kind];
  return {
    left,
    top,
    width: grid.right(parts.at(-1)?.column ?? 1) - left,
    height: grid.bottom(row + NODE_ROWS[kind] - 1) + margins[kind] - top,
  };
}

const looks: Readonly<Record<DiagramNode['kind'], { readonly form: Form; readonly line: Stroke }>> = {
  input: { form: 'ellipse', line: { color: shades.input.strong, width: 1.5 } },
  unit: { form: { rounding: 0.2 }, line: { color: shades.forward.strong, width: 1.5 } },
  error: { form: { rounding: 0.2 }, line: { color: shades.error.strong, width: 1.5 } },
  total: { form: { rounding: 0.2 }, line: { color: shades.total.strong, width: 2.75 } },
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
