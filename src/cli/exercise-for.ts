import { extname, join } from 'node:path';
import { type Learner, readLearners } from '../classroom/learners.ts';
import { askedOfClass, type OwnExercise } from '../classroom/own-exercise.ts';
import type { Blank } from '../model/asked.ts';
import { InputError, inputError, withPaths } from '../network/input-error.ts';
import { visible } from '../network/path-text.ts';
import { prepareOutput } from '../node/index.ts';
import { writeBytes } from '../node/output-file.ts';
import { ownExercises } from '../node/own-exercises.ts';
import { readText } from '../node/read-text.ts';
import { openCountingBar } from './counting-bar.ts';
import type { ExerciseArguments } from './exercise-options.ts';
import { flagOf, inFlags, outputFile } from './flags.ts';
import { MOST_THREADS } from './generate.ts';
import { lessonNetwork } from './lesson.ts';
import { NAME, toOptionalCountUpTo, toOptionalNumber } from './options.ts';
import { say } from './say.ts';

/** A workbook that is to be made. */
interface Wanted {
  readonly learner: Learner;
  readonly path: string;
  readonly order: OwnExercise;
}

/**
 * Makes an exercise for each learner of a list, and the teacher's copies beside them.
 *
 * @param list the path of the list
 * @returns the exit code: 2 where a line of the list, or a file, was left out
 */
export async function runExerciseFor(
  list: string,
  blank: Blank,
  given: ExerciseArguments & { readonly output: string },
): Promise<0 | 2> {
  const start = performance.now();
  if (given.answers) throw inputError('is not needed with --for, which makes both copies; leave it out.', '--answers');
  const seed = toOptionalNumber(given.seed, '--seed') ?? 1;
  if (!Number.isSafeInteger(seed) || seed < 0) throw inputError('must be a whole number from 0 on.', '--seed');
  const network = await lessonNetwork({ ...given, seed: undefined });
  const folder = given.output;
  const { learners, faults } = withPaths(
    () => readLearners(readText(list), { table: /^\.[ct]sv$/i.test(extname(list)), column: given.column }),
    (path) => (path === '' ? list : `${list}: ${path}`),
  );
  const asked = inFlags(
    () => askedOfClass(network, blank),
    (field) => (field === 'blank' ? flagOf(field) : field),
  );
  if (learners.length === 0 && faults.length === 0) throw inputError('names no learner; write a name a line.', list);
  const problems = faults.map(({ path, message }) => `${list}: ${path}: ${message}`);
  const wanted: Wanted[] = [];
  for (const learner of learners) {
    const order = { network, learner: learner.name, seed, task: { blank } };
    const both: readonly Wanted[] = [
      { learner, path: join(folder, `${learner.file}.xlsx`), order },
      {
        learner,
        path: join(folder, 'answers', `${learner.file}.xlsx`),
        order: { ...order, task: { blank, answers: true } },
      },
    ];
    try {
      for (const { path } of both) await prepareOutput(path, given.force, outputFile('exercises', ['.xlsx']));
      wanted.push(...both);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
  }
  const failed = await made(wanted, given);
  problems.push(...failed.map(({ path, why }) => `${path}: ${why}`));
  for (const problem of problems) console.error(visible(`${NAME}: ${problem}`));

  const left = new Set(failed.map(({ path }) => path));
  const done = wanted.filter(({ path }) => !left.has(path));
  const whole = learners.filter(({ file }) => done.filter(({ learner }) => learner.file === file).length === 2);
  const milliseconds = Math.round(performance.now() - start);
  if (given.json) {
    const files = whole.map(({ name, file }) => ({
      learner: name,
      file: join(folder, `${file}.xlsx`),
      answers: join(folder, 'answers', `${file}.xlsx`),
    }));
    await say(JSON.stringify({ folder, milliseconds, seed, blank, asked, learners: files, problems }, null, 2));
  } else {
    const columns = asked.length === 1 ? 'One column' : `${asked.length} columns`;
    const exercises = whole.length === 1 ? 'one exercise' : `${whole.length} exercises`;
    await say(
      `${columns} to fill in on each sheet: ${asked.join(', ')}\n\n${exercises} in ${folder}, with the answers in ${join(folder, 'answers')}  ${(milliseconds / 1000).toFixed(2)} s`,
    );
  }
  return problems.length > 0 ? 2 : 0;
}

/** Makes and writes the workbooks. @returns those that could not be */
async function made(
  wanted: readonly Wanted[],
  { threads, json }: ExerciseArguments,
): Promise<readonly { readonly path: string; readonly why: string }[]> {
  const failed: { readonly path: string; readonly why: string }[] = [];
  const bar = await openCountingBar(wanted.length, 'workbooks', json);
  const orders = wanted.map(({ order }) => order);
  let k = 0;
  try {
    for await (const { result, failure } of ownExercises(
      orders,
      toOptionalCountUpTo(MOST_THREADS, threads, '--threads'),
    )) {
      const path = wanted[k++]?.path ?? '';
      try {
        if (result === undefined) failed.push({ path, why: failure });
        else await writeBytes(path, result);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failed.push({ path, why: error.message });
      }
      bar?.done();
    }
  } finally {
    bar?.stop();
  }
  return failed;
}
