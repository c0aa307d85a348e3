import { formulaText } from '../../expression/text.ts';
import type { Column, Role } from '../../model/column.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { answersLayout } from '../exercise/answers-layout.ts';
import { statusCell } from '../exercise/answers-sheet.ts';
import { isAsked } from '../exercise/exercise.ts';
import { exerciseWords } from '../exercise/words.ts';
import { greenMark, redMark } from '../marks.ts';
import { colors } from '../palette.ts';
import { formatOf } from '../style.ts';
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
export const toFill = (role: Role, first: boolean): Look =>
  look({
    color: colors.black,
    fill: colors.typedFill,
    align: 'center',
    format: formatOf(role),
    bottom: ['hair', colors.typedBorder],
    ...(first ? { left: ['thin', colors.line] } : {}),
  });

/** Above every column that is asked for, how it stands: by a sign and words; colours say it once more. */
export function writeStatus(sheet: SheetDraft, book: Book, position: number): void {
  const layout = answersLayout(book);
  for (const each of layout)
    sheet.put(STATUS_ROW, book.table.column(each.column.name), statusCell(book, position, each), status);
  const columns = layout.map(({ column }) => book.table.column(column.name));
  const first = relative(STATUS_ROW, Math.min(...columns));
  const begins = (sign: string): string => `LEFT(${first},1)="${sign}"`;
  const range = `${first}:${relative(STATUS_ROW, Math.max(...columns))}`;
  sheet.mark(range, redMark(begins('✗'), 11), greenMark(begins('✓'), 12));
}

/** What the note on a column's name says: what the quantity is, and where it is asked for, the rule as a hint. */
export function hintOf(book: Book, { name, meaning, rule }: Column): string {
  const formula = rule.kind === 'learned' ? rule.update : 'formula' in rule ? rule.formula : undefined;
  return isAsked(book, name) && formula !== undefined
    ? exerciseWords.hint(meaning, `${name} = ${formulaText(formula)}`)
    : meaning;
}
