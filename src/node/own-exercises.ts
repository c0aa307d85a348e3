import { type OwnExercise, ownExercise } from '../classroom/own-exercise.ts';
import { type PoolOutcome, pooled } from './pool.ts';

/**
 * Makes the exercises of a class on all cores.
 *
 * @param threads as many as the machine has cores unless given
 * @returns the workbooks, in order
 */
export const ownExercises = (
  orders: readonly OwnExercise[],
  threads: number | undefined,
): AsyncIterable<PoolOutcome<Uint8Array>> =>
  pooled(orders, {
    threads,
    orders: orders.length,
    worker: new URL('./exercise-worker.js', import.meta.url),
    here: ownExercise,
  });
