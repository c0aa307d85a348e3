import { blankChoices } from '../model/asked.ts';
import { prepareOutput, rowThreads, writeWhole } from '../node/index.ts';
import { generateExercise } from '../pipeline/generate.ts';
import { flagOf, inFlagsLater, outputFile } from './flags.ts';
import { type GenerateArguments, generateOptions, MOST_THREADS, trainedNetwork } from './generate.ts';
import { textOption, toChoice, toOptionalCountUpTo } from './options.ts';
import { backupLine, say } from './say.ts';

const DEFAULT_OUTPUT = 'output/exercise.xlsx';

/** The options of the command `exercise`. */
export const exerciseOptions = {
  blank: {
    ...textOption,
    default: 'hidden-gradients',
    describe: `The columns to leave to the learner: ${blankChoices.join(', ')}`,
  },
  answers: {
    type: 'boolean',
    default: false,
    describe: "Make the teacher's copy: the columns filled in, the answers to be seen",
  },
  ...generateOptions,
  output: { ...generateOptions.output, default: DEFAULT_OUTPUT },
} as const;

/** What the command `exercise` is given. */
export interface ExerciseArguments extends GenerateArguments {
  readonly blank: string;
  readonly answers: boolean;
}

/** Makes an exercise and prints what it asks for. */
export async function runExercise(given: ExerciseArguments): Promise<void> {
  const start = performance.now();
  const blank = toChoice(given.blank, blankChoices, '--blank');
  const network = await trainedNetwork(given);
  await prepareOutput(given.output, given.force, outputFile('exercise.xlsx', ['.xlsx']));
  const count = toOptionalCountUpTo(MOST_THREADS, given.threads, '--threads');
  const { asked, bytes } = await inFlagsLater(
    () =>
      generateExercise(
        network,
        { blank, answers: given.answers },
        // The rows of an exercise are made here; those of the teacher's copy are rows like any.
        { threads: given.answers ? rowThreads(count) : undefined },
      ),
    // What else does not fit is in the network.
    (field) => (field === 'blank' ? flagOf(field) : field),
  );
  const { size, backup } = await writeWhole(given.output, bytes);
  const milliseconds = Math.round(performance.now() - start);

  if (given.json) {
    const { title, iterations, learningRates } = network;
    const file = { file: given.output, backup: backup ?? null, bytes: size };
    const { answers } = given;
    await say(
      JSON.stringify({ ...file, milliseconds, title, iterations, learningRates, blank, answers, asked }, null, 2),
    );
    return;
  }
  const { length: sheets } = network.learningRates;
  const columns = asked.length === 1 ? 'One column' : `${asked.length} columns`;
  const where = sheets === 1 ? 'one sheet' : `each of ${sheets} sheets`;
  const task = `${columns} ${given.answers ? 'filled in' : 'to fill in'} on ${where}${named(asked)}`;
  const file = `${given.output}  ${Math.ceil(size / 1000)} kB  ${(milliseconds / 1000).toFixed(2)} s`;
  await say(`${task}\n\n${file}${backupLine(given.output, backup)}`);
}

/** Names up to which a line lists them all. */
const MOST_NAMED = 12;

/** The names of the columns; of many, from which to which they go. */
const named = (asked: readonly string[]): string =>
  asked.length > MOST_NAMED ? `, from ${asked[0]} to ${asked.at(-1)}` : `: ${asked.join(', ')}`;
