import { LEARNING_RATE, SAMPLE } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, linkTo } from '../book.ts';
import { colors, ink } from '../look/palette.ts';
import { type PixelGrid, pixelGrid } from '../look/pixel-grid.ts';
import { formats, styles } from '../look/style.ts';
import { countOrFirst } from '../numbers/count-or-first.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { START_SHEET } from '../start/layout.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { startValue } from '../steps/values.ts';
import { words } from '../words.ts';
import { diagramPanel } from './diagram/panel.ts';
import { fitsDiagram } from './diagram/rows.ts';
import { DIAGRAM_ROW_HEIGHT, diagramSizes, proseWidth } from './diagram/sizes.ts';
import {
  choosesSample,
  openingSample,
  SAMPLE_POSITION,
  SHOWN_SAMPLE,
  SHOWN_SAMPLE_POSITION,
} from './diagram/values.ts';
import { nameWidth, writeInitialValues } from './initial-values.ts';
import { unitTablePanel } from './unit-table.ts';
import { diagramWords, networkWords } from './words.ts';

/** Heights of the rows above the captions, in pixels; those below have the height of the diagram's rows. */
export const HEADING_ROW = 4;
const heightsAbove = (book: Book): readonly number[] => [36, 22, choosesSample(book) ? 26 : 8, 24];

/** Widths of the columns left of the diagram, in pixels: margin, names, numbers, gap. */
const MARGIN = 8;
const VALUE_WIDTH = 64;
const SAMPLE_VALUE_WIDTH = 50;
const GAP = 14;

/** The first cell right of the tables of initial values and a gap, in the row of the first block. */
export const beside = ({ initial }: Pick<Book, 'initial'>) => ({
  row: HEADING_ROW + 1,
  column: initial.lastColumn + 2,
});

/** The sheet of initial values, and beside them the network with the numbers of the iteration chosen on Steps. */
export function networkSheet(book: Book): SheetBody {
  const { initial } = book;
  // A cell that opens with a message would hide the diagram.
  const sheet = new SheetDraft({ selected: 'A1' });
  const at = beside(book);
  sheet.put(1, initial.nameColumn, networkWords.title, styles.sheetTitle);
  sheet.put(2, initial.nameColumn, useOrTrouble(book), styles.subtitle);
  sheet.put(HEADING_ROW, initial.nameColumn, networkWords.initial, heading);
  writeInitialValues(sheet, book);

  const panel = fitsDiagram(book.topology) ? diagramPanel(book, at) : unitTablePanel(book, at);
  const columns = initial.lastColumn - initial.valueColumn + 1;
  const valueWidth = columns > 1 ? SAMPLE_VALUE_WIDTH : VALUE_WIDTH;
  const values = Array.from({ length: columns }, () => valueWidth);
  const widths = [MARGIN, nameWidth(book), ...values, GAP, ...panel.widths];
  const lastRow = Math.max(initial.lastRow, panel.lastRow);
  const above = heightsAbove(book);
  const heights = Array.from({ length: lastRow }, (_, k) => above[k] ?? DIAGRAM_ROW_HEIGHT);
  sheet.setWidths(widths);
  sheet.setZoom(zoomFor(widths));
  sheet.setHeights(heights);
  const grid = pixelGrid(widths, heights);
  const use = grid.left(initial.nameColumn) + proseWidth(networkWords.use, SUBTITLE_SIZE);
  sheet.put(2, grid.columnFrom(use + 8), linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  writeHeading(sheet, book, grid);
  if (choosesSample(book)) writeSampleChoice(sheet, book);
  return sheet.finish({ figures: panel.write(sheet, grid) });
}

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are. */
const SCREEN = 1140;
/** Smaller than this, per cent, small letters cannot be read. */
const SMALLEST_ZOOM = 80;

/** A wide diagram opens as small as need be to be seen as a whole. */
function zoomFor(widths: readonly number[]): number {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return Math.max(SMALLEST_ZOOM, Math.min(100, Math.floor((100 * SCREEN) / width)));
}

const SUBTITLE_SIZE = 10.5;

const heading = look({ size: 12, bold: true, color: ink.strong });

/** How to use the sheet, or how many of its cells hold no number, which the Delete key and pasting can bring about. */
function useOrTrouble({ initial }: Book): Formula {
  const items = initial.blocks.flatMap((block) => block.items);
  const missing = `${items.length}-COUNT(${initial.ranges.join(',')})`;
  return live(`IF(${missing}=0,"${networkWords.use}",${missing}&"${networkWords.noNumbers}")`, networkWords.use);
}

/** Says which numbers are shown, and leads to where they are chosen. */
function writeHeading(sheet: SheetDraft, book: Book, grid: PixelGrid): void {
  const { steps, choice, topology } = book;
  const [before, between] = diagramWords.title;
  const inTurn = topology.inTurn > 1;
  const sample = inTurn ? `&"${diagramWords.sample}"&${onSheet(STEPS_SHEET, steps.value(SAMPLE))}` : '';
  const sampleText = inTurn ? `${diagramWords.sample}${startValue(book, SAMPLE)}` : '';
  const rate = writtenFormula(onSheet(STEPS_SHEET, steps.value(LEARNING_RATE)), 'alone');
  const iteration = onSheet(STEPS_SHEET, steps.iterationCell);
  const text = `${before}${written(startValue(book, LEARNING_RATE), 'alone')}${between}${choice.iteration}${sampleText}`;
  sheet.put(
    HEADING_ROW,
    beside(book).column,
    live(`"${before}"&${rate}&"${between}"&${iteration}${sample}`, text),
    heading,
  );
  const column = grid.columnFrom(grid.left(beside(book).column) + proseWidth(text, diagramSizes.value) + 8);
  sheet.put(
    HEADING_ROW,
    column,
    linkTo(STEPS_SHEET, steps.rateCell.replaceAll('$', ''), diagramWords.choose),
    styles.link,
  );
}

/** Which sample of a full batch the diagram shows. */
function writeSampleChoice(sheet: SheetDraft, book: Book): void {
  const { topology, initial } = book;
  const { row, column } = SAMPLE_POSITION;
  const samples = topology.passes.length;
  sheet.put(row, initial.nameColumn, diagramWords.sampleChoice, look({ bold: true, align: 'right' }));
  sheet.put(row, column, openingSample(book) + 1, styles.typed('0'), {
    validation: { allowed: { kind: 'whole', from: 1, to: samples }, refusal: diagramWords.notASample(samples) },
  });
  const chosen = absolute(row, column);
  const { row: shownRow, column: shownColumn } = SHOWN_SAMPLE_POSITION;
  sheet.put(
    shownRow,
    shownColumn,
    live(countOrFirst(chosen, samples), openingSample(book) + 1),
    look({ format: formats.unseen }),
  );
  const missing = `IF(ISNUMBER(${chosen}),IF(${chosen}=${SHOWN_SAMPLE},"","${diagramWords.noSample}"),"${diagramWords.noSample}")`;
  sheet.put(row, beside(book).column, live(missing, ''), look({ italic: true, color: colors.muted }));
}
