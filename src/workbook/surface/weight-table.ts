import { activations } from '../../model/activation/index.ts';
import type { Layer } from '../../quantities/layer.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute } from '../../sheet/address.ts';
import { acrossOf, restOf, type SurfacePlan, upOf } from './plan.ts';

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

/** The table of a layer's weights. @param sharing the layer in all runs that the sheet can show @param parameters takes the cells of all weights */
export function weightTable(
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

/** The last row of such a table. */
export const bottomOf = ({ lastRow, biasRow, slopeRow, acrossRow, largestRow }: WeightTable): number =>
  Math.max(lastRow, biasRow ?? 0, slopeRow ?? 0, acrossRow === undefined ? 0 : acrossRow + 2, largestRow ?? 0);
