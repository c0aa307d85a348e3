import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { unsealed } from '../check/unsealed.ts';
import { filesIn, runProgram } from '../helpers/command.ts';
import { exerciseBytes, filledIn, tableOf } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { changePart } from '../helpers/replace-formula.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const network = classWith({ learningRates: [0.5], iterations: 5 });
const table = tableOf(network);

describe('the command exercise', () => {
  test('writes the exercise, says what it asks for, and keeps what a learner has filled in', async () => {
    await withTemporaryDirectory(async (folder) => {
      const words = ['exercise', '--blank', 'updates', '-n', '3', '-r', '0.5', '-o', 'a.xlsx'];
      const first = await runProgram(folder, words);
      expect(first.stdout).toContain('8 columns to fill in on one sheet: w1, w2, w3, w4, w5, w6, w7, w8');
      expect((await runProgram(folder, words)).status).toBe(0);
      const path = join(folder, 'a.xlsx');
      const edited = changePart(readFileSync(path), 'docProps/core.xml', (xml) => xml.replace('Back', 'Forth'));
      writeFileSync(path, edited);
      expect((await runProgram(folder, words)).status).toBe(2);
      expect(readFileSync(path)).toEqual(Buffer.from(edited));
      const { stdout } = await runProgram(folder, [...words, '--force', '--json', '--answers']);
      expect(JSON.parse(stdout)).toMatchObject({ file: 'a.xlsx', blank: 'updates', answers: true, iterations: 3 });
    });
  });

  test('counts many columns, and does not list them', async () => {
    await withTemporaryDirectory(async (folder) => {
      const words = 'exercise --blank all -n 2 -r 0.5 --hidden 4 -o a.xlsx'.split(' ');
      const { stdout } = await runProgram(folder, words);
      expect(stdout).toMatch(/^\d+ columns to fill in on one sheet, from w1 to ∂E\/∂w16\n/);
    });
  });
});

describe('the command exercise --for', () => {
  const small = ['-n', '2', '-r', '0.5'];

  test('makes an exercise and its answers for each learner, the same whoever else is there, and tells lines that it leaves out', async () => {
    await withTemporaryDirectory(async (folder) => {
      // So many that threads make them.
      writeFileSync(join(folder, 'learners.txt'), 'Jane Doe\nZoë\nAC/DC\n../..\nWei\nJANE DOE\n=1+1\n');
      const all = await runProgram(folder, [
        'exercise',
        '--for',
        'learners.txt',
        '-o',
        'set',
        '--threads',
        '2',
        ...small,
      ]);
      expect([all.status, all.stderr.trim().split('\n')]).toEqual([
        2,
        [
          'backprop-workbook: learners.txt: line 4: "../.." is a name that no file system takes; write letters or digits.',
          'backprop-workbook: learners.txt: line 6: "JANE DOE" stands in line 1 already; tell the two apart.',
        ],
      ]);
      expect(all.stdout).toContain('5 exercises in set, with the answers in set/answers');
      const files = ['=1+1', 'AC-DC', 'Jane Doe', 'Wei', 'Zoë'].map((name) => `${name}.xlsx`);
      expect([...filesIn(join(folder, 'set')).keys()].sort()).toEqual(
        [...files, ...files.map((name) => `answers/${name}`)].sort(),
      );
      writeFileSync(join(folder, 'table.csv'), 'Group;Who\n1;Wei\n');
      const one = ['exercise', '--for', 'table.csv', '--column', 'who', '-o', 'one', '--json', ...small];
      const { stdout, status } = await runProgram(folder, one);
      expect(JSON.parse(stdout)).toMatchObject({
        seed: 1,
        learners: [{ learner: 'Wei', file: 'one/Wei.xlsx', answers: 'one/answers/Wei.xlsx' }],
        problems: [],
      });
      expect(status).toBe(0);
      for (const name of ['Wei.xlsx', 'answers/Wei.xlsx'])
        expect(readFileSync(join(folder, 'one', name))).toEqual(readFileSync(join(folder, 'set', name)));
    });
  });

  test.each([
    [['--answers'], '--answers: is not needed with --for, which makes both copies; leave it out.'],
    [['--seed', '0.5'], '--seed: must be a whole number from 0 on.'],
    [['--blank', 'updates', '-n', '1'], '--blank: asks for updates, which need a second iteration'],
    [['--column', 'x'], 'learners.txt: has no column "x"; it has: "Jane".'],
    [['-o', 'learners.txt'], 'learners.txt: is a file, so nothing can be written into it'],
  ])('refuses %j', async (words, message) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'learners.txt'), 'Jane\n');
      const { status, stderr } = await runProgram(folder, ['exercise', '--for', 'learners.txt', ...words]);
      expect(status).toBe(2);
      expect(stderr).toContain(message);
    });
  });

  test('--column without a list is refused', async () => {
    await withTemporaryDirectory(async (folder) => {
      const { status, stderr } = await runProgram(folder, ['exercise', '--column', 'x']);
      expect([status, stderr]).toEqual([
        2,
        'backprop-workbook: --column: is of the list that --for names; give that too.\n',
      ]);
    });
  });
});

describe('check judges an exercise:', () => {
  test.each(['forward', 'output-gradients', 'hidden-gradients', 'updates', 'all'] as const)('%s', async (blank) => {
    const bytes = await exerciseBytes(network, { blank });
    expect(checkWorkbook(filledIn(network, blank, bytes)).verdict).toBe('right');
    const answers = await exerciseBytes(network, { blank, answers: true });
    expect(checkWorkbook(unsealed(answers)).verdict).toBe('right');
  });

  test('what is still empty is named where anything is filled in', async () => {
    const bytes = await exerciseBytes(network, { blank: 'all' });
    const begun = filledIn(network, 'all', bytes, ({ name, right }) => (name === 'h1' ? right : undefined));
    const { verdict, findings } = checkWorkbook(begun);
    expect([verdict, findings[0]?.kind, findings[0]?.sheet]).toEqual(['wrong', 'empty', 'LR 0.5']);
    expect(findings[0]?.message).toMatch(/^\d+ columns are still empty, from \S+ to ∂E\/∂w8\.$/);
  });

  test('a mistake is named, and a cell that is left out', async () => {
    const bytes = await exerciseBytes(network, { blank: 'hidden-gradients' });
    const wrong = filledIn(network, 'hidden-gradients', bytes, ({ name, iteration, right }) =>
      name === '∂a_h2/∂h2' ? `=${table.cell('a_h1', iteration)}*(1-${table.cell('a_h1', iteration)})` : right,
    );
    const { findings } = checkWorkbook(wrong);
    expect(findings.filter(({ mistake }) => mistake).map(({ quantity }) => quantity)).toEqual(['∂a_h2/∂h2']);
    const gap = filledIn(network, 'hidden-gradients', bytes, ({ name, iteration, right }) =>
      name === '∂E/∂w2' && iteration === 3 ? undefined : right,
    );
    expect(checkWorkbook(gap).findings[0]?.message).toBe(
      'The column ∂E/∂w2 is still empty in row 16, perhaps in others.',
    );
  });
});
