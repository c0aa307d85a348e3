import { writeText } from '../node/index.ts';
import { prepareText } from '../node/output-file.ts';
import { explain } from '../pipeline/explain.ts';
import { scriptLibraries, trainingScript } from '../pipeline/script.ts';
import { inFlags, outputFile } from './flags.ts';
import { chosenNetwork, type NetworkArguments, networkOptions } from './network-options.ts';
import { textOption, toChoice, toOptionalCount, toOptionalNumber } from './options.ts';
import { backupLine, say } from './say.ts';

/** What the command writes: the steps, or a Python script that trains the same network. */
const forms = ['markdown', ...scriptLibraries] as const;

const stepsFile = outputFile('steps.md', ['.md', '.markdown', '.txt']);
const scriptFile = outputFile('train.py', ['.py', '.txt']);

/** The options of the command `explain`. */
export const explainOptions = {
  'learning-rate': {
    ...textOption,
    alias: 'r',
    describe: "Any learning rate above 0 [default: the middle one of the network's]",
  },
  run: { ...textOption, describe: 'The name of a run, where the network has some [default: the first]' },
  iteration: {
    ...textOption,
    alias: 'k',
    describe: "From 1 to the network's iterations [default: 1]",
  },
  as: {
    ...textOption,
    default: 'markdown',
    describe: 'markdown [default], or a Python script that prints the same numbers: numpy or pytorch',
  },
  ...networkOptions,
  output: { ...textOption, alias: 'o', describe: 'The file to write [default: standard output]' },
  force: { type: 'boolean', default: false, describe: 'Replace a file that is there; it is kept as .bak' },
} as const;

/** What the command `explain` is given. */
export interface ExplainArguments extends NetworkArguments {
  readonly network: string;
  readonly learningRate: string | undefined;
  readonly run: string | undefined;
  readonly iteration: string | undefined;
  readonly as: string;
  readonly output: string | undefined;
  readonly force: boolean;
}

/** Writes the steps of an iteration as Markdown, or a script, to a file or on standard output. */
export async function runExplain(given: ExplainArguments): Promise<void> {
  const wanted = {
    learningRate: toOptionalNumber(given.learningRate, '--learning-rate'),
    run: given.run,
    iteration: toOptionalCount(given.iteration, '--iteration'),
  };
  const form = toChoice(given.as, forms, '--as');
  const network = await chosenNetwork(given.network, given);
  const text = inFlags(() => (form === 'markdown' ? explain(network, wanted) : trainingScript(network, form, wanted)));
  if (given.output === undefined) {
    await say(text.trimEnd());
    return;
  }
  prepareText(given.output, given.force, form === 'markdown' ? stepsFile : scriptFile);
  const { size, backup } = await writeText(given.output, text);
  await say(`${given.output}  ${Math.ceil(size / 1000)} kB${backupLine(given.output, backup)}`);
}
