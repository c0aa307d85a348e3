import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { handInFiles, isCollection, readHandedIn } from '../../src/node/hand-in-files.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

describe('what was handed in is listed', () => {
  test('of a folder with its folders, but not what links lead to', async () => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'task-submissions');
      mkdirSync(join(path, 'task-jane', 'deep'), { recursive: true });
      writeFileSync(join(path, 'task-jane', 'deep', 'x.xlsx'), 'x');
      writeFileSync(join(path, 'a.ods'), 'a');
      utimesSync(join(path, 'a.ods'), 100, 100);
      symlinkSync(path, join(path, 'round'));
      const { files, problems } = handInFiles([path]);
      expect(files.map((file) => file.path)).toEqual([
        'task-submissions/a.ods',
        'task-submissions/task-jane/deep/x.xlsx',
      ]);
      expect([files[0]?.modified, problems]).toEqual([100, []]);
      expect(handInFiles([join(path, 'task-jane')]).files.map((file) => file.path)).toEqual(['deep/x.xlsx']);
    });
  });

  test('of an archive, without paths that lead out of it, and read from there', async () => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'class.ZIP');
      const [older, newer] = [new Date(2024, 1, 1), new Date(2025, 1, 1)];
      const entries = {
        'Jane/x.xlsx': [strToU8('first'), { mtime: older }],
        'Jane/x (2).xlsx': [strToU8('second'), { mtime: newer }],
        '../../evil.xlsx': strToU8('x'),
        '/root.xlsx': strToU8('x'),
        'C:\\x.xlsx': strToU8('x'),
        'folder/': new Uint8Array(),
      } as const;
      writeFileSync(path, zipSync(entries as never));
      const { files, problems } = handInFiles([path]);
      expect(files.map((file) => file.path)).toEqual(['Jane/x.xlsx', 'Jane/x (2).xlsx']);
      expect((files[1]?.modified ?? 0) > (files[0]?.modified ?? 0)).toBe(true);
      expect(files.map(({ place }) => strFromU8(readHandedIn(place).bytes ?? new Uint8Array()))).toEqual([
        'first',
        'second',
      ]);
      expect(problems).toEqual([]);
      expect(readHandedIn({ path, entry: 'gone' })).toEqual({ why: 'The archive does not hold it any more.' });
    });
  });

  test('where an archive is broken or a file inflates without end, in a sentence', async () => {
    await withTemporaryDirectory(async (folder) => {
      const [broken, bomb] = ['broken.zip', 'bomb.zip'].map((name) => join(folder, name));
      writeFileSync(broken ?? '', 'PK');
      writeFileSync(bomb ?? '', zipSync({ 'a.xlsx': new Uint8Array(30_000_000) }));
      expect(handInFiles([broken ?? '']).problems).toEqual([
        `${broken}: is a broken archive; unpack it with another program first.`,
      ]);
      const [file] = handInFiles([bomb ?? '']).files;
      expect(file === undefined ? undefined : readHandedIn(file.place).why).toBe(
        'The file is too large; at most 25 MB are read.',
      );
    });
  });

  test('a workbook is a zip, but no archive of hand-ins', async () => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), zipSync({ a: strToU8('a') }));
      expect(['a.xlsx', '', 'missing.zip'].map((name) => isCollection(join(folder, name)))).toEqual([
        false,
        true,
        false,
      ]);
    });
  });
});
