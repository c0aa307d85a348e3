import { batchSize } from './batch.ts';
import { type Fault, InputError } from './input-error.ts';
import type { Network } from './network.ts';

/** A run, by its position counted from 0, and an iteration, counted from 1. */
export interface Choice {
  readonly rate: number;
  readonly iteration: number;
}

/** Of several learning rates the one in the middle, of runs with names the first, at its first iteration; with batches, at the first with a sample that has something to show. */
export function firstChoice(network: Network): Choice {
  const { learningRates, samples, iterations, runs } = network;
  const batch = runs?.[0]?.batch ?? network.batch;
  const telling = Math.floor(tellingSample(samples) / batchSize({ samples, batch })) + 1;
  return {
    rate: runs === undefined ? Math.floor((learningRates.length - 1) / 2) : 0,
    iteration: Math.min(telling, iterations),
  };
}

/** The position, counted from 0, of the first sample whose inputs are not all 0: nothing can be seen of those. The first, if all are. */
export const tellingSample = (samples: readonly { readonly inputs: readonly number[] }[]): number =>
  Math.max(
    0,
    samples.findIndex(({ inputs }) => inputs.some((value) => value !== 0)),
  );

/** A learning rate, which need not be one of the network's, and an iteration, counted from 1. */
export interface Moment {
  readonly learningRate: number;
  readonly iteration: number;
}

/** What may be asked for of a {@link Moment}; the rest is that of the first choice. */
export type PartialMoment = { readonly [Part in keyof Moment]?: Moment[Part] | undefined } & {
  /** The name of a run, where the network has some: the first unless given. */
  readonly run?: string | undefined;
};

/**
 * The moment that is asked for.
 *
 * @throws InputError whose faults name the part that cannot be
 */
export function momentOf(network: Network, wanted: PartialMoment): Moment {
  const first = firstChoice(network);
  const { learningRate = network.learningRates[first.rate] ?? Number.NaN, iteration = first.iteration } = wanted;
  const faults: Fault[] = [];
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    faults.push({ path: 'learningRate', message: `must be a finite number greater than 0, not ${learningRate}.` });
  if (!(Number.isInteger(iteration) && iteration >= 1 && iteration <= network.iterations))
    faults.push({
      path: 'iteration',
      message: `must be a whole number from 1 to ${network.iterations}, the network's iterations, not ${iteration}.`,
    });
  if (faults.length > 0) throw new InputError(faults);
  return { learningRate, iteration };
}
