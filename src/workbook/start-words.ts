/** What the sheet Start says. */
export const startWords = {
  subtitle: (sizes: string, activation: string, iterations: number, rates: number): string =>
    `A ${sizes} ${activation} network, trained for ${counted(iterations, 'iteration')} at ${counted(rates, 'learning rate')}, every number a live formula`,
  purpose: {
    title: 'What this workbook is for',
    text:
      'Follow one training example through a small neural network: forward to the error, backward through the chain rule to ' +
      'the gradient of every weight, and on to the new weights. One row is one iteration, and every number in it is a formula ' +
      'that you can click. Change a starting value or a learning rate, and every step and every curve responds.',
  },
  use: {
    title: 'How to use it',
    steps: [
      'Read one iteration on Steps: symbols, numbers, words.',
      'Type another number into a blue cell and see what follows.',
      'Compare the learning rates, and ask why the curves differ.',
    ],
  },
  contents: {
    title: 'What is where',
    network: 'The network as a picture, and its starting values.',
    steps: 'One iteration of your choice, step by step.',
    tables: 'All iterations of a learning rate, one row each.',
    rates: 'All learning rates side by side.',
    gradientCheck: 'The chain rule against small nudges.',
    crossCheck: 'The same numbers from another program.',
  },
  colours: {
    title: 'Colours',
    typed: 'blue on cream: a number you may type over',
    own: 'black: a formula on the same sheet',
    other: 'green: a formula that reads another sheet',
    roles: {
      input: ['Inputs, targets', 'what the network is given'],
      weight: ['Weights', 'what training changes'],
      forward: ['Forward pass', 'what the units compute'],
      error: ['Error', 'what training makes small'],
      factor: ['Chain factors', 'the links of the chain rule'],
      gradient: ['Gradients', 'how the error reacts to each weight'],
    },
  },
  summary: {
    title: 'The learning rates in a few numbers',
    threshold: (total: string): string => `threshold of ${total}:`,
    thresholdHint: {
      title: 'A threshold',
      text: 'Type an error. The table shows when each learning rate gets below it; the comparison turns green there.',
    },
    notAThreshold: { title: 'A positive number, please', text: 'Type an error greater than 0, such as 0.05.' },
    head: ['η', 'E_total first', 'last', 'smallest', 'at iteration', 'below threshold at', 'the error …', 'open'],
    fastest: ['Fastest after ', ' iterations: η = ', '; slowest: η = '],
  },
} as const;

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
