import type { Called } from '../called.ts';
/** What the sheet Start says. */
export const startWords = {
  subtitle: (sizes: string, activation: string, iterations: number, rates: number, called: Called): string =>
    `A ${sizes} ${activation} network learns by back-propagation: ${counted(iterations, 'iteration')} ${called.named ? 'in' : 'at'} ${counted(rates, called.one)}, every number a live formula`,
  purpose: {
    title: 'What this workbook is for',
    text: (network: NetworkInNumbers): string =>
      `Follow ${examplesOf(network)} through a small neural network: ${runParts(network)}. Numbers go forward to the error (${network.loss}), ` +
      `backward through the chain rule to the gradient of every weight, and on to the new weights (${network.optimizer}). ` +
      `${network.iterations === 1 ? 'A row is one iteration' : `A row is one iteration; ${grouped(network.iterations)} of them follow each other${network.rates === 1 ? '' : ` for each of ${counted(network.rates, network.called.one)}`}`}. ` +
      'Every number is a formula that you can click: see where it comes from, change a blue number, and all that depends on it follows.',
  },
  use: {
    title: 'How to use it',
    steps: ({ many }: Called): readonly string[] => [
      'Read one iteration on the sheet Steps: in symbols, in numbers, in words.',
      'Type over a blue number, such as a weight, and see what follows.',
      `Compare the ${many} beside this list, and ask why the curves differ.`,
    ],
  },
  contents: {
    title: 'What is where',
    network: 'The network as a picture; its starting values to type over.',
    steps: 'One iteration of your choice, step by step.',
    tables: ({ one }: Called): string => `All iterations of one ${one} each, with charts.`,
    rates: ({ many }: Called): string => `All ${many} side by side, in a table and in charts.`,
    surface: 'What the network has learned, as a map over its inputs.',
    landscape: 'Why the learning rate matters: the error over a weight.',
    gradientCheck: 'Every gradient, checked by nudging its weight.',
    crossCheck: 'The engine’s own numbers beside those of the cells.',
  },
  colours: {
    title: 'Colours',
    typed: 'blue on cream: a number that you may type over',
    own: 'black: a formula that reads its own sheet',
    other: 'green: a formula that reads another sheet',
    roles: {
      input: ['Inputs, targets', 'what the network is given'],
      weight: ['Weights', 'what training changes'],
      forward: ['Forward pass', 'what the units compute'],
      error: ['Error', 'what training makes small'],
      factor: ['Chain factors', 'the links of the chain rule'],
      gradient: ['Gradients', 'how the error reacts to each weight'],
      state: ['Optimizer', 'what it keeps of every gradient'],
      accuracy: ['Accuracy', 'whether the classes are right'],
      test: ['Test', 'samples that nothing is learned from'],
    },
    agrees: ['✓ agrees', 'a check that holds; one that fails shows ✗ on red'],
  },
  summary: {
    title: 'The runs',
    threshold: (total: string): string => `threshold for ${total}:`,
    noThreshold: (used: string): string => `no threshold above 0 ►, using ${used}:`,
    thresholdHint: ({ one, sheet }: Called) => ({
      title: 'A threshold',
      text: `Type an error, such as 0.05. The table shows when each ${one} gets below it; on ${sheet} those cells are blue.`,
    }),
    notAThreshold: { title: 'A positive number, please', text: 'Type an error greater than 0, such as 0.05.' },
    openRun: (sheet: string, { named }: Called): string => `${named ? 'open' : sheet} ›`,
    head: (error: string, { head }: Called): readonly string[] => [
      head,
      `${error}\nfirst`,
      'last',
      'smallest',
      'at\niteration',
      'below\nthreshold at',
      'trend',
      'open',
    ],
    /** How well a run does in the end. */
    scores: { accuracy: 'accuracy\nlast', E_test: 'E_test\nlast', accuracy_test: 'accuracy_\ntest, last' },
    /** What the words of the trend mean, a line each. */
    meanings: (iterations: number): string =>
      [
        ...(iterations < 3
          ? []
          : [
              'still falls, rises: over the last tenth of the iterations.',
              'has levelled off: changes by less than 1 % there, at less than half its average pace.',
              'goes up and down: in the second half of the run.',
            ]),
        'hardly moves: by less than 0.1 % in all.',
        'diverged: grew until a cell could hold no more.',
        'no number: the run’s sheet says why.',
      ].join('\n'),
  },
} as const;

/** What the purpose mentions of a network. */
export interface NetworkInNumbers {
  readonly called: Called;
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly outputs: number;
  readonly weights: number;
  readonly biases: number;
  readonly samples: number;
  /** How many more only test. */
  readonly tests: number;
  /** How many of the samples an iteration takes, each number of the runs once. */
  readonly batches: readonly number[];
  readonly loss: string;
  readonly optimizer: string;
  readonly activation: string;
  readonly iterations: number;
  readonly rates: number;
}

const inWords = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

/** tanh and softmax */
export const together = (names: readonly string[]): string => inWords(names, 'and');

const alternatives = (names: readonly string[]): string => inWords(names, 'or');

/** 60,000: in groups of three digits. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** So many of something: `2 runs`. */
export const counted = (count: number, word: string): string => `${grouped(count)} ${word}${count === 1 ? '' : 's'}`;

const examplesOf = ({ samples, batches, tests }: NetworkInNumbers): string =>
  (samples === 1 ? 'one training example' : `${grouped(samples)} training examples, ${taken(samples, batches)},`) +
  (tests === 0 ? '' : ` and ${grouped(tests)} more that only ${tests === 1 ? 'tests' : 'test'} it,`);

function taken(samples: number, batches: readonly number[]): string {
  const [batch = samples, ...others] = batches;
  if (others.length > 0) return `of which an iteration takes ${alternatives(batches.map(grouped))}, as the run has it`;
  return batch === 1
    ? 'one after the other'
    : `${batch === samples ? 'all of them' : grouped(batch)} in every iteration`;
}

function runParts({ inputs, hidden, outputs, weights, biases, activation }: NetworkInNumbers): string {
  const sizes = hidden.map(grouped);
  const [only] = hidden;
  const between =
    only === undefined
      ? []
      : hidden.length === 1
        ? [counted(only, 'hidden unit')]
        : [`hidden layers of ${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1)} units`];
  const parts = [counted(inputs, 'input'), ...between, counted(outputs, 'output')];
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}, ${counted(weights, 'weight')}${biases === 0 ? '' : `, ${grouped(biases)} bias${biases === 1 ? '' : 'es'}`}; ${activation} units`;
}
