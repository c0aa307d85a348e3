import type { Topology } from '../../../quantities/topology.ts';
import { labelsOf } from './values.ts';

/** Rows of a node: the names and numbers of the way forward, those of the way back, and a line of what these are made of. */
export const NODE_ROWS = { input: 2, unit: 5, error: 5, total: 5 } as const;

/** Rows of the label of a weight: its number, and its gradient below. */
export const LABEL_ROWS = 2;

/** How many layers, and how many inputs or units in one, the diagram has room for. */
export const DIAGRAM_LIMITS = { layers: 6, units: 8 } as const;

/** Whether a network is small enough for the diagram. */
export function fitsDiagram({ inputs, layers }: Topology): boolean {
  const units = [inputs.length, ...layers.map((layer) => layer.units.length)];
  return layers.length <= DIAGRAM_LIMITS.layers && units.every((count) => count <= DIAGRAM_LIMITS.units);
}

/** Rows of the diagram, counted from its first one, 0. */
export interface DiagramRows {
  /** The first rows of the inputs, from the top. */
  readonly inputs: readonly number[];
  /** The first rows of the units of each layer. */
  readonly layers: readonly (readonly number[])[];
  /** The first row of the total error. */
  readonly total: number;
  /** How many rows there are. */
  readonly height: number;
}

/** The rows of every node: those of a layer at equal distances, every layer in the middle of the whole. */
export function diagramRows({ inputs, layers }: Topology): DiagramRows {
  const columns: readonly Stack[] = [
    stackOf(inputs.length, 0, NODE_ROWS.input),
    ...layers.map(({ units }) =>
      stackOf(units.length, units[0] === undefined ? 0 : labelsOf(units[0]), NODE_ROWS.unit),
    ),
  ];
  const height = Math.max(...columns.map(heightOf));
  const widest = Math.max(...columns.map(({ pitch }) => pitch));
  const [first = [], ...others] = columns.map((stack) => rowsOf(stretched(stack, height, widest), height));
  return { inputs: first, layers: others, total: Math.floor((height - NODE_ROWS.total) / 2), height };
}

/** First rows of the labels of so many weights, counted from the first row of the unit that they feed; two leave a row free. */
export function labelOffsets(weights: number): readonly number[] {
  if (weights === 2) return [0, NODE_ROWS.unit - LABEL_ROWS];
  const first = Math.ceil((NODE_ROWS.unit - LABEL_ROWS * weights) / 2);
  return Array.from({ length: weights }, (_, k) => first + LABEL_ROWS * k);
}

/** Nodes one above the other. */
interface Stack {
  readonly nodes: number;
  /** Rows that a node takes with the labels of its weights, and how many of them are above the node. */
  readonly block: number;
  readonly above: number;
  /** Rows from one node to the next. */
  readonly pitch: number;
}

/** Rows from one node to the next with which a small network looks at ease. */
const COMFORT = 7;

function stackOf(nodes: number, weights: number, nodeRows: number): Stack {
  const offsets = labelOffsets(weights);
  const above = Math.max(0, -(offsets[0] ?? 0));
  const block = above + Math.max(nodeRows, (offsets.at(-1) ?? -LABEL_ROWS) + LABEL_ROWS);
  if (nodes < 2) return { nodes, block, above, pitch: 0 };
  // Inputs have round outlines, which reach further up and down than their texts.
  return { nodes, block, above, pitch: Math.max(block + (weights === 0 ? 2 : 1), nodes < 3 ? COMFORT : 0) };
}

const heightOf = ({ nodes, block, pitch }: Stack): number => Math.max(0, nodes - 1) * pitch + block;

/** Spreads a stack towards the height of the highest one, but no wider than the widest. */
function stretched(stack: Stack, height: number, widest: number): Stack {
  if (stack.nodes < 2) return stack;
  const possible = Math.floor((height - stack.block) / (stack.nodes - 1));
  return { ...stack, pitch: Math.max(stack.pitch, Math.min(widest, possible)) };
}

function rowsOf(stack: Stack, height: number): readonly number[] {
  const top = Math.floor((height - heightOf(stack)) / 2) + stack.above;
  return Array.from({ length: stack.nodes }, (_, k) => top + k * stack.pitch);
}
