import { join } from 'node:path';
import type { MarkedClass } from '../marking/marked-class.ts';
import { classCsv } from '../marking/report/csv.ts';
import { htmlFeedback, markdownFeedback } from '../marking/report/feedback.ts';
import { classHtml } from '../marking/report/html.ts';
import type { Sorting } from '../marking/sortings.ts';
import { filledWorksheet } from '../marking/worksheet.ts';
import { InputError, inputError, withPaths } from '../network/input-error.ts';
import { prepareText, writeText } from '../node/output-file.ts';
import { readText } from '../node/read-text.ts';
import { type ClassArguments, feedbackFormats } from './check-class-options.ts';
import { namedFile } from './flags.ts';
import { markedCopy } from './marked-copy.ts';
import { toOptionalChoice } from './options.ts';

/** What was written, a line each, and what could not be. */
export interface WrittenOutputs {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Makes sure, before anything is judged, that what is asked for can be written.
 *
 * @returns what writes it
 */
export async function openOutputs(
  given: ClassArguments,
): Promise<(marked: MarkedClass, sort: Sorting) => Promise<WrittenOutputs>> {
  const { csv, html, marks, feedback, markColumn, solutions, semicolon, force } = given;
  const format = toOptionalChoice(given.feedbackAs, feedbackFormats, '--feedback-as') ?? 'html';
  for (const [flag, isGiven, other, isThere] of [
    ['--solutions', solutions, '--feedback', feedback !== undefined],
    ['--feedback-as', given.feedbackAs !== undefined, '--feedback', feedback !== undefined],
    ['--mark-column', markColumn !== undefined, '--marks', marks !== undefined],
    ['--semicolon', semicolon, '--csv', csv !== undefined],
    ['--column', given.column !== undefined, '--learners', given.learners !== undefined],
  ] as const)
    if (isGiven && !isThere) throw inputError(`goes with ${other}; give that too.`, flag);
  const worksheet = marks === undefined ? undefined : readText(marks);
  const copy = marks === undefined ? undefined : markedCopy(marks);
  const fill = (marked: MarkedClass) =>
    withPaths(
      () => filledWorksheet(worksheet ?? '', marked, markColumn),
      (path) => (path === 'markColumn' ? '--mark-column' : (marks ?? '')),
    );
  // Whether it can be filled in shows before anything is judged.
  if (worksheet !== undefined) fill({ learners: [], slips: [], hints: [], problems: [] });
  const files: readonly (readonly [path: string | undefined, endings: readonly string[]])[] = [
    [csv, ['.csv', '.txt']],
    [html, ['.html', '.htm']],
    [copy, []],
  ];
  for (const [path, endings] of files)
    if (path !== undefined) prepareText(path, force, namedFile('marks.csv', endings));

  return async (marked, sort) => {
    const lines: string[] = [];
    const problems: string[] = [];
    if (csv !== undefined) {
      await writeText(csv, classCsv(marked, sort, semicolon ? ';' : ','));
      lines.push(`${csv}  the marks`);
    }
    if (html !== undefined) {
      await writeText(html, classHtml(marked, sort));
      lines.push(`${html}  the report`);
    }
    if (worksheet !== undefined && copy !== undefined && marks !== undefined) {
      const filled = fill(marked);
      await writeText(copy, filled.text);
      lines.push(`${copy}  ${filled.filled} marks in the column "${filled.column}"`);
      problems.push(...filled.problems.map((problem) => `${marks}: ${problem}`));
    }
    if (feedback !== undefined) {
      const written = await writeFeedback(feedback, marked, { format, solutions, force });
      lines.push(`${feedback}  feedback for ${written.count} learners`);
      problems.push(...written.problems);
    }
    return { lines, problems };
  };
}

interface FeedbackOptions {
  readonly format: (typeof feedbackFormats)[number];
  readonly solutions: boolean;
  readonly force: boolean;
}

/** Writes a page for each learner where the platform takes it back. */
async function writeFeedback(
  folder: string,
  { learners }: MarkedClass,
  { format, solutions, force }: FeedbackOptions,
): Promise<{ readonly count: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  let count = 0;
  for (const learner of learners) {
    const path = join(folder, `${learner.feedback}.${format === 'html' ? 'html' : 'md'}`);
    try {
      prepareText(path, force, namedFile('feedback', []));
      await writeText(path, (format === 'html' ? htmlFeedback : markdownFeedback)(learner, solutions));
      count++;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
  }
  return { count, problems };
}
