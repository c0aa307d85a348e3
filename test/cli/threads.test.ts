import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../helpers/command.ts';
import { classWith } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

/** So many rows that threads make them. */
const LONG = { learningRates: [0.5, 2], iterations: 2100 };

describe('rows that threads make', () => {
  const alone = workbookBytes(classWith(LONG));

  test.each([1, 2, 4])('are byte for byte the same: %i of them', async (threads) => {
    await withTemporaryDirectory(async (folder) => {
      const rates = LONG.learningRates.map(String);
      const words = ['--learning-rates', ...rates, '--iterations', `${LONG.iterations}`, '--threads', `${threads}`];
      const { status } = await runProgram(folder, ['--output', 'a.xlsx', ...words]);
      expect(status).toBe(0);
      expect(readFileSync(join(folder, 'a.xlsx')).equals(await alone)).toBe(true);
    });
  });

  test.each([
    ['0', 'must be a whole number from 1 to 64, not 0.'],
    ['1.5', 'must be a whole number from 1 to 64, not 1.5.'],
    ['65', 'must be a whole number from 1 to 64, not 65.'],
    ['two', '"two" is not a whole number; write it like 3.'],
  ])('cannot be so many: %s', async (threads, message) => {
    await withTemporaryDirectory(async (folder) => {
      const { status, stderr } = await runProgram(folder, ['--threads', threads]);
      expect([status, stderr.trim()]).toEqual([2, `backprop-workbook: --threads: ${message}`]);
    });
  });
});
