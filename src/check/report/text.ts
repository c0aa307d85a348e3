import type { Finding, Report, TableReport } from '../finding.ts';

/** A report for people, as plain lines. */
export function textReport(file: string, report: Report): string {
  return [
    `${file}: ${summary(report)}`,
    ...tablesText(report),
    ...report.findings.flatMap(findingText),
    ...notes(report),
  ].join('\n');
}

/** The verdict in a few words. */
export function summary({ verdict, reason, findings, unread }: Report): string {
  const mistakes = findings.filter(({ mistake }) => mistake).length;
  switch (verdict) {
    case 'unjudged':
      return `could not be judged. ${reason ?? ''}`.trimEnd();
    case 'wrong':
      return mistakes === 1 ? '1 mistake' : `${mistakes} mistakes`;
    case 'right':
      return unread.length === 0 ? 'all right' : 'all that could be judged is right';
  }
}

const tablesText = ({ tables }: Report): readonly string[] => tables.map((table) => `  ${tableText(table)}`);

/** A table in a line: where it stands, how large it is, and its learning rate. */
export function tableText({ sheet, range, iterations, layers, learningRate, judgedCells }: TableReport): string {
  const rate =
    learningRate === null
      ? 'the learning rate was not found'
      : `η = ${learningRate.value} (${learningRate.source}${learningRate.cell === null ? '' : `, ${learningRate.cell}`})`;
  return `${sheet}!${range}: a ${layers.join('-')} network, ${iterations} rows, ${rate}; ${judgedCells} cells judged`;
}

/** Where a finding stands: sheet, first cell, how many. */
export function placeText({ sheet, cell, count }: Finding): string {
  const cells = count === undefined || count === 1 ? '' : ` and ${count - 1} more`;
  return cell === undefined ? sheet : `${sheet}!${cell}${cells}`;
}

function findingText(finding: Finding): readonly string[] {
  const { mistake, message, correction, effect, value } = finding;
  return [
    '',
    `  ${mistake ? '✗' : '·'} ${placeText(finding)}: ${message}`,
    ...(mistake && correction !== undefined ? [`    Right: ${correction}`] : []),
    ...(mistake && value !== undefined && value.actual !== value.expected
      ? [`    The cell shows ${value.actual ?? 'an error'}; it should be ${value.expected}.`]
      : []),
    ...(effect === undefined ? [] : [`    ${effectText(effect)}`]),
  ];
}

/** How far a mistake moves the error curve, in a sentence. */
export const effectText = ({ most, last }: NonNullable<Finding['effect']>): string =>
  `It moves the error by at most ${most.toPrecision(2)}, and by ${last.toPrecision(2)} in the last row${most < 1e-3 ? ': the curve does not show it' : ''}.`;

/** What else there is to say: missing columns, tables that could not be read, sheets without a table. */
export function notes({ tables, unread, sheetsWithoutTable, reason }: Report): readonly string[] {
  const missing = tables.filter((table) => table.missing.length > 0);
  const lines = [
    ...missing.map((table) => `${table.sheet}!${table.range} has no columns of ${table.missing.join(', ')}.`),
    ...unread.filter((sentence) => sentence !== reason).map((sentence) => `Not judged: ${sentence}`),
    ...(sheetsWithoutTable.length === 0 ? [] : [`Without a table: ${sheetsWithoutTable.join(', ')}.`]),
  ];
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)];
}

/** Several files in a table, one line a file. */
export function filesTable(files: readonly (readonly [string, Report])[]): string {
  const rows = files.map(([file, report]) => [file, mark(report), summary(report)]);
  const widths = [0, 1].map((k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => cell.padEnd(widths[k] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const mark = ({ verdict }: Report): string => ({ right: '✓', wrong: '✗', unjudged: '?' })[verdict];
