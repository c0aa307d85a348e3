import { columnLetters, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, labelOf, linkTo } from '../book.ts';
import { calledIn } from '../called.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { chosenLabel } from '../own-choice.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { words } from '../words.ts';
import { checkedOf, type GradientCheckLayout, verdictColumns } from './layout.ts';

/** A nudge that carries a unit over the kink of its function finds no slope to compare with. */
export const AT_KINK = '–';

/** Neither the gradient nor the slope is a number. */
export const NO_NUMBER = 'no number';

/**
 * The verdict over all weights, in words, and for which iteration it holds.
 *
 * @param shown what each weight's own verdict shows when the workbook is opened
 */
export function writeVerdict(
  sheet: SheetDraft,
  book: Book,
  layout: GradientCheckLayout,
  shown: readonly string[],
): void {
  const { steps, choice, topology } = book;
  const called = calledIn(book);
  const count = checkedOf(book.topology).length;
  const letters = columnLetters(verdictColumns.agrees);
  const signs = `${letters}${layout.firstRow}:${letters}${layout.lastRow}`;
  const [bad = 0, kinks = 0, none = 0] = ['✗', AT_KINK, NO_NUMBER].map(
    (sign) => shown.filter((each) => each === sign).length,
  );
  const { row, column } = layout.verdictCell;
  const counted = (sign: string): string => `COUNTIF(${signs},"${sign}")`;
  const { allGood, someBad, atKink, noNumbers } = words.gradientCheck;
  const formula =
    `IF(${counted('✗')}>0,"✗ "&${counted('✗')}&"${someBad(count)}",` +
    `IF(${counted(NO_NUMBER)}>0,${counted(NO_NUMBER)}&"${noNumbers(count)}",` +
    `IF(${counted(AT_KINK)}=0,"${allGood(count)}","✓ "&${counted('✓')}&"${atKink(count)}")))`;
  const good = count - bad - kinks - none;
  const value =
    bad > 0
      ? `✗ ${bad}${someBad(count)}`
      : none > 0
        ? `${none}${noNumbers(count)}`
        : kinks > 0
          ? `✓ ${good}${atKink(count)}`
          : allGood(count);
  sheet.put(row, column, live(formula, value), look({ size: 13, bold: true, color: ink.strong }));

  const cell = relative(row, column);
  const starting = (sign: string, color: string) =>
    ({ priority: 1, formula: `LEFT(${cell},1)="${sign}"`, mark: { bold: true, color } }) as const;
  sheet.mark(cell, starting('✗', shades.error.strong), starting('✓', colors.good));

  const rate = called.named
    ? chosenLabel(book, onSheet(STEPS_SHEET, steps.positionCell))
    : onSheet(STEPS_SHEET, steps.value(topology.givenRate));
  const iteration = onSheet(STEPS_SHEET, steps.iterationCell);
  const [before, between] = words.gradientCheck.shown(called);
  const text = `${before}${labelOf(book, choice.rate)}${between}${choice.iteration}`;
  sheet.put(4, verdictColumns.weight, live(`"${before}"&${rate}&"${between}"&${iteration}`, text), styles.subtitle);
  sheet.put(
    4,
    verdictColumns.slope,
    linkTo(STEPS_SHEET, steps.rateCell.replaceAll('$', ''), words.gradientCheck.choose),
    styles.link,
  );
}
