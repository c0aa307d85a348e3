import type { Topology } from '../../../quantities/topology.ts';
import { labelsOf } from './values.ts';

/** Rows of a node: its name, its number, its formula. */
export const NODE_ROWS = 3;

/** How far a target stands from the middle row of its error: its own row, then one for the arrow. */
const TARGET_DISTANCE = 3;

/** How many layers, and how many inputs or units in one, the diagram has room for. */
export const DIAGRAM_LIMITS = { layers: 6, units: 8 } as const;

/** Whether a network is small enough for the diagram. */
export function fitsDiagram({ inputs, layers }: Topology): boolean {
  const units = [inputs.length, ...layers.map((layer) => layer.units.length)];
  return layers.length <= DIAGRAM_LIMITS.layers && units.every((count) => count <= DIAGRAM_LIMITS.units);
}

/** Rows of the diagram, counted from its middle: 0 is the middle row, −1 the one above. */
export interface DiagramRows {
  /** The middle rows of the inputs, from the top. */
  readonly inputs: readonly number[];
  /** The middle rows of the units of each layer. */
  readonly layers: readonly (readonly number[])[];
  readonly first: number;
  readonly last: number;
}

/**
 * The rows of every node. A node stands in the middle of the labels of its weights; an even number of labels leaves that row free, so
 * that nodes, layers and the whole are symmetric about a row. For the same reason the nodes of a layer are an even number of rows
 * apart.
 */
export function diagramRows({ inputs, layers }: Topology): DiagramRows {
  const columns: readonly Stack[] = [
    stackOf(inputs.length, 0, false),
    ...layers.map(({ role, units }) =>
      stackOf(units.length, units[0] === undefined ? 0 : labelsOf(units[0]), role === 'output'),
    ),
  ];
  const height = Math.max(...columns.map(heightOf));
  const widest = Math.max(...columns.map(({ pitch }) => pitch));
  const middles = columns.map((stack) => middlesOf(stretched(stack, height, widest)));
  const edges = middles.flatMap((rows, c) => {
    const reach = ((columns[c]?.block ?? NODE_ROWS) - 1) / 2;
    return rows.flatMap((row) => [row - reach, row + reach]);
  });
  const outputs = middles.at(-1) ?? [];
  const targets = outputs.map((row, k) => row + targetOffset(k, outputs.length));
  return {
    inputs: middles[0] ?? [],
    layers: middles.slice(1),
    // A free row between the captions and the outlines of the first nodes; an arrow to a target leaves one anyway.
    first: Math.min(...edges.map((row) => row - 1), ...targets),
    last: Math.max(...edges, ...targets),
  };
}

/** Rows of the labels of so many weights, counted from the middle row of the unit that they feed. */
export function labelOffsets(weights: number): readonly number[] {
  const half = Math.floor(weights / 2);
  return Array.from({ length: weights }, (_, k) => (weights % 2 === 0 && k >= half ? k + 1 : k) - half);
}

/** Row of the k-th target, counted from the middle row of its error: above it in the upper half of the outputs, else below. */
export const targetOffset = (k: number, outputs: number): number =>
  k < outputs / 2 ? -TARGET_DISTANCE : TARGET_DISTANCE;

/** Nodes one above the other. */
interface Stack {
  readonly nodes: number;
  /** Rows that a node takes with the labels of its weights; an odd number. */
  readonly block: number;
  /** Rows from one node to the next; an even number, 0 for a single node. */
  readonly pitch: number;
}

/** Rows from one node to the next with which a small network looks at ease, and the height up to which there is room for them. */
const LARGEST_COMFORT = 6;
const COMFORTABLE_HEIGHT = 12;

/** Room for an error, its target and the arrow between them. */
const ERROR_PITCH = 6;

function stackOf(nodes: number, weights: number, withTargets: boolean): Stack {
  const block = Math.max(NODE_ROWS, weights % 2 === 0 ? weights + 1 : weights);
  if (nodes < 2) return { nodes, block, pitch: 0 };
  const comfort = Math.min(LARGEST_COMFORT, evenFloor(COMFORTABLE_HEIGHT / (nodes - 1)));
  return { nodes, block, pitch: Math.max(block + 1, comfort, withTargets ? ERROR_PITCH : 0) };
}

const heightOf = ({ nodes, block, pitch }: Stack): number => (nodes - 1) * pitch + block;

/** Spreads a stack towards the height of the highest one, but no wider than the widest. */
function stretched(stack: Stack, height: number, widest: number): Stack {
  if (stack.nodes < 2) return stack;
  const possible = evenFloor((height - stack.block) / (stack.nodes - 1));
  return { ...stack, pitch: Math.max(stack.pitch, Math.min(widest, possible)) };
}

const middlesOf = ({ nodes, pitch }: Stack): readonly number[] =>
  Array.from({ length: nodes }, (_, k) => (k - (nodes - 1) / 2) * pitch);

const evenFloor = (rows: number): number => 2 * Math.floor(rows / 2);
