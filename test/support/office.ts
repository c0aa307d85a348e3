import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findProgram, pythonWith } from './processes.ts';

const SCRIPT = fileURLToPath(new URL('libreoffice.py', import.meta.url));

const soffice = (): string | undefined =>
  findProgram('soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice');

/** Whether LibreOffice and a Python that can speak to it (`import uno`) are installed. */
export function libreOfficeAvailable(): boolean {
  return soffice() !== undefined && pythonWith('uno') !== undefined;
}

/** A LibreOffice that does one task after the other, as `libreoffice.py` describes them. */
export interface Office {
  readonly isAlive: () => boolean;
  /** Does a task within so many milliseconds: what went wrong, null where nothing did. */
  readonly run: (task: unknown, milliseconds: number) => Promise<string | null>;
  /** Ends it, and waits until it has ended. */
  readonly end: () => Promise<void>;
}

/** @throws Error where LibreOffice is missing */
export function startOffice(): Office {
  const program = soffice();
  const python = pythonWith('uno');
  if (program === undefined || python === undefined) throw new Error('LibreOffice with python3-uno is not installed');
  // -B leaves no compiled files beside the script.
  const child: ChildProcessWithoutNullStreams = spawn(python, ['-B', SCRIPT, program]);
  let alive = true;
  let complaints = '';
  let answer: (error: string | null) => void = () => undefined;
  const fail = (why: string): void => {
    alive = false;
    answer(`${SCRIPT} ${why}: ${complaints}`);
  };
  createInterface(child.stdout).on('line', (line) => answer(JSON.parse(line).error));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdin.on('error', () => undefined);
  child.on('error', ({ message }) => fail(`cannot be started, ${message}`));
  child.on('close', () => fail('ended'));
  return {
    isAlive: () => alive,
    async run(task, milliseconds) {
      const error = new Promise<string | null>((resolve) => {
        answer = resolve;
      });
      const timer = setTimeout(() => {
        child.stdin.end();
        fail(`was stopped after ${milliseconds} ms`);
      }, milliseconds);
      child.stdin.write(`${JSON.stringify(task)}\n`);
      return error.finally(() => clearTimeout(timer));
    },
    async end() {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    },
  };
}
