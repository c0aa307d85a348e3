import Papa from 'papaparse';

/** A table as text, such as a list of learners or an export of a gradebook. */
export interface Csv {
  readonly rows: readonly (readonly string[])[];
  /** What stands between two cells: a comma, a semicolon or a tab. */
  readonly delimiter: string;
  /** Whether the text begins with the mark by which spreadsheet programs know UTF-8. */
  readonly marked: boolean;
}

/** The mark by which spreadsheet programs know that a text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** What may stand between two cells. */
const DELIMITERS = [',', ';', '\t'];

/** What a spreadsheet program would take for a formula at the beginning of a cell. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * Reads a table. What stands between its cells is found out; a line that is empty is a row of one empty cell. Source: RFC 4180.
 *
 * @param delimiter where it is known
 */
export function readCsv(text: string, delimiter?: string): Csv {
  const marked = text.startsWith(BYTE_ORDER_MARK);
  const plain = marked ? text.slice(1) : text;
  const between = delimiter ?? delimiterOf(plain);
  const { data } = Papa.parse<string[]>(plain, { delimiter: between });
  // What follows the last line end is no row.
  const ends = (data.at(-1)?.join('') ?? '') === '' && (data.at(-1)?.length ?? 0) < 2;
  return { rows: ends ? data.slice(0, -1) : data, delimiter: between, marked };
}

/** Rows by which it is found out what stands between cells. */
const SAMPLE = 20;

/** Empty rows say nothing of that. */
const delimiterOf = (text: string): string =>
  Papa.parse(text, { delimitersToGuess: DELIMITERS, skipEmptyLines: 'greedy', preview: SAMPLE }).meta.delimiter;

/** A table as text, its lines ended as RFC 4180 has it. Cells stay as they are; see {@link harmless}. */
export const csvText = ({ rows, delimiter, marked }: Csv): string =>
  `${marked ? BYTE_ORDER_MARK : ''}${Papa.unparse(rows as string[][], { delimiter, newline: '\r\n' })}\r\n`;

/** A text of a stranger as a cell that no spreadsheet program takes for a formula: with `'` before it where one would. */
export const harmless = (text: string): string =>
  FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;
