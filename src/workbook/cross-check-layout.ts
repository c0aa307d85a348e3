import { TOTAL_ERROR, type Topology, weightsOf } from '../spec/topology.ts';

/** The sheet that holds the engine's numbers beside the live ones. */
export const CROSS_CHECK_SHEET = 'Cross-check';

/** The most weights that are compared one by one. */
const MOST_WEIGHTS = 20;

/** The iterations that are compared: the first three, the middle and the last. */
export function checkedIterations(iterations: number): readonly number[] {
  const wanted = [1, 2, 3, Math.round(iterations / 2), iterations];
  return [...new Set(wanted)].filter((k) => k >= 1 && k <= iterations).sort((a, b) => a - b);
}

/** The quantities that are compared: E_total, the outputs, and the weights, of many the first and the last ten. */
export function checkedQuantities(topology: Topology): readonly string[] {
  const weights = weightsOf(topology).map((weight) => weight.name);
  const half = MOST_WEIGHTS / 2;
  const shown = weights.length <= MOST_WEIGHTS ? weights : [...weights.slice(0, half), ...weights.slice(-half)];
  return [TOTAL_ERROR, ...topology.errors.map((error) => error.output), ...shown];
}
