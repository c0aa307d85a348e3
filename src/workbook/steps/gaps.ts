import { relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import type { Book } from '../book.ts';
import { colors, shades } from '../look/palette.ts';
import { words } from '../words.ts';
import { stepsColumns } from './layout.ts';
import { stepStyles } from './look.ts';

/** Where the chosen run has no steps and others have some: rows without colour, the first of which says where it goes on. */
export function writeGaps(sheet: SheetDraft, { steps: { gaps, headRow, lastRow } }: Pick<Book, 'steps'>): void {
  const { number, quantity, words: last } = stepsColumns;
  for (const { section, row, next } of gaps)
    sheet.put(
      row,
      quantity,
      words.steps.goesOn(next),
      stepStyles.bar(shades[section.steps[0]?.role ?? 'forward'].strong),
    );
  const first = relative(headRow + 1, number);
  sheet.mark(`${first}:${relative(lastRow, last)}`, {
    priority: 3,
    formula: `$${first}=""`,
    mark: { color: colors.muted, fill: colors.white },
  });
}
