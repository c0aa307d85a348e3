import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isUntouched } from '../../src/node/untouched.ts';
import { PROGRAM } from '../helpers/command.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

/** How often the program is stopped; STOPS=50 tries more moments. */
const STOPS = Number(process.env.STOPS ?? 2);

/** A run of about two seconds, stopped in the middle of it. */
async function stopped(folder: string, signal: NodeJS.Signals, milliseconds: number): Promise<void> {
  const words = ['--output', join(folder, NAME), '--iterations', '20000'];
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: 'ignore' });
  const end = new Promise((resolve) => child.once('exit', resolve));
  await setTimeout(milliseconds);
  child.kill(signal);
  await end;
}

const NAME = 'a.xlsx';

/** Where the stop came too late, the file is there, and whole. */
async function expectNoneOrWhole(folder: string, files: readonly string[]): Promise<void> {
  if (files.includes(NAME)) expect(isUntouched(join(folder, NAME))).toBe(true);
}

describe('the program, stopped in the middle of its work,', () => {
  const moments = Array.from({ length: STOPS }, (_, k) => 400 + Math.round((1200 * k) / STOPS));

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stops = moments.map((moment, k) => [signals[k % signals.length] ?? 'SIGINT', moment] as const);

  test.each(stops)('by %s leaves nothing behind: after %i ms', async (signal, moment) => {
    await withTemporaryDirectory(async (folder) => {
      await stopped(folder, signal, moment);
      const files = readdirSync(folder);
      expect(files.filter((file) => file !== NAME)).toEqual([]);
      await expectNoneOrWhole(folder, files);
    });
  });

  test.each(process.env.STOPS === undefined ? moments.slice(-1) : moments)(
    'by SIGKILL leaves no part under the name of the output: after %i ms',
    async (moment) => {
      await withTemporaryDirectory(async (folder) => {
        await stopped(folder, 'SIGKILL', moment);
        await expectNoneOrWhole(folder, readdirSync(folder));
      });
    },
  );
});
