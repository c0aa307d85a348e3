import { isUnchained, type ScriptLayer, type ScriptPlan } from './plan.ts';

/** The library that a script trains with. */
export type Library = 'numpy' | 'torch';

/** A number as Python reads it: 0.15, -1e-7, 1e+21. */
export const literal = (value: number): string => String(value);

/** A text as a Python literal in double quotes. Source: Python Language Reference, 2.4.1 String and Bytes literals. */
export const textLiteral = (text: string): string => JSON.stringify(text);

/** A table of numbers as an array of a library, a line a row where there are several. */
export function tableLiteral(rows: readonly (readonly number[])[], library: Library): string {
  const lines = rows.map((row) => listLiteral(row));
  const body = lines.length === 1 ? `[${lines[0]}]` : `[\n${lines.map((line) => `    ${line},\n`).join('')}]`;
  return arrayOf(body, library);
}

/** A list of numbers as an array of a library. */
export const rowLiteral = (row: readonly number[], library: Library): string => arrayOf(listLiteral(row), library);

const listLiteral = (row: readonly number[]): string => `[${row.map(literal).join(', ')}]`;

const arrayOf = (body: string, library: Library): string =>
  library === 'numpy' ? `np.array(${body}, dtype=float)` : `torch.tensor(${body}, dtype=torch.float64)`;

/** Names parted by spaces, as a Python literal that `show` takes apart. */
const namesLiteral = (names: readonly string[]): string => textLiteral(names.join(' '));

/** A line of comment; what could end it is left out of names and titles by the network file's own rules. */
export const comment = (text: string): string => `# ${text}`;

/** Lines one level further in. */
export const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `    ${line}`));

/** The start: what the script does, what is given, and the initial weights and biases. */
export function opening(plan: ScriptPlan, library: Library): readonly string[] {
  const { title, learningRate, iteration, iterations, inputs, targets, tests, inputNames, targetNames, batch } = plan;
  const word = library === 'numpy' ? 'NumPy' : 'PyTorch';
  const shape = [inputNames.length, ...plan.layers.map(({ netInputs }) => netInputs.length)].join('-');
  return [
    comment(`Trains a ${shape} network with ${word} and prints its numbers. Run it with: python3 FILE`),
    comment(
      'All numbers of one iteration come first, then the error, weights and biases of every iteration before its update.',
    ),
    // Not before the third line: a title that says "coding: …" would set the file's encoding there (Python Language Reference, 2.1.4).
    comment(`The network: ${title}`),
    '',
    ...(library === 'numpy'
      ? ['import numpy as np']
      : [...(isUnchained(plan) ? ['import math', ''] : []), 'import torch', 'from torch.nn import functional']),
    '',
    comment(`The samples, a row each: inputs ${inputNames.join(', ')}; targets ${targetNames.join(', ')}.`),
    `inputs = ${tableLiteral(inputs, library)}`,
    `targets = ${tableLiteral(targets, library)}`,
    ...(tests.inputs.length === 0
      ? []
      : [
          `test_inputs = ${tableLiteral(tests.inputs, library)}`,
          `test_targets = ${tableLiteral(tests.targets, library)}`,
        ]),
    '',
    ...plan.layers.flatMap((layer) => initialValues(layer, library)),
    '',
    `${library === 'numpy' && plan.course !== undefined ? 'first_rate' : 'learning_rate'} = ${literal(learningRate)}`,
    `iterations = ${iterations}`,
    `shown = ${iteration}  # the iteration whose numbers are printed one by one`,
    ...(batch === inputs.length
      ? []
      : [
          comment(
            batch === 1
              ? 'An iteration takes one sample, the next one takes the next.'
              : `An iteration takes ${batch} samples, the next one takes the next ${batch}.`,
          ),
        ]),
    '',
  ];
}

function initialValues({ number, role, weights, netInputs, bias }: ScriptLayer, library: Library): readonly string[] {
  const rows = weights.map((row) => row.map(({ value }) => value));
  const names = weights.map((row) => row.map(({ name }) => name).join(' ')).join('; ');
  const lines = [
    comment(`The ${role} layer ${netInputs.join(', ')}: a row of weights for each unit (${names}).`),
    `W_${number} = ${tableLiteral(rows, library)}`,
  ];
  if (bias === undefined) return lines;
  const kind = bias.shared ? 'one that all units share' : 'one for each unit';
  return [
    ...lines,
    `b_${number} = ${rowLiteral(bias.values, library)}  # ${bias.names.join(', ')}: ${kind}${bias.trained ? '' : ', which stays as it is'}`,
  ];
}

/** The name of the parameter of a layer as the script has it. */
export const parametersOf = ({ number, bias }: ScriptLayer): readonly string[] => [
  `W_${number}`,
  ...(bias?.trained === true ? [`b_${number}`] : []),
];

/** All weights and biases as the script has them, those that stay too, in the order in which the table prints them. */
export const everyParameter = (layers: readonly ScriptLayer[]): readonly string[] =>
  layers.flatMap(({ number, bias }) => [`W_${number}`, ...(bias === undefined ? [] : [`b_${number}`])]);

/** Their names, in the same order. */
export const everyName = (layers: readonly ScriptLayer[]): readonly string[] =>
  layers.flatMap(({ weights, bias }) => [
    ...weights.flatMap((row) => row.map(({ name }) => name)),
    ...(bias?.names ?? []),
  ]);

/** Where the printing of numbers by their names is defined. */
export function showFunction({ batch }: ScriptPlan): readonly string[] {
  const several = batch > 1;
  return [
    'def show(names, rows):',
    `    """Prints numbers by their names${several ? '; h1@2 is h1 of the second sample' : ''}."""`,
    '    for sample, row in enumerate(rows, start=1):',
    '        for name, number in zip(names.split(), row):',
    several
      ? '            print(name.replace("@", f"@{sample}"), "=", float(number))'
      : '            print(name, "=", float(number))',
    '',
    '',
  ];
}

/** Names of what each sample has of its own. */
const ofEachSample = ({ batch }: ScriptPlan, names: readonly string[]): readonly string[] =>
  batch > 1 ? names.map((name) => `${name}@`) : names;

/** The samples of an iteration. */
export function sampleLines({ inputs, batch }: ScriptPlan): readonly string[] {
  const [all, first] = [inputs.length, batch === 1 ? '(k - 1)' : `(k - 1) * ${batch}`];
  return batch === all
    ? ['a_0, t = inputs, targets']
    : [
        `sample = ${first} % ${all}`,
        `a_0, t = inputs[sample : sample + ${batch}], targets[sample : sample + ${batch}]`,
      ];
}

/** The net inputs of a layer, from the activations of the one before. */
export const netInputLine = ({ number: l, bias }: ScriptLayer): string =>
  `net_${l} = a_${l - 1} @ W_${l}.T${bias === undefined ? '' : ` + b_${l}`}`;

/** The errors of outputs, of samples, and of all. @param axis what the library calls the direction of a sum */
export const errorLines = (
  { errors: names }: ScriptPlan,
  { errors, total }: { readonly errors: string; readonly total: 'sum' | 'mean' },
  axis: 'axis' | 'dim',
): readonly string[] => [
  comment(`The error of every output (${names.join(', ')}), of every sample, and of all.`),
  `errors = ${errors}`,
  `E = errors.${total}(${axis}=1)`,
  'E_total = E.mean()',
];

/** Where a library keeps ∂E/∂ of a layer: of its activations, where it has them, its net inputs, its weights and its biases. */
export type Slopes = (layer: number) => Readonly<Record<'netInputs' | 'weights' | 'biases', string>> & {
  readonly activations?: string;
};

/** Prints the numbers of an iteration by their names. @param rate where the script has its learning rate */
export function shownLines(plan: ScriptPlan, slopesOf: Slopes, rate: string): readonly string[] {
  const { layers, errors, course } = plan;
  const each = (names: readonly string[]): string => namesLiteral(ofEachSample(plan, names));
  const [error = ''] = ofEachSample(plan, ['∂E']);
  const slopes = (names: readonly string[]): string =>
    namesLiteral(ofEachSample(plan, names).map((name) => `${error}/∂${name}`));
  const gradients = (names: readonly string[]): string => namesLiteral(names.map((name) => `∂E/∂${name}`));
  return [
    'print("iteration", k)',
    ...layers.flatMap(({ number: l, netInputs, activations }) => [
      `show(${each(netInputs)}, net_${l})`,
      `show(${each(activations)}, a_${l})`,
    ]),
    `show(${each(errors)}, errors)`,
    'show("E_total", [[E_total]])',
    ...[...layers].reverse().flatMap(({ number, netInputs, activations, weights, bias }) => {
      const of = slopesOf(number);
      return [
        ...(of.activations === undefined ? [] : [`show(${slopes(activations)}, ${of.activations})`]),
        `show(${slopes(netInputs)}, ${of.netInputs})`,
        `show(${gradients(weights.flatMap((row) => row.map(({ name }) => name)))}, [${of.weights}])`,
        ...(bias?.trained === true ? [`show(${gradients(bias.names)}, [${of.biases}])`] : []),
      ];
    }),
    ...(course === undefined ? [] : [`show("η", [[${rate}]])`]),
  ];
}
