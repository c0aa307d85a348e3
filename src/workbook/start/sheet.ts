import { activations } from '../../model/activation/index.ts';
import type { Role } from '../../model/column.ts';
import { losses } from '../../model/loss/index.ts';
import { optimizers } from '../../model/optimizer/index.ts';
import { columnsOf } from '../../model/quantities.ts';
import { type Topology, weightsOf } from '../../quantities/topology.ts';
import { relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import type { LineChart } from '../../sheet/line-chart.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { DEFAULT_WIDTH } from '../../sheet/sheet.ts';
import { type Book, linkTo } from '../book.ts';
import { type Called, calledIn } from '../called.ts';
import { comparisonHeading } from '../learning-rates/bounds.ts';
import { areNamed, comparisonChart } from '../learning-rates/charts.ts';
import { evenTotals } from '../learning-rates/rows.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import type { Contents } from '../tab.ts';
import { words } from '../words.ts';
import { startWidths, startZoom, summaryColumns, summaryRows } from './layout.ts';
import { writeSummary } from './summary.ts';
import { startWords, together } from './words.ts';

const HEIGHTS = [8, 36, 22, 8, 10];
export const ROW_HEIGHT = 22;
/** The head of the summary has two lines. */
const HEAD_HEIGHT = 34;

/** Rows of the blocks on the left, down to the contents. */
export const ROWS = { purpose: 6, use: 13, contents: 18 } as const;

/** The row of the colours: below the contents, which have room for six lines at least. */
const coloursRow = (contents: Contents): number => ROWS.contents + Math.max(6, listedOf(contents).length) + 2;

/** The colours with their heading, besides those of roles. */
const COLOURS_ROWS = 5;

/** The contents that have a line on Start. */
const listedOf = (contents: Contents): Contents => contents.filter(({ line }) => line !== undefined);

/** The reading stands below the runs. */
const ROWS_BELOW_SUMMARY = 1;

/** The chart with its heading stands beside the purpose and the use. In pixels, with a little space before the title of the summary. */
const CHART_ROWS = 11;
const CHART_HEIGHT = (CHART_ROWS - 1) * ROW_HEIGHT - 8;

/** The first sheet: what this is, how to use it, what the colours mean, where everything is, and how the runs went. */
export function startSheet(book: Book, contents: Contents): SheetBody {
  const sheet = new SheetDraft({ selected: relative(ROWS.contents + 1, NAME_COLUMN) });
  const lastOfSummary = summaryRows.head + book.traces.length + ROWS_BELOW_SUMMARY;
  const lastRow = Math.max(coloursRow(contents) + COLOURS_ROWS + colouredRoles(book).length - 1, lastOfSummary);
  sheet.setWidths(startWidths(book));
  sheet.setZoom(startZoom(book));
  sheet.setHeights([...HEIGHTS, ...Array.from({ length: lastRow - HEIGHTS.length }, () => ROW_HEIGHT)]);
  sheet.setHeight(summaryRows.head, HEAD_HEIGHT);
  writeTitle(sheet, book);
  writePurpose(sheet, book);
  writeUse(sheet, calledIn(book));
  writeContents(sheet, contents);
  writeColours(sheet, book, coloursRow(contents));
  const named = areNamed(book.traces.length, CHART_HEIGHT, false);
  const heading = comparisonHeading(book, (position) => evenTotals(book, position), named);
  sheet.put(ROWS.purpose, summaryColumns.rate, heading, look({ size: 11, bold: true, color: ink.strong }));
  writeSummary(sheet, book);
  return sheet.finish({ charts: [chart(book)] });
}

/** All learning rates in one chart, as wide as the summary below it. */
function chart(book: Book): LineChart {
  const widths = startWidths(book);
  const widthOf = (from: number, to: number): number =>
    widths.slice(from - 1, to - 1).reduce((sum, width) => sum + width, 0);
  const { rate, open } = summaryColumns;
  return comparisonChart(book, {
    title: words.charts.rates.title(book.error, calledIn(book)),
    titled: false,
    scale: 'linear',
    rectangle: {
      left: widthOf(1, rate),
      top: HEIGHTS.reduce((sum, height) => sum + height, 0) + ROW_HEIGHT,
      width: widthOf(rate, open + 1),
      height: CHART_HEIGHT,
    },
    columnWidth: (column) => widths[column] ?? DEFAULT_WIDTH,
    rowHeight: (row) => HEIGHTS[row] ?? ROW_HEIGHT,
  });
}

function writeTitle(sheet: SheetDraft, book: Book): void {
  const { network, topology, traces } = book;
  const sizes = [topology.inputs.length, ...topology.layers.map((layer) => layer.units.length)].join('-');
  const band = look({ fill: ink.strong });
  for (let row = 1; row <= 4; row++) for (const k of startWidths(book).keys()) sheet.put(row, k + 1, null, band);
  sheet.put(2, BADGE_COLUMN, network.title, look({ size: 24, bold: true, color: colors.white, fill: ink.strong }));
  const subtitle = startWords.subtitle(sizes, activationsOf(book), network.iterations, traces.length, calledIn(book));
  sheet.put(3, BADGE_COLUMN, subtitle, look({ size: 11, color: colors.onInk, fill: ink.strong }));
}

/** Columns on the left, counted from 1. */
export const BADGE_COLUMN = 2;
export const NAME_COLUMN = 3;
const SENTENCE_COLUMN = 4;

const heading = look({ size: 13, bold: true, color: ink.strong });
const prose = look({ size: 10, wrap: true, top: true });
const sentence = look({ size: 10.5, align: 'left', indent: 1, bottom: ['hair', colors.hair] });

/** The activations of all layers, each once: "sigmoid". */
const activationsOf = ({ runs }: Book): string =>
  inRuns(runs, ({ layers }) => layers.map((layer) => activations[layer.activation].title));

/** What the networks of the runs have, each once. */
const inRuns = (runs: Book['runs'], has: (topology: Topology) => readonly string[]): string =>
  together([...new Set(runs.flatMap(({ topology }) => has(topology)))]);

function writePurpose(sheet: SheetDraft, book: Book): void {
  const { network, topology } = book;
  const sizes = topology.layers.map((layer) => layer.units.length);
  const about = startWords.purpose.text({
    inputs: topology.inputs.length,
    hidden: sizes.slice(0, -1),
    outputs: sizes.at(-1) ?? 0,
    weights: weightsOf(topology).length,
    biases: topology.layers.reduce((count, layer) => count + layer.biases.length, 0),
    samples: topology.samples.length,
    tests: topology.tests.length,
    batches: [...new Set(book.runs.map((run) => run.topology.passes.length))],
    loss: inRuns(book.runs, ({ loss }) => [losses[loss].title]),
    optimizer: inRuns(book.runs, ({ optimizer }) => [optimizers[optimizer.name].title]),
    activation: activationsOf(book),
    iterations: network.iterations,
    rates: book.traces.length,
    called: calledIn(book),
  });
  sheet.put(ROWS.purpose, BADGE_COLUMN, startWords.purpose.title, heading);
  sheet.merge({ top: ROWS.purpose + 1, left: BADGE_COLUMN, bottom: ROWS.use - 2, right: SENTENCE_COLUMN });
  sheet.put(ROWS.purpose + 1, BADGE_COLUMN, about, prose);
}

function writeUse(sheet: SheetDraft, called: Called): void {
  sheet.put(ROWS.use, BADGE_COLUMN, startWords.use.title, heading);
  const badge = look({ bold: true, color: colors.white, fill: shades.forward.strong, align: 'center' });
  for (const [k, step] of startWords.use.steps(called).entries()) {
    const row = ROWS.use + 1 + k;
    sheet.put(row, BADGE_COLUMN, k + 1, badge);
    sheet.put(row, NAME_COLUMN, step, sentence);
    sheet.put(row, SENTENCE_COLUMN, null, sentence);
  }
}

function writeContents(sheet: SheetDraft, contents: Contents): void {
  sheet.put(ROWS.contents, BADGE_COLUMN, startWords.contents.title, heading);
  const link = look({
    size: 11,
    bold: true,
    underline: true,
    color: colors.link,
    align: 'left',
    indent: 1,
    bottom: ['hair', colors.hair],
  });
  for (const [k, { first, text, line = '' }] of listedOf(contents).entries()) {
    const row = ROWS.contents + 1 + k;
    sheet.put(row, BADGE_COLUMN, null, sentence);
    sheet.put(row, NAME_COLUMN, linkTo(first, 'A1', text), link);
    sheet.put(row, SENTENCE_COLUMN, line, sentence);
  }
}

/** The roles that the tables have, with their words. */
function colouredRoles({ runs }: Book) {
  const used = new Set<string>(runs.flatMap(({ table }) => columnsOf(table.groups)).map(({ role }) => role));
  return Object.entries(startWords.colours.roles).filter(([role]) => used.has(role));
}

function writeColours(sheet: SheetDraft, book: Book, row: number): void {
  const { colours } = startWords;
  sheet.put(row, BADGE_COLUMN, colours.title, heading);
  const number = { size: 11, align: 'center', format: formats.given } as const;
  const typed = look({ ...number, color: colors.typed, fill: colors.typedFill, box: colors.typedBorder });
  const bar = { size: 11, bold: true, align: 'center' } as const;
  const bars = colouredRoles(book).map(([role, [name, text]]) => {
    return [name, look({ ...bar, color: colors.white, fill: shades[role as Role].strong }), text] as const;
  });
  const [agrees, whatAgrees] = colours.agrees;
  const lines = [
    [0.5, typed, colours.typed],
    [0.5, look({ ...number, color: colors.black }), colours.own],
    [0.5, look({ ...number, color: colors.otherSheet }), colours.other],
    ...bars,
    [agrees, look({ ...bar, color: colors.good, fill: colors.goodFill }), whatAgrees],
  ] as const;
  for (const [k, [sample, style, text]] of lines.entries()) {
    sheet.put(row + 1 + k, NAME_COLUMN, sample, style);
    sheet.put(row + 1 + k, SENTENCE_COLUMN, text, look({ size: 10.5, align: 'left', indent: 1 }));
  }
}
