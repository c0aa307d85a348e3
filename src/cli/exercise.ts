import { blankChoices } from '../model/asked.ts';
import { inputError } from '../network/input-error.ts';
import { prepareOutput, rowThreads, writeWhole } from '../node/index.ts';
import { generateExercise } from '../pipeline/generate.ts';
import { EXERCISE_OUTPUT, EXERCISES_FOLDER, type ExerciseArguments } from './exercise-options.ts';
import { flagOf, inFlagsLater, outputFile } from './flags.ts';
import { MOST_THREADS } from './generate.ts';
import { lessonNetwork } from './lesson.ts';
import { toChoice, toOptionalCountUpTo } from './options.ts';
import { backupLine, say } from './say.ts';

/**
 * Makes an exercise, or those of a class, and prints what they ask for.
 *
 * @returns the exit code
 */
export async function runExercise(given: ExerciseArguments): Promise<0 | 2> {
  const start = performance.now();
  const blank = toChoice(given.blank, blankChoices, '--blank');
  if (given.for !== undefined) {
    // Loaded only where it is asked for.
    const { runExerciseFor } = await import('./exercise-for.ts');
    return runExerciseFor(given.for, blank, { ...given, output: given.output ?? EXERCISES_FOLDER });
  }
  if (given.column !== undefined) throw inputError('is of the list that --for names; give that too.', '--column');
  const output = given.output ?? EXERCISE_OUTPUT;
  const network = await lessonNetwork(given);
  await prepareOutput(output, given.force, outputFile('exercise.xlsx', ['.xlsx']));
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
  const { size, backup } = await writeWhole(output, bytes);
  const milliseconds = Math.round(performance.now() - start);

  if (given.json) {
    const { title, iterations, learningRates } = network;
    const file = { file: output, backup: backup ?? null, bytes: size };
    const { answers } = given;
    await say(
      JSON.stringify({ ...file, milliseconds, title, iterations, learningRates, blank, answers, asked }, null, 2),
    );
    return 0;
  }
  const { length: sheets } = network.learningRates;
  const columns = asked.length === 1 ? 'One column' : `${asked.length} columns`;
  const where = sheets === 1 ? 'one sheet' : `each of ${sheets} sheets`;
  const task = `${columns} ${given.answers ? 'filled in' : 'to fill in'} on ${where}${named(asked)}`;
  const file = `${output}  ${Math.ceil(size / 1000)} kB  ${(milliseconds / 1000).toFixed(2)} s`;
  await say(`${task}\n\n${file}${backupLine(output, backup)}`);
  return 0;
}

/** Names up to which a line lists them all. */
const MOST_NAMED = 12;

/** The names of the columns; of many, from which to which they go. */
const named = (asked: readonly string[]): string =>
  asked.length > MOST_NAMED ? `, from ${asked[0]} to ${asked.at(-1)}` : `: ${asked.join(', ')}`;
