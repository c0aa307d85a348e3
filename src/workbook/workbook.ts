import { inputError } from '../network/input-error.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { SheetMaker, Workbook } from '../sheet/workbook.ts';
import type { Book } from './book.ts';
import { answersTab } from './exercise/answers-sheet.ts';
import type { Exercise } from './exercise/exercise.ts';
import { guideTab } from './exercise/guide-sheet.ts';
import { withHiddenCells } from './look/hidden-cells.ts';
import { withSizeRules } from './look/number-sizes.ts';
import { registry } from './registry.ts';
import { type Contents, contentsOf, type Tab } from './tab.ts';
import { chosenSheet } from './views/view.ts';

/**
 * What makes the sheets of a network's workbook, in order, one by one: a large one takes much memory.
 *
 * @param tabs the kinds of sheets, in order
 */
export function sheetMakers(book: Book, tabs: readonly Tab[] = registry): readonly SheetMaker[] {
  refuseTaken(book, tabs);
  const contents = contentsOf(book, tabs);
  return tabs.flatMap((tab) =>
    tab.sheets(book).map(({ name, color }, position) => () => ({
      name,
      tabColor: color,
      ...bodyOf(tab, book, position, contents),
    })),
  );
}

function bodyOf({ build, choosing, print }: Tab, book: Book, position: number, contents: Contents): PrintedBody {
  const made =
    choosing === undefined
      ? build(book, position, contents)
      : chosenSheet(book, choosing, (view) => build(view, position, contents));
  const body = withSizeRules(withHiddenCells(made));
  // LibreOffice prints hidden sheets too if they have a print area.
  return print === undefined || body.hidden ? body : { ...body, print: print(body, book, position) };
}

type PrintedBody = Omit<Sheet, 'name' | 'tabColor'>;

/** The workbook of a network, with every sheet up to the row that is to be filled down. */
export const workbookOf = (book: Book, tabs: readonly Tab[] = registry): Workbook => ({
  title: book.network.title,
  sheets: sheetMakers(book, tabs).map((make) => make()),
});

/** Excel keeps this name of a sheet for itself (Microsoft, "Rename a worksheet"). */
const RESERVED = 'history';

/** @throws InputError where a run is called as another sheet is */
function refuseTaken(book: Book, tabs: readonly Tab[]): void {
  const { names } = book;
  if (names === undefined) return;
  const taken = tabs.flatMap(({ sheets }) => sheets(book).map(({ name }) => name.toLowerCase()));
  for (const [k, name] of names.entries())
    if ([...taken, RESERVED].filter((each) => each === name.toLowerCase()).length > 1)
      throw inputError(`is ${name}, which is the name of another sheet; take another name.`, `runs[${k}].name`);
}

/** The kinds of sheets of an exercise: the same with what is asked for taken away, and sheets of hints and answers, which help and judge. */
export const exerciseTabs = (exercise: Exercise): readonly Tab[] => [
  ...registry.flatMap((tab) => laidOver(tab, exercise)),
  guideTab(exercise),
  answersTab(exercise),
];

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
