/** The sentences around the formulas, in plain English. */
export const words = {
  opening: (title: string, iteration: number, learningRate: string): string =>
    `**${title}**: iteration ${iteration} with the learning rate ${learningRate}, step by step. Numbers are shown with six significant digits and calculated with all of them.`,
  start: {
    head: (iteration: number): string => `Iteration ${iteration} starts from`,
    inputs: 'Inputs',
    targets: 'Targets',
    weights: (layer: number): string => `Weights of layer ${layer + 1}`,
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
