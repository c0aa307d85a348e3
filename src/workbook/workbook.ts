import type { Workbook } from '../sheet/workbook.ts';
import type { Book } from './book.ts';
import { answersTab } from './exercise/answers-sheet.ts';
import { registry } from './registry.ts';
import { contentsOf, type Tab } from './tab.ts';

/**
 * The workbook of a network, with every sheet up to the row that is to be filled down.
 *
 * @param tabs the kinds of sheets, in order
 */
export function workbookOf(book: Book, tabs: readonly Tab[] = registry): Workbook {
  const there = book.exercise === undefined ? tabs : [...tabs.filter(({ inExercise }) => inExercise), answersTab];
  const contents = contentsOf(book, there);
  return {
    title: book.network.title,
    sheets: there.flatMap(({ sheets, build }) =>
      sheets(book).map(({ name, color }, position) => ({
        name,
        tabColor: color,
        ...build(book, position, contents),
      })),
    ),
  };
}
