import { runOf } from '../engine/run.ts';
import { ITERATION } from '../quantities/topology.ts';
import type { BorrowedNumbers } from '../training/borrowed.ts';
import { drawnNumber } from '../training/drawn.ts';
import type { RowBlock } from '../training/filling.ts';
import type { Checkpoint } from '../training/trace.ts';
import { fillDown } from '../xlsx/fill-down.ts';
import { readPattern } from '../xlsx/pattern.ts';
import type { RowWriter, Segment } from '../xlsx/row-press/index.ts';
import { rowTemplates } from '../xlsx/row-template.ts';
import { latest } from './remembered.ts';
import type { RunPlan } from './run-plans.ts';

/** Makes the rows of a block, compressed. */
export type RowMaker = (block: RowBlock) => Segment;

/** Makes rows of the workbook of a network with these runs, each block by itself: in any order, on any thread, it comes out the same. */
export function rowMaker(plans: readonly RunPlan[], writer: RowWriter): RowMaker {
  // Blocks of a run follow on one another.
  const runAt = latest((position: number) => openRun(plans[position] as RunPlan));
  const templates = latest((pattern: string) => rowTemplates(readPattern(pattern)));

  return ({ pattern, run: position, iteration, cells, from, ...block }) => {
    const opened = runAt(position);
    const { run, positions, numbers } = opened;
    const sources = cells.map(({ name }) => (name === ITERATION ? 0 : (positions.get(name) as number)));
    const drawn = [...cells.entries()].flatMap(([c, { drawnUpTo }]) =>
      drawnUpTo === undefined ? [] : [[c, drawnUpTo] as const],
    );
    const shown = new Float64Array(cells.length);
    const before = new Float64Array(drawn.length);
    const take = (): void => {
      run.write(numbers, 1);
      for (let c = 0; c < cells.length; c++) shown[c] = numbers[sources[c] as number] as number;
    };
    const keep = (): void => {
      for (const [d, [c]] of drawn.entries()) before[d] = numbers[sources[c] as number] as number;
    };
    const values = (k: number): BorrowedNumbers => {
      keep();
      opened.next();
      numbers[0] = iteration + 1 + k;
      take();
      for (let d = 0; d < drawn.length; d++) {
        const [c, upTo] = drawn[d] as (typeof drawn)[number];
        shown[c] = drawnNumber(shown[c] as number, before[d] as number, upTo);
      }
      return shown;
    };
    opened.goTo(iteration + block.first, from);
    take();
    fillDown(templates(pattern), block, values, writer);
    return writer.take().segment();
  };
}

/** A run, where each of its quantities stands among its numbers, and these. */
function openRun({ topology, learningRate, quantities, columns }: RunPlan) {
  const run = runOf(topology, learningRate, quantities);
  let at = 0;
  const next = (): void => {
    run.next();
    at++;
  };
  return {
    run,
    next,
    /** Goes on to an iteration: from a checkpoint before it, unless the run stands nearer. */
    goTo(iteration: number, from: Checkpoint): void {
      if (at > iteration || at < from.iteration) {
        run.restore(from);
        at = from.iteration;
      }
      while (at < iteration) next();
    },
    positions: new Map(columns.map(({ name }, k) => [name, k + 1])),
    // The iteration, then every quantity of it.
    numbers: new Float64Array(quantities.length + 1),
  };
}
