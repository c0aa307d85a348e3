import { stepSections } from '../model/steps.ts';
import { type Choice, firstChoice } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import type { NetworkSource } from '../network/source.ts';
import type { Topology } from '../quantities/topology.ts';
import { onSheet } from '../sheet/address.ts';
import type { Link } from '../sheet/cell.ts';
import type { Calculator } from '../training/calculator.ts';
import type { DecidedByRounding } from '../training/rounding.ts';
import type { Trace } from '../training/trace.ts';
import { type TableSizes, tableSizes } from './iterations/sizes.ts';
import { rateSheet, type TableLayout } from './layout.ts';
import { type RateLine, rateLines } from './look/lines.ts';
import { type NetworkLayout, networkLayout } from './network/layout.ts';
import { type Shown, shownIterations } from './numbers/shown.ts';
import { type StepsLayout, stepsLayout } from './steps/layout.ts';

/** All that the sheets of a workbook are made of. */
export interface Book {
  readonly network: Network;
  readonly topology: Topology;
  /** Where things stand. */
  readonly initial: NetworkLayout;
  readonly table: TableLayout;
  readonly steps: StepsLayout;
  /** How large things are on the learning-rate sheets. */
  readonly sizes: TableSizes;
  /** One training run per learning rate, in the order of the sheets, and the look of its line. */
  readonly traces: readonly Trace[];
  readonly looks: readonly RateLine[];
  readonly calculator: Calculator;
  /** Whether numbers that Cross-check compares are decided by rounding, for each learning rate in order. */
  readonly rounding: readonly DecidedByRounding[];
  /** How the command line comes to the network. */
  readonly source: NetworkSource;
  /** The iterations that charts show. */
  readonly shown: Shown;
  /** What the sheet Steps shows when the workbook is opened. */
  readonly choice: Choice;
}

/** The training run of a learning rate, by its position counted from 0. */
export function traceOf({ traces }: Pick<Book, 'traces'>, position: number): Trace {
  const trace = traces[position];
  if (trace === undefined) throw new RangeError(`There is no learning rate ${position + 1}.`);
  return trace;
}

/** The number of the table that the choice on Steps leads to, as it is when the workbook is opened. */
export function chosenValue(book: Book, name: string, later = 0): number {
  const { table, choice } = book;
  return traceOf(book, choice.rate).row(choice.iteration + later)[table.column(name) - 2] ?? Number.NaN;
}

/**
 * A formula for the number of the table that the choice on Steps leads to: CHOOSE picks the sheet, INDEX the iteration. No INDIRECT or
 * OFFSET, which would be recalculated at every touch and hide where numbers come from.
 *
 * @param from the sheet on which the formula stands needs the cells of the choice as seen from there
 * @param later 0 for the chosen iteration, 1 for the one after it, −1 for the one before
 */
export function chosenFormula(
  { traces, table }: Pick<Book, 'traces' | 'table'>,
  name: string,
  from: { readonly position: string; readonly iteration: string },
  later = 0,
): string {
  const iteration = later === 0 ? from.iteration : `${from.iteration}${later > 0 ? '+' : ''}${later}`;
  const picks = traces.map((trace) => `INDEX(${table.range(name, trace.learningRate)},${iteration})`);
  return picks.length === 1 ? (picks[0] ?? '') : `CHOOSE(${from.position},${picks.join(',')})`;
}

/** A link to a cell of another sheet, for the text of a cell. */
export const linkTo = (sheet: string, cell: string, text: string): Link => ({ text, target: onSheet(sheet, cell) });

/** The names of the learning-rate sheets, in order. */
export const rateSheets = (book: Book): readonly string[] => book.traces.map((trace) => rateSheet(trace.learningRate));

/**
 * Lays out the workbook of a network.
 *
 * @param table where the quantities of every iteration stand
 * @param traces one training run per learning rate, holding every quantity of the columns
 * @param rounding for each of them which numbers are decided by rounding
 */
export function openBook(
  network: Network,
  topology: Topology,
  table: TableLayout,
  traces: readonly Trace[],
  calculator: Calculator,
  rounding: readonly DecidedByRounding[],
  source: NetworkSource,
): Book {
  const { groups } = table;
  return {
    network,
    topology,
    initial: networkLayout(topology),
    table,
    sizes: tableSizes(table),
    steps: stepsLayout(groups, stepSections(topology, groups), topology.givenRate),
    traces,
    looks: rateLines(network.learningRates),
    calculator,
    rounding,
    source,
    shown: shownIterations(network.iterations),
    choice: firstChoice(network),
  };
}
