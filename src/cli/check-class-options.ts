import { sortings } from '../marking/sortings.ts';
import { listOption, textOption } from './options.ts';

/** Pages of feedback. */
export const feedbackFormats = ['html', 'markdown'] as const;

/** The options of the command `check` that are about a class. Any of them makes a class of the files that are named. */
export const classOptions = {
  learners: {
    ...textOption,
    describe: 'For a class: the list of learners, a name a line or CSV; tells who handed nothing in',
  },
  column: {
    ...textOption,
    describe: 'With --learners: the column of names in that list [default: the one that is called so]',
  },
  pattern: {
    ...textOption,
    describe:
      'For a class: a regular expression for paths, with groups (?<name>…), (?<id>…), (?<attempt>…), where no platform named them',
  },
  expect: { ...textOption, describe: 'For a class: the network that was asked for; tells what is missing or other' },
  points: {
    ...listOption,
    describe:
      'For a class: points in all, such as 20, or for parts, such as hidden-gradients=10 updates=5 [default: one for each quantity]',
  },
  sort: { ...textOption, describe: `For a class: ${sortings.join(' or ')} [default: name]` },
  csv: { ...textOption, describe: 'For a class: write the marks into this file, as CSV' },
  semicolon: { type: 'boolean', default: false, describe: 'With --csv: a semicolon between cells, and decimal commas' },
  marks: {
    ...textOption,
    describe: 'For a class: your worksheet or gradebook export (CSV); a copy of it is filled in, ready to import',
  },
  'mark-column': { ...textOption, describe: 'With --marks: the column that takes the marks, where that is not clear' },
  html: { ...textOption, describe: 'For a class: write a report into this file, as a page' },
  feedback: {
    ...textOption,
    describe: 'For a class: write a page for each learner into this folder, as the platform takes it back',
  },
  'feedback-as': { ...textOption, describe: `With --feedback: ${feedbackFormats.join(' or ')} [default: html]` },
  solutions: { type: 'boolean', default: false, describe: 'With --feedback: tell the right formulas too' },
  threads: { ...textOption, describe: 'For a class: threads that judge files [default: one for each core]' },
  force: { type: 'boolean', default: false, describe: 'Replace files that are written for a class' },
} as const;

/** What they were given. */
export interface ClassArguments {
  readonly learners: string | undefined;
  readonly column: string | undefined;
  readonly pattern: string | undefined;
  readonly expect: string | undefined;
  readonly points: readonly string[] | undefined;
  readonly sort: string | undefined;
  readonly csv: string | undefined;
  readonly semicolon: boolean;
  readonly marks: string | undefined;
  readonly markColumn: string | undefined;
  readonly html: string | undefined;
  readonly feedback: string | undefined;
  readonly feedbackAs: string | undefined;
  readonly solutions: boolean;
  readonly threads: string | undefined;
  readonly force: boolean;
}

/** Whether a class is asked for, whatever is named. */
export const asksForClass = (given: ClassArguments): boolean =>
  [
    given.learners,
    given.pattern,
    given.expect,
    given.points,
    given.sort,
    given.csv,
    given.marks,
    given.html,
    given.feedback,
  ].some((each) => each !== undefined);
