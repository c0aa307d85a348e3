import { type Fault, InputError } from './input-error.ts';
import type { Network } from './network.ts';

/** A learning rate, by its position counted from 0, and an iteration, counted from 1. */
export interface Choice {
  readonly rate: number;
  readonly iteration: number;
}

/** The learning rate in the middle, at its first iteration. */
export function firstChoice(network: Network): Choice {
  return { rate: Math.floor((network.learningRates.length - 1) / 2), iteration: 1 };
}

/** A learning rate, which need not be one of the network's, and an iteration, counted from 1. */
export interface Moment {
  readonly learningRate: number;
  readonly iteration: number;
}

/** What may be asked for of a {@link Moment}; the rest is that of the first choice. */
export type PartialMoment = { readonly [Part in keyof Moment]?: Moment[Part] | undefined };

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
