import { momentOf, type PartialMoment } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import { singleRun } from '../network/runs.ts';
import { topologyOf } from '../quantities/topology.ts';
import { numpyScript } from '../script/numpy.ts';
import { planOf } from '../script/plan.ts';
import { pytorchScript } from '../script/pytorch.ts';

/** What a script trains with. */
export const scriptLibraries = ['numpy', 'pytorch'] as const;

/** A library that {@link trainingScript} writes for. */
export type ScriptLibrary = (typeof scriptLibraries)[number];

const scripts = { numpy: numpyScript, pytorch: pytorchScript } as const;

/**
 * A Python script that trains the same network and prints the same numbers: those of one iteration by their names, then a line for
 * every iteration with its error, weights and biases before the update.
 *
 * @param library `numpy` has every derivative written out, `pytorch` finds them by itself
 * @param wanted the learning rate in the middle and iteration 1, unless others are asked for
 * @throws InputError when the learning rate is not positive, or the network has no such iteration or run
 * @example
 * await writeFile('train.py', trainingScript(network, 'numpy', { learningRate: 0.5 }));
 */
export function trainingScript(given: Network, library: ScriptLibrary, wanted: PartialMoment = {}): string {
  const network = singleRun(given, wanted.run);
  return scripts[library](planOf(network, topologyOf(network), momentOf(network, wanted)));
}
