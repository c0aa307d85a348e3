import { parentPort, workerData } from 'node:worker_threads';
import { rowMaker } from '../rows.ts';
import type { RowBlock } from '../spec/filling.ts';
import type { Network } from '../spec/network.ts';
import { segmentHere } from './compression.ts';

/** A thread that makes rows of one network: blocks come in, segments go out, in the same order. */

const make = rowMaker(workerData as Network);

parentPort?.on('message', (block: RowBlock) => {
  const segment = segmentHere(make(block));
  // A copy of its own memory can be handed over without copying it again.
  const deflated = new Uint8Array(segment.deflated);
  parentPort?.postMessage({ ...segment, deflated }, [deflated.buffer]);
});
