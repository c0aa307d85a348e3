import type { Penalty } from '../network/optimizer.ts';
import type { Bias, Layer, Unit, Weight } from '../quantities/layer.ts';
import { ITERATIONS, WARM_UP } from '../quantities/rate-settings.ts';
import type { OutputError, Pass, Topology } from '../quantities/topology.ts';
import { penaltyTerms } from './optimizer/penalties.ts';

/** What quantities are called in plain English: the headings of the groups and the meaning of every column. */
export const quantityWords = {
  group: {
    given: 'Inputs & targets',
    settings: 'Settings',
    weights: (layer: number, biases: boolean): string => `Layer ${layer + 1} weights${biases ? ' & biases' : ''}`,
    layer: (topology: Topology, layer: number): string => {
      if (layer === topology.layers.length - 1) return 'Output layer';
      return topology.layers.length === 2 ? 'Hidden layer' : `Hidden layer ${layer + 1}`;
    },
    error: 'Error',
    factors: 'Backward: chain-rule factors',
    gradients: 'Gradients',
    meanGradients: 'Gradients: means over the samples',
    rate: 'Learning rate of the iteration',
    test: 'Test',
    states: (optimizer: string): string => `Optimizer: ${optimizer}`,
    /** A heading of one of several samples. */
    inPass: ({ called }: Pass, title: string): string => (called === '' ? title : `${capital(called)}: ${title}`),
  },
  sample: (samples: number, taken: number): string =>
    `Which of the ${samples} samples ${taken === 1 ? 'this iteration takes' : 'comes at this place of the batch'}; they come in turn.`,
  input: (k: number, column: Topology['inputColumns'][number] | undefined): string =>
    `Input ${k + 1}${column === undefined ? '' : `, ${inputText(column)}`}: a number that the network is given.`,
  target: (output: string | undefined, k: number, name: string | undefined): string =>
    `Target ${k + 1}${name === undefined ? '' : `, ${name}`}: what ${output ?? 'the output'} should become.`,
  setting: (name: string): string => settings[name] ?? 'The slope of leaky ReLU below 0.',
  weight: (weight: Weight, unit: Unit): string =>
    `How strongly ${weight.from} feeds ${unit.netInput}. Training moves it a little downhill after every iteration.`,
  bias: ({ units, trained }: Bias): string =>
    `${units.length === 1 ? `The bias of ${units[0]}: it` : `A bias that ${listed(units)} share: it`} is added whatever the inputs are. ` +
    (trained ? 'Training moves it like a weight.' : 'It stays as it is.'),
  netInput: (unit: Unit): string =>
    `Net input: the weighted sum that arrives at unit ${unit.netInput}${unit.bias === undefined ? '' : `, and its bias ${unit.bias}`}.`,
  largest:
    'The largest net input. Taking it away from all changes no softmax, but keeps e^x within what a cell can hold.',
  /** @param textbook the function as textbooks have it, where the formula is another one */
  activation: (unit: Unit, activation: string, textbook: ((netInput: string) => string) | undefined): string =>
    activation === 'linear'
      ? `Activation: what the unit passes on, ${unit.netInput} as it is.`
      : `Activation: what the unit passes on, the ${activation} of ${unit.netInput}${
          textbook === undefined ? '' : `, ${textbook(unit.netInput)}; written so that no power is too large for a cell`
        }.`,
  error: (error: OutputError, loss: string): string =>
    `The ${loss} of this output: how far ${error.output} is from ${error.target}.`,
  total: (pass: Pass, how: 'sum' | 'mean'): string =>
    pass.sample === undefined
      ? `The ${how} of all errors: the one number that training makes smaller.`
      : `The ${how} of all errors of ${pass.called}.`,
  batchTotal: (samples: number, inBatches: boolean): string =>
    `The mean error of the ${samples} samples${inBatches ? ' of the batch' : ''}: the one number that training makes smaller.`,
  runningMean: (iterations: number): string =>
    `The mean error of the last ${iterations} iterations, that is, once through all samples. Charts show this one.`,
  correct: (kind: 'side' | 'largest', output: string): string =>
    kind === 'side'
      ? `Whether the class is right: 1 where ${output} is on the side of its target, else 0.`
      : 'Whether the class is right: 1 where the output of the right class is larger than all others, else 0.',
  share: (samples: number, inBatches: boolean): string =>
    `The share of the ${samples} samples${inBatches ? ' of the batch' : ''} whose class is right.`,
  runningShare: (samples: number, iterations: number): string =>
    `The share whose class was right of the ${samples} samples of the last ${iterations} iterations, each as it came. Charts show this one.`,
  testError: (samples: number): string =>
    `The mean error of the ${samples} ${samples === 1 ? 'sample' : 'samples'} that only ${samples === 1 ? 'tests' : 'test'}: nothing is learned from ${samples === 1 ? 'it' : 'them'}.`,
  testShare: (samples: number): string =>
    `The share of the ${samples} ${samples === 1 ? 'sample' : 'samples'} that only ${samples === 1 ? 'tests' : 'test'} whose class is right.`,
  activationGradient: (pass: Pass, layer: Layer, unit: Unit): string =>
    layer.role === 'output'
      ? `How ${errorOf(pass)} reacts to ${unit.activation}.`
      : `How ${errorOf(pass)} reacts to ${unit.activation}: the sum over every path from there to the error.`,
  slope: (unit: Unit, netInput: string, activation: string): string =>
    `How ${unit.activation} reacts to ${netInput}: the slope of the ${activation === 'linear' ? 'linear function' : activation} at this point.`,
  netInputGradient: (pass: Pass, unit: Unit, joint: boolean): string =>
    `How ${errorOf(pass)} reacts to ${unit.netInput}: ${
      joint
        ? 'every activation of the layer depends on it, so the products of the two factors add up.'
        : 'the chain rule multiplies the two factors before.'
    }`,
  weightGradient: (pass: Pass, weight: Weight, unit: Unit): string =>
    `How ${errorOf(pass)} reacts to ${weight.name}, which carries ${weight.from} into ${unit.netInput}.`,
  biasGradient: (pass: Pass, bias: Bias): string =>
    `How ${errorOf(pass)} reacts to ${bias.name}, which is added to ${listed(bias.units)} as it is.`,
  meanGradient: (name: string, samples: number): string =>
    `How the mean error reacts to ${name}: the mean of the gradients of the ${samples} samples.`,
  rate: 'The learning rate of this iteration: how long the steps are that all weights now take.',
  penalised: (name: string, given: readonly Penalty[]): string => {
    const terms = given.map(({ field, symbol }) => penaltyTerms[field].added(symbol, name));
    const titles = given.map(({ title }) => title);
    return `The gradient of ${name} with ${listed(titles)}: ${listed(terms)} ${terms.length === 1 ? 'is' : 'are'} added, which pulls it towards 0.`;
  },
} as const;

/** What the numbers that steer an optimizer or the learning rate do, by their symbol. */
/** What an input is, and how it was standardised. */
const inputText = ({ name, mean, deviation }: Topology['inputColumns'][number]): string =>
  mean === undefined || deviation === undefined
    ? name
    : `${name} less ${decimalText(mean)}, divided by ${decimalText(deviation)}`;

const decimalText = (value: number): string => String(value).replace('-', '−');

const settings: Readonly<Record<string, string>> = {
  μ: 'Momentum: how much of its velocity a weight keeps from iteration to iteration.',
  α: 'How much of the average square stays from iteration to iteration.',
  β1: 'How much of the average gradient stays from iteration to iteration.',
  β2: 'How much of the average square stays from iteration to iteration.',
  ε: 'A small number that keeps the division from failing where gradients vanish.',
  λ: 'Weight decay: how strongly every weight is pulled towards 0, large ones more than small ones.',
  λ1: 'L1: how strongly every weight is pulled towards 0, however small it is.',
  every: 'After how many iterations the learning rate changes.',
  factor: 'What the learning rate is multiplied by.',
  least: 'What the learning rate comes down to.',
  [ITERATIONS]: 'In how many iterations the learning rate comes down to the least.',
  [WARM_UP]: 'In how many iterations the learning rate warms up: it begins with a share and grows to all of it.',
};

const errorOf = ({ called }: Pass): string => (called === '' ? 'the total error' : `the error of ${called}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** h1, h2 and h3 */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
