import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/pipeline/explain.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { type Outcome, runProgram } from '../helpers/command.ts';
import { classNetwork } from '../helpers/networks.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

/** Runs the built program's command `explain`. */
const run = (words: readonly string[], folder = '.'): Promise<Outcome> => runProgram(folder, ['explain', ...words]);

describe('explain prints', () => {
  test.each([
    [[], explain(classNetwork)],
    [
      ['class', '--learning-rate', '0.3', '--iteration', '7'],
      explain(classNetwork, { learningRate: 0.3, iteration: 7 }),
    ],
    [['-r', '1e-3', '-k', '100'], explain(classNetwork, { learningRate: 1e-3, iteration: 100 })],
    [
      ['--set', 'w5=-2', '--set', 't1=1'],
      explain(withInitialValues(classNetwork, new Map(Object.entries({ w5: -2, t1: 1 })))),
    ],
  ] as const)('%j', async (words, stdout) => {
    expect(await run(words)).toEqual({ status: 0, stdout, stderr: '' });
  });
});

describe('explain refuses in one sentence', () => {
  test.each([
    [['-k', '0'], "--iteration: must be a whole number from 1 to 100, the network's iterations, not 0."],
    [['-k', '101'], "--iteration: must be a whole number from 1 to 100, the network's iterations, not 101."],
    [['-k', '2.5'], "--iteration: must be a whole number from 1 to 100, the network's iterations, not 2.5."],
    [['-k', 'two'], '--iteration: "two" is not a whole number; write it like 3.'],
    [['-r', '0'], '--learning-rate: must be a finite number greater than 0, not 0.'],
    [['-r', '-1'], '--learning-rate: must be a finite number greater than 0, not -1.'],
    [['-r', '1e999'], '--learning-rate: "1e999" is not a finite number; write it like 0.5 or 1e-3.'],
    [['--set', 'w5'], '--set: "w5" is not of the form NAME=NUMBER, such as w5=0.3.'],
    [['gone.json'], 'gone.json: there is no such network file; check the path.'],
    [['--iterations', '3'], 'there is no option "iterations"; did you mean --iteration? See backprop-workbook --help.'],
    [
      ['-o', 'there.md'],
      'there.md: already exists and stays as it is; choose another name with --output, or replace it with --force.',
    ],
    [['-o', 'folder'], 'folder: is a folder; name a file, such as steps.md, with --output.'],
  ])('%j', async (words, sentence) => {
    await withTemporaryDirectory(async (directory) => {
      writeFileSync(join(directory, 'there.md'), 'mine');
      mkdirSync(join(directory, 'folder'));
      expect(await run(words, directory)).toEqual({
        status: 2,
        stdout: '',
        stderr: `backprop-workbook: ${sentence}\n`,
      });
      expect(readFileSync(join(directory, 'there.md'), 'utf8')).toBe('mine');
      expect(readdirSync(directory).sort()).toEqual(['folder', 'there.md']);
    });
  });

  test('an unknown network, naming those that there are', async () => {
    const { status, stderr } = await run(['clas']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('"clas": there is no ready-made network of this name'),
    ]);
  });

  test('a workbook in its way, even one that this program wrote', async () => {
    await withTemporaryDirectory(async (directory) => {
      const made = await runProgram(directory, ['-n', '1', '-o', 'mine.xlsx']);
      const explained = await run(['-o', 'mine.xlsx'], directory);
      expect([made.status, explained.status]).toEqual([0, 2]);
    });
  });
});

describe('explain writes a file', () => {
  test.each([
    ['new.md', []],
    ['a/new/folder/new.md', []],
    ['there.md', ['--force'], 'The old there.md is kept as there.md.bak.\n'],
  ])('%s %j', async (file, more, told = '') => {
    await withTemporaryDirectory(async (directory) => {
      writeFileSync(join(directory, 'there.md'), 'mine');
      const text = explain(classNetwork);
      const stdout = `${file}  ${Math.ceil(Buffer.byteLength(text) / 1000)} kB\n${told}`;
      expect(await run(['-o', file, ...more], directory)).toEqual({ status: 0, stdout, stderr: '' });
      expect(readFileSync(join(directory, file), 'utf8')).toBe(text);
      expect(existsSync(join(directory, 'there.md'))).toBe(true);
    });
  });
});
