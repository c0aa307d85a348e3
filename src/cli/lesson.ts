import { firstChoice } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import { singleRun } from '../network/runs.ts';
import { inFlags } from './flags.ts';
import { type GenerateArguments, trainedNetwork } from './generate.ts';

/** Rows of an exercise unless told otherwise: enough to see a weight move, few enough for a lesson. */
export const LESSON_ROWS = 5;

/** What says of which network an exercise is. */
interface LessonArguments extends Omit<GenerateArguments, 'output'> {
  readonly run: string | undefined;
}

/** The network of an exercise: with one run and a few rows, unless the options say otherwise. */
export async function lessonNetwork(given: LessonArguments): Promise<Network> {
  const whole = await trainedNetwork(given);
  const network = inFlags(() => singleRun(whole, given.run));
  const { learningRates } = network;
  const rate = learningRates[firstChoice(network).rate];
  return {
    ...network,
    ...(given.learningRates === undefined && rate !== undefined ? { learningRates: [rate] } : {}),
    ...(given.iterations === undefined ? { iterations: LESSON_ROWS } : {}),
  };
}
