import { LEARNING_RATE, SAMPLE } from '../../quantities/topology.ts';
import { inPass } from '../../quantities/view.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, labelOf, linkTo, sharingRuns } from '../book.ts';
import { calledIn } from '../called.ts';
import { ink } from '../look/palette.ts';
import { pixelGrid } from '../look/pixel-grid.ts';
import { formats, styles } from '../look/style.ts';
import { countOrFirst } from '../numbers/count-or-first.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { chosenLabel } from '../own-choice.ts';
import { START_SHEET } from '../start/layout.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { startValue } from '../steps/values.ts';
import { words } from '../words.ts';
import { diagramPanel, type Panel } from './diagram/panel.ts';
import type { Position } from './diagram/position.ts';
import { fitsDiagram } from './diagram/rows.ts';
import { SHOWN_SAMPLE_POSITION } from './diagram/shown-cell.ts';
import { DIAGRAM_ROW_HEIGHT, proseWidth } from './diagram/sizes.ts';
import { choosesSample, openingSample, SAMPLE_POSITION } from './diagram/values.ts';
import { nameWidth, writeInitialValues } from './initial-values.ts';
import { writeStageChoice } from './stages.ts';
import { unitTablePanel } from './unit-table.ts';
import { diagramWords, networkWords } from './words.ts';

/** Heights of the rows above the captions, in pixels; those below have the height of the diagram's rows. */
const HEIGHTS_ABOVE = [30, 18, 23, 20, 18, 18] as const;
const TITLE_ROW = 1;
const USE_ROW = 2;
const ROWS_ABOVE = 4;

/** Widths of the columns left of the diagram, in pixels: margin, names, numbers, gap. */
const MARGIN = 8;
const VALUE_WIDTH = 64;
const SAMPLE_VALUE_WIDTH = 44;
const GAP = 14;

/** The first cell right of the tables of initial values and a gap, in the row of the first block. */
export const beside = ({ initial }: Pick<Book, 'initial'>) => ({
  row: ROWS_ABOVE + 1,
  column: initial.lastColumn + 2,
});

/** The cell that says which numbers are shown. */
export const headingAt = (book: Book): Position => ({ row: TITLE_ROW, column: panelOf(book).headingColumn });

/** The sheet of initial values, and beside them the network with the numbers of the iteration chosen on Steps. */
export function networkSheet(book: Book): SheetBody {
  const { initial } = book;
  // A cell that opens with a message would hide the diagram.
  const sheet = new SheetDraft({ selected: 'A1' });
  sheet.put(TITLE_ROW, initial.nameColumn, networkWords.title, styles.sheetTitle);
  sheet.put(USE_ROW, initial.nameColumn, useOrTrouble(book), styles.subtitle);
  writeInitialValues(sheet, book);

  const panel = panelOf(book);
  const widths = [...widthsBefore(book), ...panel.widths];
  const working = { row: FIRST_WORKING_ROW, column: widths.length + 2 };
  const lastRow = Math.max(initial.lastRow, panel.lastRow);
  const heights = Array.from({ length: lastRow }, (_, k) => HEIGHTS_ABOVE[k] ?? DIAGRAM_ROW_HEIGHT);
  sheet.setWidths(widths);
  sheet.setZoom(zoomFor(widths));
  sheet.setHeights(heights);
  const grid = pixelGrid(widths, heights);
  const use = grid.left(initial.nameColumn) + proseWidth(networkWords.use, SUBTITLE_SIZE);
  sheet.put(USE_ROW, grid.columnFrom(use + 8), linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  writeHeading(sheet, book, panel.headingColumn);
  writeStageChoice(sheet, book, { row: working.row, column: working.column + SCALE_COLUMNS });
  if (sharingRuns(book).some(choosesSample)) writeSampleChoice(sheet, book);
  const figures = panel.write(sheet, grid, working);
  const hiddenColumns = Array.from({ length: WORKING_COLUMNS + 1 }, (_, k) => working.column - 1 + k);
  return sheet.finish({ figures, hiddenColumns });
}

/** The first column of the list of steps. */
export const stagesColumn = (book: Book): number =>
  beside(book).column + panelOf(book).widths.length + 1 + SCALE_COLUMNS;

/**
 * What others are made of stands right of the diagram and a gap: scales of colours, means of gradients, then the steps of the list; below the formula of a step,
 * which may be longer than a small diagram is wide.
 */
const FIRST_WORKING_ROW = 5;
const SCALE_COLUMNS = 3;
const WORKING_COLUMNS = 6;

/** The diagram, or what stands for it. */
function panelOf(book: Book): Panel {
  const at = beside(book);
  const room = (100 * SCREEN) / SMALLEST_ZOOM - sum(widthsBefore(book));
  return fitsDiagram(book.topology) ? diagramPanel(book, at, room) : unitTablePanel(book, at);
}

/** The last row of the diagram, or of what stands for it. */
export const lastDiagramRow = (book: Book): number => panelOf(book).lastRow;

/** Widths of the columns before it. */
function widthsBefore(book: Book): readonly number[] {
  const { lastColumn, valueColumn } = book.initial;
  const columns = lastColumn - valueColumn + 1;
  const ofSamples = columns > 1 && book.initial.blocks.every(({ byRun }) => byRun === undefined);
  const valueWidth = ofSamples ? SAMPLE_VALUE_WIDTH : VALUE_WIDTH;
  return [MARGIN, nameWidth(book), ...Array.from({ length: columns }, () => valueWidth), GAP];
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are. */
const SCREEN = 1140;
/** Smaller than this, per cent, small letters cannot be read. */
const SMALLEST_ZOOM = 70;

/** A wide diagram opens as small as need be to be seen as a whole. */
const zoomFor = (widths: readonly number[]): number =>
  Math.max(SMALLEST_ZOOM, Math.min(100, Math.floor((100 * SCREEN) / sum(widths))));

const SUBTITLE_SIZE = 10.5;

const heading = look({ size: 11, bold: true, color: ink.strong, align: 'right' });

/** How to use the sheet, or how many of its cells hold no number, which the Delete key and pasting can bring about. */
function useOrTrouble({ initial }: Book): Formula {
  const items = initial.blocks.flatMap((block) => block.items);
  const missing = `${items.length}-COUNT(${initial.ranges.join(',')})`;
  return live(`IF(${missing}=0,"${networkWords.use}",${missing}&"${networkWords.noNumbers}")`, networkWords.use);
}

/** Says which numbers are shown, and leads to where they are chosen. */
function writeHeading(sheet: SheetDraft, book: Book, column: number): void {
  const { steps, choice, topology } = book;
  const called = calledIn(book);
  const [heads, between] = diagramWords.title(called);
  // Of a batch, its samples from the first to the last.
  const ends = topology.epoch === 1 ? [] : new Set([topology.passes[0], topology.passes.at(-1)]);
  const names = [...ends].flatMap((pass) => (pass === undefined ? [] : [inPass(SAMPLE, pass)]));
  const before = names.length > 1 ? diagramWords.samples : diagramWords.sample;
  const sample = names
    .map((name, k) => `&"${k === 0 ? before : '–'}"&${onSheet(STEPS_SHEET, steps.value(name))}`)
    .join('');
  const sampleText = names.map((name, k) => `${k === 0 ? before : '–'}${startValue(book, name)}`).join('');
  const rate = called.named
    ? chosenLabel(book, onSheet(STEPS_SHEET, steps.positionCell))
    : writtenFormula(onSheet(STEPS_SHEET, steps.value(LEARNING_RATE)), 'alone');
  const rateText = called.named ? labelOf(book, choice.rate) : written(startValue(book, LEARNING_RATE), 'alone');
  const iteration = onSheet(STEPS_SHEET, steps.iterationCell);
  const text = `${heads}${rateText}${between}${choice.iteration}${sampleText}`;
  sheet.put(TITLE_ROW, column, live(`"${heads}"&${rate}&"${between}"&${iteration}${sample}`, text), heading);
  sheet.put(
    ROWS_ABOVE,
    column,
    linkTo(STEPS_SHEET, steps.rateCell.replaceAll('$', ''), diagramWords.choose),
    rightLink,
  );
}

const rightLink = look({ ...styles.link, align: 'right' });

/** Which sample of a batch the diagram shows: the cell is there for all runs, and may hold what is a place in any of their batches. */
function writeSampleChoice(sheet: SheetDraft, book: Book): void {
  const { topology, initial } = book;
  const { row, column } = SAMPLE_POSITION;
  const sharing = sharingRuns(book).map((run) => run.topology);
  const most = Math.max(...sharing.map(({ passes }) => passes.length));
  const inBatches = sharing.some(({ epoch }) => epoch > 1);
  const samples = topology.passes.length;
  const { sampleChoice, placeChoice, onlySample } = diagramWords;
  const label = samples === 1 ? onlySample : topology.epoch > 1 ? placeChoice : sampleChoice;
  sheet.put(row, initial.nameColumn, label, look({ bold: true, align: 'right' }));
  sheet.put(row, column, openingSample(book) + 1, styles.typed('0'), {
    validation: {
      allowed: { kind: 'whole', from: 1, to: most },
      refusal: diagramWords.notASample(most, inBatches),
    },
  });
  if (samples === 1) return;
  const chosen = absolute(row, column);
  const { row: shownRow, column: shownColumn } = SHOWN_SAMPLE_POSITION;
  sheet.put(
    shownRow,
    shownColumn,
    live(countOrFirst(chosen, samples), openingSample(book) + 1),
    look({ format: formats.unseen }),
  );
}
