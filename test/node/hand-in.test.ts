import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { writeHandIn } from '../../src/node/index.ts';
import { handIn } from '../../src/pipeline/hand-in.ts';
import { filesIn } from '../helpers/command.ts';
import { classWith } from '../helpers/networks.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const one = classWith({ iterations: 2, learningRates: [0.5] });
const two = classWith({ iterations: 2, learningRates: [0.5, 2] });

const write = async (folder: string, network: Network, force = false) =>
  writeHandIn(folder, await handIn(network), force);

/** Changes a text of a folder. */
function edit(folder: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
}

describe('a hand-in', () => {
  test('is written, and written again without a trace', async () => {
    await withTemporaryDirectory(async (folder) => {
      const { files, backups } = await write(join(folder, 'a/b'), one);
      const there = filesIn(join(folder, 'a/b'));
      expect(new Set(files.map(({ path }) => path))).toEqual(new Set(there.keys()));
      for (const { path, bytes } of files) expect(there.get(path)?.length).toBe(bytes);
      expect(backups).toEqual([]);
      await write(join(folder, 'a/b'), one);
      expect(filesIn(join(folder, 'a/b'))).toEqual(there);
    });
  });

  test('of another network takes its place: remarks stay, pictures of the old one go', async () => {
    await withTemporaryDirectory(async (folder) => {
      await write(folder, two);
      edit(folder, 'README.md', (text) => text.replace(/Write here.*/, 'I wondered.'));
      writeFileSync(join(folder, 'pictures/mine.svg'), '<svg/>');
      const { backups } = await write(folder, one);
      expect(backups).toEqual([]);
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('\n\nI wondered.\n\n');
      expect([
        existsSync(join(folder, 'pictures/error-2-dark.svg')),
        existsSync(join(folder, 'pictures/mine.svg')),
      ]).toEqual([...[false, true]]);
      expect([...filesIn(folder).keys()].filter((path) => path.endsWith('.bak'))).toEqual([]);
    });
  });

  test('takes no file away that a person has changed', async () => {
    await withTemporaryDirectory(async (folder) => {
      await write(folder, one);
      edit(folder, 'README.md', (text) => text.replace('## The sheet', '## My sheet'));
      edit(folder, 'network.json', (text) => text.replace('0.15', '0.16'));
      edit(folder, 'pictures/network-light.svg', (text) => `${text}<!-- mine -->`);
      const before = filesIn(folder);
      await expect(write(folder, two)).rejects.toThrow(
        new RegExp(
          ['README\\.md', 'network\\.json', 'pictures/network-light\\.svg']
            .map((path) => `[^\\n]*${path}: .*stays as it is.*`)
            .join('\n'),
        ),
      );
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('forced, keeps what was changed beside it, and the remarks in their place', async () => {
    await withTemporaryDirectory(async (folder) => {
      await write(folder, one);
      edit(folder, 'README.md', (text) =>
        text.replace('## The sheet', '## My sheet').replace(/Write here.*/, 'I wondered.'),
      );
      const { backups } = await write(folder, two, true);
      expect(backups.map(({ path }) => path)).toEqual(['README.md']);
      const [now, old] = ['README.md', 'README.md.bak'].map((path) => readFileSync(join(folder, path), 'utf8'));
      expect([now?.includes('## My sheet'), now?.includes('I wondered.')]).toEqual([false, true]);
      expect([old?.includes('## My sheet'), old?.includes('I wondered.')]).toEqual([true, true]);
    });
  });

  test('does not touch a page, a workbook or a folder of another hand', async () => {
    await withTemporaryDirectory(async (folder) => {
      for (const path of ['README.md', 'backpropagation.xlsx']) {
        writeFileSync(join(folder, path), 'mine');
        await expect(write(folder, one)).rejects.toThrow(`${path}: `);
        expect([...filesIn(folder)]).toEqual([[path, 'mine']]);
        rmSync(join(folder, path));
      }
      mkdirSync(join(folder, 'README.md'));
      await expect(write(folder, one, true)).rejects.toThrow('is a folder');
      writeFileSync(join(folder, 'file'), '');
      await expect(write(join(folder, 'file'), one, true)).rejects.toThrow('is a file');
    });
  });

  test('removes no file that only a foreign page names', async () => {
    await withTemporaryDirectory(async (folder) => {
      const hand = join(folder, 'hand-in');
      await write(hand, one);
      writeFileSync(join(folder, 'secret.svg'), 'x');
      // The digest of x.
      const seal = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
      edit(hand, 'README.md', (text) =>
        text.replace(
          '<!-- made by backprop-workbook\n',
          `$&../secret.svg ${seal}\npictures/../../secret.svg ${seal}\n`,
        ),
      );
      await write(hand, one);
      expect(existsSync(join(folder, 'secret.svg'))).toBe(true);
    });
  });
});
