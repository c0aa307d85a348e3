import type { Topology } from '../quantities/topology.ts';
import { comparedIterations } from './cross-check/layout.ts';
import { shownIterations } from './numbers/shown.ts';

/** The iterations whose numbers the sheets need again and again: what charts show, what is written out, and what is compared. */
export function keptIterations({ epoch }: Topology, iterations: number): ReadonlySet<number> {
  const { even, logarithmic } = shownIterations(iterations);
  const written = Array.from({ length: Math.min(iterations, epoch + 2) }, (_, k) => k + 1);
  return new Set([...even, ...logarithmic, ...written, ...comparedIterations(iterations)]);
}
