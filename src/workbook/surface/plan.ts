import { type Expression, product, sum, symbol } from '../../expression/tree.ts';
import { activations } from '../../model/activation/index.ts';
import { layerSymbols, netInput } from '../../model/forward.ts';
import type { Unit } from '../../quantities/layer.ts';
import { type Topology, trainedOf } from '../../quantities/topology.ts';

/** One number of the network at every point of the grid: the activation of a unit, or what it takes to come to it. */
export interface GridBlock {
  readonly name: string;
  /** How it comes of the point, the weights and the blocks before; undefined for {@link WINNER}. */
  readonly formula: Expression | undefined;
}

/** A unit that is drawn beside the surface, small. */
export interface DrawnUnit {
  readonly name: string;
  readonly layer: number;
  /** The number of the unit in its layer, counted from 1. */
  readonly number: number;
}

/** What is drawn of a network, and on how many points. */
export interface SurfacePlan {
  /** A curve over the only input, or a map over two of them. */
  readonly shape: 'curve' | 'map';
  /** Points of a row of the grid, and rows. */
  readonly across: number;
  readonly rows: number;
  readonly blocks: readonly GridBlock[];
  /** The block that is drawn large. */
  readonly large: string;
  /** Whether it tells which output of a softmax is the largest. */
  readonly classes: boolean;
  /** Whether there are several outputs of which one is chosen. */
  readonly chosen: boolean;
  /** Whether there are more inputs than axes, so that two are chosen and the others are held. */
  readonly held: boolean;
  readonly drawn: readonly DrawnUnit[];
  /** How many samples are marked. */
  readonly samples: number;
}

/** The block of the output that is chosen, and that of the class whose share is the largest. */
export const OUTPUT = 'output';
export const WINNER = 'winner';

/** A point of the grid, as formulas name it where the axes are chosen, and what the inputs that are held add to a unit. */
export const X = 'x';
export const Y = 'y';
export const acrossOf = ({ netInput: of }: Unit): string => `across ${of}`;
export const upOf = ({ netInput: of }: Unit): string => `up ${of}`;
export const restOf = ({ netInput: of }: Unit): string => `rest ${of}`;

/** Points of a curve. */
const CURVE_POINTS = 49;

/** Points of a side of a map, by how many blocks there may be for it: 20,000 formulas in all. */
const GRIDS = [
  { side: 25, blocks: 32 },
  { side: 13, blocks: 118 },
] as const;

/** What a sheet of surfaces can hold. */
export const surfaceLimits = { weights: 2000, blocks: GRIDS[1].blocks, drawn: 8, samples: 100 } as const;

/** Classes of a softmax whose winner one formula finds. */
const MOST_CLASSES = 20;

/** Inputs and targets of marked samples, at most. */
const MOST_GIVEN = 3000;

/** Plans the surfaces of a network; undefined for one that is too large. */
export function surfacePlan(topology: Topology): SurfacePlan | undefined {
  const { inputs, layers, samples } = topology;
  const outputs = layers.at(-1);
  if (outputs === undefined || trainedOf(topology).length > surfaceLimits.weights) return undefined;
  const shape = inputs.length === 1 ? 'curve' : 'map';
  const several = outputs.units.length > 1;
  const joint = activations[outputs.activation].joint;
  const classes = shape === 'map' && joint && several && outputs.units.length <= MOST_CLASSES;
  const chosen = several && !classes;
  const held = inputs.length > 2;
  const blocks = [
    ...layers.flatMap((layer, l) => blocksOf(topology, l, held, layer === outputs && chosen && !joint)),
    ...(classes ? [{ name: WINNER, formula: undefined }] : []),
    ...(chosen && joint ? [{ name: OUTPUT, formula: undefined }] : []),
  ];
  const grid = GRIDS.find((each) => blocks.length <= each.blocks);
  if (grid === undefined) return undefined;
  const units = layers
    .slice(0, classes ? layers.length : -1)
    .flatMap((layer, l) =>
      layer.units.map((unit, u): DrawnUnit => ({ name: unit.activation, layer: l, number: u + 1 })),
    );
  return {
    shape,
    across: shape === 'curve' ? 1 : grid.side,
    rows: shape === 'curve' ? CURVE_POINTS : grid.side,
    blocks,
    large: classes ? WINNER : chosen ? OUTPUT : (outputs.units[0]?.activation ?? ''),
    classes,
    chosen,
    held,
    drawn: units.slice(0, surfaceLimits.drawn),
    samples: Math.min(
      samples.length,
      surfaceLimits.samples,
      Math.max(1, Math.floor(MOST_GIVEN / (inputs.length + topology.targets.length))),
    ),
  };
}

/** The blocks of a layer; of outputs of which one is chosen, only that one. */
function blocksOf({ layers }: Topology, l: number, held: boolean, chosen: boolean): readonly GridBlock[] {
  const layer = layers[l];
  if (layer === undefined) return [];
  const { value, joint } = activations[layer.activation];
  const symbols = layerSymbols(layer);
  const sums = layer.units.map((unit) => (l === 0 && held ? heldInput(unit) : netInput(unit)));
  if (!joint) {
    const units = chosen ? layer.units.slice(0, 1) : layer.units;
    const name = (unit: Unit): string => (chosen ? OUTPUT : unit.activation);
    return units.map((unit, u) => ({ name: name(unit), formula: value({ ...symbols, netInputs: sums }, u) }));
  }
  const largest: readonly GridBlock[] =
    layer.largest === undefined
      ? []
      : [{ name: layer.largest, formula: { kind: 'function', name: 'max', arguments: symbols.netInputs } }];
  return [
    ...layer.units.map((unit, u) => ({ name: unit.netInput, formula: sums[u] })),
    ...largest,
    ...layer.units.map((unit, u) => ({ name: unit.activation, formula: value(symbols, u) })),
  ];
}

/** A net input of which two terms move with the point. */
const heldInput = (unit: Unit): Expression =>
  sum(product(symbol(acrossOf(unit)), symbol(X)), product(symbol(upOf(unit)), symbol(Y)), symbol(restOf(unit)));
