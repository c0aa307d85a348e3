import type { Called } from '../called.ts';

/** What the sheet Network says beside its diagram. */
export const networkWords = {
  title: 'The network, forward and backward',
  use: 'Type over the blue numbers: everything follows.',
  noNumbers: ' ✗: a blue cell without a number; an empty one counts as 0.',
  blocks: {
    inputs: 'Inputs',
    targets: 'Targets',
    samples: 'Samples',
    tests: 'Samples that test',
    scale: '(value − mean) / dev.',
    weights: (layer: number): string => `Layer ${layer} weights`,
    biases: (layer: number): string => `Layer ${layer} biases`,
    settings: 'Settings',
  },
  sample: (number: number): string => `sample ${number}`,
  test: (number: number): string => `test ${number}`,
  /** By which numbers inputs are standardised. */
  scale: { mean: 'mean', deviation: 'deviation' },
  weight: (from: string, to: string): string => `${from} → ${to}`,
  target: (output: string): string => `for ${output}`,
  bias: (units: readonly string[], trained: boolean): string =>
    `→ ${units.length > 2 ? `${units[0]} … ${units.at(-1)}` : units.join(', ')}${trained ? '' : ', fixed'}`,
  hint: (meaning: string): string => `${meaning} Type another number, and everything follows.`,
  notANumber: {
    title: 'A number, please',
    text: 'This cell is an initial value of the network. Type a number, such as 0.25.',
  },
} as const;

/** The list "Show up to", and what is said of its steps. */
export const stageWords = {
  label: 'Show up to',
  names: {
    inputs: 'inputs and weights',
    'net-inputs': 'net inputs',
    activations: 'activations',
    error: 'the error',
    reactions: '∂E/∂a',
    deltas: 'δ',
    gradients: 'gradients',
    update: 'new weights',
  },
  outputs: 'outputs',
  output: 'output',
  hidden: (layer: number, count: number): string => (count === 1 ? 'hidden' : `hidden ${layer + 1}`),
  all: 'all',
  chain: ':  from the error back to the weight, a factor for each link',
  given: 'Inputs and weights are given',
  givenToo: 'All other numbers come from these.',
  missing: '◄ there is no such step: showing all',
  prompt: {
    title: 'Show up to',
    text: 'Choose a step from the list: what comes later is blank, what it brings is lit.',
  },
  notInList: {
    title: 'From the list, please',
    text: 'Choose a step from the list: click the arrow beside the cell.',
  },
} as const;

/** What the diagram of the network says; formulas are printed from the model, never typed here. */
export const diagramWords = {
  /** Around the learning rate, and before the iteration. */
  title: ({ before, named }: Called): readonly [string, string] => [named ? before : 'η = ', ', iteration '],
  sample: ', sample ',
  samples: ', samples ',
  ofExercise: (sheet: string, iteration: number): string => `Live values: sheet ${sheet}, iteration ${iteration}`,
  appears: '; what you fill in there appears here',
  sampleChoice: 'Sample shown',
  placeChoice: 'Place in batch',
  /** Where other runs have several in an iteration. */
  onlySample: 'Only sample',
  notASample: (count: number, inBatches: boolean) => ({
    title: 'From the list, please',
    text: `Type ${inBatches ? 'the place of a sample in the batch' : 'the number of a sample'}, from 1 to ${count}.`,
  }),
  noSample: '◄ there is no such sample: showing the first',
  choose: 'choose another on Steps ›',
  captions: {
    inputs: 'Inputs',
    weight: 'weight',
    next: 'new',
    gap: '',
    /** Of a layer: what its units do on the way forward. */
    layer: (layer: string): string => `${layer} →`,
    error: 'Error',
    total: 'Total error',
    /** Where an iteration takes one of several samples, or the diagram shows one of them. */
    ofSample: 'Sample error',
  },
  /** The same on the way back, from right to left. */
  backCaptions: {
    inputs: '',
    gap: '',
    weight: '∂E/∂w',
    /** What becomes of a gradient: the step of the weight, or of several samples the mean. */
    step: '−η·∂E/∂w',
    otherStep: 'step',
    mean: (samples: number): string => `mean of ${samples}`,
    layer: (netInput: string): string => `δ = ∂E/∂${netInput} ← ∂E/∂a`,
    error: '← back',
    total: 'starts here',
  },
  /** Before the numbers of the diagram: a weight multiplies what comes along its line, a bias is added. */
  labels: {
    weight: (name: string): string => `× ${name} =`,
    bias: (name: string): string => `+ ${name} =`,
    gradient: (name: string): string => `∂E/∂${name} =`,
    target: (name: string): string => `target ${name}`,
    fixed: 'fixed',
  },
  /** How the error reacts to a number. */
  reaction: (name: string): string => `∂E/∂${name}`,
  /** Before the slope of a function, by its symbol, and between ∂E/∂a and ∂E/∂h, which it is a factor of. */
  slope: (symbol: string): string => `${symbol}′`,
  slopeOfError: '← its slope',
  /** Of a function of the whole layer: what δ is made of, and before the slope of an output by its own net input. */
  sharesOfLayer: '= Σ ∂E/∂a · ∂a/∂o',
  ownSlope: '∂a/∂o',
  shares: (paths: number): string => `= Σ δ·w, ${paths} paths`,
  share: (delta: string, weight: string): string => `= δ_${delta} · ${weight}`,
  ofTotal: '∂E/∂E = 1',
  meanOf: (total: string, samples: number): string => `${total}: mean of ${samples}`,
  /** How large the gradients of the layers are, and what is said where they shrink on the way back. */
  means: {
    list: 'Mean |∂E/∂w|, layer by layer: ',
    fall: (moves: boolean): string =>
      `: the further from the error, the smaller${moves ? ', and the slower the layer learns' : ''}.`,
  },
  legend: {
    scales: 'weights; gradients (÷10 a shade)',
    negative: '− large',
    small: 'small',
    positive: '+ large',
    lit: 'new: lit',
  },
  /** Names of the shapes, and what they are for those who cannot see them. */
  nodes: {
    input: (name: string): string => `Input ${name}`,
    unit: (netInput: string): string => `Unit ${netInput}`,
    error: (name: string): string => `Error ${name}`,
    total: (name: string): string => `Total error ${name}`,
  },
  nodeDescriptions: {
    input: (name: string): string => `Outline of the input ${name}`,
    unit: (netInput: string, activation: string): string =>
      `Outline of a unit: its net input ${netInput} and its activation ${activation}`,
    error: (name: string): string => `Outline of the error ${name} of one output`,
    total: (name: string): string => `Outline of the total error ${name}`,
  },
  circle: (netInput: string): string => `Function of ${netInput}`,
  circleDescription: (netInput: string, activation: string): string =>
    `Circle around the function that turns ${netInput} into ${activation}`,
  halfDescription: (name: string): string => `Outline of ${name}`,
  joint: (netInputs: readonly string[]): string => `Function of ${netInputs.join(', ')}`,
  jointDescription: (netInputs: readonly string[], activations: readonly string[]): string =>
    `Outline of the function that turns ${netInputs.join(', ')} together into ${activations.join(', ')}`,
  weightStart: (weight: string): string => `${weight} start`,
  weightEnd: (weight: string): string => `${weight} arrow`,
  weightLine: (weight: string, from: string, to: string): string => `${weight} from ${from} to ${to}`,
  biasLine: (bias: string, to: string): string => `bias ${bias} added to ${to}`,
  comesBack: (activation: string): string => `∂E/∂${activation} comes back`,
  carries: (from: string, to: string): string => `from ${from} to ${to}`,
  leftOut: (layers: number, units: number): readonly string[] => [
    `The diagram is left out because the network has more than ${layers} layers or ${units} units in a layer.`,
    'These tables show its numbers instead.',
  ],
  table: {
    units: ['Unit', 'Net input', 'Activation', '∂E/∂a', '∂a/∂net', 'δ = ∂E/∂net'],
    error: 'Error',
    weights: ['Weight', 'Number', '∂E/∂w', 'New'],
  },
} as const;
