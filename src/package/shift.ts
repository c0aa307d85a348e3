/**
 * Text, quoted sheet names, references, then everything that could be mistaken for one: names (of functions, sheets, cells) and
 * numbers such as 1E5.
 */
const tokens =
  /("(?:[^"]|"")*")|('(?:[^']|'')*')|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d+\.?\d*(?:[Ee][+-]?\d+)?|\.\d+/gu;

/**
 * A formula as Excel's fill-down writes it further below: every relative row moves, rows behind a $ stay.
 *
 * @param formula without the leading `=`
 * @param rows how far below
 */
export function shiftFormula(formula: string, rows: number): string {
  return formula.replace(
    tokens,
    (token, _text, _sheet, columnSign: string, letters: string | undefined, rowSign: string, row: string) =>
      letters === undefined || rowSign === '$' ? token : `${columnSign}${letters}${Number(row) + rows}`,
  );
}
