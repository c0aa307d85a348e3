import type { Stage } from '../model/stages.ts';

/** The texts of the page, in plain English. */
export const pageWords = {
  title: 'Back-propagation by hand',
  network: 'Network',
  rate: 'Learning rate',
  run: 'Run',
  drawsOwn: (run: string): string => `The run ${run} draws its weights; change them in the network file.`,
  ratesHint: (runs: readonly string[] | undefined): string =>
    runs === undefined ? 'such as 0.1 0.5 1' : `one, for the runs ${runs.join(', ')}`,
  iteration: 'Iteration',
  sample: 'Sample',
  /** Those of a batch. @param before how many come first */
  samples: (before: number, count: number): string =>
    count === 1 ? `sample ${before + 1}` : `samples ${before + 1}–${before + count}`,
  showUpTo: 'Show up to',
  sent: 'Made on this machine, for the network, rates and values above. Nothing is sent anywhere.',
  stages: {
    forward: 'Forward',
    error: 'Error',
    'backward-output': 'Back: output',
    'backward-hidden': 'Back: hidden',
    update: 'Update',
  } satisfies Readonly<Record<Stage, string>>,
  readoutHint: 'Point at a weight, or at any number: it lights up wherever it stands.',
  notShown: (steps: number): string => `${steps} ${steps === 1 ? 'step' : 'steps'}, not shown yet`,
  steps: (steps: number): string => `${steps} ${steps === 1 ? 'step' : 'steps'}`,
  carries: (from: string, into: string): string => ` carries ${from} into ${into}`,
  shifts: (units: readonly string[]): string => ` is added to ${units.join(' and ')}`,
  itsSteps: 'its steps',
  meanOf: (samples: number): string => `, mean of ${samples}`,
  brokenLink: (faults: readonly string[]): string =>
    `The network of this link cannot be: ${faults.slice(0, 3).join(' ')}`,
  noLink: 'This network is too large for a link; Copy as JSON gives its file.',
  onlyFirst: (shown: number, of: number): string =>
    `Shown are the first ${shown.toLocaleString('en')} of ${of.toLocaleString('en')} iterations; the workbook has all of them.`,
} as const;

/** How learners' workbooks can be judged. */
export const checkWords = {
  byOwn: 'judge by the network above',
  rate: 'Rate of all tables',
} as const;
