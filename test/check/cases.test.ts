import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { markdownReport } from '../../src/check/report/markdown.ts';
import { textReport } from '../../src/check/report/text.ts';
import { timed } from '../helpers/seconds.ts';
import { type Case, cases } from './cases.ts';
import { type Hostile, hostileWorkbooks, MOST_SECONDS } from './hostile-workbooks.ts';

/** All that a report says of a workbook. */
const wordsOf = ({ reason, notJudged, findings }: Report): string =>
  [
    reason ?? '',
    ...notJudged.map(({ what, why }) => `${what}: ${why}`),
    ...findings.map(({ message, correction = '' }) => `${message} ${correction}`),
  ].join('\n');

describe('a workbook of a kind that was misjudged', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each: Case) => {
    const report = checkWorkbook(each.bytes());
    const words = wordsOf(report);
    const mistakes = report.findings.filter(({ mistake }) => mistake);
    expect(each.verdict, words).toContain(report.verdict);
    expect(words).toMatch(each.note ?? /^/);
    if (report.verdict !== 'right') expect(words).toMatch(each.hint ?? /^/);
    if (each.never !== undefined) expect(words).not.toMatch(each.never);
    // One slip, one finding.
    expect(mistakes.length, words).toBe(report.verdict === 'wrong' ? 1 : 0);
    const [mistake] = mistakes;
    if (mistake === undefined) return;
    if (each.quantity !== undefined) expect(each.quantity).toContain(mistake.quantity);
    if (each.cell !== undefined) expect(each.cell).toContain(mistake.cell);
    for (const word of each.words ?? []) expect(mistake.message).toMatch(word);
    if (each.quantity !== undefined && each.named !== false) expect(mistake.named).toBe(true);
    const sheets = new Set([mistake.sheet, ...(mistake.also ?? []).map(({ sheet }) => sheet)]);
    expect(sheets.size).toBe(each.sheets ?? 1);
  });
});

describe('a workbook made to trick or to stall', () => {
  test.each(hostileWorkbooks.map((each) => [each.name, each] as const))('%s', (_, each: Hostile) => {
    const bytes = each.bytes();
    const { result: report, seconds } = timed(() => checkWorkbook(bytes));
    expect(seconds).toBeLessThan(MOST_SECONDS);
    const words = wordsOf(report);
    expect(each.verdict, words).toContain(report.verdict);
    expect(words).toMatch(each.words ?? /^/);
    if (each.never !== undefined) expect(words).not.toMatch(each.never);
    for (const text of [textReport('ann.xlsx', report), markdownReport('ann.xlsx', report)]) {
      expect(text).not.toMatch(/^\W*zoe\.xlsx/m);
      expect(text).not.toMatch(/^\s*<(?:img|script)/m);
      expect(text.includes('\u001b')).toBe(false);
    }
  });
});
