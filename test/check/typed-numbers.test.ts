import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import type { FindingKind } from '../../src/check/finding.ts';
import { classColumns, classFormulas, type LearnerCell, learnerSheet } from './learner-table.ts';
import { columnLetters } from './letters.ts';
import { smallXlsx } from './small-xlsx.ts';

const layout = {
  sheet: 'S',
  headerRow: 4,
  firstColumn: 1,
  columns: classColumns,
  header: (name: string) => name,
  rate: 0.5,
  rateCell: '$C$2',
  rateLabel: ['B2', 'η'],
  rows: 6,
  iterations: false,
} as const;

/** What is found in the class table where a quantity of the third iteration was typed, so much off for its size. */
function foundWhere(name: string, off: number): readonly FindingKind[] {
  const address = `${columnLetters(1 + classColumns.indexOf(name))}7`;
  const cells = learnerSheet(layout, classFormulas).map(({ formula, ...cell }): LearnerCell => {
    if (cell.address === address) return { ...cell, value: Number(cell.value) * (1 + off) };
    return { ...cell, ...(formula === undefined ? {} : { formula }) };
  });
  const { findings } = checkWorkbook(smallXlsx({ S: cells }));
  // What was not calculated again after the typing, which is this test's own doing.
  return [...new Set(findings.map(({ kind }) => kind))].filter((kind) => kind !== 'stored-values');
}

describe('a typed number', () => {
  test.each([
    ['∂E/∂w3', 0, ['pasted']],
    ['∂E/∂w3', 8e-5, ['pasted']],
    // The commonest slip of all: a_h1 where a_h2 belongs.
    ['∂E/∂w3', 2.6e-4, ['wrong-number']],
    ['a_h1', 8e-5, ['pasted']],
    ['w3', 4e-6, ['pasted']],
    // The step of another weight's gradient.
    ['w3', 7e-5, ['wrong-number']],
  ] as const)('%s, off by %f for its size, is %j', (name, off, kinds) => {
    expect(foundWhere(name, off)).toEqual(kinds);
  });
});
