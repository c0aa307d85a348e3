import { askedColumns, type Blank } from '../model/asked.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { type ExerciseTask, generateExercise } from '../pipeline/generate.ts';
import { topologyOf } from '../quantities/topology.ts';
import { withOwnNumbers } from './own-numbers.ts';

/** An exercise of a class: whose it is, and which copy. */
export interface OwnExercise {
  /** The network of the class. */
  readonly network: Network;
  readonly learner: string;
  /** The seed of the class set. */
  readonly seed: number;
  readonly task: Omit<ExerciseTask, 'learner'>;
}

/**
 * Makes the exercise of a learner, with numbers of one's own. The same order gives the same bytes.
 *
 * @throws InputError when the network has nothing of what is asked for, does not fit into a workbook, or learns from no other numbers
 */
export async function ownExercise({ network, learner, seed, task }: OwnExercise): Promise<Uint8Array> {
  const { bytes } = await generateExercise(withOwnNumbers(network, learner, seed), { ...task, learner });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/**
 * The columns that every exercise of a class asks for, which are the same whatever the numbers are.
 *
 * @throws InputError where the network has nothing of the kind
 */
export function askedOfClass(network: Network, blank: Blank): readonly string[] {
  const topology = topologyOf(network);
  return askedColumns(topology, columnsOf(columnGroups(topology)), blank, network.iterations);
}
