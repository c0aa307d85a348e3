import type { Workbook, Worksheet } from 'exceljs';
import { anchorOf } from '../drawing/anchor.ts';
import { activations } from '../model/activation/index.ts';
import type { Role } from '../model/column.ts';
import { type Book, linkTo, rateSheets } from './book.ts';
import { CROSS_CHECK_SHEET } from './cross-check-layout.ts';
import { GRADIENT_CHECK_SHEET } from './gradient-check-layout.ts';
import { NETWORK_SHEET, RATES_SHEET } from './layout.ts';
import { colors, ink, shades, tabColors } from './palette.ts';
import { setPrint } from './print.ts';
import { comparisonChart } from './rates-charts.ts';
import { addSheet, DEFAULT_WIDTH, put, type Sheet, setHeights, setWidths } from './sheet.ts';
import { START_SHEET } from './start-layout.ts';
import { writeSummary } from './start-summary.ts';
import { startWords } from './start-words.ts';
import { STEPS_SHEET } from './steps-layout.ts';
import { formats, look, styles } from './style.ts';
import { words } from './words.ts';

const WIDTHS = [24, 30, 130, 290, 24, 84, 96, 96, 96, 80, 124, 170, 92, 24];
const HEIGHTS = [8, 36, 22, 8, 10];
const ROW_HEIGHT = 22;
const LAST_ROW = 45;

/** Rows of the blocks on the left. */
const ROWS = { purpose: 6, use: 12, contents: 17, colours: 25 } as const;

/** The first sheet: what this is, how to use it, what the colours mean, where everything is, and how the runs went. */
export function startSheet(workbook: Workbook, book: Book): Sheet {
  const sheet = addSheet(workbook, START_SHEET, { tabColor: tabColors.start, selected: `C${ROWS.contents + 1}` });
  setWidths(sheet, WIDTHS);
  setHeights(sheet, [...HEIGHTS, ...Array.from({ length: LAST_ROW - HEIGHTS.length }, () => ROW_HEIGHT)]);
  setPrint(sheet, { orientation: 'landscape' });
  writeTitle(sheet, book);
  writePurpose(sheet);
  writeUse(sheet);
  writeContents(sheet, book);
  writeColours(sheet);
  writeSummary(sheet, book);
  const left = WIDTHS.slice(0, 5).reduce((sum, width) => sum + width, 0);
  const top = HEIGHTS.reduce((sum, height) => sum + height, 0);
  const chart = comparisonChart(book, {
    title: words.charts.rates.title,
    scale: 'linear',
    anchor: anchorOf(
      { left, top, width: 838, height: 11 * ROW_HEIGHT },
      (column) => WIDTHS[column] ?? DEFAULT_WIDTH,
      (row) => HEIGHTS[row] ?? ROW_HEIGHT,
    ),
    plotArea: [0.075, 0.15, 0.78, 0.6],
  });
  return { name: START_SHEET, charts: [chart] };
}

function writeTitle(sheet: Worksheet, { network, topology }: Book): void {
  const sizes = [topology.inputs.length, ...topology.layers.map((layer) => layer.units.length)].join('-');
  const kinds = [...new Set(topology.layers.map((layer) => activations[layer.activation].title))].join(', ');
  const band = look({ fill: ink.strong });
  for (let row = 1; row <= 4; row++)
    for (let column = 1; column <= WIDTHS.length; column++) put(sheet, row, column, null, band);
  put(sheet, 2, 2, network.title, look({ size: 24, bold: true, color: colors.white, fill: ink.strong }));
  const subtitle = startWords.subtitle(sizes, kinds, network.iterations, network.learningRates.length);
  put(sheet, 3, 2, subtitle, look({ size: 11, color: colors.onInk, fill: ink.strong }));
}

const heading = look({ size: 13, bold: true, color: ink.strong });
const prose = look({ size: 11, wrap: true, top: true });
const sentence = look({ size: 11, align: 'left', indent: 1, bottom: ['hair', colors.hair] });

function writePurpose(sheet: Worksheet): void {
  put(sheet, ROWS.purpose, 2, startWords.purpose.title, heading);
  sheet.mergeCells(ROWS.purpose + 1, 2, ROWS.purpose + 4, 4);
  put(sheet, ROWS.purpose + 1, 2, startWords.purpose.text, prose);
}

function writeUse(sheet: Worksheet): void {
  put(sheet, ROWS.use, 2, startWords.use.title, heading);
  const badge = look({ bold: true, color: colors.white, fill: shades.forward.strong, align: 'center' });
  for (const [k, step] of startWords.use.steps.entries()) {
    const row = ROWS.use + 1 + k;
    put(sheet, row, 2, k + 1, badge);
    put(sheet, row, 3, step, sentence);
    put(sheet, row, 4, null, sentence);
  }
}

function writeContents(sheet: Worksheet, book: Book): void {
  const { contents } = startWords;
  const names = rateSheets(book);
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const entries = [
    [NETWORK_SHEET, NETWORK_SHEET, contents.network],
    [STEPS_SHEET, STEPS_SHEET, contents.steps],
    [first, first === last ? first : `${first} … ${last}`, contents.tables],
    [RATES_SHEET, RATES_SHEET, contents.rates],
    [GRADIENT_CHECK_SHEET, GRADIENT_CHECK_SHEET, contents.gradientCheck],
    [CROSS_CHECK_SHEET, CROSS_CHECK_SHEET, contents.crossCheck],
  ] as const;
  put(sheet, ROWS.contents, 2, contents.title, heading);
  const link = look({
    size: 11,
    bold: true,
    underline: true,
    color: colors.link,
    align: 'left',
    indent: 1,
    bottom: ['hair', colors.hair],
  });
  for (const [k, [name, text, what]] of entries.entries()) {
    const row = ROWS.contents + 1 + k;
    put(sheet, row, 2, null, sentence);
    put(sheet, row, 3, linkTo(name, 'A1', text), link);
    put(sheet, row, 4, what, sentence);
  }
}

function writeColours(sheet: Worksheet): void {
  const { colours } = startWords;
  put(sheet, ROWS.colours, 2, colours.title, heading);
  const number = (color: string): ReturnType<typeof look> =>
    look({ size: 11, color, format: formats.given, align: 'center' });
  const rules = [
    [styles.typed(formats.given), colours.typed],
    [number(colors.black), colours.own],
    [number(colors.otherSheet), colours.other],
  ] as const;
  const plain = look({ size: 11, align: 'left', indent: 1 });
  for (const [k, [style, text]] of rules.entries()) {
    put(sheet, ROWS.colours + 1 + k, 3, 0.5, style);
    put(sheet, ROWS.colours + 1 + k, 4, text, plain);
  }
  for (const [k, [role, [name, text]]] of Object.entries(colours.roles).entries()) {
    const row = ROWS.colours + 1 + rules.length + k;
    const fill = shades[role as Role].strong;
    put(sheet, row, 3, name, look({ size: 11, bold: true, color: colors.white, fill, align: 'center' }));
    put(sheet, row, 4, text, plain);
  }
}
