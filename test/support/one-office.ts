import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { type Office, startOffice } from './office.ts';

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
  let last: Promise<unknown> = Promise.resolve();
  const run = async ({ task, milliseconds }: Request): Promise<string | null> => {
    try {
      if (office?.isAlive() !== true) office = startOffice();
      return await office.run(task, milliseconds);
    } catch (error) {
      return String(error);
    }
  };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    createInterface(socket).on('line', (line) => {
      last = last.then(async () => socket.end(JSON.stringify(await run(JSON.parse(line)))));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('officePort', (server.address() as AddressInfo).port);
  return async () => {
    server.close();
    await office?.end();
  };
}

/** Has the LibreOffice at a port do a task. @throws Error with what went wrong */
export async function askOffice(port: number, request: Request): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${JSON.stringify(request)}\n`);
  let text = '';
  for await (const piece of socket.setEncoding('utf8')) text += piece;
  const error: string | null = JSON.parse(text);
  if (error !== null) throw new Error(error);
}
