import { describe, expect, test } from 'vitest';
import type { Finding, Report, Spot } from '../../../src/check/finding.ts';
import { reportsTable, textReport } from '../../../src/check/report/text.ts';
import { mistake, report, table } from './reports.ts';

const lines = (given: Report, file = 'zoe.xlsx'): readonly string[] => textReport(file, given).split('\n');
const notJudged = { sheet: 'LR 0.5', what: 'the updates', why: 'no column of the table is read by them' };

describe('the first line is', () => {
  test.each<readonly [string, Partial<Report>]>([
    ['zoe.xlsx: all right: 1 table, 304 cells judged', {}],
    [
      'zoe.xlsx: all right: 3 tables, 1,824 cells judged',
      {
        tables: [table('A', { judgedCells: 1_000 }), table('B', { judgedCells: 823 }), table('C', { judgedCells: 1 })],
      },
    ],
    ['zoe.xlsx: 1 mistake; 304 cells judged', { verdict: 'wrong', findings: [mistake(), mistake({ mistake: false })] }],
    [
      'zoe.xlsx: 2 mistakes; 1 cell judged; 1 part not judged',
      {
        verdict: 'wrong',
        findings: [mistake(), mistake()],
        tables: [table('A', { judgedCells: 1 })],
        notJudged: [notJudged],
      },
    ],
    [
      'zoe.xlsx: partly judged: no mistake in 304 cells; 2 parts could not be judged',
      { verdict: 'partly', notJudged: [notJudged, notJudged] },
    ],
    ['zoe.xlsx: not judged: The file is empty.', { verdict: 'unjudged', reason: 'The file is empty.', tables: [] }],
    [
      'zoe.xlsx: made by this program and unchanged',
      { verdict: 'own', reason: 'made by this program and unchanged', tables: [] },
    ],
  ])('%s', (line, more) => {
    expect(lines(report(more))[0]).toBe(line);
  });
});

test('a table has a line: where it stands, how large it is, and its learning rate', () => {
  const tables = [table('LR 0.5'), table('B', { iterations: 1, judgedCells: 1, learningRate: null })];
  expect(lines(report({ tables })).slice(1)).toEqual([
    '  LR 0.5!A5:AE17: a 2-2-2 network, 12 rows, η = 0.5 (label, B2); 304 cells judged',
    '  B!A5:AE17: a 2-2-2 network, 1 row, the learning rate was not found; 1 cell judged',
  ]);
});

/** The lines of a finding. */
const told = (finding: Finding, sheets: readonly string[] = ['LR 0.5']): readonly string[] =>
  lines(report({ verdict: 'wrong', findings: [finding], tables: sheets.map((sheet) => table(sheet)) })).slice(
    2 + sheets.length,
  );

describe('a finding has', () => {
  test('its place, its cause, the right formula, both numbers, and its effect', () => {
    expect(
      told(
        mistake({ value: { actual: 0.00022487123, expected: 0.00022481456 }, effect: { most: 1.2345e-8, last: 0 } }),
      ),
    ).toEqual([
      '  ✗ LR 0.5!AD6 and 11 more cells: ∂E/∂w3 uses a_h1·(1−a_h1); it should use a_h2·(1−a_h2).',
      '    Right: =(R6-A6)*L6*(1-L6)*C6',
      '    The cell shows 0.00022487; it should be 0.00022481.',
      '    It moves the error curve by at most 1.2e-8: the curve does not show it.',
    ]);
  });

  test('one cell more, or none, in words', () => {
    expect([1, 2].map((count) => told(mistake({ count }))[0]?.split(':')[0])).toEqual([
      '  ✗ LR 0.5!AD6',
      '  ✗ LR 0.5!AD6 and 1 more cell',
    ]);
  });

  test('no formula and no numbers where it is a note', () => {
    expect(told(mistake({ mistake: false, cell: undefined as never, message: 'A note.' }))).toEqual([
      '  · LR 0.5: A note.',
    ]);
  });

  test.each<readonly [NonNullable<Finding['effect']>, readonly string[]]>([
    [{ most: 0.0123, last: 0.003 }, ['    It moves the error curve by at most 0.012, and by 0.003 in the last row.']],
    [{ most: 2.7e-6, last: 0 }, ['    It moves the error curve by at most 2.7e-6: the curve does not show it.']],
    [{ most: 0, last: 0 }, ['    It does not move the error curve.']],
    [{ most: Number.NaN, last: 0 }, []],
  ])('its effect %j', (effect, sentences) => {
    expect(told(mistake({ correction: undefined as never, effect })).slice(1)).toEqual(sentences);
  });

  test.each<readonly [NonNullable<Finding['value']>, readonly string[]]>([
    [{ actual: null, expected: 0.5 }, ['    The cell shows no number; it should be 0.5.']],
    [{ actual: 0.1 + 0.2, expected: 0.3 }, []],
  ])('its numbers %j', (value, sentences) => {
    expect(told(mistake({ correction: undefined as never, value })).slice(1)).toEqual(sentences);
  });
});

const spot = (sheet: string, cell = 'AD6', quantity = '∂E/∂w3', correction = '=(R6-A6)*L6*(1-L6)*C6'): Spot => ({
  sheet,
  cell,
  quantity,
  count: 12,
  correction,
});

describe('the same mistake elsewhere is told', () => {
  const sheets = ['LR 0.5', 'LR 0.1', 'LR 0.2'];
  test.each<readonly [string, readonly Spot[], readonly string[]]>([
    ['by its place', [spot('LR 0.2')], ['The same mistake: LR 0.2!AD6 (∂E/∂w3).']],
    ['on all sheets', [spot('LR 0.1'), spot('LR 0.2')], ['The same mistake on all 3 sheets.']],
    [
      'in another quantity, with its own formula',
      [spot('LR 0.5', 'AE6', '∂E/∂w4', '=(R6-A6)*L6*(1-L6)*D6')],
      ['Right in LR 0.5!AE6: =(R6-A6)*L6*(1-L6)*D6', 'The same mistake: LR 0.5!AE6 (∂E/∂w4).'],
    ],
    [
      'without a formula that is the first one filled there',
      [spot('LR 0.5', 'AE7', '∂E/∂w4', '=(S7-B7)*M7*(1-M7)*D7')],
      ['The same mistake: LR 0.5!AE7 (∂E/∂w4).'],
    ],
    [
      'in two quantities on all sheets',
      sheets.flatMap((sheet) => [...(sheet === 'LR 0.5' ? [] : [spot(sheet)]), spot(sheet, 'AE6', '∂E/∂w4', '=D6*2')]),
      ['Right in AE6: =D6*2', 'The same mistake on all 3 sheets, also in AE6 (∂E/∂w4).'],
    ],
    [
      'on all sheets in other places',
      [spot('LR 0.1', 'AF9', '∂E/∂w3', '=(T9-C9)*N9*(1-N9)*E9'), spot('LR 0.2')],
      ['The same mistake on all 3 sheets: LR 0.1!AF9 (∂E/∂w3) and LR 0.2!AD6 (∂E/∂w3).'],
    ],
    [
      'at eight places, and the others counted',
      Array.from({ length: 13 }, (_, k) => ({ sheet: 'LR 0.5', cell: `A${k + 1}`, count: 1 })),
      [
        'The same mistake: LR 0.5!A1, LR 0.5!A2, LR 0.5!A3, LR 0.5!A4, LR 0.5!A5, LR 0.5!A6, LR 0.5!A7, LR 0.5!A8 and 5 more places.',
      ],
    ],
  ])('%s', (_, also, sentences) => {
    expect(
      told(mistake({ also }), sheets)
        .slice(2)
        .map((line) => line.trim()),
    ).toEqual(sentences);
  });
});

test('notes say what was not judged, which columns are missing, and which sheets have no table', () => {
  const given = report({
    verdict: 'partly',
    tables: [
      table('A', { missing: ['E_total'] }),
      table('B', { missing: Array.from({ length: 10 }, (_, k) => `w${k + 1}`) }),
    ],
    notJudged: [notJudged, { sheet: '', what: 'a table', why: 'it has no rows.' }],
    sheetsWithoutTable: ['Notes', 'Charts'],
  });
  expect(lines(given).slice(3)).toEqual([
    '',
    '  Not judged: the updates on sheet LR 0.5: no column of the table is read by them.',
    '  Not judged: a table: it has no rows.',
    '  A!A5:AE17 has no column of E_total.',
    '  B!A5:AE17 has no columns of w1, w2, w3, w4, w5, w6, w7, w8 and 2 more.',
    '  Without a table: Notes and Charts.',
  ]);
});

test('of very many findings, tables and notes the first are told, and the others counted', () => {
  const given = report({
    verdict: 'wrong',
    findings: Array.from({ length: 130 }, () => mistake()),
    tables: Array.from({ length: 130 }, () => table('A')),
    notJudged: Array.from({ length: 130 }, () => notJudged),
  });
  const all = lines(given);
  expect(all.length).toBeLessThan(620);
  expect(all).toContain('  There are 30 more findings.');
  expect(all.filter((line) => line === '  and 30 more')).toHaveLength(2);
});

test('several files have a line each', () => {
  const wrong = report({ verdict: 'wrong', findings: [mistake()] });
  expect(
    reportsTable([
      ['a.xlsx', report()],
      ['longer.xlsx', wrong],
    ]),
  ).toBe('a.xlsx       ✓  all right: 1 table, 304 cells judged\nlonger.xlsx  ✗  1 mistake; 304 cells judged');
});
