import { parentPort, workerData } from 'node:worker_threads';
import type { Network } from '../network/network.ts';
import { rowMaker } from '../pipeline/rows.ts';
import { runPlans } from '../pipeline/run-plans.ts';
import type { RowBlock } from '../training/filling.ts';
import { RowWriter } from '../xlsx/row-press/index.ts';

/** A thread that makes rows of one network: blocks come in, segments go out, in the same order. */

const make = rowMaker(runPlans(workerData as Network), new RowWriter());

function send(block: RowBlock): void {
  const segment = make(block);
  // Handed over as it is: a copy would leave the first one behind.
  parentPort?.postMessage(segment, [segment.deflated.buffer as ArrayBuffer]);
}

parentPort?.on('message', send);
