import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn, runProgram } from '../helpers/command.ts';
import { classWith } from '../helpers/networks.ts';
import { changePart } from '../helpers/replace-formula.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const WORDS = ['-n', '2', '-r', '1', '-o', 'a.xlsx'];

/** The workbook of these words, and others that stand in its place. */
let own = new Uint8Array();
const changed = (path: string, change: (text: string) => string): Uint8Array => changePart(own, path, change);

/** Files in the way, and whether they may be replaced without being asked. */
const others: readonly (readonly [what: string, make: () => Uint8Array | string, replaced: boolean])[] = [
  ['our own untouched workbook', () => own, true],
  ['our own workbook in another compression', () => changed('xl/workbook.xml', (text) => text), true],
  [
    'our own workbook with another number',
    () => changed('xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>0.05</v>', '<v>0.06</v>')),
    false,
  ],
  [
    'our own workbook with another title',
    () => changed('docProps/core.xml', (xml) => xml.replace('Back', 'Forth')),
    false,
  ],
  [
    'our own workbook with a broken seal',
    () => changed('docProps/custom.xml', (xml) => xml.replace(/[0-9a-f]{64}/, 'f'.repeat(64))),
    false,
  ],
  ['our own workbook without its end', () => own.slice(0, -30), false],
  ['a text', () => 'My own notes.', false],
  ['an empty file', () => '', false],
];

beforeAll(async () => {
  own = new Uint8Array(await workbookBytes(classWith({ learningRates: [1], iterations: 2 })));
});

describe.concurrent('a file in the way', () => {
  test.each(others)('%s', async (_, make, replaced) => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'a.xlsx');
      writeFileSync(path, make());
      const before = filesIn(folder);
      const { status, stderr } = await runProgram(folder, WORDS);
      expect(status).toBe(replaced ? 0 : 2);
      if (replaced) expect(readFileSync(path)).toEqual(Buffer.from(own));
      else {
        expect(stderr).toBe(
          'backprop-workbook: a.xlsx: already exists and is not a workbook as this program wrote it, so it stays as it is; ' +
            'choose another name with --output, or replace it with --force.\n',
        );
        expect(filesIn(folder)).toEqual(before);
      }
    });
  });

  test('is replaced with --force, and kept beside it', async () => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), 'My own notes.');
      const { status, stdout } = await runProgram(folder, [...WORDS, '--force']);
      expect(status).toBe(0);
      expect(stdout).toMatch(/\nThe old a\.xlsx is kept as a\.xlsx\.bak\.\n$/);
      expect([...filesIn(folder).keys()].sort()).toEqual(['a.xlsx', 'a.xlsx.bak']);
      expect(readFileSync(join(folder, 'a.xlsx'))).toEqual(Buffer.from(own));
      expect(readFileSync(join(folder, 'a.xlsx.bak'), 'utf8')).toBe('My own notes.');
    });
  });

  test('is replaced run after run, as long as nobody changes it', async () => {
    await withTemporaryDirectory(async (folder) => {
      for (const rate of ['1', '2', '3'])
        expect((await runProgram(folder, ['-n', '2', '-r', rate, '-o', 'a.xlsx'])).status).toBe(0);
      expect([...filesIn(folder).keys()]).toEqual(['a.xlsx']);
    });
  });

  test('that cannot be written at the last moment leaves no half of a file', async () => {
    await withTemporaryDirectory(async (folder) => {
      mkdirSync(join(folder, 'b'));
      const { status, stderr } = await runProgram(folder, ['-n', '2', '-o', `b/${'x'.repeat(300)}.xlsx`]);
      expect(stderr).toMatch(/^backprop-workbook: b\/x{300}\.xlsx: cannot be written: its name is too long\.\n$/);
      expect(status).toBe(2);
      expect(filesIn(folder).size).toBe(0);
      rmSync(join(folder, 'b'), { recursive: true });
    });
  });
});
