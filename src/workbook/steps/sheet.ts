import type { Workbook, Worksheet } from 'exceljs';
import { symbolText } from '../../expression/text.ts';
import { columnsOf } from '../../model/quantities.ts';
import { absolute, columnLetters, onSheet } from '../address.ts';
import { type Book, linkTo, traceOf } from '../book.ts';
import { RATES_SHEET, ratesLayout } from '../layout.ts';
import { colors, shades, tabColors } from '../palette.ts';
import { setPrint } from '../print.ts';
import { addSheet, live, put, type Sheet, setHeights, setWidths } from '../sheet.ts';
import { START_SHEET } from '../start/layout.ts';
import { look, styles } from '../style.ts';
import { words } from '../words.ts';
import { written, writtenFormula } from '../written-number.ts';
import { STEPS_SHEET, stepsColumns } from './layout.ts';
import { stepStyles } from './look.ts';
import { stepsWidths, writeBar, writeStep } from './rows.ts';
import { startFormula, startValue } from './values.ts';

/** The sheet that walks through one iteration: every step in symbols, with the numbers put in, and in words. */
export function stepsSheet(workbook: Workbook, book: Book): Sheet {
  const { steps } = book;
  const sheet = addSheet(workbook, STEPS_SHEET, {
    tabColor: tabColors.steps,
    frozen: { rows: steps.headRow, columns: 0 },
    selected: steps.rateCell.replaceAll('$', ''),
  });
  setWidths(sheet, stepsWidths(book));
  setHeights(sheet, [36, 22, 26, 10, 24]);
  put(sheet, 1, 2, words.steps.title, styles.sheetTitle);
  put(sheet, 2, 2, words.steps.use, styles.subtitle);
  put(sheet, 1, stepsColumns.startName, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  setPrint(sheet, { orientation: 'landscape', titleRows: `${steps.headRow}:${steps.headRow}` });
  writeChoice(sheet, book);
  writeHead(sheet, book);
  writeStart(sheet, book);
  let count = 0;
  for (const { section, barRow, whyRow } of steps.sections) {
    const shade = shades[section.steps[0]?.role ?? 'forward'];
    writeBar(sheet, barRow, whyRow, section.title, section.why, shade.strong, shade.tint);
    for (const step of section.steps) writeStep(sheet, book, step, ++count);
  }
  markFailures(sheet, book);
  return { name: STEPS_SHEET, charts: [] };
}

/** Learning rate and iteration, each from a list of what there is. */
function writeChoice(sheet: Worksheet, book: Book): void {
  const { steps, table, traces, choice } = book;
  const label = look({ bold: true, align: 'right' });
  const typed = look({
    size: 13,
    bold: true,
    color: colors.typed,
    fill: colors.typedFill,
    box: colors.typedBorder,
    align: 'center',
  });
  const { headerRow, column } = ratesLayout;
  const rates = onSheet(
    RATES_SHEET,
    `${absolute(headerRow, column(0))}:${absolute(headerRow, column(traces.length - 1))}`,
  );
  const iterations = table.iterationRange(traceOf(book, 0).learningRate);

  put(sheet, 3, stepsColumns.quantity, words.steps.rate, label);
  put(sheet, 3, stepsColumns.symbols, traceOf(book, choice.rate).learningRate, typed);
  put(sheet, 3, stepsColumns.numbers, words.steps.iteration(table.iterations), label);
  put(sheet, 3, stepsColumns.result, choice.iteration, typed);
  for (const [cell, list] of [
    [steps.rateCell, rates],
    [steps.iterationCell, iterations],
  ] as const)
    sheet.getCell(cell).dataValidation = {
      type: 'list',
      formulae: [list],
      allowBlank: false,
      showErrorMessage: true,
      errorTitle: words.steps.notInList.title,
      error: words.steps.notInList.text,
    };

  const found = `MATCH(${steps.rateCell},${rates},0)`;
  const hint = look({ italic: true, color: colors.muted });
  put(
    sheet,
    3,
    stepsColumns.agrees,
    live(`IF(ISNUMBER(${found}),"${words.steps.hint}","${words.steps.missing}")`, words.steps.hint),
    hint,
  );
  put(sheet, 3, stepsColumns.startName, words.steps.position, look({ color: colors.muted, size: 9 }));
  put(
    sheet,
    3,
    stepsColumns.startValue,
    live(`IFERROR(${found},1)`, choice.rate + 1),
    look({ color: colors.otherSheet, align: 'center' }),
  );
}

function writeHead(sheet: Worksheet, { steps }: Book): void {
  const texts: readonly (readonly [number, string])[] = [
    [stepsColumns.number, '#'],
    [stepsColumns.quantity, words.steps.head.quantity],
    [stepsColumns.symbols, words.steps.head.symbols],
    [stepsColumns.numbers, words.steps.head.numbers],
    [stepsColumns.result, words.steps.head.result],
    [stepsColumns.agrees, words.steps.head.agrees],
    [stepsColumns.words, words.steps.head.words],
    [stepsColumns.written, words.steps.head.written],
    [stepsColumns.startName, words.steps.head.start],
    [stepsColumns.startValue, words.steps.head.value],
    [stepsColumns.startWritten, words.steps.head.written],
  ];
  for (const [column, text] of texts) put(sheet, steps.headRow, column, text, stepStyles.head(column));
}

/** What the iteration starts from, read from the sheet of the chosen learning rate. */
function writeStart(sheet: Worksheet, book: Book): void {
  const { steps, table } = book;
  const roles = new Map(columnsOf(table.groups).map(({ name, role }) => [name, role]));
  for (const mention of steps.given) {
    const name = symbolText(mention.name, mention.row);
    const row = steps.startRow(mention);
    const cell = absolute(row, stepsColumns.startValue);
    put(sheet, row, stepsColumns.startName, name, stepStyles.startName(roles.get(name)));
    put(
      sheet,
      row,
      stepsColumns.startValue,
      live(startFormula(book, mention.name, mention.row), startValue(book, mention.name, mention.row)),
      stepStyles.startValue,
    );
    put(
      sheet,
      row,
      stepsColumns.startWritten,
      live(writtenFormula(cell), written(startValue(book, mention.name, mention.row))),
      stepStyles.written,
    );
  }
}

/** ✗ on red, so that it cannot be overlooked; the sign alone says it as well. */
function markFailures(sheet: Worksheet, { steps }: Book): void {
  const letters = columnLetters(stepsColumns.agrees);
  sheet.addConditionalFormatting({
    ref: `${letters}${steps.headRow + 1}:${letters}${steps.lastRow}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`${letters}${steps.headRow + 1}="✗"`],
        style: {
          font: { bold: true, color: { argb: `FF${shades.error.strong}` } },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${shades.error.tint}` } },
        },
      },
    ],
  });
}
