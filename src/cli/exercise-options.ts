import { blankChoices } from '../model/asked.ts';
import { type GenerateArguments, generateOptions } from './generate.ts';
import { LESSON_ROWS } from './lesson.ts';
import { textOption } from './options.ts';

/** Where an exercise goes unless told otherwise. */
export const EXERCISE_OUTPUT = 'output/exercise.xlsx';

/** Where the exercises of a class go. */
export const EXERCISES_FOLDER = 'output/exercises';

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
  for: {
    ...textOption,
    describe:
      'A list of learners, a name a line or CSV: each gets numbers of their own, drawn by --seed, and the teacher the answers',
  },
  column: { ...textOption, describe: 'The column of names in that list [default: the one that is called so]' },
  run: { ...textOption, describe: 'The name of a run, where the network has some [default: the first]' },
  ...generateOptions,
  iterations: { ...generateOptions.iterations, describe: `Rows per run [default: ${LESSON_ROWS}]` },
  'learning-rates': {
    ...generateOptions['learning-rates'],
    describe: "One or more learning rates, a sheet each [default: one of the network's]",
  },
  output: {
    ...textOption,
    alias: 'o',
    describe: `The workbook to write, or with --for the folder [default: ${EXERCISE_OUTPUT}, or ${EXERCISES_FOLDER}]`,
  },
} as const;

/** What the command `exercise` is given. */
export interface ExerciseArguments extends Omit<GenerateArguments, 'output'> {
  readonly output: string | undefined;
  readonly run: string | undefined;
  readonly for: string | undefined;
  readonly column: string | undefined;
  readonly blank: string;
  readonly answers: boolean;
}
