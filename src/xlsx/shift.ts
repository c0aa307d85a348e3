/**
 * Text, quoted sheet names, references, then everything that could be mistaken for one: names (of functions, sheets, cells) and
 * numbers such as 1E5.
 */
const tokens =
  /("(?:[^"]|"")*")|('(?:[^']|'')*')|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d+\.?\d*(?:[Ee][+-]?\d+)?|\.\d+/gu;

/** A formula that has been taken apart, to be written for many rows: texts, and between each two of them a row that moves. */
export interface Shiftable {
  readonly texts: readonly string[];
  readonly rows: readonly number[];
}

/** Takes a formula apart: every relative row moves, rows after a $ stay. @param formula without the leading `=` */
export function shiftable(formula: string): Shiftable {
  const texts: string[] = [];
  const rows: number[] = [];
  let from = 0;
  for (const match of formula.matchAll(tokens)) {
    const [token, , , , letters, rowSign, row] = match;
    if (letters === undefined || rowSign === '$' || row === undefined) continue;
    const end = match.index + token.length;
    texts.push(formula.slice(from, end - row.length));
    rows.push(Number(row));
    from = end;
  }
  texts.push(formula.slice(from));
  return { texts, rows };
}
