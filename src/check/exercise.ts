import { blankChoices } from '../model/asked.ts';
import { MOST_NAMES } from './column-names.ts';
import { addressOf, type CellPosition } from './file/address.ts';
import { cellKey, type LearnerSheet } from './file/sheet.ts';
import type { LearnerBook } from './file/workbook.ts';
import type { Finding } from './finding.ts';
import { type MarkPart, markPartOf } from './mark-parts.ts';

/** A column that a learner is to fill in, as the sheet of answers tells it. */
interface Asked {
  readonly name: string;
  readonly counts: boolean;
  /** The part of a mark that it counts for; undefined in an exercise that does not tell. */
  readonly part: MarkPart | undefined;
  /** Its first empty cell; undefined where all are filled in. */
  readonly firstEmpty: CellPosition | undefined;
  readonly cells: number;
  readonly empty: number;
}

/**
 * What is still empty in an exercise of this program, by its sheets of answers. Empty columns that count are mistakes, chain factors that
 * were left out a note; nothing for other workbooks.
 */
export function emptyAnswers(book: Sheets): readonly Finding[] {
  return learnersSheets(book).flatMap(([learner, answers]) => findingsOf(learner, askedColumns(learner, answers)));
}

/** How many cells an exercise asks for, and how many of them are still empty; none in other workbooks. */
export function askedCells(book: Sheets): { readonly asked: number; readonly empty: number } {
  const columns = learnersSheets(book).flatMap(([learner, answers]) => askedColumns(learner, answers));
  const sum = (of: (column: Asked) => number): number => columns.reduce((all, column) => all + of(column), 0);
  return { asked: sum(({ cells }) => cells), empty: sum(({ empty }) => empty) };
}

/** A quantity that an exercise asks for and that counts. */
export interface AskedQuantity {
  readonly sheet: string;
  readonly name: string;
  readonly part: MarkPart;
  readonly isEmpty: boolean;
  /** Whether nothing of it is filled in. */
  readonly isUntouched: boolean;
}

/** An exercise of this program, as its sheets of answers tell it. */
export interface ExerciseRecord {
  /** Whose it is, where it was made for one learner. */
  readonly learner: string | undefined;
  /** The values that it was made with, by sheet and name. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly asked: readonly AskedQuantity[];
}

/** What an exercise is; undefined for other workbooks. */
export function exerciseIn(book: Sheets): ExerciseRecord | undefined {
  const sheets = learnersSheets(book);
  if (sheets.length === 0) return undefined;
  const learners = sheets.flatMap(([, answers]) => textsIn(answers, /^learner: (.+)$/u));
  const asked = sheets.flatMap(([learner, answers]) =>
    askedColumns(learner, answers).flatMap(({ name, counts, part, cells, empty }): readonly AskedQuantity[] =>
      counts && part !== undefined
        ? [{ sheet: learner.name, name, part, isEmpty: empty > 0, isUntouched: empty === cells }]
        : [],
    ),
  );
  const given = sheets.map(([learner, answers]) => {
    const values = textsIn(answers, /^given: (.+)$/u).flatMap((text) =>
      text.split('; ').flatMap((each): readonly (readonly [string, number])[] => {
        const [name, value] = each.split(' = ');
        return name === undefined || value === undefined ? [] : [[name, Number(value)]];
      }),
    );
    return [learner.name, new Map(values)] as const;
  });
  return { learner: learners[0]?.slice(0, MOST_NAME), given: new Map(given), asked };
}

/** Characters of a name that are kept. */
const MOST_NAME = 100;

/** Rows above the answers that may hold what an exercise is. */
const RECORD_ROWS = 12;

const textsIn = (sheet: LearnerSheet, pattern: RegExp): readonly string[] =>
  [...sheet.cells.values()].flatMap(({ row, column }) =>
    row > RECORD_ROWS ? [] : (textAt(sheet, row, column, pattern) ?? []),
  );

export type Sheets = Pick<LearnerBook, 'sheets'>;

/** The sheet of an exercise that draws what is filled in, with blanks where nothing is. */
const DIAGRAM = 'Network';

/** The sheets that may hold tables of a learner: all, but for the diagram of an exercise. */
export const sheetsToJudge = (book: Sheets): readonly LearnerSheet[] =>
  learnersSheets(book).length === 0 ? book.sheets : book.sheets.filter(({ name }) => name !== DIAGRAM);

/** The sheets to fill in, each with its answers. */
export function learnersSheets({
  sheets,
}: Sheets): readonly (readonly [learner: LearnerSheet, answers: LearnerSheet])[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const found = new Map<LearnerSheet, LearnerSheet>();
  for (const answers of sheets) {
    const learner = byName.get(textAt(answers, 1, 1, /^Answers of (.+)$/) ?? '');
    if (learner !== undefined && !found.has(learner)) found.set(learner, answers);
  }
  return [...found];
}

function textAt(sheet: LearnerSheet, row: number, column: number, pattern: RegExp): string | undefined {
  const value = sheet.cells.get(cellKey(row, column))?.value;
  return typeof value === 'string' ? pattern.exec(value)?.[1] : undefined;
}

function askedColumns(learner: LearnerSheet, answers: LearnerSheet): readonly Asked[] {
  const named = new Map<string, CellPosition>();
  const formulas = new Map<number, number[]>();
  let countsRow = 0;
  let partRow = 0;
  for (const { row, column, value, formula } of answers.cells.values()) {
    const name = textAt(answers, row, column, /^answer: (.+)$/);
    // The last column of each name holds the verdicts, and whether they count.
    if (name !== undefined && column > (named.get(name)?.column ?? 0)) named.set(name, { row, column });
    if (column === 1 && value === 'counts') countsRow = row;
    if (column === 1 && value === 'part') partRow = row;
    if (formula === undefined) continue;
    const rows = formulas.get(column) ?? [];
    formulas.set(column, rows);
    rows.push(row);
  }
  const headers = headersIn(learner, new Set([...named.values()].map(({ row }) => row)));
  return [...named].flatMap(([name, verdict]): Asked[] => {
    const column = headers.get(verdict.row)?.get(name);
    if (column === undefined) return [];
    const rows = (formulas.get(verdict.column) ?? []).filter((row) => row > verdict.row).sort((a, b) => a - b);
    const empty = rows.filter((row) => !learner.cells.has(cellKey(row, column)));
    const counts = answers.cells.get(cellKey(countsRow, verdict.column))?.value === 1;
    const told = answers.cells.get(cellKey(partRow, verdict.column))?.value;
    const part = blankChoices.find((each) => each !== 'all' && each === told);
    const [first] = empty;
    const firstEmpty = first === undefined ? undefined : { row: first, column };
    const own = part === undefined || part === 'all' ? undefined : markPartOf(part, name);
    return [{ name, counts, part: own, firstEmpty, cells: rows.length, empty: empty.length }];
  });
}

/** The columns of texts in some rows of a sheet, by row and text. */
function headersIn(
  { cells }: LearnerSheet,
  rows: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const found = new Map([...rows].map((row) => [row, new Map<string, number>()]));
  for (const { row, column, value } of cells.values())
    if (typeof value === 'string' && !found.get(row)?.has(value)) found.get(row)?.set(value, column);
  return found;
}

function findingsOf(learner: LearnerSheet, asked: readonly Asked[]): readonly Finding[] {
  const groups = new Map<
    string,
    { names: string[]; place: CellPosition; count: number; whole: boolean; counts: boolean }
  >();
  for (const { name, counts, firstEmpty, cells, empty } of asked) {
    if (firstEmpty === undefined) continue;
    const whole = empty === cells;
    const key = `${counts} ${whole || firstEmpty.row}`;
    const group = groups.get(key) ?? { names: [], place: firstEmpty, count: 0, whole, counts };
    groups.set(key, group);
    group.names.push(name);
    group.count += empty;
  }
  return [...groups.values()].map(({ names, place, count, whole, counts }) => ({
    kind: 'empty',
    mistake: counts,
    sheet: learner.name,
    cell: addressOf(place),
    count,
    message: sentence(names, whole ? undefined : place.row, counts),
    named: true,
  }));
}

function sentence(names: readonly string[], from: number | undefined, counts: boolean): string {
  const columns = names.length === 1 ? `The column ${names[0]} is` : `${names.length} columns are`;
  const many = names.length > MOST_NAMES;
  const list = names.length === 1 ? '' : many ? `, from ${names[0]} to ${names.at(-1)}` : `: ${names.join(', ')}`;
  const where = from === undefined ? '' : ` in row ${from}, perhaps in others`;
  return `${columns} still empty${where}${list}${counts ? '' : '; chain factors may be left out'}.`;
}
