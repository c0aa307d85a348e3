import type { Finding, NotJudged, Report, TableReport } from '../finding.ts';
import { alsoOf } from './also.ts';
import { apart, short } from './digits.ts';
import { fileText, listed, nameText, oneLineFormula, sentenceText, withNoun } from './words.ts';

/** The most tables, findings and notes, and names in a list, that a report tells. */
const MOST = 100;
const MOST_NAMES = 8;

/**
 * A report for people, as plain lines. Only the first one begins at the margin.
 *
 * @param file the name of the workbook, as the report is to call it
 * @example
 * const report = checkWorkbook(await readFile('mine.xlsx'), { network });
 * console.log(textReport('mine.xlsx', report));
 */
export function textReport(file: string, report: Report): string {
  const lines = notes(report);
  return [
    `${fileText(file)}: ${summary(report)}`,
    ...tables(report).map((line) => `  ${line}`),
    ...findings(report).flatMap(findingLines),
    ...(lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)]),
  ].join('\n');
}

/** The verdict in a few words, with what it rests on. */
export function summary({ verdict, reason, findings: found, tables: judged, notJudged }: Report): string {
  const cells = withNoun(
    judged.reduce((sum, { judgedCells }) => sum + judgedCells, 0),
    'cell',
  );
  const mistakes = found.filter(({ mistake }) => mistake).length;
  const parts = withNoun(notJudged.length, 'part');
  switch (verdict) {
    case 'right':
      return `all right: ${withNoun(judged.length, 'table')}, ${cells} judged`;
    case 'wrong':
      return `${withNoun(mistakes, 'mistake')}; ${cells} judged${notJudged.length === 0 ? '' : `; ${parts} not judged`}`;
    case 'partly':
      return `partly judged: no mistake in ${cells}; ${parts} could not be judged`;
    case 'unjudged':
      return `not judged: ${sentenceText(reason ?? 'The file holds no table.')}`;
    case 'own':
      return sentenceText(reason ?? 'made by this program and unchanged');
  }
}

/** The tables, one a line. */
export const tables = (report: Report): readonly string[] => bounded(report.tables.map(tableText));

/** A table in a line: where it stands, how large it is, and its learning rate. */
function tableText({ sheet, range, iterations, layers, learningRate, judgedCells }: TableReport): string {
  const rate =
    learningRate === null
      ? 'the learning rate was not found'
      : `η = ${short(learningRate.value)} (${sentenceText(learningRate.source)}${learningRate.cell === null ? '' : `, ${learningRate.cell}`})`;
  return `${nameText(sheet)}!${range}: a ${layers.join('-')} network, ${withNoun(iterations, 'row')}, ${rate}; ${withNoun(judgedCells, 'cell')} judged`;
}

/** A finding in words, for any kind of report. */
export interface FindingText {
  readonly mark: '✗' | '·';
  readonly place: string;
  readonly message: string;
  /** Right formulas, each after what says of which cell it is. */
  readonly corrections: readonly (readonly [label: string, formula: string])[];
  readonly sentences: readonly string[];
}

/** The findings in words; of very many the first. */
export const findings = (report: Report): readonly FindingText[] =>
  report.findings.slice(0, MOST).map((finding) => findingText(finding, report.tables));

function findingText(finding: Finding, judged: readonly TableReport[]): FindingText {
  const { mistake, message, correction, effect, value } = finding;
  const also = alsoOf(finding, judged);
  const corrections = [
    ...(correction === undefined ? [] : [['Right', correction] as const]),
    ...(also?.corrections ?? []).map(([cell, formula]) => [`Right in ${cell}`, formula] as const),
  ];
  return {
    mark: mistake ? '✗' : '·',
    place: placeText(finding),
    message: sentenceText(message),
    corrections: mistake ? corrections.map(([label, formula]) => [label, oneLineFormula(formula)]) : [],
    sentences: [
      ...(mistake && value !== undefined ? valueText(value) : []),
      ...(also === undefined ? [] : [sentenceText(also.sentence)]),
      ...(effect === undefined ? [] : effectText(effect)),
    ],
  };
}

/** Where a finding stands: sheet, first cell, how many. */
function placeText({ sheet, cell, count = 1 }: Finding): string {
  const more = count === 1 ? '' : ` and ${withNoun(count - 1, 'more cell')}`;
  return cell === undefined ? nameText(sheet) : `${nameText(sheet)}!${cell}${more}`;
}

function valueText({ actual, expected }: NonNullable<Finding['value']>): readonly string[] {
  if (actual === null) return [`The cell shows no number; it should be ${short(expected)}.`];
  const [shown, right] = apart(actual, expected);
  return shown === right ? [] : [`The cell shows ${shown}; it should be ${right}.`];
}

/** Below this nobody sees a difference in a curve of errors that begins at a few tenths. */
const SEEN = 1e-3;

/** How far a mistake moves the error curve, in a sentence. */
function effectText({ most, last }: NonNullable<Finding['effect']>): readonly string[] {
  if (!Number.isFinite(most) || !Number.isFinite(last)) return [];
  if (most === 0) return ['It does not move the error curve.'];
  const [at, end] = [most, last].map(roughly);
  if (most < SEEN) return [`It moves the error curve by at most ${at}: the curve does not show it.`];
  return [`It moves the error curve by at most ${at}, and by ${end} in the last row.`];
}

/** A size in two digits. */
function roughly(size: number): string {
  const rounded = Number(size.toPrecision(2));
  return rounded !== 0 && rounded < SEEN ? rounded.toExponential() : String(rounded);
}

const findingLines = ({ mark, place, message, corrections, sentences }: FindingText): readonly string[] => [
  '',
  `  ${mark} ${place}: ${message}`,
  ...corrections.map(([label, formula]) => `    ${label}: ${formula}`),
  ...sentences.map((sentence) => `    ${sentence}`),
];

/** What else there is to say, one a line: what was not judged, missing columns, sheets without a table, findings beyond the most. */
export function notes(report: Report): readonly string[] {
  const { notJudged, sheetsWithoutTable } = report;
  const rest = report.findings.length - MOST;
  const lacking = report.tables.filter((table) => table.missing.length > 0);
  const missing = lacking.map(
    ({ sheet, range, missing: names }) =>
      `${nameText(sheet)}!${range} has no ${names.length === 1 ? 'column' : 'columns'} of ${listed(names.map(sentenceText), MOST_NAMES)}.`,
  );
  return [
    ...(rest > 0 ? [`There are ${withNoun(rest, 'more finding')}.`] : []),
    ...bounded(notJudged.map(notJudgedText)),
    ...bounded(missing),
    ...(sheetsWithoutTable.length === 0
      ? []
      : [
          `Without a table: ${listed(
            sheetsWithoutTable.map((name) => nameText(name)),
            MOST_NAMES,
            'sheet',
          )}.`,
        ]),
  ];
}

function notJudgedText({ sheet, what, why }: NotJudged): string {
  const place = sheet === '' ? '' : ` on sheet ${nameText(sheet)}`;
  return `Not judged: ${sentenceText(what)}${place}: ${sentenceText(why).replace(/\.?$/, '.')}`;
}

/** Lines, of very many the first. */
const bounded = (lines: readonly string[]): readonly string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), `and ${lines.length - MOST} more`] : lines;

/**
 * Several files in a table, one line a file.
 *
 * @param files the name of each workbook, and its report
 * @example
 * const report = checkWorkbook(await readFile('mine.xlsx'), { network });
 * console.log(reportsTable([['mine.xlsx', report]]));
 */
export function reportsTable(files: readonly (readonly [string, Report])[]): string {
  const rows = files.map(([file, report]) => [fileText(file), markOf(report), summary(report)]);
  const widths = [0, 1].map((k) => rows.reduce((most, row) => Math.max(most, row[k]?.length ?? 0), 0));
  return rows
    .map((row) =>
      row
        .map((cell, k) => cell.padEnd(widths[k] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const markOf = ({ verdict }: Report): string =>
  ({ right: '✓', wrong: '✗', partly: '?', unjudged: '?', own: '·' })[verdict];
