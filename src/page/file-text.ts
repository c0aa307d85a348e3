import type { Network } from '../network/network.ts';

/** The text of a network file in as few characters as it takes, for an address. */
export function textForAddress(network: Network): string {
  const { $schema: _, initialWeights: __, ...plain } = network;
  return JSON.stringify(plain);
}
