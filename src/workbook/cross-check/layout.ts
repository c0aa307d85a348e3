import { type Topology, trainedOf } from '../../quantities/topology.ts';
import { viewOf } from '../../quantities/view.ts';
import { type Book, sharingRuns } from '../book.ts';
import { inOneOrder } from '../in-order.ts';

/** The sheet that holds the engine's numbers beside the live ones. */
export const CROSS_CHECK_SHEET = 'Cross-check';

/** Of outputs and of weights, so many are compared one by one; of more, the first and the last ones. */
const MOST_COMPARED = 20;

/** Columns of the comparison, counted from 1; the learning rates follow the names, three columns each. */
export const compareColumns = {
  name: 2,
  engine: (rate: number): number => 3 + 3 * rate,
  live: (rate: number): number => 4 + 3 * rate,
  difference: (rate: number): number => 5 + 3 * rate,
} as const;

const MARGIN = 8;
const NAME_WIDTH = 112;
/** Six learning rates are seen side by side on a screen of 1366 pixels. */
const RATE_WIDTHS = [62, 62, 45];

/** Widths of the columns, in pixels. */
export const crossCheckWidths = ({ traces }: Pick<Book, 'traces'>): readonly number[] => [
  MARGIN,
  NAME_WIDTH,
  ...traces.flatMap(() => RATE_WIDTHS),
];

/** Columns of what was given, counted from 1: names, the numbers then and now, whether they differ; in the margin, unseen, options of the command. */
export const givenColumns = { name: 2, made: 3, now: 4, changed: 5, option: 1 } as const;

/** Rows above the first block. */
export const crossCheckRows = { verdict: 3, changes: 4, command: 5, commandNote: 6, notes: 7, firstBlock: 10 } as const;

/** An iteration that is compared; rows counted from 1. */
export interface CompareBlock {
  readonly iteration: number;
  /** The bar with the learning rates, and the head of the columns below it. */
  readonly barRow: number;
  readonly headRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Where everything stands on the sheet Cross-check. */
export interface CrossCheckLayout {
  readonly quantities: readonly ComparedQuantity[];
  readonly blocks: readonly CompareBlock[];
  /** The list of what was given: its title, its head, and a row per number, the initial values first. */
  readonly givenTitleRow: number;
  readonly givenHeadRow: number;
  readonly firstGivenRow: number;
  readonly lastInitialRow: number;
  readonly lastGivenRow: number;
}

/** A quantity that is compared, or the first and last name of those that are left out. */
export type ComparedQuantity = { readonly name: string } | { readonly leftOut: readonly [string, string] };

/** Lays out a block for each iteration that is compared, and below them what was given. */
export function crossCheckLayout(book: Book): CrossCheckLayout {
  const { table, traces } = book;
  const quantities = inOneOrder(
    sharingRuns(book).map(({ topology }) => comparedQuantities(topology)),
    (quantity) => ('name' in quantity ? quantity.name : quantity.leftOut.join()),
  );
  let row: number = crossCheckRows.firstBlock;
  const blocks = comparedIterations(table.iterations).map((iteration): CompareBlock => {
    const barRow = row;
    const lastRow = barRow + 1 + quantities.length;
    row = lastRow + 2;
    return { iteration, barRow, headRow: barRow + 1, firstRow: barRow + 2, lastRow };
  });
  const firstGivenRow = row + 2;
  const lastInitialRow = firstGivenRow + countOfGiven(book) - 1;
  return {
    quantities,
    blocks,
    givenTitleRow: row,
    givenHeadRow: row + 1,
    firstGivenRow,
    lastInitialRow,
    lastGivenRow: lastInitialRow + traces.length,
  };
}

/** How many initial values there are, those that every run has for itself counted for each. */
const countOfGiven = ({ initial }: Book): number => initial.blocks.reduce((sum, { items }) => sum + items.length, 0);

/** The iterations that are compared: the first three, one about the middle, and the last. */
export function comparedIterations(iterations: number): readonly number[] {
  const wanted = [1, 2, 3, Math.round(iterations / 2), iterations];
  return [...new Set(wanted)].filter((k) => k >= 1 && k <= iterations).sort((a, b) => a - b);
}

/** The quantities that are compared: the error, the outputs, and what is trained. */
export function comparedQuantities(topology: Topology): readonly ComparedQuantity[] {
  const outputs = topology.passes.flatMap((pass) => viewOf(topology, pass).errors.map((error) => error.output));
  const weights = trainedOf(topology).map((weight) => weight.name);
  return [{ name: topology.curve }, ...sampled(outputs), ...sampled(weights)];
}

function sampled(names: readonly string[]): readonly ComparedQuantity[] {
  if (names.length <= MOST_COMPARED) return names.map((name) => ({ name }));
  const half = MOST_COMPARED / 2;
  const rest = names.slice(half, -half);
  return [
    ...names.slice(0, half).map((name) => ({ name })),
    { leftOut: [rest[0] ?? '', rest.at(-1) ?? ''] },
    ...names.slice(-half).map((name) => ({ name })),
  ];
}
