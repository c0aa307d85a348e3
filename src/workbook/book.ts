import { stepSections } from '../model/steps.ts';
import { type Choice, firstChoice } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import type { NetworkSource } from '../network/source.ts';
import { comparedError, type Topology } from '../quantities/topology.ts';
import { onSheet } from '../sheet/address.ts';
import type { Link } from '../sheet/cell.ts';
import type { Calculator } from '../training/calculator.ts';
import type { DecidedByRounding } from '../training/rounding.ts';
import type { Trace } from '../training/trace.ts';
import { type TableSizes, tableSizes } from './iterations/sizes.ts';
import { rateSheet, type TableLayout, tableOn } from './layout.ts';
import { namedLines, type RateLine, rateLines } from './look/lines.ts';
import { type NetworkLayout, networkLayouts } from './network/layout.ts';
import { choice } from './numbers/choice.ts';
import { type Shown, shownIterations } from './numbers/shown.ts';
import { written, writtenFormula } from './numbers/written-number.ts';
import { type StepsLayout, stepsLayouts } from './steps/layout.ts';

/** What a run trains, and where its numbers stand. */
export interface RunParts {
  readonly topology: Topology;
  /** Where things stand. */
  readonly initial: NetworkLayout;
  readonly table: TableLayout;
  readonly steps: StepsLayout;
  /** How large things are on the sheet of the run. */
  readonly sizes: TableSizes;
  readonly calculator: Calculator;
}

/** All that the sheets of a workbook are made of; the parts of a run are those of the run that Steps shows when the workbook is opened. */
export interface Book extends RunParts {
  readonly network: Network;
  /** What the runs are called, in order; undefined where they differ in the learning rate alone, which then says which is which. */
  readonly names: readonly string[] | undefined;
  /** The parts of every run, in the order of the sheets. */
  readonly runs: readonly RunParts[];
  /** The name of the error by which they are compared. */
  readonly error: string;
  /** One training run per sheet, in the same order, and the look of its line. */
  readonly traces: readonly Trace[];
  readonly looks: readonly RateLine[];
  /** Whether numbers that Cross-check compares are decided by rounding, for each run in order. */
  readonly rounding: readonly DecidedByRounding[];
  /** How the command line comes to the network. */
  readonly source: NetworkSource;
  /** The iterations that charts show. */
  readonly shown: Shown;
  /** What the sheet Steps shows when the workbook is opened. */
  readonly choice: Choice;
  /** The run that a sheet with a choice is made for, where one is made for each: see `run-views.ts`. */
  readonly only?: number;
}

/** The book as the sheet of a run sees it. @param position of the run, counted from 0 */
export const bookOfRun = (book: Book, position: number): Book => ({ ...book, ...runParts(book, position) });

/** The parts of a run, by its position counted from 0. */
export function runParts({ runs }: Pick<Book, 'runs'>, position: number): RunParts {
  const parts = runs[position];
  if (parts === undefined) throw new RangeError(`There is no run ${position + 1}.`);
  return parts;
}

/** The runs that share a sheet which shows the chosen one: all of them, or where they differ in the learning rate alone, any. */
export const sharingRuns = (book: Book): readonly RunParts[] => (book.names === undefined ? [book] : book.runs);

/** Where the numbers of a run stand. */
export const runTable = (book: Pick<Book, 'runs'>, position: number): TableLayout => runParts(book, position).table;

/** What a run is called in a list or a legend: its name, or its learning rate. */
export const labelOf = ({ names, traces }: Pick<Book, 'names' | 'traces'>, position: number): string | number =>
  names?.[position] ?? traceOf({ traces }, position).learningRate;

/** A label as a text: of a learning rate, its digits. */
export const labelText = (label: string | number): string =>
  typeof label === 'number' ? written(label, 'alone') : label;

/** The formula of such a text, of a cell that holds a label. */
export const labelFormula = ({ names }: Pick<Book, 'names'>, cell: string): string =>
  names === undefined ? writtenFormula(cell, 'alone') : cell;

/** The training run at a position counted from 0. */
export function traceOf({ traces }: Pick<Book, 'traces'>, position: number): Trace {
  const trace = traces[position];
  if (trace === undefined) throw new RangeError(`There is no run ${position + 1}.`);
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
  { runs }: Pick<Book, 'runs'>,
  name: string,
  from: { readonly position: string; readonly iteration: string },
  later = 0,
): string {
  const iteration = later === 0 ? from.iteration : `${from.iteration}${later > 0 ? '+' : ''}${later}`;
  const picks = runs.map(({ table }) => (table.has(name) ? `INDEX(${table.range(name)},${iteration})` : '""'));
  return picks.length === 1 ? (picks[0] ?? '') : choice(from.position, picks);
}

/** A link to a cell of another sheet, for the text of a cell. */
export const linkTo = (sheet: string, cell: string, text: string): Link => ({ text, target: onSheet(sheet, cell) });

/** The names of the sheets of the runs, in order. */
export const runSheets = ({ runs }: Pick<Book, 'runs'>): readonly string[] => runs.map(({ table }) => table.sheet);

/** What a run brings to a workbook. */
export interface OpenedRun {
  /** What it is called; undefined where its learning rate says which it is. */
  readonly name: string | undefined;
  readonly topology: Topology;
  /** Where the quantities of every iteration stand. */
  readonly table: TableLayout;
  readonly calculator: Calculator;
  /** The training, which holds every quantity of the columns. */
  readonly trace: Trace;
  /** Which numbers are decided by rounding; missing where nothing is compared. */
  readonly rounding?: DecidedByRounding | undefined;
}

/** Lays out the workbook of a network. @param opened its runs, one at least, in the order of their sheets */
export function openBook(network: Network, opened: readonly OpenedRun[], source: NetworkSource): Book {
  // Where only the learning rate differs, all stands at the same places.
  const distinct = opened[0]?.name === undefined ? opened.slice(0, 1) : opened;
  const layouts = stepsLayouts(
    distinct.map(({ topology, table: { groups } }) => ({
      groups,
      sections: stepSections(topology, groups),
      givenRate: topology.givenRate,
    })),
  );
  const places = networkLayouts(
    distinct.map(({ topology }) => topology),
    distinct.map(({ name }) => name ?? ''),
  );
  const runs = opened.map(
    ({ name, topology, table, calculator, trace }, k): RunParts => ({
      topology,
      table: tableOn(name ?? rateSheet(trace.learningRate), table),
      calculator,
      initial: (places[k] ?? places[0]) as NetworkLayout,
      steps: (layouts[k] ?? layouts[0]) as StepsLayout,
      sizes: tableSizes(table),
    }),
  );
  const names = opened.flatMap(({ name }) => name ?? []);
  const traces = opened.map(({ trace }) => trace);
  const choice = firstChoice(network);
  return {
    ...runParts({ runs }, choice.rate),
    network,
    names: names.length === 0 ? undefined : names,
    runs,
    error: comparedError(runs),
    traces,
    looks: names.length === 0 ? rateLines(traces.map(({ learningRate }) => learningRate)) : namedLines(names.length),
    rounding: opened.flatMap(({ rounding }) => rounding ?? []),
    source,
    shown: shownIterations(network.iterations),
    choice,
  };
}
