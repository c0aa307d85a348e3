import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from './helpers/command.ts';
import { withTemporaryDirectory } from './support/processes.ts';

/** How often the program is stopped; STOPS=50 tries more moments. */
const STOPS = Number(process.env.STOPS ?? 2);

/** A run of about two seconds, stopped in the middle of it. */
async function stopped(folder: string, signal: NodeJS.Signals, milliseconds: number): Promise<NodeJS.Signals | null> {
  const words = ['--output', join(folder, 'a.xlsx'), '--iterations', '6000'];
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: 'ignore' });
  const end = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, by) => resolve(by)));
  await setTimeout(milliseconds);
  child.kill(signal);
  return end;
}

describe('the program, stopped in the middle of its work,', () => {
  const moments = Array.from({ length: STOPS }, (_, k) => 400 + Math.round((2000 * k) / STOPS));

  test.each(moments)('by SIGINT leaves nothing behind: after %i ms', async (moment) => {
    await withTemporaryDirectory(async (folder) => {
      const by = await stopped(folder, 'SIGINT', moment);
      // Where the machine is fast, the file may be there already: whole, and under its own name.
      expect(readdirSync(folder)).toEqual(by === null ? ['a.xlsx'] : []);
    });
  });

  test.each(moments)('by SIGKILL leaves no file under the name of the output: after %i ms', async (moment) => {
    await withTemporaryDirectory(async (folder) => {
      const by = await stopped(folder, 'SIGKILL', moment);
      expect(readdirSync(folder).includes('a.xlsx')).toBe(by === null);
    });
  });
});
