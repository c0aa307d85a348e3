import { columnsOf } from '../../model/quantities.ts';
import { ITERATION } from '../../quantities/topology.ts';
import type { TrainingRows } from '../../training/filling.ts';
import { type Book, traceOf } from '../book.ts';
import type { DrawnRun } from './bounds.ts';

/** The rows of a training run that are filled down. */
export function tableFilling(book: Book, position: number, drawn: DrawnRun, written: number): TrainingRows {
  const { table } = book;
  const trace = traceOf(book, position);
  return {
    run: position,
    learningRate: trace.learningRate,
    iteration: written,
    rows: table.iterations - written,
    cells: [
      { name: ITERATION },
      ...columnsOf(table.groups).map(({ name }) => ({ name })),
      ...table.drawn.map((name) => ({ name, drawnUpTo: drawn.upTo(name) })),
    ],
    from: trace.checkpoint,
  };
}
