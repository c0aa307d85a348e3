import { DataFaults } from './fault.ts';

/**
 * How many of the samples test.
 *
 * @param share of them, from 0 to below 1
 * @throws DataFaults where it leaves none to train or none to test with
 */
export function testCount(samples: number, share: number): number {
  if (share === 0) return 0;
  const count = Math.round(samples * share);
  if (count > 0 && count < samples) return count;
  const purpose = count === 0 ? 'test' : 'train';
  const message = `${share} of ${samples} leaves no sample to ${purpose} with; give another share, or more samples.`;
  throw new DataFaults({ field: 'test', message });
}
