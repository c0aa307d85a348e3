import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/node/failure.ts';
import { initNetworkFile } from '../../src/node/init.ts';
import { readNetwork } from '../../src/node/network-file.ts';
import { prepareOutput, writeWhole } from '../../src/node/output-file.ts';
import { makeFolder } from '../../src/node/output-target.ts';
import { isUntouched } from '../../src/node/untouched.ts';
import { filesIn } from '../helpers/command.ts';
import { classNetwork } from '../helpers/networks.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield bytes(text);
}

async function* failing(error: Error): AsyncGenerator<Uint8Array> {
  yield bytes('half');
  throw error;
}

describe('a file is written whole or not at all', () => {
  test.each([
    [[], ''],
    [['one'], 'one'],
    [['one', '', 'two'], 'onetwo'],
    [['x'.repeat(2_500_000), 'y'], `${'x'.repeat(2_500_000)}y`],
  ])('%#', async (texts, whole) => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'a.bin');
      writeFileSync(path, 'before');
      expect((await writeWhole(path, pieces(...texts))).size).toBe(whole.length);
      expect(readFileSync(path, 'utf8') === whole).toBe(true);
      expect([...filesIn(folder).keys()].sort()).toEqual(['a.bin', 'a.bin.bak']);
    });
  });

  test.each([
    [new Error('made of paper'), 'made of paper'],
    [
      Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }),
      /a\.bin: cannot be written: the disk is full\.$/,
    ],
  ])('after %s the file that was there stays', async (error, message) => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'a.bin');
      writeFileSync(path, 'before');
      await expect(writeWhole(path, failing(error))).rejects.toThrow(message);
      expect([...filesIn(folder)]).toEqual([['a.bin', 'before']]);
    });
  });
});

describe('a place to write to', () => {
  test('has its folders made', async () => {
    await withTemporaryDirectory(async (folder) => {
      await prepareOutput(join(folder, 'a/b/c.xlsx'), false);
      expect(existsSync(join(folder, 'a/b'))).toBe(true);
      makeFolder(join(folder, 'a/b'));
    });
  });

  // Root may write anywhere.
  test.skipIf(process.getuid?.() === 0)('is refused where nobody may write', async () => {
    await withTemporaryDirectory(async (folder) => {
      chmodSync(folder, 0o500);
      const wanted = prepareOutput(join(folder, 'a.xlsx'), false);
      await expect(wanted).rejects.toThrow('cannot write into this folder: permission is missing');
      chmodSync(folder, 0o700);
    });
  });
});

test.each([
  [Object.assign(new Error('x'), { code: 'EACCES' }), 'permission is missing'],
  [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'the disk is full'],
  [Object.assign(new Error('strange'), { code: 'EWHATEVER' }), 'strange'],
  ['just text', 'just text'],
])('the failure %s is told as: %s', (error, told) => {
  expect(failureOf(error)).toBe(told);
});

test.each(['', 'PK', 'not a zip at all', `PK\u0005\u0006${'\0'.repeat(18)}`])(
  'a file of %j is not our untouched workbook',
  async (text) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), text);
      expect(isUntouched(join(folder, 'a.xlsx'))).toBe(false);
      expect(isUntouched(join(folder, 'none.xlsx'))).toBe(false);
    });
  },
);

describe('a network', () => {
  test('is read by its name or from its file, with or without a byte order mark', async () => {
    expect(await readNetwork('class')).toEqual(classNetwork);
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.json'), `\uFEFF${JSON.stringify(classNetwork)}`);
      expect(await readNetwork(join(folder, 'a.json'))).toEqual(classNetwork);
    });
  });

  test.each([
    ['{\n"a": 1,\n}', /a\.json:3:1: is not JSON: Unexpected token } found\.$/],
    ['[1, 2, 3', /a\.json:1:8: is not JSON: /],
    ['['.repeat(1e5), /a\.json: is not JSON: it has too many brackets within brackets\.$/],
    [`${'['.repeat(1e5)}${']'.repeat(1e5)}`, /a\.json: must be an object in \{ \}, not a list\.$/],
    [
      '{"title": "a", "title": "b", "iterations": 0, "iterations": -1}',
      /a\.json: title: stands twice; keep one of the two\.\n.*: iterations: stands twice; [\s\S]*: iterations: must be at least 1, not -1\.\n.*: samples: missing; give a list in \[ \], or .data.\.$/,
    ],
    ['{"title": "\u{10ffff}"}', /a\.json: title: holds a character that no text can hold, U\+10FFFF, /],
    ['\ufeff[]', /a\.json: must be an object in \{ \}, not a list\.$/],
    [Buffer.from('\ufeff{}', 'utf16le'), /a\.json: is not a text in UTF-8; save it again as UTF-8\.$/],
    [Buffer.from([0x7b, 0xff, 0x7d]), /a\.json: is not a text in UTF-8; save it again as UTF-8\.$/],
    [Buffer.alloc(25_000_001), /a\.json: has more than 25 MB, too much for a network\.$/],
    ['{"a" 1}', /a\.json:1:6: is not JSON: /],
    ['{"a": 01}', /a\.json:1:7: is not JSON: /],
    ["{'a': 1}", /a\.json:1:2: is not JSON: /],
    ['[NaN]', /a\.json:1:2: is not JSON: /],
    ['[]', /a\.json: must be an object in \{ \}, not a list\.$/],
  ] as const)('%# is refused', async (text, message) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.json'), text);
      await expect(readNetwork(join(folder, 'a.json'))).rejects.toThrow(message);
    });
  });

  test('file is made again for editing, never over another unless told to', async () => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'deep/network.json');
      await initNetworkFile(path, classNetwork, false);
      expect(await readNetwork(path)).toEqual({ ...classNetwork, $schema: expect.stringMatching(/\.schema\.json$/) });
      await expect(initNetworkFile(path, classNetwork, false)).rejects.toThrow('already exists and stays as it is');
      await expect(initNetworkFile(path, classNetwork, true)).resolves.toMatchObject({ backup: undefined });
      mkdirSync(join(folder, 'taken.json'));
      await expect(initNetworkFile(join(folder, 'taken.json'), classNetwork, true)).rejects.toThrow(
        'is a folder; name a file, such as network.json.',
      );
    });
  });
});
