import { type Book, bookOfRun, runTable, traceOf } from '../book.ts';
import { bound, kindOf, type LineKind } from '../iterations/bounds.ts';
import { sampledColumn } from './columns.ts';

/** A line of the charts on the sheet of a run, of which the sheet that compares runs holds a sample. */
export interface SampledLine {
  readonly kind: LineKind;
  /** The column of the sample. */
  readonly column: number;
  /** How far the charts draw the line. */
  readonly bound: number;
  /** All numbers of the line, as a formula reads them. */
  readonly range: string;
  /** Where the line stands in a row of the run's trace. */
  readonly place: number;
}

const known = new WeakMap<Book, readonly (readonly SampledLine[])[]>();

/** The lines of each run, from left to right. They are the same in every row, of which there are many. */
export function sampledLines(book: Book): readonly (readonly SampledLine[])[] {
  const lines = known.get(book) ?? book.traces.map((_, position) => linesOf(book, position));
  known.set(book, lines);
  return lines;
}

function linesOf(book: Book, position: number): readonly SampledLine[] {
  const table = runTable(book, position);
  const first = sampledColumn(book, position, 0);
  const bounds = new Map<LineKind, number>();
  return table.lines.map((name, line) => {
    const kind = kindOf(table, name);
    const upTo = bounds.get(kind) ?? bound(bookOfRun(book, position), traceOf(book, position), kind);
    bounds.set(kind, upTo);
    return {
      kind,
      column: first + line,
      bound: upTo,
      range: table.range(name),
      place: table.column(name) - 2,
    };
  });
}
