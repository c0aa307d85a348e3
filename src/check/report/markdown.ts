import type { Finding, Report } from '../finding.ts';
import { effectText, notes, placeText, summary, tableText } from './text.ts';

/** Characters that Markdown would read as its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&');

/** A report as Markdown. */
export function markdownReport(file: string, report: Report): string {
  return [
    `## ${escaped(file)}`,
    '',
    `**${escaped(summary(report))}**`,
    '',
    ...report.tables.map((table) => `- ${escaped(tableText(table))}`),
    ...report.findings.flatMap(findingMarkdown),
    ...notes(report).map((line) => escaped(line.trim())),
    '',
  ].join('\n');
}

function findingMarkdown(finding: Finding): readonly string[] {
  const { mistake, message, correction, effect } = finding;
  return [
    '',
    `### ${mistake ? '✗' : '·'} ${escaped(placeText(finding))}`,
    '',
    escaped(message),
    ...(mistake && correction !== undefined ? ['', '```text', correction, '```'] : []),
    ...(effect === undefined ? [] : ['', escaped(effectText(effect))]),
  ];
}

/** Several files as a table of Markdown, one line a file. */
export const markdownTable = (files: readonly (readonly [string, Report])[]): string =>
  [
    '| File | Result |',
    '| --- | --- |',
    ...files.map(([file, report]) => `| ${escaped(file)} | ${escaped(summary(report))} |`),
  ].join('\n');
