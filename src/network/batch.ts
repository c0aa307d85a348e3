import type { Network } from './network.ts';
import { standards } from './standards.ts';

/** How many samples an iteration takes: all of them unless given. */
export function batchSize({ batch = standards.batch, samples }: Pick<Network, 'batch' | 'samples'>): number {
  if (batch === 'full') return samples.length;
  return batch === 'in-turn' ? 1 : batch;
}
