import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { shared } from '../support/one-for-all.ts';
import type { Order, Outcome } from './command.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port of this machine at which a process takes commands of the program. */
    readonly commandPort: number;
  }
}

const HOST = fileURLToPath(new URL('command-host.js', import.meta.url));

/** Lets all tests of a run use one process that runs commands, which is started by the first of them. Vitest calls this before all tests. */
export async function setup(project: TestProject): Promise<() => void> {
  let host: ChildProcess | undefined;
  const { port, close } = await shared((order: Order) => {
    host ??= fork(HOST, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const child = host;
    return new Promise<Outcome>((resolve, reject) => {
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
  });
  project.provide('commandPort', port);
  return () => {
    close();
    host?.disconnect();
  };
}
