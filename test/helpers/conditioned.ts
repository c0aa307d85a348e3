import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf, trainedOf } from '../../src/quantities/topology.ts';
import { near } from './numbers.ts';

/**
 * Whether the numbers of a network say more than how they were rounded: another 1e-13 of its weights and targets must not show. A gradient that is 0
 * but for rounding does show where an optimizer divides it by its own size.
 */
export const isConditioned = (network: Network): boolean => !isIdle(network) && hasSigns(network) && isStable(network);

/** So near to 0, rounding decides which sign a number has that training has brought there. */
const NEAR = 1e-9;

/** Whether L1 finds the sign of every number that it pulls. */
function hasSigns(network: Network): boolean {
  if (network.optimizer?.l1 === undefined) return true;
  const topology = topologyOf(network);
  const [rate = Number.NaN] = network.learningRates;
  const trained = trainedOf(topology).map(({ name }) => quantityOf(name));
  const trace = train(topology, rate, network.iterations, trained);
  return Array.from({ length: network.iterations - 1 }, (_, k) => [...trace.row(k + 2)])
    .flat()
    .every((value) => !(Math.abs(value) < NEAR));
}

/** Whether another 1e-13 of its numbers does not show. */
function isStable(network: Network): boolean {
  const off = (k: number): number => 1e-13 * (k % 3);
  const nudged: Network = {
    ...network,
    samples: network.samples.map(({ inputs, targets }) => ({
      inputs,
      targets: targets.map((target, k) => target * (1 - off(k + 1))),
    })),
    layers: network.layers.map((layer, l) => ({
      ...layer,
      weights: layer.weights.map((row, u) => row.map((weight, k) => weight * (1 + off(l + u + k)))),
    })),
  };
  const [rate = Number.NaN] = network.learningRates;
  const [plain, other] = [network, nudged].map((each) => {
    const topology = topologyOf(each);
    const quantities = columnsOf(columnGroups(topology)).map(({ quantity }) => quantity);
    return train(topology, rate, each.iterations, quantities);
  });
  return Array.from({ length: network.iterations }, (_, k) => k + 1).every((k) =>
    [...(plain?.row(k) ?? [])].every((value, column) =>
      near(other?.row(k)[column] ?? Number.NaN, value, { relative: 1e-10, floor: 1e-11 }),
    ),
  );
}

/** One bias for a whole softmax layer changes nothing: its gradient is nothing but rounding, which programs do differently. */
const isIdle = ({ layers }: Network): boolean =>
  layers.some(
    ({ activation, bias, trainBias }) => activation === 'softmax' && typeof bias === 'number' && trainBias !== false,
  );
