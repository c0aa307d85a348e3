import { countText, numberText } from './number-words.ts';

/** How the page speaks of the runs: by their learning rates, or by names. */
export interface RunsCalled {
  readonly named: boolean;
  readonly one: string;
  readonly head: string;
  /** What stands before one of them. */
  readonly before: string;
}

/** The sentences of a hand-in, in plain English. */
export const handInWords = {
  opening: (workbook: string, { one, named }: RunsCalled): string =>
    `A neural network learns by back-propagation: what it is given, every major step of one iteration, and what its error does ${named ? 'in' : 'with'} each ${one}. ` +
    `The numbers of this page, of its pictures and of the workbook [${workbook}](${workbook}) are the same ones; in the workbook every one of them is a live formula.`,
  given: {
    title: 'What is given',
    head: 'Given',
    inputs: (sample: number | undefined): string => (sample === undefined ? 'Inputs' : `Inputs of sample ${sample}`),
    targets: (sample: number | undefined): string => (sample === undefined ? 'Targets' : `Targets of sample ${sample}`),
    moreSamples: (count: number, file: string): readonly [string, string] => [
      'Further samples',
      `${countText(count)}, in [${file}](${file})`,
    ],
    activations: 'Activations',
    loss: 'Loss',
    optimizer: 'Optimizer',
    schedule: 'Learning rate in iteration k',
    samples: 'Samples',
    /** @param each how many of them an iteration takes */
    taken: (count: number, each: number): string =>
      `${countText(count)}, ${each === 1 ? 'one after the other' : `${each === count ? 'all of them' : countText(each)} in every iteration`}`,
    iterations: 'Iterations',
    learningRates: 'Learning rates',
    runs: 'Runs',
    /** @param first the run whose numbers the table has */
    ofRuns: (names: readonly string[], first: string, file: string): string =>
      `${names.join(', ')}. What stands above is that of ${first}; [${file}](${file}) says in what the others differ.`,
  },
  network: {
    title: 'The network',
    shows: (title: string): string => `The network "${title}" with the numbers of its forward and its backward pass`,
    /** @param rate such as η = 0.5 @param sample the one that is drawn of those that an iteration takes, where these are several */
    caption: (rate: string, iteration: number, sample: string, of: number): string =>
      sample === ''
        ? `Iteration ${iteration} with ${rate}: forward the numbers that each unit computes; below them, backward, how the error reacts to each; beside each connection its weight and its gradient.`
        : `Iteration ${iteration} with ${rate}, ${sample} of ${countText(of)}: forward the numbers that each unit computes; below them, backward, how the error of this sample reacts to each; ` +
          `beside each connection its weight and its gradient, that of the mean error of all ${countText(of)} samples.`,
    tooLarge: (workbook: string): string =>
      `The network is too large for a picture of this page; the sheet Network of [${workbook}](${workbook}) lists its numbers.`,
  },
  sheet: {
    title: 'The sheet',
    shows: (sheet: string, columns: string): string => `The sheet "${sheet}" of the workbook, columns ${columns}`,
    /** @param columns the last that is drawn, and the last that there is, where these differ */
    caption: (
      sheet: string,
      rows: number,
      workbook: string,
      one: string,
      columns?: readonly [string, string],
    ): string =>
      `The sheet \`${sheet}\`: a row is an iteration, and above each column stands its formula. Here ${rows === 1 ? 'is its only row' : `are its first ${rows} rows`}` +
      `${columns === undefined ? '' : `, columns A to ${columns[0]} of A to ${columns[1]}`}; [${workbook}](${workbook}) holds the whole sheet, and one for each ${one}.`,
  },
  steps: {
    title: 'Forward pass and every major step',
    elsewhere: (file: string, iteration: number): string =>
      `The steps of iteration ${iteration} of this network take a page of their own: [${file}](${file}).`,
  },
  errors: {
    title: ({ one, named }: RunsCalled): string => `The error ${named ? 'in' : 'with'} each ${one}`,
    together: (error: string, { one }: RunsCalled): string => `${error} of every iteration, a curve for each ${one}`,
    logarithmic: (error: string): string => `The same curves of ${error} on a logarithmic axis`,
    logarithmicNote: 'The same on a logarithmic axis, on which equal steps are equal factors:',
    /** @param epochs how many iterations an epoch has, in the runs */
    mean: ([iterations = 1, ...others]: readonly number[]): string =>
      others.length > 0
        ? 'E_mean is the mean of E_total over the last epoch, once through all samples: of a full batch, E_total itself. The curves count iterations, whatever their batch.'
        : `E_mean is the mean of the last ${countText(iterations)} E_total, once through all samples; before iteration ${countText(iterations)} it is the mean of those that there are.`,
    threshold: (threshold: number): string =>
      `The threshold, ${numberText(threshold)}, is the one on the sheet \`Start\`, where it can be changed. The words of the last column are those of that sheet.`,
    head: (error: string, { head }: RunsCalled): readonly string[] => [
      head,
      `${error} first`,
      'last',
      'smallest',
      'at iteration',
      'below threshold at',
      `${error} …`,
    ],
    chart: (title: string, run: string, { before }: RunsCalled): string => `${title}, ${before}${run}`,
    one: (run: string, { before }: RunsCalled): string => `${before}${run}`,
    oneShows: (error: string, run: string, { named }: RunsCalled): string =>
      `${error} of every iteration ${named ? 'in the run' : 'with the learning rate'} ${run}`,
    clipped: (most: number): string =>
      `The picture shows errors up to ${numberText(most)}; what is larger lies above its upper edge.`,
  },
  check: {
    title: 'How to cross-check',
    lines: (workbook: string, network: string): readonly string[] => [
      `Open [${workbook}](${workbook}), click any number and read its formula; type over a blue one on the sheet \`Network\`, and all that depends on it follows.`,
      'Let the spreadsheet program calculate everything again (Ctrl+Alt+F9 in Excel, Ctrl+Shift+F9 in LibreOffice): the sheet `Cross-check` compares the cells with numbers that another way of calculating gave, and `Gradient check` compares every gradient that it lists with the slope of the error.',
      `\`backprop-workbook explain ${network} --as numpy -o train.py\` writes a script, and \`python3 train.py\` trains the same network with NumPy and prints the same numbers. [${network}](${network}) holds all that is given.`,
      `\`backprop-workbook hand-in ${network} again\` makes this page, its pictures and the workbook again, to be compared with these.`,
    ],
  },
  remarks: {
    title: 'My remarks',
    place: 'Write here what you noticed, and what surprised you. This part is kept when the page is made again.',
  },
} as const;
