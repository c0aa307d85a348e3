import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { chances, dialect, layout } from './layouts.ts';
import { classValues, type LearnerCell, learnerSheet } from './learner-table.ts';
import { columnLetters } from './letters.ts';
import { smallXlsx, type Writing } from './small-xlsx.ts';

/** How many right workbooks are judged of each kind; RIGHT=40 judges 280 of them. */
const RIGHT = Number(process.env.RIGHT ?? 5);

/** Cells that have nothing to do with the table. */
function sideCells(seed: number, headerRow: number): readonly LearnerCell[] {
  const chance = chances(seed + 5);
  const texts = ['Backpropagation', 'w1 = 0.15', 'Name: A. Learner', 'E_total = Σ E', 'h1 = w1*i1 + w2*i2', 'σ(x)'];
  return texts
    .map((value, k) => ({ address: `${columnLetters(40 + Math.floor(chance() * 9))}${k + 1}`, value }))
    .concat([{ address: `AZ${headerRow + 3}`, value: chance() }] as never);
}

interface Kind {
  readonly kind: string;
  readonly writing?: Writing;
  readonly values?: Readonly<Record<string, number>>;
  readonly side?: boolean;
  readonly otherSheets?: boolean;
  readonly rateInName?: boolean;
}

const kinds: readonly Kind[] = [
  { kind: 'formulas with their numbers' },
  { kind: 'numbers of 15 digits', writing: { digits: 15 } },
  { kind: 'pasted values', writing: { pasted: true } },
  { kind: 'pasted values of 6 digits', writing: { pasted: true, digits: 6 } },
  { kind: 'formulas without numbers', writing: { bare: true } },
  { kind: 'side cells, and sheets without a table', side: true, otherSheets: true },
  { kind: 'weights of their own', values: { ...classValues, w1: 0.3, w5: -0.2, w8: 1.5, t1: 0.5, t2: 0.5 } },
];

describe.each(kinds)('right workbooks, $kind,', ({ writing, values = classValues, side, otherSheets }) => {
  test.each(Array.from({ length: RIGHT }, (_, k) => k))('raise no alarm: %i', (seed) => {
    const sheet = layout(seed * 31 + 7, 15);
    const cells = [
      ...learnerSheet(sheet, dialect(seed), values),
      ...(side === true ? sideCells(seed, sheet.headerRow) : []),
    ];
    const notes = [
      { address: 'A1', value: 'The chart compares the learning rates.' },
      { address: 'B3', value: 0.5 },
    ];
    const sheets = { ...(otherSheets === true ? { Notes: notes } : {}), [sheet.sheet]: cells };
    const report = checkWorkbook(smallXlsx(sheets, writing));
    expect(report.findings.filter(({ mistake }) => mistake).map(({ message }) => message)).toEqual([]);
    expect([report.verdict, report.reason]).toEqual(['right', null]);
    expect(report.tables.map(({ iterations, learningRate }) => [iterations, learningRate?.value])).toEqual([
      [sheet.rows, sheet.rate],
    ]);
  });
});
