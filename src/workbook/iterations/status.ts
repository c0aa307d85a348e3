import type { ConditionalFormattingRule, Style, Worksheet } from 'exceljs';
import { formulaText } from '../../expression/text.ts';
import type { Column, Role } from '../../model/column.ts';
import { relative } from '../address.ts';
import type { Book } from '../book.ts';
import { answersLayout } from '../exercise/answers-layout.ts';
import { statusCell } from '../exercise/answers-sheet.ts';
import { isAsked } from '../exercise/exercise.ts';
import { exerciseWords } from '../exercise/words.ts';
import { colors, shades } from '../palette.ts';
import { put } from '../sheet.ts';
import { formatOf, look } from '../style.ts';
import { STATUS_ROW } from './sizes.ts';

const status = look({
  size: 10,
  bold: true,
  color: colors.text,
  fill: colors.typedFill,
  box: colors.typedBorder,
  align: 'center',
  shrink: true,
});

/** A cell that the learner is to fill in. */
export const toFill = (role: Role, first: boolean): Partial<Style> =>
  look({
    color: colors.black,
    fill: colors.typedFill,
    align: 'center',
    format: formatOf(role),
    bottom: ['hair', colors.typedBorder],
    ...(first ? { left: ['thin', colors.line] } : {}),
  });

/** Above every column that is asked for, how it stands: by a sign and words; colours say it once more. */
export function writeStatus(sheet: Worksheet, book: Book, position: number): void {
  const layout = answersLayout(book);
  for (const each of layout)
    put(sheet, STATUS_ROW, book.table.column(each.column.name), statusCell(book, position, each), status);
  const columns = layout.map(({ column }) => book.table.column(column.name));
  const first = relative(STATUS_ROW, Math.min(...columns));
  const rule = (priority: number, sign: string, color: string, fill: string): ConditionalFormattingRule => ({
    type: 'expression',
    priority,
    formulae: [`LEFT(${first},1)="${sign}"`],
    style: {
      font: { bold: true, color: { argb: `FF${color}` } },
      fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${fill}` } },
    },
  });
  sheet.addConditionalFormatting({
    ref: `${first}:${relative(STATUS_ROW, Math.max(...columns))}`,
    rules: [rule(11, '✗', shades.error.strong, shades.error.tint), rule(12, '✓', colors.good, colors.goodFill)],
  });
}

/** What the note on a column's name says: what the quantity is, and where it is asked for, the rule as a hint. */
export function hintOf(book: Book, { name, meaning, rule }: Column): string {
  const formula = rule.kind === 'learned' ? rule.update : 'formula' in rule ? rule.formula : undefined;
  return isAsked(book, name) && formula !== undefined
    ? exerciseWords.hint(meaning, `${name} = ${formulaText(formula)}`)
    : meaning;
}
