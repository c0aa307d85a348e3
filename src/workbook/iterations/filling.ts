import { columnsOf } from '../../model/quantities.ts';
import { ITERATION } from '../../quantities/topology.ts';
import type { TrainingRows } from '../../training/filling.ts';
import type { Trace } from '../../training/trace.ts';
import type { Book } from '../book.ts';

/** The rows of a training run that are filled down. */
export function tableFilling({ table }: Pick<Book, 'table'>, trace: Trace, written: number): TrainingRows {
  return {
    learningRate: trace.learningRate,
    iteration: written,
    rows: table.iterations - written,
    cells: [
      { name: ITERATION, drawn: false },
      ...columnsOf(table.groups).map((column) => ({ name: column.name, drawn: false })),
      ...table.drawn.map((drawn) => ({ name: drawn, drawn: true })),
    ],
    from: trace.checkpoint,
  };
}
