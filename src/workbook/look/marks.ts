import type { MarkRule } from '../../sheet/sheet.ts';
import { colors, shades } from './palette.ts';

/** A rule by its formula and its priority; see `sheet/sheet.ts`. */
export type MarkBy = (formula: string, priority?: number) => MarkRule;

/** What is wrong stands out in red; a sign in the cell says the same for those who do not see colours. */
export const redMark: MarkBy = (formula, priority = 1) => ({
  priority,
  formula,
  mark: { bold: true, color: shades.error.strong, fill: shades.error.tint },
});

/** What is right, in blue. */
export const rightMark: MarkBy = (formula, priority = 1) => ({
  priority,
  formula,
  mark: { bold: true, color: colors.good, fill: colors.goodFill },
});

/** An error stands back: what it says is that there is no number any more. */
export const greyMark: MarkBy = (formula, priority = 1) => ({
  priority,
  formula,
  mark: { color: colors.noNumber },
});

/** An error that tells nothing is not seen: white on white, since no number format hides it. Other cells say why there is no number. */
export const hiddenMark: MarkBy = (formula, priority = 1) => ({
  priority,
  formula,
  mark: { color: colors.white },
});

/** As {@link greyMark} where another rule tints the cell: LibreOffice applies one rule to a cell, so it has to do both. */
export const greyTintMark = (fill: string, formula: string, priority: number): MarkRule => ({
  priority,
  formula,
  mark: { color: colors.noNumber, fill },
});

/** Whether a rule is for errors alone. */
export const isOfErrors = ({ mark }: MarkRule): boolean => mark.color === colors.noNumber;

/** Another background. */
export const tintMark = (color: string, formula: string, priority = 1): MarkRule => ({
  priority,
  formula,
  mark: { fill: color },
});
