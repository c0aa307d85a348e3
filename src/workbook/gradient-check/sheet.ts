import { PENALISED_GRADIENT, stateName } from '../../network/optimizer.ts';
import { gradientBy, quantityName } from '../../quantities/quantity.ts';
import { trainedOf } from '../../quantities/topology.ts';
import { columnLetters, onSheet, relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, chosenFormula, chosenValue, linkTo, sharingRuns } from '../book.ts';
import { LANDSCAPE_SHEET } from '../landscape/layout.ts';
import { redMark } from '../look/marks.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats, styles } from '../look/style.ts';
import { numberWithin, saysMissing } from '../numbers/fallback.ts';
import { live } from '../numbers/live.ts';
import { plainDecimal } from '../numbers/plain-decimal.ts';
import { START_SHEET } from '../start/layout.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { words } from '../words.ts';
import { agreement, crosses } from './agreement.ts';
import {
  checkedOf,
  type GradientCheckLayout,
  gradientCheckLayout,
  NUDGE,
  NUDGE_BOUNDS,
  verdictColumns,
} from './layout.ts';
import { isPenalised } from './penalty.ts';
import { writeVerdict } from './verdict.ts';
import { type Working, writeWorking } from './working.ts';

/** Smaller gradients are compared with this: below it, the rounding of E_total outweighs them. */
const SMALLEST = '0.0001';

/** The sheet that nudges every weight of the chosen iteration up and down and compares the slope of E_total with the gradient. */
export function gradientCheckSheet(book: Book): SheetBody {
  const layout = gradientCheckLayout(book.topology, book.table, sharingRuns(book));
  const sheet = new SheetDraft({ selected: layout.typedNudgeCell.replaceAll('$', '') });
  sheet.setWidths([8, 76, 104, 112, 112, 108, 84, 62, ...layout.columns.slice(4).map(() => 74)]);
  sheet.setHeights([36, 22, 26, 22, 36]);
  sheet.put(1, 2, words.gradientCheck.title, styles.sheetTitle);
  const [checked, all] = [checkedOf(book.topology).length, trainedOf(book.topology).length];
  sheet.put(2, 2, words.gradientCheck.use(checked, all), styles.subtitle);
  sheet.put(1, verdictColumns.agrees, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  const picture = linkTo(LANDSCAPE_SHEET, 'A1', words.gradientCheck.picture);
  sheet.put(4, verdictColumns.agrees, picture, styles.link);
  const errors = writeWorking(sheet, book, layout);
  writeNudge(sheet, layout);
  const verdicts = writeVerdicts(sheet, book, layout, errors);
  writeVerdict(sheet, book, layout, verdicts);
  writeNotes(sheet, book, layout);
  return sheet.finish({ fillDown: errors.fillDown });
}

/** ε to type over, and beside it, not to be seen, ε as it is used: as it was, where a cell was cleared or holds what is none. */
function writeNudge(sheet: SheetDraft, { typedNudgeCell: typed }: GradientCheckLayout): void {
  sheet.put(3, verdictColumns.weight, words.gradientCheck.nudge, look({ bold: true, align: 'right' }));
  sheet.put(3, verdictColumns.gradient, NUDGE, styles.typed('0.0#######'), {
    validation: { allowed: { kind: 'decimal', ...NUDGE_BOUNDS }, refusal: words.gradientCheck.badNudge },
  });
  const nudge = numberWithin(typed, NUDGE_BOUNDS, NUDGE);
  sheet.put(3, verdictColumns.above, live(nudge.formula, NUDGE), look({ format: formats.unseen }));
  const missing = live(saysMissing([{ of: nudge, missing: words.gradientCheck.noNudge(plainDecimal(NUDGE)) }], ''), '');
  sheet.put(3, verdictColumns.agrees + 2, missing, look({ italic: true, color: colors.muted }));
}

/** One line per weight: the gradient of the table, the slope of E_total, and whether they agree; returns these signs. */
function writeVerdicts(
  sheet: SheetDraft,
  book: Book,
  layout: GradientCheckLayout,
  working: Working,
): readonly string[] {
  const { steps } = book;
  const head = look({ bold: true, color: colors.white, fill: ink.strong, align: 'center', wrap: true });
  const penalised = isPenalised(book.topology);
  const heads = { ...words.gradientCheck.head, ...(penalised ? words.gradientCheck.penalisedHead : {}) };
  for (const [column, text] of Object.entries(heads))
    sheet.put(layout.headRow, verdictColumns[column as keyof typeof verdictColumns], text, head);

  const from = {
    position: onSheet(STEPS_SHEET, steps.positionCell),
    iteration: onSheet(STEPS_SHEET, steps.iterationCell),
  };
  const bottom = ['hair', colors.hair] as const;
  const number = (format: string, color: string = colors.black): Look =>
    look({ format, align: 'center', color, bottom });
  const total = layout.slopesOf;
  const base = relative(layout.baseRow, total);
  const signs: string[] = [];
  for (const [k, { name }] of checkedOf(book.topology).entries()) {
    const row = layout.firstRow + k;
    const cell = (column: number): string => relative(row, column);
    const gradientName = penalised ? stateName(PENALISED_GRADIENT, name) : quantityName(gradientBy(name));
    const gradient = chosenValue(book, gradientName);
    const [up, down] = ([1, -1] as const).map((sign) => working.total(k + 1, sign)) as [number, number];
    const slope = ifNumbers([up, down], (up - down) / (2 * NUDGE));
    const room = Number(SMALLEST) * Math.max(1, working.base);
    const difference = ifNumbers(
      [gradient, slope],
      Math.abs(gradient - slope) / Math.max(Math.abs(gradient), Math.abs(slope), room),
    );
    const [g, s] = [cell(verdictColumns.gradient), cell(verdictColumns.slope)];
    const d = cell(verdictColumns.difference);

    sheet.put(
      row,
      verdictColumns.weight,
      name,
      look({ size: 11, bold: true, color: shades.weight.strong, align: 'center', bottom }),
    );
    sheet.put(
      row,
      verdictColumns.gradient,
      live(chosenFormula(book, gradientName, from), gradient),
      number(formats.ten, colors.otherSheet),
    );
    sheet.put(row, verdictColumns.above, live(relative(layout.nudgedRow(k + 1, 1), total), up), number('0.0000000000'));
    sheet.put(
      row,
      verdictColumns.below,
      live(relative(layout.nudgedRow(k + 1, -1), total), down),
      number('0.0000000000'),
    );
    const slopeFormula = `(${cell(verdictColumns.above)}-${cell(verdictColumns.below)})/(2*${layout.nudgeCell})`;
    sheet.put(row, verdictColumns.slope, live(slopeFormula, slope), number(formats.ten));
    sheet.put(
      row,
      verdictColumns.difference,
      live(`ABS(${g}-${s})/MAX(ABS(${g}),ABS(${s}),${SMALLEST}*MAX(1,${base}))`, difference),
      number('0.0E+00'),
    );
    const numbers = { gradient, slope, difference, crossed: crosses(book, layout, working, k + 1) };
    const { formula, value } = agreement(book, layout, k + 1, { gradient: g, slope: s, difference: d }, numbers);
    const style = look({ size: 12, bold: true, color: colors.good, align: 'center', bottom, shrink: true });
    sheet.put(row, verdictColumns.agrees, live(formula, value), style);
    signs.push(value);
  }
  const letters = columnLetters(verdictColumns.agrees);
  const first = `${letters}${layout.firstRow}`;
  sheet.mark(`${first}:${letters}${layout.lastRow}`, redMark(`${first}="✗"`));
  return signs;
}

/** The result of a formula, or the first error among what it reads. */
const ifNumbers = (read: readonly number[], result: number): number =>
  read.find((value) => !Number.isFinite(value)) ?? result;

/** What is done here and why, beside the verdicts. */
function writeNotes(sheet: SheetDraft, { topology }: Book, layout: GradientCheckLayout): void {
  for (const [k, line] of words.gradientCheck.notes(isPenalised(topology)).entries())
    sheet.put(
      layout.headRow + k,
      verdictColumns.agrees + 1,
      line,
      look({ color: colors.muted, italic: k > 0, bold: k === 0, indent: 1, align: 'left' }),
    );
}
