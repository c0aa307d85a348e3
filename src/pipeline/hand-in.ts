import { handInPaths, picturePath } from '../hand-in/files.ts';
import { numberText } from '../hand-in/number-words.ts';
import { type HandInPage, handInPage } from '../hand-in/page.ts';
import { sealed } from '../hand-in/remarks.ts';
import { handInWords } from '../hand-in/words.ts';
import { activations } from '../model/activation/index.ts';
import { losses } from '../model/loss/index.ts';
import { optimizers } from '../model/optimizer/index.ts';
import { rateFormula } from '../model/rate.ts';
import type { Network } from '../network/network.ts';
import { networkText } from '../network/network-text.ts';
import { linearRange, logRange } from '../picture/plot/range.ts';
import { standalone } from '../picture/standalone.ts';
import { themes } from '../picture/theme.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { type Book, labelOf, runParts } from '../workbook/book.ts';
import { calledIn } from '../workbook/called.ts';
import { openingSample } from '../workbook/network/diagram/values.ts';
import { explain } from './explain.ts';
import { inTheMaking } from './generate.ts';
import type { GenerateOptions } from './generate-options.ts';
import { clippedAt, comparisonOf, curveSections, thresholdOf } from './hand-in-curves.ts';
import { type HandInPicture, networkDrawing, sheetDrawing, togetherDrawing } from './hand-in-pictures.ts';
import type { RunSummary } from './run-summary.ts';

/** The files of a hand-in. */
export interface HandIn {
  /** Page, pictures and network file, by their paths within the folder; the page is `README.md`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The workbook: its path, and its bytes in pieces, to be read once. */
  readonly workbook: { readonly path: string; readonly bytes: AsyncIterable<Uint8Array> };
  /** The name of the error that the curves show: E_total, or with several batches E_mean. */
  readonly errorName: string;
  /** How the training runs went. */
  readonly runs: readonly RunSummary[];
}

/** Characters of the steps from which on they take a page of their own. */
const LONG_STEPS = 100_000;

/**
 * Makes a hand-in: a folder whose page shows the network, the sheet of a learning rate, every major step of an iteration and the error
 * curves, each with a paragraph on what it shows, beside the workbook and the pictures. The same network gives the same texts.
 *
 * @param options as of {@link generate}, for the workbook
 * @throws InputError when the network does not fit into a workbook
 * @example
 * const { texts } = await handIn(network);
 * console.log(texts.get('README.md'), [...texts.keys()]);
 */
export async function handIn(network: Network, options: GenerateOptions = {}): Promise<HandIn> {
  const sheets: Sheet[] = [];
  const { book, errorName, runs, bytes } = await inTheMaking(network, options, undefined, (sheet) =>
    sheets.push(sheet),
  );
  const { pictures, ...page } = pageParts(book, { title: network.title, sheets });
  const steps = explain(network);
  const long = steps.length > LONG_STEPS;
  const texts = new Map([
    ...(long ? [[handInPaths.steps, steps] as const] : []),
    [handInPaths.network, networkText(network)] as const,
    ...pictures.flatMap((picture) =>
      themes.map((theme) => [picturePath(picture.name, theme.name), standalone(picture.on(theme), theme)] as const),
    ),
  ]);
  const text = handInPage({
    ...page,
    steps: long ? { file: handInPaths.steps, iteration: book.choice.iteration } : { text: steps },
  });
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
  const called = calledIn(book);
  const curves = book.traces.map(({ learningRate, curve, series }, k) => ({
    learningRate,
    ...(book.names === undefined ? {} : { name: book.names[k] ?? '' }),
    errors: series(curve),
    beginning: runParts(book, k).topology.epoch,
  }));
  const together = [linearRange(curves), logRange(curves)].map(({ to }, k) => ({
    picture: togetherDrawing(curves, book.error, k === 1, called),
    clippedAt: clippedAt(curves, to),
  }));
  const sections = curveSections(book, workbook, curves);
  const label = labelOf(book, book.choice.rate);
  return {
    called,
    title: network.title,
    about: network.about,
    topology,
    given: {
      activations: topology.layers.map(({ activation }) => activations[activation].title),
      loss: losses[topology.loss].title,
      optimizer: optimizers[topology.optimizer.name].title,
      rate: rateFormula(topology),
      iterations: network.iterations,
      learningRates: network.learningRates,
      runs: book.names,
      networkFile: handInPaths.network,
    },
    workbook: handInPaths.workbook,
    network: diagram && {
      pictures: [diagram],
      caption: handInWords.network.caption(
        `${called.before}${typeof label === 'number' ? numberText(label) : label}`,
        book.choice.iteration,
        topology.passes[openingSample(book)]?.called ?? '',
        topology.passes.length,
      ),
    },
    sheet: {
      pictures: sheet.pictures,
      caption: handInWords.sheet.caption(sheet.name, sheet.rows, handInPaths.workbook, called.one, sheet.columns),
    },
    together,
    error: book.error,
    epochs: [...new Set(book.runs.map((run) => run.topology.epoch))],
    comparison: comparisonOf(book, workbook),
    threshold: thresholdOf(workbook),
    curves: sections,
    pictures: [
      ...(diagram === undefined ? [] : [diagram]),
      ...sheet.pictures,
      ...together.map(({ picture }) => picture),
      ...sections.map(({ picture }) => picture),
    ],
  };
}
