import { courseFacts } from '../hand-in/course.ts';
import type { CurveReading } from '../hand-in/course-words.ts';
import { handInPaths, picturePath } from '../hand-in/files.ts';
import { type CurveSection, type HandInPage, handInPage } from '../hand-in/page.ts';
import { sealed } from '../hand-in/remarks.ts';
import { handInWords } from '../hand-in/words.ts';
import { activations } from '../model/activation/index.ts';
import { losses } from '../model/loss/index.ts';
import { optimizers } from '../model/optimizer/index.ts';
import type { Network } from '../network/network.ts';
import { networkText } from '../network/network-text.ts';
import { type Curve, linearRange } from '../picture/plot/range.ts';
import { standalone } from '../picture/standalone.ts';
import { themes } from '../picture/theme.ts';
import { type SheetCell, shownContent } from '../sheet/cell.ts';
import type { LineChart } from '../sheet/line-chart.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { type Book, traceOf } from '../workbook/book.ts';
import { halfStart, states, tailStart } from '../workbook/course.ts';
import { RATES_SHEET, rateSheet } from '../workbook/layout.ts';
import { READING } from '../workbook/learning-rates/reading.ts';
import { START_SHEET, summaryColumns, summaryRows, THRESHOLD } from '../workbook/start/layout.ts';
import { explain } from './explain.ts';
import { type GenerateOptions, inTheMaking, type RunSummary } from './generate.ts';
import { errorDrawing, type HandInPicture, networkDrawing, sheetDrawing, togetherDrawing } from './hand-in-pictures.ts';

/** The files of a hand-in. */
export interface HandIn {
  /** Page, pictures and network file, by their paths within the folder; the page is `README.md`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The workbook: its path, and its bytes in pieces, to be read once. */
  readonly workbook: { readonly path: string; readonly bytes: AsyncIterable<Uint8Array> };
  /** The name of the error that the curves show: E_total, or with samples in turn E_mean. */
  readonly errorName: string;
  /** How the training runs went. */
  readonly runs: readonly RunSummary[];
}

/** Characters of the steps from which on they take a page of their own. */
const LONG_STEPS = 100_000;

/**
 * Makes a hand-in: a folder whose page shows the network, the sheet of a learning rate, every major step of iteration 1 and the error
 * curves, each with a paragraph on what it shows, beside the workbook and the pictures. The same network gives the same texts.
 *
 * @param options as of {@link generate}, for the workbook
 * @throws InputError when the network does not fit into a workbook
 * @example
 * const { texts } = await handIn(network);
 * console.log(texts.get('README.md'), [...texts.keys()]);
 */
export async function handIn(network: Network, options: GenerateOptions = {}): Promise<HandIn> {
  const { book, workbook, errorName, runs, bytes } = await inTheMaking(network, options);
  const { pictures, ...page } = pageParts(book, workbook);
  const steps = explain(network);
  const long = steps.length > LONG_STEPS;
  const texts = new Map([
    ...(long ? [[handInPaths.steps, steps] as const] : []),
    [handInPaths.network, networkText(network)] as const,
    ...pictures.flatMap((picture) =>
      themes.map((theme) => [picturePath(picture.name, theme.name), standalone(picture.on(theme), theme)] as const),
    ),
  ]);
  const text = handInPage({ ...page, steps: long ? { file: handInPaths.steps } : { text: steps } });
  return {
    texts: new Map([[handInPaths.page, sealed(handInPaths.page, text, texts)], ...texts]),
    workbook: { path: handInPaths.workbook, bytes },
    errorName,
    runs,
  };
}

/** What the page says, but for the steps, and its pictures. */
function pageParts(
  book: Book,
  workbook: Workbook,
): Omit<HandInPage, 'steps'> & { readonly pictures: readonly HandInPicture[] } {
  const { network, topology } = book;
  const diagram = networkDrawing(book);
  const sheet = sheetDrawing(book, workbook);
  const curves = book.traces.map(({ learningRate, curve, series }) => ({
    learningRate,
    errors: series(curve),
    beginning: topology.inTurn,
  }));
  const together = [false, true].map((logarithmic) => togetherDrawing(curves, topology.curve, logarithmic));
  const [even, logarithmic] = together as [HandInPicture, HandInPicture];
  const sections = curveSections(book, workbook, curves);
  const rate = traceOf(book, book.choice.rate).learningRate;
  return {
    title: network.title,
    about: network.about,
    topology,
    given: {
      activations: network.layers.map(({ activation }) => activations[activation].title),
      loss: losses[topology.loss].title,
      optimizer: optimizers[topology.optimizer.name].title,
      iterations: network.iterations,
      learningRates: network.learningRates,
      networkFile: handInPaths.network,
    },
    workbook: handInPaths.workbook,
    network: diagram && {
      pictures: [diagram],
      caption: handInWords.network.caption(rate, topology.passes[0]?.sample, topology.samples.length),
    },
    sheet: {
      pictures: sheet.pictures,
      caption: handInWords.sheet.caption(sheet.name, sheet.rows, handInPaths.workbook, sheet.columns),
    },
    together: [even, logarithmic],
    comparison: String(shownAt(workbook, RATES_SHEET, READING)),
    threshold: thresholdOf(workbook),
    curves: sections,
    pictures: [
      ...(diagram === undefined ? [] : [diagram]),
      ...sheet.pictures,
      ...together,
      ...sections.map(({ picture }) => picture),
    ],
  };
}

/** The curve of every learning rate with all that is said of it. */
function curveSections(
  book: Book,
  workbook: Workbook,
  curves: readonly Curve[],
): readonly (CurveSection & { readonly picture: HandInPicture })[] {
  const { topology, table, traces } = book;
  const threshold = thresholdOf(workbook);
  const lasts = curves.map(({ errors }) => errors[errors.length - 1] ?? Number.NaN);
  return traces.map((trace, k) => {
    const { learningRate } = trace;
    const errors = trace.series(trace.curve);
    const facts = courseFacts(errors, threshold);
    const state = String(
      shownAt(workbook, START_SHEET, { row: summaryRows.head + 1 + k, column: summaryColumns.state }),
    );
    const range = linearRange(curves.slice(k, k + 1));
    const clippedAt = facts.largest.value > range.to ? range.to : undefined;
    return {
      ...{ learningRate, clippedAt, state },
      picture: errorDrawing(errorChart(workbook, learningRate), trace, topology.curve, clippedAt),
      reading: {
        ...{ error: topology.curve, facts, state, finding: findingOf(state), threshold },
        ...{ tail: tailStart(table.iterations), half: halfStart(table.iterations) },
        ...{ inTurn: topology.inTurn > 1, place: placeOf(k, lasts) },
      },
    };
  });
}

/** What the cell of a sheet shows. */
function shownAt({ sheets }: Workbook, name: string, at: Pick<SheetCell, 'row' | 'column'>): number | string | null {
  const sheet = sheets.find((each) => each.name === name);
  const cell = sheet?.cells.find(({ row, column }) => row === at.row && column === at.column);
  if (cell === undefined) throw new RangeError(`The sheet ${name} has no such cell.`);
  return shownContent(cell.content);
}

/** The threshold that stands on Start. */
const thresholdOf = (workbook: Workbook): number => Number(shownAt(workbook, START_SHEET, THRESHOLD));

/** What Start says that a run does, as one of its words; undefined where it has no number in the end. */
const findingOf = (state: string): CurveReading['finding'] =>
  (['single', 'oscillates', 'still', 'level', 'falls', 'rises'] as const).find((each) => state === states[each]);

/** Errors this near to each other, relative to their size, share a place. */
const SAME = 1e-9;

/** The place of a run by its last error; undefined where it has none, shares it, or is the only one with a number. */
function placeOf(k: number, lasts: readonly number[]): CurveReading['place'] {
  const own = lasts[k] ?? Number.NaN;
  const others = lasts.filter((last, other) => other !== k && Number.isFinite(last));
  if (!Number.isFinite(own) || others.length === 0) return undefined;
  if (others.some((other) => Math.abs(other - own) <= SAME * Math.abs(own))) return undefined;
  const place = 1 + others.filter((other) => other < own).length;
  return { place, of: others.length + 1, diverged: lasts.length - others.length - 1 };
}

/** The chart of errors on the sheet of a learning rate. */
function errorChart({ sheets }: Workbook, learningRate: number): LineChart {
  const chart = sheets.find(({ name }) => name === rateSheet(learningRate))?.charts[0];
  if (chart === undefined) throw new RangeError(`The sheet of ${learningRate} has no chart of errors.`);
  return chart;
}
