import { availableParallelism } from 'node:os';
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

/** A thread that makes one block after the other. */
interface Thread {
  /** Blocks that it has still to make. */
  readonly load: () => number;
  readonly segment: (block: RowBlock) => Promise<Segment>;
  readonly end: () => Promise<unknown>;
}

/** Rows that a single thread makes in the time that it takes to start others, with what they have to learn anew. */
const WORTH_STARTING = 40_000;

/** The same where a person asked for threads: they are not for nothing. */
const ASKED_FOR = 4000;

/** Worker threads of Node. @param asked how many, at least 1; as many as the machine has cores, unless told otherwise */
export function rowThreads(asked?: number): RowThreads {
  const count = asked ?? availableParallelism();
  return {
    count,
    leastRows: asked === undefined ? WORTH_STARTING : ASKED_FOR,
    open: (network) => openThreads(Array.from({ length: count }, () => startThread(network))),
  };
}

/** Gives each block to the thread that has least to do. */
const openThreads = (threads: readonly Thread[]): OpenThreads => ({
  segment: (block) => threads.reduce((a, b) => (b.load() < a.load() ? b : a)).segment(block),
  close: async () => {
    await Promise.all(threads.map(({ end }) => end()));
  },
});

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
