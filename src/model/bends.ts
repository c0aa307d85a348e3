import { symbol } from '../expression/tree.ts';
import type { Topology } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import { activations, type Sides } from './activation/index.ts';
import { losses } from './loss/index.ts';

/**
 * All places of a forward pass where a function goes on otherwise, as pairs of numbers: when another one of the two becomes the larger, the
 * slope jumps, or changes at once.
 */
export function bendsOf(topology: Topology): readonly Sides[] {
  const { bend: bendOfLoss } = losses[topology.loss];
  return topology.passes.flatMap((pass) => {
    const { layers, errors } = viewOf(topology, pass);
    const ofUnits = layers.flatMap(({ activation, units }) => {
      const { bend } = activations[activation];
      return bend === undefined ? [] : units.map(({ netInput }) => bend(symbol(netInput)));
    });
    const ofErrors = errors.flatMap(({ target, output }) =>
      bendOfLoss === undefined ? [] : [bendOfLoss(symbol(target), symbol(output))],
    );
    return [...ofUnits, ...ofErrors];
  });
}
