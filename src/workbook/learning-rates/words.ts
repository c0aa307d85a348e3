import type { Called } from '../called.ts';
import { counted, grouped } from '../start/words.ts';

const iterationsOf = (count: number): string => counted(count, 'iteration');

/** What the sheet says that compares the runs. */
export const ratesWords = {
  title: ({ sheet }: Called): string => `${sheet} compared`,
  use: (total: string, { one, many }: Called, sample?: readonly [shown: number, of: number]): string =>
    `${total} of ${sample === undefined ? 'every iteration' : `${sample.map(grouped).join(' of ')} iterations, evenly spaced`}, ` +
    `one column per ${one}, read from the sheets of the ${many}.${sample === undefined ? '' : ' All charts draw these.'}`,
  /** Where iterations of the runs take different numbers of samples. */
  batches: ' It is the mean over the last epoch; the charts count iterations, not epochs.',
  samples: (sheet: string): string => `For the charts of ${sheet}`,
  head: (total: string, runs: number, { named, head }: Called): string => {
    if (named) return runs === 1 ? `${total} of` : `${total} of each run`;
    return runs === 1 ? `${total} at ${head} =` : `${total} for learning rate ${head} =`;
  },
  reading: {
    noneLeft: (iterations: number, { many }: Called): string =>
      `No run has a number left at iteration ${iterations}: the sheets of the ${many} say why.`,
    single: ({ one }: Called): string => `One ${one} only: the comparison needs more of them.`,
    oneLeft: (iterations: number, { before }: Called): readonly [string, string] => [
      `Only ${before}`,
      ` still has a number at iteration ${iterations}.`,
    ],
    equal: (error: string, iterations: number, { many, named }: Called): string =>
      iterations === 1 && !named
        ? `At iteration 1 all ${many} have the same ${error}: they start from the same weights.`
        : `At iteration ${iterations} all ${many} have the same ${error}.`,
    fastest: (error: string, iterations: number, { before }: Called): readonly [string, string, string] => [
      `Fastest after ${iterationsOf(iterations)}: ${before}`,
      ` (smallest ${error}); slowest: ${before}`,
      ' (largest).',
    ],
    /** Where the error of some runs is above the first one, which is not slow. */
    rose: (error: string, iterations: number, { before, named }: Called): readonly [string, string, string] => [
      `Fastest after ${iterationsOf(iterations)}: ${before}`,
      ` (smallest ${error}); ${named ? 'slowest: ' : `the error rose at ${before}`}`,
      named ? ' (largest). In some runs it rose.' : ' (largest).',
    ],
    allRose: (iterations: number, { one, before, named }: Called): readonly [string, string, string] => [
      `The error rose ${named ? 'in' : 'at'} every ${one}: after ${iterationsOf(iterations)} least ${named ? 'with ' : `at ${before}`}`,
      `, most ${named ? 'with ' : `at ${before}`}`,
      '.',
    ],
    ended: (runs: number): readonly [string, string] => [' No number left: ', ` of ${runs}.`],
  },
  change: 'change the threshold ›',
  charts: 'the charts ›',
  below: (error: string): string => `blue: ${error} below`,
  parts: {
    least: ({ head }: Called): string => `smallest at ${head}`,
    most: ({ head }: Called): string => `largest at ${head}`,
    rose: 'risen',
    ended: 'no number',
    smallest: 'smallest',
    largest: 'largest',
  },
  logarithmic: (error: string): string => `For the logarithmic chart: #N/A where ${error} is 0`,
} as const;
