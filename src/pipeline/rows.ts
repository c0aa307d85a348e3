import { type Run, runOf } from '../engine/run.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { ITERATION, topologyOf } from '../quantities/topology.ts';
import type { BorrowedNumbers } from '../training/borrowed.ts';
import { NOT_AVAILABLE } from '../training/cell-error.ts';
import type { RowBlock } from '../training/filling.ts';
import { fillDown } from '../xlsx/fill-down.ts';
import { readPattern } from '../xlsx/pattern.ts';
import { RowWriter, type Segment } from '../xlsx/row-press/index.ts';
import { rowTemplates } from '../xlsx/row-template.ts';

/** Makes the rows of a block, compressed. */
export type RowMaker = (block: RowBlock) => Segment;

/** Makes rows of a network's workbook, each block by itself: in any order, on any thread, it comes out the same. */
export function rowMaker(network: Network): RowMaker {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  const quantities = columns.map(({ quantity }) => quantity);
  const positions = new Map(columns.map(({ name }, k) => [name, k + 1]));
  const runs = remembered((rate: number): Run => runOf(topology, rate, quantities));
  const templates = remembered((pattern: string) => rowTemplates(readPattern(pattern)));
  const writer = new RowWriter();
  // The iteration, then every quantity of it.
  const numbers = new Float64Array(quantities.length + 1);

  return ({ pattern, learningRate, iteration, cells, from, ...block }) => {
    const run = runs(learningRate);
    run.restore(from);
    for (let k = from.iteration; k < iteration + block.first; k++) run.next();
    const sources = cells.map(({ name }) => (name === ITERATION ? 0 : (positions.get(name) as number)));
    const drawn = [...cells.keys()].filter((c) => cells[c]?.drawn);
    const shown = new Float64Array(cells.length);
    const values = (k: number): BorrowedNumbers => {
      run.next();
      numbers[0] = iteration + 1 + k;
      run.write(numbers, 1);
      for (let c = 0; c < cells.length; c++) shown[c] = numbers[sources[c] as number] as number;
      for (const c of drawn) if (!Number.isFinite(shown[c])) shown[c] = NOT_AVAILABLE;
      return shown;
    };
    fillDown(templates(pattern), block, values, writer);
    return writer.take().segment();
  };
}

/** A function of one argument that computes each of its values once. */
function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
