import type { TestProject } from 'vitest/node';
import { type Office, startOffice } from './office.ts';
import { ask, shared } from './one-for-all.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port of this machine at which LibreOffice takes tasks. */
    readonly officePort: number;
  }
}

/** What a test asks for: a task of `libreoffice.py`, and how long it may take. */
interface Request {
  readonly task: unknown;
  readonly milliseconds: number;
}

/**
 * Lets all tests of a run use one LibreOffice, since starting it takes seconds. It is started by the first task; where it ends before its time,
 * the next task starts another. Vitest calls this before all tests, and what it gives after them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let office: Office | undefined;
  const { port, close } = await shared(async ({ task, milliseconds }: Request) => {
    if (office?.isAlive() !== true) office = startOffice();
    const error = await office.run(task, milliseconds);
    if (error !== null) throw new Error(error);
  });
  project.provide('officePort', port);
  return async () => {
    close();
    await office?.end();
  };
}

/** Has the LibreOffice at a port do a task. @throws Error with what went wrong */
export async function askOffice(port: number, request: Request): Promise<void> {
  await ask(port, request);
}
