import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ownExercise } from '../../src/classroom/own-exercise.ts';
import { withOwnNumbers } from '../../src/classroom/own-numbers.ts';
import { filesIn, type Outcome, runProgram } from '../helpers/command.ts';
import { filledIn } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const network = classWith({ learningRates: [0.5], iterations: 3 });
const blank = 'updates';

const filled = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const learner of ['Jane Doe', 'Wei']) {
    const bytes = await ownExercise({ network, learner, seed: 1, task: { blank } });
    filled.set(learner, filledIn(withOwnNumbers(network, learner, 1), blank, bytes));
  }
});

/** Runs `check` over a folder that holds a workbook of each learner, and whatever else a test puts there. */
async function check(
  words: readonly string[],
  look: (outcome: Outcome, folder: string) => void,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  await withTemporaryDirectory(async (folder) => {
    for (const name of ['in', 'empty']) mkdirSync(join(folder, name));
    for (const [name, bytes] of filled) writeFileSync(join(folder, 'in', `${name}.xlsx`), bytes);
    for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text);
    look(await runProgram(folder, ['check', ...words]), folder);
  });
}

describe('check of a class', () => {
  test('prints a table, and the exit code says that all is right', async () => {
    await check(['in'], ({ stdout, stderr, status }) => {
      expect(stdout.split('\n')).toEqual([
        '2 learners, 2 with a mark; they reach 100 % in the mean',
        '',
        '  learner   mark    updates',
        expect.stringMatching(/^ {2}Jane Doe {2}8 of 8 {2}8\/8 {6}all right: 1 table, \d+ cells judged$/),
        expect.stringMatching(/^ {2}Wei {7}8 of 8 {2}8\/8 {6}all right: 1 table, \d+ cells judged$/),
        '',
      ]);
      expect([stderr, status]).toEqual(['', 0]);
    });
  });

  test('makes a class of files too, where something of a class is asked for', async () => {
    const words = ['in/Wei.xlsx', 'in/Jane Doe.xlsx', '--sort', 'mark', '--points', '20'];
    await check(words, ({ stdout }) => expect(stdout).toContain('Wei       8 of 8, 20 of 20 points'));
    await check(words.slice(0, 2), ({ stdout }) => expect(stdout).toMatch(/^in\/Wei\.xlsx {7}✓ {2}all right/));
  });

  test('tells a broken file, a name that stands twice and one that handed in nothing in a line each; the rest is done', async () => {
    const others = {
      'in/broken.xlsx': 'x',
      'names.txt': 'Jane Doe\nWei\nZoë\nwei\n',
      'marks.csv': 'Name,Mark\nJane Doe,\nwei,\n',
    };
    await check(
      ['in', '--learners', 'names.txt', '--marks', 'marks.csv', '--csv', 'out.csv', '--semicolon'],
      ({ stdout, stderr, status }, folder) => {
        expect(stderr.trim().split('\n')).toEqual([
          'backprop-workbook: names.txt: line 4: "wei" stands in line 2 already; tell the two apart.',
          'backprop-workbook: broken.xlsx: The file is a text, not an .xlsx workbook.',
        ]);
        expect(stdout).toContain('  Zoë: Nothing was handed in.\n');
        expect(stdout).toContain('marks-marked.csv  2 marks in the column "Mark"');
        expect(readFileSync(join(folder, 'marks-marked.csv'), 'utf8')).toBe('Name,Mark\r\nJane Doe,8\r\nwei,8\r\n');
        expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toMatch(/^\ufeffLearner;ID;Right;Of;updates;/);
        expect(status).toBe(3);
      },
      others,
    );
  });

  test('writes feedback where the platform takes it back, and overwrites nothing', async () => {
    const words = ['in', '--feedback', 'fb', '--feedback-as', 'markdown', '--html', 'r.html'];
    await check(words, ({ status }, folder) => {
      expect(status).toBe(0);
      expect([...filesIn(join(folder, 'fb')).keys()].sort()).toEqual(['Jane Doe.md', 'Wei.md']);
    });
    await check(
      words,
      ({ status, stderr }) => {
        expect(stderr).toBe(
          'backprop-workbook: r.html: already exists and stays as it is; choose another name, or replace it with --force.\n',
        );
        expect(status).toBe(2);
      },
      { 'r.html': 'mine' },
    );
  });

  test.each<[readonly string[], string]>([
    [['empty'], 'empty: holds no workbook: name a folder or an archive of .xlsx, .xlsm or .ods files.'],
    [['in', 'gone'], 'gone: does not exist; check the path.'],
    [['broken.zip'], 'broken.zip: holds no workbook'],
    [['in', '--points', 'update=3'], '--points: there is no part "update"; did you mean "updates"?'],
    [['in', '--sort', 'x'], '--sort: there is no "x". There are: name, mark'],
    [['in', '--pattern', '('], '--pattern: is no regular expression'],
    [['in', '--pattern', 'x'], '--pattern: has no group that tells the learner; write one, such as (?<name>[^/]+)/.'],
    [['in', '--solutions'], '--solutions: goes with --feedback; give that too.'],
    [['in/Wei.xlsx', '--solutions'], '--solutions: is for a class; name a folder, or what to write.'],
    [['in', '--column', 'x'], '--column: goes with --learners; give that too.'],
    [['in', '--learners', 'odd.csv', '--column', 'y'], 'odd.csv: has no column "y"; it has: "Name", "X".'],
    [['in', '--markdown'], '--markdown: is for single files; for a class there are --html and --feedback.'],
    [['in', '--marks', 'gone.csv'], 'gone.csv: cannot be read: it does not exist.'],
    [
      ['in', '--marks', 'odd.csv'],
      'odd.csv: does not tell which column is to take the marks; name one of: "Name", "X".',
    ],
    [['in', '--expect', 'clas'], '"clas": there is no ready-made network of this name; did you mean "class"?'],
  ])('refuses %j', async (words, message) => {
    await check(
      words,
      ({ stderr, status }, folder) => {
        expect(stderr).toContain(`backprop-workbook: ${message}`);
        expect(status).toBe(2);
        expect(filesIn(folder).size).toBe(4);
      },
      { 'broken.zip': 'PK', 'odd.csv': 'Name,X\na,b\n' },
    );
  });
});
