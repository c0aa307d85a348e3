import { type CheckOptions, checkWorkbook } from '../check/check.ts';
import { type Report, unjudged } from '../check/finding.ts';
import { jsonText } from '../check/report/json.ts';
import { markdownReport, markdownTable } from '../check/report/markdown.ts';
import { reportsTable, textReport } from '../check/report/text.ts';
import { inputError } from '../network/input-error.ts';
import { networkNames } from '../network/ready-made.ts';
import { isCollection } from '../node/hand-in-files.ts';
import { readNetwork } from '../node/index.ts';
import { readUntrusted } from '../node/untrusted-file.ts';
import { withSettings } from '../settings/settings.ts';
import { runCheckClass } from './check-class.ts';
import { asksForClass, type ClassArguments } from './check-class-options.ts';
import { flagOf, inFlags } from './flags.ts';
import { networkChoices } from './network-options.ts';
import { toOptionalNumber } from './options.ts';
import { say } from './say.ts';

/** What the command `check` is given. */
export interface CheckArguments extends ClassArguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly markdown: boolean;
  readonly network: string | undefined;
  readonly learningRate: string | undefined;
  readonly activation: readonly string[] | undefined;
  readonly biases: string | undefined;
  readonly loss: string | undefined;
}

/**
 * Judges workbooks and prints what was found; of a folder, an archive, or where something of a class is asked for, a class.
 *
 * @returns the exit code: of single files 0 where all are right or workbooks of this program, 1 where any has mistakes, else 2 where any could not be
 *   judged, or not all of it
 */
export async function runCheck(given: CheckArguments): Promise<0 | 1 | 2 | 3> {
  if (given.json && given.markdown) throw inputError('cannot be given together with --markdown; choose one.', '--json');
  const options = await optionsOf(given);
  if (asksForClass(given) || given.files.some(isCollection)) {
    if (given.markdown)
      throw inputError('is for single files; for a class there are --html and --feedback.', '--markdown');
    const { called: _, ...judged } = options;
    return runCheckClass(given, { files: given.files, json: given.json, options: { ...judged, called } });
  }
  refuseClassWords(given);
  const reports = given.files.map((file): readonly [string, Report] => [file, judged(file, options)]);
  await say(printed(reports, given));
  const verdicts = new Set(reports.map(([, { verdict }]) => verdict));
  if (verdicts.has('wrong')) return 1;
  return verdicts.has('partly') || verdicts.has('unjudged') ? 2 : 0;
}

/** How the workbooks are to be judged. Of a network that is named, the other options change what they are about, as in `generate`. */
async function optionsOf(given: CheckArguments): Promise<CheckOptions> {
  const learningRate = toOptionalNumber(given.learningRate, '--learning-rate');
  if (learningRate !== undefined && learningRate <= 0) throw inputError('must be above 0.', '--learning-rate');
  const rate = learningRate === undefined ? {} : { learningRate };
  const choices = networkChoices(given);
  if (given.network !== undefined) {
    const network = await readNetwork(given.network);
    return { ...rate, called: flagOf, network: inFlags(() => withSettings(network, choices)) };
  }
  const names = networkNames();
  const networks = await Promise.all(names.map((name) => readNetwork(name)));
  const candidates = new Map(
    names.flatMap((name, k) => (networks[k] === undefined ? [] : [[name, networks[k]] as const])),
  );
  const { activation, biases, loss } = choices;
  return {
    ...rate,
    called: flagOf,
    candidates,
    ...(activation === undefined ? {} : { activation }),
    ...(biases === undefined ? {} : { biases }),
    ...(loss === undefined ? {} : { loss }),
  };
}

/** What is of a class only. */
function refuseClassWords({ solutions, semicolon, column, feedbackAs, markColumn }: CheckArguments): void {
  const words = {
    solutions,
    semicolon,
    column: column !== undefined,
    'feedback-as': feedbackAs !== undefined,
    'mark-column': markColumn !== undefined,
  };
  for (const [word, isGiven] of Object.entries(words))
    if (isGiven) throw inputError('is for a class; name a folder, or what to write.', `--${word}`);
}

/** What the options are called that a report may name. */
const called = Object.fromEntries(
  ['network', 'learningRate', 'activation', 'biases', 'loss'].map((field) => [field, flagOf(field)]),
);

function judged(file: string, options: CheckOptions): Report {
  const { bytes, why } = readUntrusted(file);
  return bytes === undefined ? unjudged(why) : checkWorkbook(bytes, options);
}

/** How many mistakes, judged cells, and things that could not be judged. */
const countsOf = ({ findings, tables, notJudged }: Omit<Report, 'verdict'>) => ({
  mistakes: findings.filter(({ mistake }) => mistake).length,
  judgedCells: tables.reduce((sum, { judgedCells }) => sum + judgedCells, 0),
  notJudged: notJudged.length,
});

function printed(reports: readonly (readonly [string, Report])[], { json, markdown }: CheckArguments): string {
  const several = reports.length > 1;
  if (json) {
    const all = reports.map(([file, { verdict, ...report }]) => ({
      file,
      verdict,
      counts: countsOf(report),
      ...report,
    }));
    return jsonText(several ? all : all[0]);
  }
  const one = markdown ? markdownReport : textReport;
  const each = reports.map(([file, report]) => one(file, report));
  return (several ? [markdown ? markdownTable(reports) : reportsTable(reports), ...each] : each).join('\n\n');
}
