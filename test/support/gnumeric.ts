import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeWithTool } from './describe-with-tool.ts';
import { withTemporaryDirectory, writeWorkbooks } from './processes.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Recalculated, recalculated } from './recalculated.ts';

/** Gnumeric's program that converts workbooks, and calculates them on the way if asked to. */
const PROGRAM = 'ssconvert';

const FILE_MILLISECONDS = 120_000;

/** Whether Gnumeric is there. */
export const gnumericAvailable = (): boolean => spawnSync(PROGRAM, ['--version']).status === 0;

/** A `describe` whose tests are skipped, loudly, where Gnumeric is missing; with `CI=true` they fail instead. */
export const describeWithGnumeric = describeWithTool('Gnumeric', gnumericAvailable);

/**
 * Calculates workbooks in Gnumeric, every formula afresh whatever value the file holds for it.
 * @returns the results in the same order
 * @throws Error where Gnumeric is missing, crashes or cannot open a workbook.
 */
export async function recalculateWithGnumeric(files: readonly Uint8Array[]): Promise<readonly Recalculated[]> {
  return withTemporaryDirectory(async (directory) => {
    const results: Recalculated[] = [];
    for (const [k, file] of (await writeWorkbooks(directory, files)).entries()) {
      const saved = join(directory, `saved-${k}.xlsx`);
      // What it says of drawings that it does not know goes by.
      await promisify(execFile)(PROGRAM, ['--recalc', file, saved], {
        timeout: FILE_MILLISECONDS,
        maxBuffer: 2 ** 26,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      const { sheets } = readWorkbook(await readFile(saved));
      const values = sheets.map(
        ({ name, cells }) => [name, new Map([...cells].map(([address, { value }]) => [address, value]))] as const,
      );
      results.push(recalculated(new Map(values)));
    }
    return results;
  });
}
