import { readCsv } from '../csv/csv.ts';
import { type Fault, inputError } from '../network/input-error.ts';
import { inQuotes } from '../network/path-text.ts';
import { fileNameOf } from './file-names.ts';
import { foldedName, plainName } from './names.ts';

/** A learner of a class. */
export interface Learner {
  readonly name: string;
  /** The name of the learner's file, without its ending. */
  readonly file: string;
}

/** A class, and what of its list cannot be used. */
export interface LearnerList {
  readonly learners: readonly Learner[];
  readonly faults: readonly Fault[];
}

/** How a list is to be read. */
export interface ListOptions {
  /** Whether it is a table, even without a heading that is known. */
  readonly table?: boolean;
  /** The heading of the column of names. */
  readonly column?: string | undefined;
}

/** The most characters of a name. */
const MOST_NAME = 100;

/** The most learners of a list. */
const MOST_LEARNERS = 5_000;

/** What no name holds: control characters, line ends, halves of characters. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** What columns of names are called, in the order in which they are looked for. */
const WHOLE = ['name', 'full name', 'fullname', 'learner', 'student', 'display name', 'vollständiger name'];
const FIRST = ['first name', 'firstname', 'given name', 'vorname'];
const LAST = ['last name', 'lastname', 'surname', 'family name', 'nachname'];

/**
 * Reads the list of a class: a name a line, or a table (CSV) with a column of names, or one of first and one of last names. Names that stand
 * twice, and those that cannot be used, are told; the others are read all the same.
 *
 * @throws InputError where a table has no column of names
 */
export function readLearners(text: string, options: ListOptions = {}): LearnerList {
  const faults: Fault[] = [];
  const byName = new Map<string, Learner & { readonly path: string }>();
  const byFile = new Map<string, string>();
  for (const { name, path } of namesIn(text, options)) {
    const file = fileNameOf(name);
    const folded = foldedName(name);
    const message =
      faultOf(name) ??
      (byName.size >= MOST_LEARNERS
        ? `there are more than ${MOST_LEARNERS.toLocaleString('en')} learners; make several lists.`
        : twice(name, byName.get(folded)?.path, byFile.get(file.toLowerCase())));
    if (message !== undefined) {
      faults.push({ path, message });
      continue;
    }
    byName.set(folded, { name, file, path });
    byFile.set(file.toLowerCase(), path);
  }
  return { learners: [...byName.values()].map(({ name, file }) => ({ name, file })), faults };
}

/** Why a name cannot be used. */
function faultOf(name: string): string | undefined {
  if (UNFIT.test(name)) return `${inQuotes(name)} holds a character that no name can hold.`;
  if (name.length > MOST_NAME) return `${inQuotes(name)} has more than ${MOST_NAME} characters.`;
  if (fileNameOf(name) === '') return `${inQuotes(name)} is a name that no file system takes; write letters or digits.`;
  return undefined;
}

/** Why it cannot be used beside others. @param same where the same name stands @param file where a name stands that has the same file */
function twice(name: string, same: string | undefined, file: string | undefined): string | undefined {
  if (same !== undefined) return `${inQuotes(name)} stands in ${same} already; tell the two apart.`;
  if (file !== undefined)
    return `${inQuotes(name)} would have the same file as the name in ${file}; tell the two apart.`;
  return undefined;
}

interface Written {
  readonly name: string;
  readonly path: string;
}

function namesIn(text: string, { table = false, column }: ListOptions): readonly Written[] {
  const { rows } = readCsv(text);
  const head = (rows[0] ?? []).map(foldedName);
  const named = (titles: readonly string[]): number | undefined =>
    titles.map((title) => head.indexOf(title)).find((at) => at >= 0);
  const whole = named(column === undefined ? WHOLE : [foldedName(column)]);
  const parts = column === undefined ? [named(FIRST), named(LAST)] : [];
  const columns = whole === undefined ? parts.filter((at) => at !== undefined) : [whole];
  if (column !== undefined && columns.length === 0)
    throw inputError(
      `has no column ${inQuotes(column)}; it has: ${(rows[0] ?? []).map((each) => inQuotes(each)).join(', ')}.`,
    );
  if (table && head.length > 1 && columns.length === 0)
    throw inputError('is a table without a column of names; call it "Name", or say which it is.');
  // Without other columns, commas belong to the names.
  if (columns.length === 0 || head.length === 1) return linesOf(text).slice(columns.length);
  return rows.slice(1).flatMap((row, k) => {
    const name = plainName(columns.map((at) => row[at] ?? '').join(' '));
    return name === '' ? [] : [{ name, path: `row ${k + 2}` }];
  });
}

/** A name a line. */
const linesOf = (text: string): readonly Written[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line, k) => {
      const name = plainName(line.replace(/^\s*"(.*)"\s*$/, '$1'));
      return name === '' ? [] : [{ name, path: `line ${k + 1}` }];
    });
