import type { Workbook, Worksheet } from 'exceljs';
import { LEARNING_RATE } from '../spec/topology.ts';
import { onSheet, relative } from './address.ts';
import { type Book, linkTo } from './book.ts';
import { copyColumns, FIRST_COPY_ROW, givenNumbers, writeCopy } from './cross-check-copy.ts';
import { CROSS_CHECK_SHEET, checkedIterations, checkedQuantities } from './cross-check-layout.ts';
import { crossCheckWords as words } from './cross-check-words.ts';
import { rateSheet } from './layout.ts';
import { colors, ink, shades, tabColors } from './palette.ts';
import { setPrint } from './print.ts';
import { addSheet, live, put, type Sheet, setHeights, setWidths } from './sheet.ts';
import { START_SHEET } from './start-layout.ts';
import { formats, header, look, styles } from './style.ts';
import { words as sheetWords } from './words.ts';

const COPY_WIDTHS = [16, 72, 84, 84, 76, 110, 24];
const HEIGHTS = [36, 22, 24, 24, 22, 22];

/** Columns of the comparison, counted from 1; the learning rates follow, three columns each. */
const ITERATION = 8;
const QUANTITY = 9;
const FIRST_RATE = 10;
const PER_RATE = 3;

/** The row of the number of disagreements, under the title. */
const DIFFERS_ROW = 3;

const MOST_FLAGS = 500;

const HEAD_ROW = 6;
const FIRST_ROW = HEAD_ROW + 1;

/** The difference that is still rounding, relative to the engine's number or to SMALLEST if that is more. */
const TOLERANCE = '0.000000001';
const SMALLEST = '0.000001';

/** The sheet that holds the engine's numbers as plain values beside the live cells. */
export function crossCheckSheet(workbook: Workbook, book: Book): Sheet {
  const sheet = addSheet(workbook, CROSS_CHECK_SHEET, {
    tabColor: tabColors.check,
    frozen: { rows: HEAD_ROW, columns: 0 },
    selected: relative(FIRST_ROW, ITERATION),
  });
  setWidths(sheet, [...COPY_WIDTHS, 72, 72, ...book.traces.flatMap(() => [92, 92, 84])]);
  setHeights(sheet, HEIGHTS);
  setPrint(sheet, { orientation: 'landscape', titleRows: `${HEAD_ROW - 1}:${HEAD_ROW}` });
  put(sheet, 1, 2, words.title, styles.sheetTitle);
  put(sheet, 1, ITERATION, linkTo(START_SHEET, 'A1', sheetWords.links.start), styles.link);
  put(sheet, 2, 2, words.use, styles.subtitle);
  writeCopy(sheet, book);
  writeHead(sheet, book);
  const rows = checkedIterations(book.table.iterations).flatMap((iteration) =>
    checkedQuantities(book.topology).map((name) => ({ iteration, name })),
  );
  for (const [k, { iteration, name }] of rows.entries()) writeRow(sheet, book, FIRST_ROW + k, iteration, name);
  writeVerdict(sheet, book, rows.length);
  return { name: CROSS_CHECK_SHEET, charts: [] };
}

function writeHead(sheet: Worksheet, { traces, looks }: Book): void {
  put(sheet, HEAD_ROW, ITERATION, words.columns.iteration, header.name(ink, false));
  put(sheet, HEAD_ROW, QUANTITY, words.columns.quantity, header.name(ink, false));
  for (const [k, trace] of traces.entries()) {
    const first = FIRST_RATE + PER_RATE * k;
    const titles = [words.columns.engine, words.columns.live, words.columns.difference];
    for (const [c, title] of titles.entries()) {
      const fill = looks[k]?.line.color ?? ink.strong;
      const bar = look({ bold: true, color: colors.black, align: 'centerContinuous', bottom: ['thick', fill] });
      put(sheet, HEAD_ROW - 1, first + c, c === 0 ? `${LEARNING_RATE} = ${trace.learningRate}` : null, bar);
      put(sheet, HEAD_ROW, first + c, title, header.name(ink, c === 0));
    }
  }
}

const bottom = ['hair', colors.hair] as const;
const iterationLook = look({ color: colors.muted, align: 'center', bottom });
const quantityLook = look({ bold: true, align: 'center', bottom });
const engineLook = look({ color: colors.text, format: formats.ten, align: 'center', bottom });
const liveLook = look({ color: colors.otherSheet, format: formats.ten, align: 'center', bottom });
const differenceLook = look({ color: colors.black, format: '0.0E+00', align: 'center', bottom });

/** One quantity of one iteration for all learning rates. */
function writeRow(sheet: Worksheet, { traces, table }: Book, row: number, iteration: number, name: string): void {
  put(sheet, row, ITERATION, iteration, iterationLook);
  put(sheet, row, QUANTITY, name, quantityLook);
  for (const [k, trace] of traces.entries()) {
    const first = FIRST_RATE + PER_RATE * k;
    const value = trace.row(iteration)[table.column(name) - 2] ?? Number.NaN;
    const shown = Number.isFinite(value) ? value : '#NUM!';
    const [engine, now] = [relative(row, first), relative(row, first + 1)];
    const source = onSheet(rateSheet(trace.learningRate), table.cell(name, iteration));
    const difference =
      `IF(AND(ISNUMBER(${engine}),ISNUMBER(${now})),ABS(${now}-${engine})/MAX(ABS(${engine}),${SMALLEST}),` +
      `IF(OR(ISNUMBER(${engine}),ISNUMBER(${now})),1,0))`;
    put(sheet, row, first, shown, engineLook);
    put(sheet, row, first + 1, live(`IFERROR(${source},"#NUM!")`, shown), liveLook);
    put(sheet, row, first + 2, live(difference, 0), differenceLook);
  }
}

/** What comes of it, in words: agreement, a fault, or changed values and the command that makes the workbook anew. */
function writeVerdict(sheet: Worksheet, book: Book, rows: number): void {
  const { traces, table } = book;
  const last = FIRST_ROW + rows - 1;
  const count = rows * traces.length;
  const differing = traces
    .map((_, k) => {
      const column = FIRST_RATE + PER_RATE * k + 2;
      return `COUNTIF(${relative(FIRST_ROW, column)}:${relative(last, column)},">"&${TOLERANCE})`;
    })
    .join('+');
  const differs = relative(DIFFERS_ROW, FIRST_RATE);
  put(sheet, DIFFERS_ROW, QUANTITY, words.differing, look({ color: colors.muted, align: 'right' }));
  put(sheet, DIFFERS_ROW, FIRST_RATE, live(differing, 0), look({ bold: true, align: 'center', format: '0' }));
  const copies = givenNumbers(book).length;
  const range = (column: number): string =>
    `${relative(FIRST_COPY_ROW, column)}:${relative(FIRST_COPY_ROW + copies - 1, column)}`;
  const changed = `COUNTIF(${range(copyColumns.changed)},"${words.changedMark}")`;
  const verdict =
    `IF(${changed}>0,${changed}&"${words.changed}",` +
    `IF(${differs}=0,"${words.agree(count)}","✗ "&${differs}&"${words.differ(count)}"))`;
  put(sheet, 3, 2, live(verdict, words.agree(count)), look({ size: 12, bold: true, color: ink.strong }));

  const flags = Array.from({ length: copies }, (_, k) => relative(FIRST_COPY_ROW + k, copyColumns.flag)).join('&');
  // Hundreds of flags would not fit into a formula, nor into a person's patience.
  const set = copies <= MOST_FLAGS ? `&${flags}` : '';
  const command = `IF(${changed}>0,"${words.command} -n ${table.iterations}"${set},"${words.unchanged}")`;
  put(sheet, 4, 2, live(command, words.unchanged), look({ size: 11, color: shades.gradient.strong }));
  put(sheet, 4, FIRST_RATE, words.note, styles.subtitle);
  put(sheet, 5, 2, words.start.title, look({ size: 11, bold: true }));
}
