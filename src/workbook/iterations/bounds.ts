import { relative } from '../../sheet/address.ts';
import { drawnNumber } from '../../training/drawn.ts';
import type { Trace } from '../../training/trace.ts';
import { type Book, traceOf } from '../book.ts';
import type { TableLayout } from '../layout.ts';
import type { TableLines } from './lines.ts';

/** How far the charts of a learning-rate sheet draw: a run that diverges leaves them where it leaves the scale of its first numbers. */

/** The lines that share a chart, and so a scale. */
export type LineKind = keyof Pick<TableLines, 'errors' | 'accuracies' | 'weights' | 'outputs' | 'gradients'>;

/** A bound is so many times the largest of the first numbers, or of `least` where they are all smaller. */
const factors: Readonly<Record<LineKind, { readonly times: number; readonly least: number }>> = {
  errors: { times: 10, least: 0.000001 },
  accuracies: { times: 10, least: 1 },
  weights: { times: 20, least: 1 },
  outputs: { times: 10, least: 0.1 },
  gradients: { times: 10, least: 1 },
};

const kinds = ['errors', 'accuracies', 'weights', 'outputs', 'gradients'] as const;

/** The chart that draws a quantity. */
export function kindOf({ charted }: TableLayout, name: string): LineKind {
  const kind = kinds.find((each) => charted[each].some((line) => line.name === name));
  if (kind === undefined) throw new RangeError(`No chart draws ${name}.`);
  return kind;
}

/** The iterations whose numbers count as the first: those of an epoch. */
const firstIterations = ({ topology, table }: Pick<Book, 'topology' | 'table'>): number =>
  Math.min(topology.epoch, table.iterations);

/** The bound of a chart. @param sheet where the table stands, as the formula sees it */
export function boundFormula(book: Pick<Book, 'topology' | 'table'>, kind: LineKind, sheet = ''): string {
  const { table } = book;
  const { times, least } = factors[kind];
  const last = table.row(firstIterations(book));
  const cells = table.charted[kind].map(({ name }) => {
    const first = `${sheet}${relative(table.firstRow, table.column(name))}`;
    return last === table.firstRow ? first : `${first}:${relative(last, table.column(name))}`;
  });
  const all = cells.join(',');
  return `${times}*MAX(${least},MAX(${all}),-MIN(${all}))`;
}

/** Its value: that of the first error where there is one among the first numbers. */
export function bound(book: Book, trace: Trace, kind: LineKind): number {
  const { table } = book;
  const { times, least } = factors[kind];
  const columns = table.charted[kind].map(({ name }) => table.column(name) - 2);
  const rows = Array.from({ length: firstIterations(book) }, (_, k) => trace.row(k + 1).slice());
  const numbers = columns.flatMap((column) => rows.map((row) => row[column] ?? Number.NaN));
  const error = numbers.find((value) => !Number.isFinite(value));
  if (error !== undefined) return error;
  const product = times * Math.max(least, ...numbers.map(Math.abs));
  return Number.isFinite(product) ? product : Number.NaN;
}

/** The lines of a run as its own sheet holds them for the charts. */
export interface DrawnRun {
  /** How far a quantity is drawn: what the cell shows that says so. */
  readonly bound: (name: string) => number;
  /** The same as a number to compare with: no number where the cell shows an error. */
  readonly upTo: (name: string) => number;
  /** A quantity in an iteration, as drawn. */
  readonly at: (name: string, iteration: number) => number;
  /** The iteration in which a line leaves its chart; one more than there are if it stays. */
  readonly leaves: (name: string) => number;
}

/** The lines of the run of a learning rate, by its position. Of many iterations, charts draw a sample, which has bounds elsewhere. */
export function drawnRun(book: Book, position: number): DrawnRun {
  const { table, shown } = book;
  const trace = traceOf(book, position);
  const ofKinds = new Map(kinds.map((kind) => [kind, bound(book, trace, kind)]));
  const bounds = new Map(table.drawn.map((name) => [name, ofKinds.get(kindOf(table, name)) ?? Number.NaN]));
  const boundOf = (name: string): number => bounds.get(name) ?? Number.NaN;
  const upTo = (name: string): number => {
    if (shown.sampled) return Number.POSITIVE_INFINITY;
    return Number.isFinite(boundOf(name)) ? boundOf(name) : Number.NaN;
  };
  const number = (name: string, iteration: number): number =>
    trace.row(iteration)[table.column(name) - 2] ?? Number.NaN;
  const at = (name: string, iteration: number): number =>
    drawnNumber(number(name, iteration), iteration === 1 ? Number.NaN : number(name, iteration - 1), upTo(name));
  return {
    bound: boundOf,
    upTo,
    at,
    leaves: (name) => {
      const far = upTo(name);
      for (let k = 1; k <= table.iterations; k++) if (Math.abs(at(name, k)) === far) return k;
      return table.iterations + 1;
    },
  };
}
