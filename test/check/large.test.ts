import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/check/finding.ts';
import { runMeasured } from '../helpers/measured.ts';
import { every, isEverything } from '../helpers/sample.ts';
import { withTemporaryDirectory } from '../support/processes.ts';
import { type Change, learnerWorkbook } from './workbooks/learner-workbook.ts';
import { neatPlan, type Otherwise } from './workbooks/neat.ts';
import { xlsx } from './workbooks/xlsx.ts';

/** How much of the large sizes is tried, and what the check of it may take: seconds of the processor, and megabytes. */
const PART = isEverything ? 1 : 1 / 2;
const BOUNDS = { seconds: 20 * PART, megabytes: 1000 * PART };

const values = (shape: { inputs: number; hidden: number; outputs: number }): Readonly<Record<string, number>> => {
  const many = (letter: string, count: number): readonly (readonly [string, number])[] =>
    Array.from({ length: count }, (_, k) => [`${letter}${k + 1}`, ((k * 37) % 89) / 100 - 0.4]);
  const { inputs, hidden, outputs } = shape;
  return Object.fromEntries([...many('i', inputs), ...many('t', outputs), ...many('w', hidden * (inputs + outputs))]);
};

/** A network with one hidden layer. */
function network(inputs: number, hidden: number, outputs: number, iterations: number): Otherwise {
  const shape = { inputs, hidden, outputs, biases: 'none' } as const;
  return { shape, values: values(shape), iterations };
}

const plans: readonly (readonly [what: string, plan: Otherwise])[] = [
  [`${200 * PART} hidden units`, network(2, 200 * PART, 2, 12)],
  [`${7000 * PART} rows`, { iterations: 7000 * PART }],
  ['20 inputs, 30 hidden units, 10 outputs', network(20, 30, 10, 20)],
  ['120 sheets', { iterations: 40, rates: Array.from({ length: 120 }, (_, k) => (k + 1) / 100), rateAt: 'sheet name' }],
];

const changes: readonly (readonly [what: string, verdicts: readonly string[], change: Change])[] = [
  [
    'every formula wrong in its own way',
    // Beyond its bounds the check says that it cannot judge.
    ['wrong', 'unjudged'],
    ({ quantity }, right) =>
      right === undefined || quantity.role === 'weight'
        ? undefined
        : { template: `(${right})*1.01+${quantity.name.length / 1000}` },
  ],
  ['nothing wrong', ['right'], () => undefined],
];

const cases = plans.flatMap(([size, plan]) =>
  changes.map(([what, verdicts, change]) => ({ size, plan, what, verdicts, change })),
);

describe('a large workbook is judged within bounds:', () => {
  test.each(every(8, cases))('$size, $what', { timeout: 120_000 }, async ({ plan, verdicts, change }) => {
    await withTemporaryDirectory(async (folder) => {
      const made = learnerWorkbook(neatPlan(plan), change);
      writeFileSync(join(folder, 'a.xlsx'), xlsx(made, {}));
      const { stdout, seconds, megabytes } = await runMeasured(folder, ['check', 'a.xlsx', '--json']);
      expect(verdicts).toContain((JSON.parse(stdout) as Report).verdict);
      expect(seconds).toBeLessThan(BOUNDS.seconds);
      expect(megabytes).toBeLessThan(BOUNDS.megabytes);
    });
  });
});
