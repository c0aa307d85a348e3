import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Network } from '../network/network.ts';
import type { RowBlock } from '../training/filling.ts';
import type { Segment } from '../xlsx/row-press/index.ts';
import type { OpenThreads, RowThreads } from '../xlsx/threads.ts';

/** A block that a worker was given: what becomes of it. */
interface Waiting {
  readonly resolve: (segment: Segment | Promise<Segment>) => void;
  readonly reject: (error: Error) => void;
}

/** A block that is to be made. */
interface Order extends Waiting {
  readonly block: RowBlock;
}

/** A worker that makes one block after the other. */
interface Thread {
  /** Blocks that it has still to make. */
  readonly load: () => number;
  readonly segment: (block: RowBlock) => Promise<Segment>;
  readonly end: () => Promise<unknown>;
}

/** Rows that a single thread makes in the time that it takes to start others, with what they have to learn again. */
const WORTH_STARTING = 40_000;

/** The same where a person asked for threads: they are not for nothing. */
const ASKED_FOR = 4000;

/** Blocks that a worker holds, so that it has another when one is done. */
const HELD = 2;

/**
 * Threads of Node: this one, which makes rows whenever it has nothing else to do, and workers beside it.
 *
 * @param asked how many, at least 1; as many as the machine has cores, unless told otherwise
 * @example
 * const long = withSettings(network, { learningRates: [0.5], iterations: 50_000 });
 * const { bytes } = await generate(long, { threads: rowThreads() });
 * await writeFile('long.xlsx', bytes);
 */
export function rowThreads(asked?: number): RowThreads {
  const count = asked ?? availableParallelism();
  return {
    count,
    leastRows: asked === undefined ? WORTH_STARTING : ASKED_FOR,
    open: (network, make) => {
      const workers = Array.from({ length: count - 1 }, () => startThread(network));
      return openThreads(workers, make);
    },
  };
}

/** Gives each block to a worker that has room for it, and else makes it here when it is the next. */
function openThreads(workers: readonly Thread[], make: (block: RowBlock) => Segment): OpenThreads {
  const queue: Order[] = [];
  let expected = false;
  const give = (): void => {
    for (const worker of workers)
      while (queue.length > 0 && worker.load() < HELD) {
        const { block, resolve, reject } = queue.shift() as Order;
        worker.segment(block).then(resolve, reject).finally(give);
      }
    if (queue.length === 0 || expected) return;
    expected = true;
    // What workers have sent is taken in before.
    setImmediate(makeHere);
  };
  const makeHere = (): void => {
    expected = false;
    const order = queue.shift();
    if (order === undefined) return;
    try {
      order.resolve(make(order.block));
    } catch (error) {
      order.reject(error as Error);
    }
    give();
  };
  return {
    segment: (block) =>
      new Promise((resolve, reject) => {
        queue.push({ block, resolve, reject });
        give();
      }),
    close: async () => {
      queue.length = 0;
      await Promise.all(workers.map(({ end }) => end()));
    },
  };
}

function startThread(network: Network): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: network,
    // What a block leaves behind is soon gone; with more room, much of it would pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 1 },
  });
  const waiting: Waiting[] = [];
  let failure: Error | undefined;
  worker.on('message', (segment: Segment) => waiting.shift()?.resolve(segment));
  worker.on('error', (error: Error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  // A thread that nobody gave anything to do does not keep the program from its end.
  worker.unref();
  return {
    load: () => waiting.length,
    segment: (block) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        worker.ref();
        waiting.push({ resolve, reject });
        worker.postMessage(block);
      }),
    end: () => worker.terminate(),
  };
}
