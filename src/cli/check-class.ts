import { extname } from 'node:path';
import { beyondHeaders } from '../check/adapted.ts';
import { jsonText } from '../check/report/json.ts';
import { type Learner, readLearners } from '../classroom/learners.ts';
import type { JudgedHandIn } from '../marking/by-learner.ts';
import { handInsOf } from '../marking/hand-ins.ts';
import { weightingOf } from '../marking/mark.ts';
import { type MarkedClass, markedClass } from '../marking/marked-class.ts';
import { classText } from '../marking/report/text.ts';
import { sortings } from '../marking/sortings.ts';
import { inputError, withPaths } from '../network/input-error.ts';
import type { Network } from '../network/network.ts';
import { visible } from '../network/path-text.ts';
import { type ExamineOptions, examineFiles } from '../node/examine-files.ts';
import { type HandInFile, handInFiles } from '../node/hand-in-files.ts';
import { readNetwork } from '../node/index.ts';
import { readText } from '../node/read-text.ts';
import type { ClassArguments } from './check-class-options.ts';
import { classJson } from './class-json.ts';
import { openOutputs } from './class-outputs.ts';
import { openCountingBar } from './counting-bar.ts';
import { inFlags } from './flags.ts';
import { MOST_THREADS } from './generate.ts';
import { NAME, toOptionalChoice, toOptionalCountUpTo } from './options.ts';
import { say } from './say.ts';

/** What a class is judged with besides its own options. */
export interface ClassCheck {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly options: ExamineOptions;
}

/**
 * Judges what a class handed in, prints its table, and writes what is asked for.
 *
 * @returns the exit code: 3 where something that was given could not be used, though the rest was; else as for single files
 */
export async function runCheckClass(
  given: ClassArguments,
  { files, json, options }: ClassCheck,
): Promise<0 | 1 | 2 | 3> {
  const sort = toOptionalChoice(given.sort, sortings, '--sort') ?? 'name';
  const weighting =
    given.points === undefined
      ? undefined
      : inFlags(
          () => weightingOf(given.points ?? []),
          () => '--points',
        );
  const pattern = given.pattern === undefined ? undefined : patternOf(given.pattern);
  const expected = given.expect === undefined ? undefined : await readNetwork(given.expect);
  const { learners, problems: listed } = learnersOf(given.learners, given.column);
  const outputs = await openOutputs(given);
  const threads = toOptionalCountUpTo(MOST_THREADS, given.threads, '--threads');

  const { files: found, problems: unread } = handInFiles(files);
  const handIns = handInsOf(found, pattern);
  if (handIns.every(({ files: own }) => own.length === 0))
    throw inputError('holds no workbook: name a folder or an archive of .xlsx, .xlsm or .ods files.', files.join(', '));
  const { judged, failed } = await judge(handIns, found, { json, threads, options: withExpected(options, expected) });
  const marked = markedClass(judged, { weighting, expected, learners });
  const written = await outputs(marked, sort);
  const problems = [...listed, ...unread, ...failed, ...marked.problems, ...written.problems];
  for (const problem of problems) console.error(visible(`${NAME}: ${problem}`));
  if (json) await say(jsonText(classJson(marked, sort, problems)));
  else
    await say([classText(marked, sort), ...(written.lines.length > 0 ? [written.lines.join('\n')] : [])].join('\n\n'));
  return exitCodeOf(marked, problems);
}

function exitCodeOf({ learners }: MarkedClass, problems: readonly string[]): 0 | 1 | 2 | 3 {
  const verdicts = new Set(learners.map(({ file }) => file?.examined.report.verdict ?? 'unjudged'));
  if (problems.length > 0) return 3;
  if (verdicts.has('wrong')) return 1;
  return verdicts.has('partly') || verdicts.has('unjudged') ? 2 : 0;
}

/** Of a network that headers do not tell, it has to be said by which it is judged. */
const withExpected = (options: ExamineOptions, expected: Network | undefined): ExamineOptions =>
  expected === undefined || options.network !== undefined || !beyondHeaders(expected)
    ? options
    : { ...options, network: expected };

function learnersOf(
  list: string | undefined,
  column: string | undefined,
): {
  readonly learners?: readonly Learner[];
  readonly problems: readonly string[];
} {
  if (list === undefined) return { problems: [] };
  const { learners, faults } = withPaths(
    () => readLearners(readText(list), { table: /^\.[ct]sv$/i.test(extname(list)), column }),
    (path) => (path === '' ? list : `${list}: ${path}`),
  );
  return { learners, problems: faults.map(({ path, message }) => `${list}: ${path}: ${message}`) };
}

function patternOf(text: string): RegExp {
  try {
    const pattern = new RegExp(text, 'u');
    if (/\(\?<(?:name|id)>/.test(text)) return pattern;
  } catch (error) {
    throw inputError(
      `is no regular expression: ${error instanceof Error ? error.message : String(error)}.`,
      '--pattern',
    );
  }
  throw inputError('has no group that tells the learner; write one, such as (?<name>[^/]+)/.', '--pattern');
}

interface Judging {
  readonly json: boolean;
  readonly threads: number | undefined;
  readonly options: ExamineOptions;
}

/** Judges the workbooks that may count. @returns them, and what went wrong with any */
async function judge(
  handIns: ReturnType<typeof handInsOf>,
  found: readonly HandInFile[],
  { json, threads, options }: Judging,
): Promise<{ readonly judged: readonly JudgedHandIn[]; readonly failed: readonly string[] }> {
  const places = new Map(found.map(({ path, place }) => [path, place]));
  const wanted = handIns.flatMap((handIn) => handIn.files.map((file) => ({ handIn, file })));
  const orders = wanted.map(({ file }) => places.get(file.path) ?? { path: file.path });
  const judged = new Map(handIns.map((handIn) => [handIn, [] as JudgedHandIn['files'][number][]]));
  const failed: string[] = [];
  const bar = await openCountingBar(orders.length, 'files', json);
  let k = 0;
  try {
    for await (const { result, failure } of examineFiles(orders, options, threads)) {
      const { handIn, file } = wanted[k++] as (typeof wanted)[number];
      if (result === undefined) failed.push(`${file.path}: could not be judged: ${failure}`);
      else {
        judged.get(handIn)?.push({ ...file, path: file.path, examined: result });
        const { verdict, reason, tables } = result.report;
        if (verdict === 'unjudged' && tables.length === 0 && !result.isExercise) failed.push(`${file.path}: ${reason}`);
      }
      bar?.done();
    }
  } finally {
    bar?.stop();
  }
  return { judged: [...judged].map(([handIn, files]) => ({ handIn, files })), failed };
}
