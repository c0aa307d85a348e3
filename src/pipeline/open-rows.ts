import type { Network } from '../network/network.ts';
import type { RowBlock } from '../training/filling.ts';
import type { RowMaking } from '../xlsx/assemble.ts';
import type { RowWriter } from '../xlsx/row-press/index.ts';
import type { GenerateOptions } from './generate-options.ts';
import { rowMaker } from './rows.ts';
import type { RunPlan } from './run-plans.ts';

/** Makes rows on threads where it pays and there are more than one, and else here. */
export function openRows(
  network: Network,
  plans: readonly RunPlan[],
  writer: RowWriter,
  { threads, progress }: GenerateOptions,
): RowMaking & { readonly close: () => Promise<void> } {
  const count = plans.length;
  const rows = network.iterations * count;
  const told = ({ run, learningRate, end, rows: of }: RowBlock): void =>
    progress?.({ run, learningRate, rows: end, of });
  if (threads === undefined || threads.count === 1 || rows < threads.leastRows) {
    return { segment: rowMaker(plans, writer), atOnce: 1, written: told, close: async () => {} };
  }
  const open = threads.open(network, rowMaker(plans, writer));
  return {
    segment: open.segment,
    atOnce: threads.count,
    written: (block) => {
      told(block);
      // What they need of memory goes back before the rest of the workbook is written.
      if (block.run === count - 1 && block.end === block.rows) void open.close();
    },
    close: open.close,
  };
}
