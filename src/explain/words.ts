import type { Bias } from '../quantities/layer.ts';
import type { Pass } from '../quantities/topology.ts';

/** What an update makes of the error. */
export type ErrorChange = 'smaller' | 'larger' | 'same' | 'notANumber';

/** The sentences around the formulas, in plain English. */
export const explanationWords = {
  opening: (title: string, iteration: number, learningRate: string): string =>
    `**${title}**: iteration ${iteration} with the learning rate ${learningRate}, step by step. Numbers are shown with six significant digits and calculated with all of them.`,
  start: {
    head: (iteration: number): string => `Iteration ${iteration} starts from`,
    samples: (taken: number): string => `${taken === 1 ? 'Sample' : 'Samples'}, taken in turn`,
    samplesOf: (samples: readonly number[], of: number): string => `${samples.join(', ')} of ${of}`,
    inputs: (pass: Pass): string => `Inputs${ofSample(pass)}`,
    targets: (pass: Pass): string => `Targets${ofSample(pass)}`,
    weights: (layer: number): string => `Weights of layer ${layer + 1}`,
    biases: (layer: number, biases: readonly Bias[]): string =>
      `Biases of layer ${layer + 1}${biases.some(({ trained }) => trained) ? '' : ', not trained'}`,
    settings: 'Settings',
    states: (iteration: number): string =>
      iteration === 1
        ? 'What the optimizer has kept: nothing yet'
        : `What the optimizer has kept of iteration ${iteration - 1}`,
    iteration: 'Number of the iteration',
    learningRate: 'Learning rate',
  },
  /** Instead of the closing, where the iteration meets what a cell cannot compute. */
  limit: (reason: string): string => `This iteration has no error to compare: ${reason}.`,
  /**
   * @param taken how many of several samples the iteration takes; undefined where it takes all of them
   * @param straight whether the update follows the gradient of this iteration and nothing else
   */
  closing: (taken: number | undefined, before: string, after: string, course: ErrorChange, straight: boolean): string =>
    `This update takes the error${taken === undefined ? '' : taken === 1 ? ' of this sample' : ' of these samples'} from ${before} to ${after}: ${
      {
        smaller: 'it has become smaller.',
        larger: straight
          ? 'it has become larger, because the step was too long.'
          : 'it has become larger; the step follows more than the gradient of this iteration.',
        same: 'no change in the digits shown.',
        notANumber: 'a number is beyond what a cell can hold.',
      }[course]
    }`,
} as const;

const ofSample = ({ called }: Pass): string => (called === '' ? '' : ` of ${called}`);
