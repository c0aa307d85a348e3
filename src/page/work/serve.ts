import type { Answer, Request } from './messages.ts';
import { perform } from './perform.ts';

/** What this file uses of a worker's own side, which the types of a page do not know. */
interface WorkerSide {
  postMessage(answer: Answer): void;
  addEventListener(kind: 'message', take: (event: { readonly data: Request }) => void): void;
}

/** Does what the page asks for: this is the script of the page too, in a worker. */
export function serveTasks(side: WorkerSide): void {
  side.addEventListener('message', ({ data: { id, task } }) => {
    perform(task, (progress) => side.postMessage({ id, progress })).then(
      (outcome) => side.postMessage({ id, outcome }),
      (error: unknown) => side.postMessage({ id, fault: error instanceof Error ? error.message : String(error) }),
    );
  });
  side.postMessage({ id: 0, ready: true });
}
