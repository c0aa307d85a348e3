import type { Choice } from '../network/moment.ts';
import type { SheetBody } from '../sheet/sheet.ts';
import type { Book } from './book.ts';
import { type Called, calledIn } from './called.ts';
import type { Overlay } from './exercise/exercise.ts';
import type { SheetPrint } from './print/setup.ts';

/** A choice of run that a sheet follows. */
export interface Choosing {
  /** The cell that holds the position of the chosen run, counted from 1, as the sheet sees it. */
  readonly position: (book: Book) => string;
  /** What is chosen when the workbook is opened. */
  readonly opens: (book: Book) => Choice;
}

/** A text that may depend on how runs are called. */
export type Told = string | ((called: Called) => string);

const told = (text: Told, called: Called): string => (typeof text === 'string' ? text : text(called));

/** A kind of sheet: all that the rest of a workbook knows of it. */
export interface Tab {
  /** The names of its sheets, in order, and the colours of their tabs (RRGGBB): one, or one for each learning rate. */
  readonly sheets: (book: Book) => readonly { readonly name: string; readonly color: string }[];
  /** What the contents on Start say of it; what has none is not listed there. */
  readonly line?: Told;
  /** The word that leads to it from above the tables; missing where no link does. */
  readonly link?: Told;
  /** What it becomes in an exercise; a sheet that would give the answers has nothing here, and is left out. */
  readonly inExercise?: {
    readonly overlay: Overlay;
    /** What the contents say of it there, where it is something else. */
    readonly line?: string;
  };
  /** Says what is printed of the sheet at a position; all of it, however it falls, if left out. */
  readonly print?: SheetPrint;
  /** Where a sheet shows a run of a person's choice: which that is. */
  readonly choosing?: Choosing;
  /** Makes the sheet at a position, counted from 0. */
  readonly build: (book: Book, position: number, contents: Contents) => SheetBody;
}

/** The kinds of sheets that a workbook has, in the order of their tabs. */
export type Contents = readonly Entry[];

/** What is said of a kind of sheet, and where it leads. */
export interface Entry {
  /** The names of the sheets; `LR 0.1 … LR 2` where there are several. */
  readonly text: string;
  /** The name of the first of them. */
  readonly first: string;
  readonly line?: string;
  /** The word that leads to it from above the tables. */
  readonly link?: string;
}

/** What the tabs that a workbook has say of themselves. */
export function contentsOf(book: Book, tabs: readonly Tab[]): Contents {
  const called = calledIn(book);
  return tabs.map(({ sheets, line, link }) => {
    const names = sheets(book).map(({ name }) => name);
    const [first = '', last = ''] = [names[0], names.at(-1)];
    return {
      first,
      text: first === last ? first : `${first} … ${last}`,
      ...(line === undefined ? {} : { line: told(line, called) }),
      ...(link === undefined ? {} : { link: told(link, called) }),
    };
  });
}
