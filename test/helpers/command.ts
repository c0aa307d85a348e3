import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { ask } from '../support/one-for-all.ts';

/** The program as it is installed; `npm run build` makes it. */
export const PROGRAM = fileURLToPath(new URL('../../dist/bin/backprop-workbook.js', import.meta.url));

/** What became of a run of the program. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command, and where it is run. */
export interface Order {
  readonly folder: string;
  readonly words: readonly string[];
}

/** PROCESSES=own gives every run of the program a process of its own, as .ci/run does; else those that can do so share one. */
const SHARED = process.env.PROCESSES !== 'own';

/**
 * Runs the program as a person does in a folder. Most of the time that takes is Node's, to load it: so one process runs one command after
 * the other.
 *
 * @param environment further variables: with any, the program has a process of its own
 */
export function runProgram(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return SHARED && Object.keys(environment).length === 0
    ? (ask(inject('commandPort'), { folder: resolve(folder), words } satisfies Order) as Promise<Outcome>)
    : runAlone(folder, words, environment);
}

/** The steps of many samples are long. */
const MOST_OUTPUT = 1e9;

/** Runs the program in a process of its own. */
export function runAlone(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const child = execFile(
      process.execPath,
      [PROGRAM, ...words],
      { cwd: folder, env, maxBuffer: MOST_OUTPUT },
      (_, stdout, stderr) => {
        resolve({ status: child.exitCode, stdout, stderr });
      },
    );
  });
}

/** Every file below a folder with what it holds, by its path. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path, 'latin1')];
    }),
  );
}
