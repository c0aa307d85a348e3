import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../helpers/command.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { madeAgain, workbookBytes } from '../helpers/workbook.ts';
import { entryNames, unzipParts } from '../support/package-parts.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

describe('the same network gives the same bytes', () => {
  test.each([classNetwork, seededNetwork([3, 4, 2, 1], 1)])('run after run: $title', async (network) => {
    const [first, second] = [await workbookBytes(network), await madeAgain(network)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('in every time zone', async () => {
    await withTemporaryDirectory(async (folder) => {
      const zones = every(2, ['Asia/Tokyo', 'America/New_York']);
      const outcomes = await Promise.all(zones.map((TZ, k) => runProgram(folder, ['-o', `${k}.xlsx`], { TZ })));
      expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
        zones.map(() => ({ status: 0, stderr: '' })),
      );
      const here = await workbookBytes(classNetwork);
      const same = zones.map((_, k) => readFileSync(join(folder, `${k}.xlsx`)).equals(here));
      expect(same).toEqual(zones.map(() => true));
    });
  });
});

test('the workbook in output/ is the one that the program makes, part for part', async () => {
  const committed = readFileSync(fileURLToPath(new URL('../../output/backpropagation.xlsx', import.meta.url)));
  const made = await workbookBytes(classNetwork);
  expect(entryNames(committed)).toEqual(entryNames(made));
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  const parts = unzipParts(made);
  // Compressed bytes may differ between versions of zlib, so what is in them counts.
  const differing = [...unzipParts(committed)].filter(([path, part]) => text(part) !== text(parts.get(path)));
  expect(differing.map(([path]) => path)).toEqual([]);
});
