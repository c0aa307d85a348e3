import type { Report } from '../finding.ts';
import { code, fenced, inlineText } from './markdown-text.ts';
import { type FindingText, findings, notes, summary, tables } from './text.ts';
import { fileText } from './words.ts';

/**
 * A report as Markdown.
 *
 * @param file the name of the workbook, as the report is to call it
 * @example
 * const report = checkWorkbook(await readFile('mine.xlsx'), { network });
 * await writeFile('report.md', markdownReport('mine.xlsx', report));
 */
export function markdownReport(file: string, report: Report): string {
  const [told, noted] = [tables(report), notes(report)];
  return [
    `## ${code(fileText(file))}`,
    '',
    `**${inlineText(summary(report))}**`,
    ...(told.length === 0 ? [] : ['', ...told.map((line) => `- ${inlineText(line)}`)]),
    ...findings(report).flatMap(findingLines),
    ...(noted.length === 0 ? [] : ['', ...noted.map((line) => `- ${inlineText(line)}`)]),
    '',
  ].join('\n');
}

const findingLines = ({ mark, place, message, corrections, sentences }: FindingText): readonly string[] => [
  '',
  `### ${mark} ${code(place)}`,
  '',
  inlineText(message),
  ...corrections.flatMap(([label, formula]) => ['', `${inlineText(label)}:`, '', ...fenced(formula)]),
  ...sentences.flatMap((sentence) => ['', inlineText(sentence)]),
];

/** A cell of a table, which no code may end. */
const cell = (text: string): string => text.replaceAll('|', '\\u007c');

/**
 * Several files as a table of Markdown, one line a file.
 *
 * @param files the name of each workbook, and its report
 * @example
 * const report = checkWorkbook(await readFile('mine.xlsx'), { network });
 * console.log(markdownTable([['mine.xlsx', report]]));
 */
export const markdownTable = (files: readonly (readonly [string, Report])[]): string =>
  [
    '| File | Result |',
    '| --- | --- |',
    ...files.map(([file, report]) => `| ${code(cell(fileText(file)))} | ${inlineText(cell(summary(report)))} |`),
  ].join('\n');
