import { addressOf } from './file/address.ts';
import { keyOf, type Sheet } from './file/sheet.ts';
import type { Book } from './file/workbook.ts';
import type { Finding } from './finding.ts';

/** What a sheet of answers says of a column that a learner is to fill in. */
interface Asked {
  readonly name: string;
  readonly counts: boolean;
  readonly headerRow: number;
  /** The rows that hold an answer, in order. */
  readonly rows: readonly number[];
}

/**
 * What is still empty in an exercise of this program, by its sheets of answers. Empty columns that count are mistakes, chain factors that
 * were left out a note; nothing for other workbooks.
 */
export function emptyAnswers({ sheets }: Pick<Book, 'sheets'>): readonly Finding[] {
  return sheets.flatMap((answers) => {
    const of = textAt(answers, 1, 1, /^Answers of (.+)$/);
    const learner = sheets.find(({ name }) => name === of);
    return learner === undefined ? [] : findingsOf(learner, askedColumns(answers));
  });
}

function textAt(sheet: Sheet, row: number, column: number, pattern: RegExp): string | undefined {
  const value = sheet.cells.get(keyOf(row, column))?.value;
  return typeof value === 'string' ? pattern.exec(value)?.[1] : undefined;
}

function askedColumns(answers: Sheet): readonly Asked[] {
  const cells = [...answers.cells.values()];
  const countsRow = cells.find(({ column, value }) => column === 1 && value === 'counts')?.row ?? 0;
  const found = new Map<string, Asked>();
  for (const { row, column } of cells) {
    const name = textAt(answers, row, column, /^answer: (.+)$/);
    if (name === undefined) continue;
    // The last column of each name holds the verdicts, and whether they count.
    const counts = answers.cells.get(keyOf(countsRow, column))?.value === 1;
    const rows = cells.filter((cell) => cell.column === column && cell.row > row && cell.formula !== undefined);
    found.set(name, { name, counts, headerRow: row, rows: rows.map((cell) => cell.row).sort((a, b) => a - b) });
  }
  return [...found.values()];
}

function findingsOf(learner: Sheet, asked: readonly Asked[]): readonly Finding[] {
  const cells = [...learner.cells.values()];
  const groups = new Map<
    string,
    { names: string[]; row: number; column: number; count: number; whole: boolean; counts: boolean }
  >();
  for (const { name, counts, headerRow, rows } of asked) {
    const column = cells.find(({ row, value }) => row === headerRow && value === name)?.column;
    if (column === undefined) continue;
    const empty = rows.filter((row) => learner.cells.get(keyOf(row, column)) === undefined);
    const [row] = empty;
    if (row === undefined) continue;
    const whole = empty.length === rows.length;
    const key = `${counts} ${whole || row}`;
    const group = groups.get(key) ?? { names: [], row, column, count: 0, whole, counts };
    groups.set(key, group);
    group.names.push(name);
    group.count += empty.length;
  }
  return [...groups.values()].map(({ names, row, column, count, whole, counts }) => ({
    kind: 'empty',
    mistake: counts,
    sheet: learner.name,
    cell: addressOf({ row, column }),
    count,
    message: sentence(names, whole ? undefined : row, counts),
    named: true,
  }));
}

function sentence(names: readonly string[], from: number | undefined, counts: boolean): string {
  const columns = names.length === 1 ? `The column ${names[0]} is` : `${names.length} columns are`;
  const list = names.length === 1 ? '' : `: ${names.join(', ')}`;
  const where = from === undefined ? '' : ` in row ${from}, perhaps in others`;
  return `${columns} still empty${where}${list}${counts ? '' : '; chain factors may be left out'}.`;
}
