/** What the sheet Network says beside its diagram. */
export const networkWords = {
  title: 'The network and its starting values',
  use: 'Type over the blue numbers: everything in this workbook follows.',
  noNumbers: ' ✗: a blue cell without a number; an empty one counts as 0.',
  initial: 'Starting values',
  blocks: {
    inputs: 'Inputs',
    targets: 'Targets',
    samples: 'Samples',
    weights: (layer: number): string => `Layer ${layer} weights`,
    biases: (layer: number): string => `Layer ${layer} biases`,
    settings: 'Settings',
  },
  sample: (number: number): string => `sample ${number}`,
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

/** What the diagram of the network says; formulas are printed from the model, never typed here. */
export const diagramWords = {
  /** Around the learning rate, and before the iteration. */
  title: ['Live values: learning rate η = ', ', iteration '],
  sample: ', sample ',
  ofExercise: (sheet: string, iteration: number): string => `Live values: sheet ${sheet}, iteration ${iteration}`,
  appears: '; what you fill in there appears here',
  sampleChoice: 'Sample shown',
  notASample: (count: number) => ({
    title: 'From the list, please',
    text: `Type the number of a sample, from 1 to ${count}.`,
  }),
  noSample: '◄ there is no such sample: showing the first',
  choose: 'choose another on Steps ›',
  captions: {
    inputs: 'Inputs',
    weights: '× weights',
    gap: '',
    error: 'Error',
    total: 'Total error',
    /** Where an iteration takes one of several samples, or the diagram shows one of them. */
    ofSample: 'Sample error',
  },
  /** Before the numbers of the diagram: a weight multiplies what comes along its line, a bias is added. */
  labels: {
    weight: (name: string): string => `× ${name} =`,
    bias: (name: string): string => `+ ${name} =`,
    target: (name: string): string => `${name} =`,
  },
  forward: 'forward: values flow from the inputs to the error',
  backward: 'backward: ∂E/∂w flows from the error to every weight',
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
  carries: (from: string, to: string): string => `from ${from} to ${to}`,
  leftOut: (layers: number, units: number): readonly string[] => [
    `The diagram is left out because the network has more than ${layers} layers or ${units} units in a layer.`,
    'These tables show its numbers instead.',
  ],
  table: { unit: 'Unit', netInput: 'Net input', activation: 'Activation', error: 'Error' },
} as const;
