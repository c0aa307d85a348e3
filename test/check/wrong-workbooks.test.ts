import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/finding.ts';
import { layout } from './layouts.ts';
import { classFormulas, type Layout, learnerSheet } from './learner-table.ts';
import { columnLetters } from './letters.ts';
import { type Slip, sameMeaning, slipsOf } from './slips.ts';
import { smallXlsx, type Writing } from './small-xlsx.ts';

/** How many of the wrong workbooks are made; WRONG=all makes every one of them. */
const WRONG = process.env.WRONG ?? '60';

interface Case {
  readonly name: string;
  readonly slip: Slip;
  readonly seed: number;
}

const all: readonly Case[] = Object.entries(classFormulas)
  .flatMap(([name, right]) => slipsOf(right).map((slip) => ({ name, slip })))
  .map((each, seed) => ({ ...each, seed }));

const cases = WRONG === 'all' ? all : all.filter((_, k) => k % Math.ceil(all.length / Number(WRONG)) === 0);

/** What check finds in a workbook with one slip. */
function findingsOf({ name, slip, seed }: Case, writing: Writing = {}): readonly Finding[] {
  const sheet = layout(seed);
  const cells = learnerSheet(sheet, { ...classFormulas, [name]: slip.text });
  return checkWorkbook(smallXlsx({ [sheet.sheet]: cells }, writing)).findings.filter(({ mistake }) => mistake);
}

/** The names that a report says are used, and those that it says should be. */
const usesAndShould = (message: string): readonly [string, string] => {
  const [uses = '', should = ''] = message.split('; it should');
  return [uses, should];
};

/** Whether a report names the slip that was made. */
function isNamed(found: Finding, { name, slip }: Case): boolean {
  if (found.quantity !== name || found.named !== true) return false;
  // A formula that reads its own cell is told as that.
  if (slip.text.includes(`{${name}}`) && found.message.includes('a circle')) return true;
  const [used, right] = slip.says;
  if (used === undefined || right === undefined) return true;
  const [uses, should] = usesAndShould(found.message);
  return uses.includes(used) && should.includes(right.replace(/ of row$/, ''));
}

test('there are at least 500 slips', () => {
  expect(all.length).toBeGreaterThanOrEqual(500);
});

// At most so many are not named. Measured: just these.
describe.each<readonly [string, Writing, number]>([
  ['formulas', {}, 0],
  ['pasted values', { pasted: true }, cases === all ? 5 : 2],
  ['formulas without their numbers', { bare: true }, 0],
])('workbooks with one slip, %s,', (_, writing, nameless) => {
  const results = cases.map((each) => ({ each, found: findingsOf(each, writing) }));
  const told = ({ each, found }: (typeof results)[number]): string =>
    `${each.seed} ${each.name} = ${each.slip.text}: ${found.map(({ message }) => message).join(' | ') || 'nothing'}`;

  test(`are found: ${cases.length}`, () => {
    const missed = results.filter(({ each, found }) => !found.some(({ quantity }) => quantity === each.name));
    expect(missed.map(told)).toEqual([]);
  });

  test(`are named, but for ${nameless}`, () => {
    const unnamed = results.filter(({ each, found }) => !found.some((finding) => isNamed(finding, each)));
    expect(unnamed.length, unnamed.map(told).join('\n')).toBeLessThanOrEqual(nameless);
  });

  test('are blamed on no other quantity', () => {
    const blamed = results.filter(({ each, found }) => found.some(({ quantity }) => quantity !== each.name));
    expect(blamed.map(told)).toEqual([]);
  });
});

/** A formula of a learner's sheet as the names of its cells: those of its row, and of the row above. */
function inNames(formula: string, { columns, firstColumn, iterations, rateCell }: Layout, row: number): string {
  const letters = new Map(columns.map((name, k) => [columnLetters(firstColumn + (iterations ? 1 : 0) + k), name]));
  return formula
    .replace(/^=/, '')
    .replaceAll(rateCell, '{rate}')
    .replace(/\b([A-Z]+)(\d+)\b/g, (_, letter: string, at: string) => {
      const where = Number(at) === row ? '' : Number(at) === row - 1 ? 'old ' : 'elsewhere ';
      return `{${where}${letters.get(letter)}}`;
    });
}

describe('the corrected formula, in the learner’s own cells,', () => {
  test.each(cases)('means what is right: $name = $slip.text', (each) => {
    const sheet = layout(each.seed);
    const { cell = '', correction = '' } = findingsOf(each)[0] ?? {};
    const row = Number(cell.replace(/\D+/, ''));
    expect(sameMeaning(inNames(correction, sheet, row), classFormulas[each.name] ?? '')).toBe(true);
  });
});
