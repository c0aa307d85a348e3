import type { Answer, Outcome, Task } from './messages.ts';
import { perform } from './perform.ts';

/** Why work ended without a result because somebody stopped it. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'Stopped';
  }
}

/** Work that is under way. */
interface Waiting {
  readonly task: Task;
  readonly told: (share: number) => void;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** Does tasks beside the page where the browser lets it, and else on the page's own thread. */
export interface Workshop {
  do(task: Task, told?: (share: number) => void): Promise<Outcome>;
  /** Stops all that is under way. */
  stop(): void;
}

/** @param source the script of the page, which is the worker's as well */
export function openWorkshop(source: string): Workshop {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let worker: Worker | undefined;
  let refused = source === '';

  const settle = (id: number, end: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) end(one);
  };
  const here = (id: number, { task, told }: Waiting): void => {
    // The page shows first that it is at work.
    setTimeout(() => {
      perform(task, told).then(
        (outcome) => settle(id, ({ resolve }) => resolve(outcome)),
        (error: Error) => settle(id, ({ reject }) => reject(error)),
      );
    }, 30);
  };
  const takeBack = (): void => {
    refused = true;
    worker = undefined;
    for (const [id, one] of waiting) here(id, one);
  };
  const hear = (answer: Answer): void => {
    if ('ready' in answer) return;
    if ('progress' in answer) waiting.get(answer.id)?.told(answer.progress);
    else if ('outcome' in answer) settle(answer.id, ({ resolve }) => resolve(answer.outcome));
    else settle(answer.id, ({ reject }) => reject(new Error(answer.fault)));
  };
  const open = (): Worker | undefined => {
    if (refused || worker !== undefined) return worker;
    try {
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const made = new Worker(url);
      let ready = false;
      made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        ready = true;
        hear(data);
      });
      // Before it was ready, the browser did not let it begin.
      made.addEventListener('error', (event) => {
        event.preventDefault();
        if (!ready) takeBack();
        else for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new Error(event.message)));
      });
      worker = made;
    } catch {
      refused = true;
    }
    return worker;
  };
  return {
    do: (task, told = () => {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const one: Waiting = { task, told, resolve, reject };
        waiting.set(id, one);
        const other = open();
        if (other === undefined) here(id, one);
        else other.postMessage({ id, task });
      }),
    stop: () => {
      worker?.terminate();
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new Stopped()));
    },
  };
}
