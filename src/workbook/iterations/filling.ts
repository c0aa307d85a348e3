import { columnsOf } from '../../model/quantities.ts';
import { ITERATION } from '../../quantities/topology.ts';
import type { BorrowedNumbers } from '../../training/borrowed.ts';
import type { Filling } from '../../training/filling.ts';
import type { Trace } from '../../training/trace.ts';
import type { Book } from '../book.ts';
import { drawnValues } from './rows.ts';

/** The rows that are filled down: of a training run, or in an exercise with its empty cells, as a spreadsheet computes them. */
export function tableFilling(book: Book, trace: Trace, written: number): Filling {
  const { table } = book;
  const rows = table.iterations - written;
  if (book.exercise !== undefined && !book.exercise.answers) return { rows, values: blankRows(book, trace, written) };
  return {
    learningRate: trace.learningRate,
    iteration: written,
    rows,
    cells: [
      { name: ITERATION, drawn: false },
      ...columnsOf(table.groups).map((column) => ({ name: column.name, drawn: false })),
      ...table.drawn.map((drawn) => ({ name: drawn, drawn: true })),
    ],
    from: trace.checkpoint,
  };
}

/** What the rows of an exercise show behind those that are written out. */
function blankRows(book: Book, trace: Trace, written: number): (k: number) => BorrowedNumbers {
  const { table } = book;
  const values = new Float64Array(table.lastColumn + table.drawn.length);
  return (k) => {
    const iteration = written + 1 + k;
    values[0] = iteration;
    values.set(trace.row(iteration), 1);
    values.set(drawnValues(book, trace, iteration), table.lastColumn);
    return values;
  };
}
