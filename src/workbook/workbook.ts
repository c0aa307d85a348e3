import type { Sheet } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { Book } from './book.ts';
import { answersTab } from './exercise/answers-sheet.ts';
import type { Exercise } from './exercise/exercise.ts';
import { guideTab } from './exercise/guide-sheet.ts';
import { withHiddenCells } from './look/hidden-cells.ts';
import { withSizeRules } from './look/number-sizes.ts';
import { registry } from './registry.ts';
import { contentsOf, type Tab } from './tab.ts';
import { chosenSheet } from './views/view.ts';

/**
 * The workbook of a network, with every sheet up to the row that is to be filled down.
 *
 * @param tabs the kinds of sheets, in order
 */
export function workbookOf(book: Book, tabs: readonly Tab[] = registry): Workbook {
  const contents = contentsOf(book, tabs);
  const sheets = tabs.flatMap(({ sheets: named, build, choosing, print }) =>
    named(book).map(({ name, color }, position): Sheet => {
      const made =
        choosing === undefined
          ? build(book, position, contents)
          : chosenSheet(book, choosing, (view) => build(view, position, contents));
      const body = withSizeRules(withHiddenCells(made));
      return {
        name,
        tabColor: color,
        ...body,
        // LibreOffice prints hidden sheets too if they have a print area.
        ...(print === undefined || body.hidden ? {} : { print: print(body, book, position) }),
      };
    }),
  );
  return { title: book.network.title, sheets };
}

/** The workbook of an exercise: the same sheets with what is asked for taken away, and sheets of hints and answers, which help and judge. */
export const exerciseOf = (book: Book, exercise: Exercise): Workbook =>
  workbookOf(book, [...registry.flatMap((tab) => laidOver(tab, exercise)), guideTab(exercise), answersTab(exercise)]);

/** A kind of sheet as it is in an exercise; none where it would give the answers. */
function laidOver(tab: Tab, exercise: Exercise): readonly Tab[] {
  const { build, inExercise } = tab;
  if (inExercise === undefined) return [];
  return [
    {
      ...tab,
      ...(inExercise.line === undefined ? {} : { line: inExercise.line }),
      build: (book, position, contents) =>
        inExercise.overlay(build(book, position, contents), { ...book, exercise }, position),
    },
  ];
}
