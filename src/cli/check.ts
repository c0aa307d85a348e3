import { checkWorkbook } from '../check/check.ts';
import type { Report } from '../check/finding.ts';
import { markdownReport, markdownTable } from '../check/report/markdown.ts';
import { filesTable as reportsTable, textReport } from '../check/report/text.ts';
import { networkNames, readNetwork, readUntrusted } from '../node/index.ts';
import { inputError } from '../spec/input-error.ts';
import type { Network } from '../spec/network.ts';
import { visible } from '../spec/path-text.ts';
import { toOptionalNumber } from './options.ts';
import { say } from './say.ts';

/** What the command `check` is given. */
export interface CheckArguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly markdown: boolean;
  readonly network: string | undefined;
  readonly learningRate: string | undefined;
}

/** Judges workbooks and prints what was found. @returns the exit code: 0 all right, 1 mistakes, 2 could not be judged */
export async function runCheck(given: CheckArguments): Promise<0 | 1 | 2> {
  const learningRate = toOptionalNumber(given.learningRate, '--learning-rate');
  if (learningRate !== undefined && learningRate <= 0) throw inputError('must be above 0.', '--learning-rate');
  if (given.json && given.markdown) throw inputError('cannot be given together with --markdown; choose one.', '--json');
  const network = given.network === undefined ? undefined : await readNetwork(given.network);
  const candidates = network === undefined ? await Promise.all(networkNames().map((name) => readNetwork(name))) : [];
  const options = {
    candidates,
    ...(network === undefined ? {} : { network }),
    ...(learningRate === undefined ? {} : { learningRate }),
  };
  const reports = given.files.map((file): readonly [string, Report] => [file, judged(file, options)]);
  await say(given.json ? printed(reports, given) : visible(printed(reports, given)));
  const verdicts = reports.map(([, { verdict }]) => verdict);
  return verdicts.includes('wrong') ? 1 : verdicts.includes('unjudged') ? 2 : 0;
}

function judged(file: string, options: { readonly network?: Network; readonly learningRate?: number }): Report {
  const { bytes, why } = readUntrusted(file);
  if (bytes !== undefined) return checkWorkbook(bytes, options);
  return { verdict: 'unjudged', reason: why, tables: [], unread: [], sheetsWithoutTable: [], findings: [] };
}

function printed(reports: readonly (readonly [string, Report])[], { json, markdown }: CheckArguments): string {
  const several = reports.length > 1;
  if (json) {
    const all = reports.map(([file, report]) => ({ file, ...report }));
    return JSON.stringify(several ? all : all[0], null, 2);
  }
  const one = markdown ? markdownReport : textReport;
  const each = reports.map(([file, report]) => one(file, report));
  return (several ? [markdown ? markdownTable(reports) : reportsTable(reports), ...each] : each).join('\n\n');
}
