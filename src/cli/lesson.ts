import { firstChoice } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import { type GenerateArguments, trainedNetwork } from './generate.ts';

/** Rows of an exercise unless told otherwise: enough to see a weight move, few enough for a lesson. */
export const LESSON_ROWS = 5;

/** The network of an exercise: with one learning rate and a few rows, unless the options say otherwise. */
export async function lessonNetwork(given: Omit<GenerateArguments, 'output'>): Promise<Network> {
  const network = await trainedNetwork(given);
  const { learningRates } = network;
  const rate = learningRates[firstChoice(network).rate];
  return {
    ...network,
    ...(given.learningRates === undefined && rate !== undefined ? { learningRates: [rate] } : {}),
    ...(given.iterations === undefined ? { iterations: LESSON_ROWS } : {}),
  };
}
