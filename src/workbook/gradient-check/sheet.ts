import type { Workbook, Worksheet } from 'exceljs';
import { gradientBy, quantityName } from '../../quantities/quantity.ts';
import { TOTAL_ERROR, trainedOf } from '../../quantities/topology.ts';
import { columnLetters, onSheet, relative } from '../address.ts';
import { type Book, chosenFormula, chosenValue, linkTo } from '../book.ts';
import { colors, ink, shades, tabColors } from '../palette.ts';
import { setPrint } from '../print.ts';
import { addSheet, live, put, type Sheet, setHeights, setWidths } from '../sheet.ts';
import { START_SHEET } from '../start/layout.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { formats, look, styles } from '../style.ts';
import { words } from '../words.ts';
import {
  checkedOf,
  GRADIENT_CHECK_SHEET,
  type GradientCheckLayout,
  gradientCheckLayout,
  NUDGE,
  verdictColumns,
} from './layout.ts';
import { AT_KINK, writeVerdict } from './verdict.ts';
import { type Working, writeWorking } from './working.ts';

/** The relative difference from which on a gradient counts as wrong. */
const TOLERANCE = '0.000001';

/** Smaller gradients are compared with this: below it, the rounding of E_total outweighs them. */
const SMALLEST = '0.0001';

/** The sheet that nudges every weight of the chosen iteration up and down and compares the slope of E_total with the gradient. */
export function gradientCheckSheet(workbook: Workbook, book: Book): Sheet {
  const layout = gradientCheckLayout(book.topology, book.table);
  const sheet = addSheet(workbook, GRADIENT_CHECK_SHEET, {
    tabColor: tabColors.check,
    selected: layout.nudgeCell.replaceAll('$', ''),
  });
  setWidths(sheet, [16, 92, 112, 124, 124, 124, 112, 84, ...layout.columns.slice(4).map(() => 74)]);
  setHeights(sheet, [36, 22, 26, 22, 36]);
  put(sheet, 1, 2, words.gradientCheck.title, styles.sheetTitle);
  const [checked, all] = [checkedOf(book.topology).length, trainedOf(book.topology).length];
  put(sheet, 2, 2, words.gradientCheck.use(checked, all), styles.subtitle);
  put(sheet, 1, verdictColumns.agrees, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  setPrint(sheet, { orientation: 'landscape', pagesWide: layout.columns.length > 12 ? 2 : 1 });
  const errors = writeWorking(sheet, book, layout);
  writeNudge(sheet, layout);
  writeVerdicts(sheet, book, layout, errors);
  writeVerdict(sheet, book, layout);
  writeNotes(sheet, layout);
  return { name: GRADIENT_CHECK_SHEET, charts: [], fillDown: errors.fillDown };
}

function writeNudge(sheet: Worksheet, layout: GradientCheckLayout): void {
  put(sheet, 3, verdictColumns.weight, words.gradientCheck.nudge, look({ bold: true, align: 'right' }));
  put(sheet, 3, verdictColumns.gradient, NUDGE, styles.typed('0.0#######'));
  sheet.getCell(layout.nudgeCell).dataValidation = {
    type: 'decimal',
    operator: 'between',
    formulae: [1e-7, 0.1],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: words.gradientCheck.badNudge.title,
    error: words.gradientCheck.badNudge.text,
  };
}

/** One line per weight: the gradient of the table, the slope of E_total, and whether they agree. */
function writeVerdicts(
  sheet: Worksheet,
  book: Book,
  layout: GradientCheckLayout,
  { total: totalOf, sides }: Working,
): void {
  const { steps } = book;
  const head = look({ bold: true, color: colors.white, fill: ink.strong, align: 'center', wrap: true });
  for (const [column, text] of Object.entries(words.gradientCheck.head))
    put(sheet, layout.headRow, verdictColumns[column as keyof typeof verdictColumns], text, head);

  const from = {
    position: onSheet(STEPS_SHEET, steps.positionCell),
    iteration: onSheet(STEPS_SHEET, steps.iterationCell),
  };
  const bottom = ['hair', colors.hair] as const;
  const number = (format: string, color: string = colors.black): ReturnType<typeof look> =>
    look({ format, align: 'center', color, bottom });
  const total = layout.column(TOTAL_ERROR);
  for (const [k, { name }] of checkedOf(book.topology).entries()) {
    const row = layout.firstRow + k;
    const cell = (column: number): string => relative(row, column);
    const gradientName = quantityName(gradientBy(name));
    const gradient = chosenValue(book, gradientName);
    const up = totalOf(k + 1, 1);
    const down = totalOf(k + 1, -1);
    const slope = ifNumbers([up, down], (up - down) / (2 * NUDGE));
    const room = Number(SMALLEST) * Math.max(1, chosenValue(book, TOTAL_ERROR));
    const difference = ifNumbers(
      [gradient, slope],
      Math.abs(gradient - slope) / Math.max(Math.abs(gradient), Math.abs(slope), room),
    );
    const [g, s] = [cell(verdictColumns.gradient), cell(verdictColumns.slope)];
    const d = cell(verdictColumns.difference);

    put(
      sheet,
      row,
      verdictColumns.weight,
      name,
      look({ size: 11, bold: true, color: shades.weight.strong, align: 'center', bottom }),
    );
    put(
      sheet,
      row,
      verdictColumns.gradient,
      live(chosenFormula(book, gradientName, from), gradient),
      number(formats.ten, colors.otherSheet),
    );
    put(
      sheet,
      row,
      verdictColumns.above,
      live(relative(layout.nudgedRow(k + 1, 1), total), up),
      number('0.0000000000'),
    );
    put(
      sheet,
      row,
      verdictColumns.below,
      live(relative(layout.nudgedRow(k + 1, -1), total), down),
      number('0.0000000000'),
    );
    const slopeFormula = `(${cell(verdictColumns.above)}-${cell(verdictColumns.below)})/(2*${layout.nudgeCell})`;
    put(sheet, row, verdictColumns.slope, live(slopeFormula, slope), number(formats.ten));
    put(
      sheet,
      row,
      verdictColumns.difference,
      live(`ABS(${g}-${s})/MAX(ABS(${g}),ABS(${s}),${SMALLEST}*MAX(1,${relative(layout.baseRow, total)}))`, difference),
      number('0.0E+00'),
    );
    const compared = `IF(${d}<${TOLERANCE},"✓","✗")`;
    const { kinkColumn } = layout;
    const side = (sign: 1 | -1): string => relative(layout.nudgedRow(k + 1, sign), kinkColumn ?? 0);
    const formula = kinkColumn === undefined ? compared : `IF(${side(1)}<>${side(-1)},"${AT_KINK}",${compared})`;
    const atKink = kinkColumn !== undefined && sides(k + 1, 1) !== sides(k + 1, -1);
    const agrees = atKink ? AT_KINK : difference < Number(TOLERANCE) ? '✓' : '✗';
    const style = look({ size: 12, bold: true, color: colors.good, align: 'center', bottom });
    put(sheet, row, verdictColumns.agrees, live(`IFERROR(${formula},"✗")`, agrees), style);
  }
  const letters = columnLetters(verdictColumns.agrees);
  sheet.addConditionalFormatting({
    ref: `${letters}${layout.firstRow}:${letters}${layout.lastRow}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`${letters}${layout.firstRow}="✗"`],
        style: {
          font: { bold: true, color: { argb: `FF${shades.error.strong}` } },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${shades.error.tint}` } },
        },
      },
    ],
  });
}

/** The result of a formula, or the first error among what it reads. */
const ifNumbers = (read: readonly number[], result: number): number =>
  read.find((value) => !Number.isFinite(value)) ?? result;

/** What is done here and why, beside the verdicts. */
function writeNotes(sheet: Worksheet, layout: GradientCheckLayout): void {
  for (const [k, line] of words.gradientCheck.notes.entries())
    put(
      sheet,
      layout.headRow + k,
      verdictColumns.agrees + 2,
      line,
      look({ color: colors.muted, italic: k > 0, bold: k === 0, size: 10.5 }),
    );
}
