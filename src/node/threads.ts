import { Worker } from 'node:worker_threads';
import type { Segment } from '../package/segment.ts';
import type { OpenThreads, RowThreads } from '../package/threads.ts';
import type { RowBlock } from '../spec/filling.ts';
import type { Network } from '../spec/network.ts';

/** A block that a thread was given: what becomes of it. */
interface Waiting {
  readonly resolve: (segment: Segment) => void;
  readonly reject: (error: Error) => void;
}

/** A thread and the blocks that it has still to make, in order. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Waiting[];
}

/** Worker threads of Node. @param count at least 1 */
export const rowThreads = (count: number): RowThreads => ({
  count,
  open: (network) => openThreads(Array.from({ length: count }, () => startThread(network))),
});

/** Gives each block to the thread that has least to do. */
const openThreads = (threads: readonly Thread[]): OpenThreads => ({
  segment: (block: RowBlock) =>
    new Promise((resolve, reject) => {
      const { worker, waiting } = threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
      waiting.push({ resolve, reject });
      worker.postMessage(block);
    }),
  close: async () => {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  },
});

function startThread(network: Network): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: network,
    // What a block leaves behind is small and soon gone; a thread would let much of it pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const waiting: Waiting[] = [];
  worker.on('message', (segment: Segment) => waiting.shift()?.resolve(segment));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return { worker, waiting };
}
