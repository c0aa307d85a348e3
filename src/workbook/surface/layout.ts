import { activations } from '../../model/activation/index.ts';
import type { Layer } from '../../quantities/layer.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, columnLetters } from '../../sheet/address.ts';
import type { ChoiceCells } from '../own-choice.ts';
import { acrossOf, restOf, type SurfacePlan, upOf } from './plan.ts';

/** The sheet that shows what a network has learned. */
export const SURFACE_SHEET = 'Surface';

/** The large map or chart: its first cell, and its size in pixels. */
export const LARGE = { row: 6, column: 4, pixels: 400 } as const;

/** The first column of the small maps, and how wide they are: points, and columns with the gap. */
export const SMALL = { column: LARGE.column + 26, points: 13, pitch: 14 } as const;

/** Columns of the axes, of what is drawn and of the samples, counted from the first of the working. */
export const axisColumns = { name: 0, number: 1, lowest: 2, highest: 3, first: 4, step: 5 } as const;
export const outputColumns = { name: 0, number: 1, level: 2, low: 3, high: 4, typed: 5 } as const;
export const sampleColumns = { number: 0, x: 1, y: 2, target: 3, column: 4, row: 5, mark: 6, given: 7 } as const;

/** Rows of the working that are the same for all networks. */
const AXES_ROW = 6;
const DRAWN_ROW = 10;
const WEIGHTS_ROW = 13;

/** Rows of the visible part; the grid begins below them. */
const VISIBLE_ROWS = 36;

/** Where the weights of a layer stand in the working. */
export interface WeightTable {
  readonly headRow: number;
  /** The column of the first unit. */
  readonly firstUnit: number;
  /** The rows of what feeds the layer, from the first to the last. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly biasRow: number | undefined;
  readonly slopeRow: number | undefined;
  /** Where two inputs are chosen: the weight of either, and what the others add. */
  readonly acrossRow: number | undefined;
  /** The largest size of each unit's activations, where no function bounds it. */
  readonly largestRow: number | undefined;
  /** The column of the weights of the chosen output. */
  readonly chosenColumn: number | undefined;
}

/** Where everything stands on the sheet Surface; rows and columns counted from 1. */
export interface SurfaceLayout {
  readonly cells: ChoiceCells;
  /** The cell of the sample that counts for inputs that are held. */
  readonly heldSample: string;
  /** The first column of the working, and the position of the rate in it. */
  readonly working: number;
  readonly axesRow: number;
  readonly drawnRow: number;
  readonly tables: readonly WeightTable[];
  readonly samplesRow: number;
  /** The grid: its title, the names of the blocks, the horizontal axis, the first and the last row. */
  readonly gridTitle: number;
  readonly nameRow: number;
  readonly axisRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** A cell of an axis, 0 across and 1 up; of what is drawn; of a sample, counted from 0. */
  axis(axis: number, column: keyof typeof axisColumns): string;
  drawn(column: keyof typeof outputColumns): string;
  sample(sample: number, column: number): string;
  /** All cells of a column of the samples. */
  samples(column: number): string;
  /** The cell of a weight, a bias, a slope, or of what stands for them where inputs are held. */
  parameter(name: string): string;
  /** The column of a block's first point. */
  block(name: string): number;
  /** All cells of a block. */
  blockRange(name: string): string;
}

/** Cells of the choice in row 3, and in row 4 those of the axes; of both, how many columns each takes. */
export const CHOICE = {
  row: 3,
  axesRow: 4,
  rate: { column: 5, columns: 4 },
  iteration: { column: 14, columns: 4 },
  output: { column: 23, columns: 6 },
} as const;

/** The sample that counts for inputs that are held, its column counted from the first of the working. */
export const HELD_SAMPLE = { row: CHOICE.row, column: 4 } as const;

/** The first column of the working, right of the small maps. */
const firstOfWorking = ({ drawn }: Pick<SurfacePlan, 'drawn'>): number =>
  SMALL.column + Math.max(3, Math.ceil(drawn.length / 2)) * SMALL.pitch + 1;

/** The cell with the position of the run that is chosen. */
export const surfacePosition = (plan: Pick<SurfacePlan, 'drawn'>): string =>
  absolute(CHOICE.row, firstOfWorking(plan) + 1);

/**
 * Lays out the picture on the left, and on the right, one below the other, all that it is made of.
 *
 * @param sharing the networks of all runs that the sheet can show
 */
export function surfaceLayout(
  topology: Topology,
  plan: SurfacePlan,
  sharing: readonly Topology[] = [topology],
): SurfaceLayout {
  const working = firstOfWorking(plan);
  const parameters = new Map<string, string>();
  const tables: WeightTable[] = [];
  let row = WEIGHTS_ROW;
  for (const [l] of topology.layers.entries()) {
    const table = weightTable(
      topology,
      plan,
      sharing.flatMap(({ layers }) => layers[l] ?? []),
      l,
      row,
      working,
      parameters,
    );
    tables.push(table);
    row = bottomOf(table) + 2;
  }
  const samplesRow = row;
  const gridTitle = Math.max(VISIBLE_ROWS, samplesRow + plan.samples + 2);
  const firstRow = gridTitle + 3;
  const lastRow = firstRow + plan.rows - 1;
  const starts = new Map(plan.blocks.map(({ name }, b) => [name, working + 1 + b * plan.across]));
  const block = (name: string): number => found(starts.get(name), name);
  const columnRange = (column: number, first: number, last: number): string =>
    `${absolute(first, column)}:${absolute(last, column)}`;
  return {
    cells: {
      rate: absolute(CHOICE.row, CHOICE.rate.column),
      typedIteration: absolute(CHOICE.row, CHOICE.iteration.column),
      position: surfacePosition(plan),
      iteration: absolute(CHOICE.row, working + 2),
    },
    heldSample: absolute(HELD_SAMPLE.row, working + HELD_SAMPLE.column),
    working,
    axesRow: AXES_ROW,
    drawnRow: DRAWN_ROW,
    tables,
    samplesRow,
    gridTitle,
    nameRow: gridTitle + 1,
    axisRow: gridTitle + 2,
    firstRow,
    lastRow,
    axis: (axis, column) => absolute(AXES_ROW + 1 + axis, working + axisColumns[column]),
    drawn: (column) => absolute(DRAWN_ROW + 1, working + outputColumns[column]),
    sample: (sample, column) => `${columnLetters(working + column)}${samplesRow + 1 + sample}`,
    samples: (column) => columnRange(working + column, samplesRow + 1, samplesRow + plan.samples),
    parameter: (name) => found(parameters.get(name), name),
    block,
    blockRange: (name) => `${absolute(firstRow, block(name))}:${absolute(lastRow, block(name) + plan.across - 1)}`,
  };
}

/** The table of a layer's weights. @param sharing the layer in all runs that the sheet can show @param parameters takes the cells of all weights */
function weightTable(
  { layers }: Topology,
  { held, chosen, classes }: SurfacePlan,
  sharing: readonly Layer[],
  l: number,
  headRow: number,
  working: number,
  parameters: Map<string, string>,
): WeightTable {
  const layer = layers[l];
  if (layer === undefined) throw new RangeError(`There is no layer ${l + 1}.`);
  const { units, biases, slope, activation } = layer;
  const firstUnit = working + 2;
  const feeders = units[0]?.weights.length ?? 0;
  const firstRow = headRow + 1;
  const lastRow = headRow + feeders;
  let next = lastRow + 1;
  const biasRow = biases.length > 0 ? next++ : undefined;
  const slopeRow = sharing.some((each) => each.slope !== undefined) ? next++ : undefined;
  const acrossRow = l === 0 && held ? next : undefined;
  if (acrossRow !== undefined) next += 3;
  const isLast = l === layers.length - 1;
  const ranges = new Set(sharing.map((each) => activations[each.activation].range?.join()));
  const largestRow = !isLast && (ranges.has(undefined) || ranges.size > 1) ? next : undefined;
  for (const [u, unit] of units.entries()) {
    for (const [k, { name }] of unit.weights.entries()) parameters.set(name, absolute(firstRow + k, firstUnit + u));
    if (biasRow !== undefined && unit.bias !== undefined && !parameters.has(unit.bias))
      parameters.set(unit.bias, absolute(biasRow, firstUnit + u));
    if (acrossRow !== undefined)
      for (const [k, of] of [acrossOf, upOf, restOf].entries())
        parameters.set(of(unit), absolute(acrossRow + k, firstUnit + u));
  }
  if (slope !== undefined && slopeRow !== undefined) parameters.set(slope, absolute(slopeRow, firstUnit));
  return {
    headRow,
    firstUnit,
    firstRow,
    lastRow,
    biasRow,
    slopeRow,
    acrossRow,
    largestRow,
    chosenColumn: isLast && chosen && !classes && !activations[activation].joint ? firstUnit + units.length : undefined,
  };
}

const bottomOf = ({ lastRow, biasRow, slopeRow, acrossRow, largestRow }: WeightTable): number =>
  Math.max(lastRow, biasRow ?? 0, slopeRow ?? 0, acrossRow === undefined ? 0 : acrossRow + 2, largestRow ?? 0);

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`The sheet Surface has no ${name}.`);
  return value;
}
