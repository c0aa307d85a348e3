import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** What became of an order: a result, or why there is none. */
export type PoolOutcome<Result> =
  | { readonly result: Result; readonly failure?: undefined }
  | { readonly result?: undefined; readonly failure: string };

/** How orders are done side by side. */
export interface PoolOptions<Order, Result> {
  /** Threads, at least 1; as many as the machine has cores unless given. */
  readonly threads?: number | undefined;
  /** How many orders there are. */
  readonly orders: number;
  /** The module of a thread, which answers each order by an {@link PoolOutcome}: see `serve`. */
  readonly worker: URL;
  /** Does an order here, where threads do not pay. */
  readonly here: (order: Order) => Promise<Result>;
  /** What all orders have in common, for each thread: its `workerData`. */
  readonly shared?: unknown;
}

/** Orders from which on it pays to start a thread, for each of them. */
const WORTH_STARTING = 4;

/** Orders that are begun and not yet taken, for each thread. */
const HELD = 2;

/** Megabytes of objects that a thread may have. */
const MOST_MEMORY = 1_100;

/**
 * Does orders on all cores. No more are read than are being done, with a few in wait, so that memory stays bounded however many there are. An
 * order that brings its thread to its end fails by itself; another thread goes on.
 *
 * @returns the outcomes, in the order of the orders
 */
export async function* pooled<Order, Result>(
  orders: Iterable<Order>,
  { threads = availableParallelism(), orders: all, worker, here, shared }: PoolOptions<Order, Result>,
): AsyncGenerator<PoolOutcome<Result>> {
  const count = Math.min(threads, Math.floor(all / WORTH_STARTING));
  if (count < 2) {
    for (const order of orders) yield await outcomeOf(() => here(order));
    return;
  }
  const pool = openPool<Order, Result>(count, worker, shared);
  try {
    const begun: Promise<PoolOutcome<Result>>[] = [];
    for (const order of orders) {
      begun.push(pool.give(order));
      if (begun.length >= count * HELD) yield (await begun.shift()) as PoolOutcome<Result>;
    }
    for (const each of begun) yield await each;
  } finally {
    await pool.close();
  }
}

/** The outcome of work that may fail. */
export async function outcomeOf<Result>(work: () => Promise<Result>): Promise<PoolOutcome<Result>> {
  try {
    return { result: await work() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

interface Thread<Order, Result> {
  give(order: Order): Promise<PoolOutcome<Result>>;
  readonly end: () => Promise<unknown>;
}

function openPool<Order, Result>(
  count: number,
  url: URL,
  shared: unknown,
): { readonly give: Thread<Order, Result>['give']; readonly close: () => Promise<void> } {
  const free: Thread<Order, Result>[] = Array.from({ length: count }, () => openThread(url, shared));
  const all = new Set(free);
  const waiting: ((thread: Thread<Order, Result>) => void)[] = [];
  const next = (): Promise<Thread<Order, Result>> | Thread<Order, Result> =>
    free.shift() ?? new Promise((resolve) => waiting.push(resolve));
  return {
    give: async (order) => {
      const thread = await next();
      const outcome = await thread.give(order);
      const then = waiting.shift();
      if (then === undefined) free.push(thread);
      else then(thread);
      return outcome;
    },
    close: async () => {
      await Promise.all([...all].map(({ end }) => end()));
    },
  };
}

/** A thread that does one order after the other, and is started again where one was its end. */
function openThread<Order, Result>(url: URL, shared: unknown): Thread<Order, Result> {
  let worker: Worker | undefined;
  return {
    give: (order) =>
      new Promise((resolve) => {
        const now =
          worker ?? new Worker(url, { workerData: shared, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
        worker = now;
        const end = (outcome: PoolOutcome<Result>): void => {
          now.off('message', end).off('error', failed).off('exit', ended);
          resolve(outcome);
        };
        const failed = ({ message }: Error): void => {
          worker = undefined;
          end({ failure: message });
        };
        const ended = (): void => failed(new Error('its thread came to an end'));
        now.on('message', end).on('error', failed).on('exit', ended);
        now.postMessage(order);
      }),
    end: async () => worker?.terminate(),
  };
}
