import { parentPort } from 'node:worker_threads';
import { outcomeOf } from './pool.ts';

/**
 * Makes this thread one of a pool: it does each order that comes, and answers by its outcome.
 *
 * @param memoryOf memory of a result that goes to whoever asked, and is gone here
 */
export function serve<Order, Result>(
  work: (order: Order) => Promise<Result>,
  memoryOf: (result: Result) => readonly ArrayBuffer[] = () => [],
): void {
  parentPort?.on('message', async (order: Order) => {
    const outcome = await outcomeOf(() => work(order));
    parentPort?.postMessage(outcome, outcome.result === undefined ? [] : [...memoryOf(outcome.result)]);
  });
}
