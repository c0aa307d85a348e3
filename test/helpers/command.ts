import { type ChildProcess, execFile, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program as it is installed; `npm run build` makes it. */
export const PROGRAM = fileURLToPath(new URL('../../dist/bin/backprop-workbook.js', import.meta.url));

/** What became of a run of the program. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
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
    ? runShared(folder, words)
    : runAlone(folder, words, environment);
}

/** Runs the program in a process of its own. */
export function runAlone(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const child = execFile(process.execPath, [PROGRAM, ...words], { cwd: folder, env }, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}

const HOST = fileURLToPath(new URL('command-host.js', import.meta.url));
let host: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

function runShared(folder: string, words: readonly string[]): Promise<Outcome> {
  const mine = last.then(() => ask({ folder: resolve(folder), words }));
  last = mine.catch(() => undefined);
  return mine;
}

/** Asks the process that runs commands, which is started by the first one. */
function ask(order: { readonly folder: string; readonly words: readonly string[] }): Promise<Outcome> {
  host ??= fork(HOST, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const child = host;
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      host = undefined;
      reject(new Error(`The process that ran ${order.words.join(' ')} ended`));
    };
    child.once('exit', ended);
    child.once('message', (outcome) => {
      child.off('exit', ended);
      resolve(outcome as Outcome);
    });
    child.send(order);
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
