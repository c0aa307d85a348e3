import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, runProgram } from '../helpers/command.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

describe.concurrent('hand-in', () => {
  test('makes the hand-in of the class network, and says what it wrote', async () => {
    await withTemporaryDirectory(async (folder) => {
      const { status, stdout, stderr } = await runProgram(folder, ['hand-in', '-n', '3', '-r', '0.5', '2']);
      expect([status, stderr]).toEqual([0, '']);
      const files = [...filesIn(folder).keys()];
      expect(files.filter((path) => !path.includes('/pictures/')).sort()).toEqual(
        ['README.md', 'backpropagation.xlsx', 'network.json'].map((path) => `output/hand-in/${path}`),
      );
      expect(stdout).toMatch(/^ +η +E_total, iteration 1 +iteration 3\n/);
      expect(stdout).toMatch(new RegExp(`\noutput/hand-in {2}${files.length} files {2}\\d+ kB {2}\\d+\\.\\d\\d s\n$`));
    });
  });

  test('takes a network and a folder, and tells the rest as JSON', async () => {
    await withTemporaryDirectory(async (folder) => {
      const words = ['hand-in', 'overshoot', 'deep/mine', '-n', '9', '--json'];
      const { status, stdout } = await runProgram(folder, words);
      expect(status).toBe(0);
      const { files, ...told } = JSON.parse(stdout);
      expect(told).toMatchObject({ folder: 'deep/mine', backups: [], iterations: 9 });
      expect(told.runs.at(-1)).toMatchObject({ learningRate: 3, divergedAt: 8 });
      expect(new Set(files.map(({ path }: { readonly path: string }) => path))).toEqual(
        new Set(filesIn(join(folder, 'deep/mine')).keys()),
      );
    });
  });

  test('names every file that a person has changed, and with --force where the old one is', async () => {
    await withTemporaryDirectory(async (folder) => {
      const words = ['hand-in', 'class', 'mine', '-n', '2', '-r', '1'];
      await runProgram(folder, words);
      const page = join(folder, 'mine/README.md');
      writeFileSync(page, readFileSync(page, 'utf8').replace('## The sheet', '## My sheet'));
      const refused = await runProgram(folder, words);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toBe(
        'backprop-workbook: mine/README.md: was not made by this program, or was changed since, so it stays as it is; choose another folder, or replace it with --force.\n',
      );
      const forced = await runProgram(folder, [...words, '--force']);
      expect([forced.status, forced.stdout]).toEqual([0, expect.stringContaining('\nThe old README.md is kept as ')]);
    });
  });

  test.each([
    [['hand-in', 'class', 'a', 'b'], 'b'],
    [['hand-in', '-o', 'a'], '-o'],
    [['hand-in', 'nothing'], 'nothing'],
  ])('refuses %j', async (words, named) => {
    await withTemporaryDirectory(async (folder) => {
      const { status, stderr } = await runProgram(folder, words);
      expect([status, stderr]).toEqual([2, expect.stringContaining(named.replace('-', ''))]);
      expect([...filesIn(folder).keys()]).toEqual([]);
    });
  });
});
