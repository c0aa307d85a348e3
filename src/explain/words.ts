import type { Pass } from '../spec/topology.ts';

/** The sentences around the formulas, in plain English. */
export const words = {
  opening: (title: string, iteration: number, learningRate: string): string =>
    `**${title}**: iteration ${iteration} with the learning rate ${learningRate}, step by step. Numbers are shown with six significant digits and calculated with all of them.`,
  start: {
    head: (iteration: number): string => `Iteration ${iteration} starts from`,
    sample: 'Sample',
    inputs: ({ sample }: Pass): string => (sample === undefined ? 'Inputs' : `Inputs of sample ${sample}`),
    targets: ({ sample }: Pass): string => (sample === undefined ? 'Targets' : `Targets of sample ${sample}`),
    weights: (layer: number): string => `Weights of layer ${layer + 1}`,
    biases: (layer: number): string => `Biases of layer ${layer + 1}`,
    settings: 'Settings',
    states: 'What the optimizer kept',
    learningRate: 'Learning rate',
  },
  closing: {
    smaller: (before: string, after: string): string =>
      `This update takes the error from ${before} to ${after}: it has become smaller.`,
    larger: (before: string, after: string): string =>
      `This update takes the error from ${before} to ${after}: it has become larger, because the step was too long.`,
    same: (before: string, after: string): string =>
      `This update takes the error from ${before} to ${after}: no change in the digits shown.`,
    notANumber: (before: string, after: string): string =>
      `This update takes the error from ${before} to ${after}: a number is beyond what a cell can hold.`,
  },
} as const;
