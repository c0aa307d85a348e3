import { cutFormula, limits } from './limits.ts';

/**
 * The pieces of a formula: a text in quotes, a reference in brackets (with quoted sheet names in it), an error, a name, or any other character. Of
 * quotes that are doubled inside quotes each half is a piece of its own, so that there is one way only to read a text.
 */
const PIECE = /"[^"]*"|\[(?:'[^']*'|[^'[\]])*\]|'[^']*'|#[\w/]+[!?]?|[\p{L}_][\p{L}\p{N}_.]*|./gsu;

/** Prefixes of functions that OpenFormula has not, but other programs have. */
const VENDORS =
  /^(?:com\.microsoft|org\.openoffice|org\.libreoffice|com\.sun\.star\.sheet\.addin\.analysis\.get|legacy)\.(?=.)/i;

/**
 * A formula of an OpenDocument cell as Excel writes it, without `=`: `of:=SUM([.A1:.B2];['Sheet 2'.$C$3])` is `SUM(A1:B2,'Sheet 2'!$C$3)`.
 * What Excel has no notation for is left as it is, for the reader of formulas to refuse.
 * Source: OASIS, "Open Document Format for Office Applications 1.3", part 4, 5.
 */
export function fromOpenFormula(formula: string): string {
  const [, prefix = '', text = ''] = /^(?:(\w+):)?={0,2}(.*)$/s.exec(cutFormula(formula, limits.text)) ?? [];
  // Some programs write a cell's formula in Excel's own notation, and say so.
  if (prefix === 'msoxl') return cutFormula(text);
  let arrays = 0;
  const translated = text.replace(PIECE, (piece) => {
    switch (piece[0]) {
      case '"':
      case "'":
        return piece;
      case '[':
        return piece.length === 1 ? piece : reference(piece.slice(1, -1));
      case '{':
        arrays++;
        return piece;
      case '}':
        arrays--;
        return piece;
      case ';':
      case '~':
        return ',';
      case '|':
        return arrays > 0 ? ';' : piece;
      case '!':
        return ' ';
      default:
        return piece.replace(VENDORS, '');
    }
  });
  return cutFormula(translated);
}

/** A corner of a reference: its sheet, with `$` perhaps and in quotes perhaps, then `.` and the cell, column or row. */
const CORNER = /^(?:\$?('(?:[^']|'')*'|[^'.#:]*))?\.(\$?[a-z]{0,3}\$?\d{0,7})$/i;

/** A reference without its brackets: `.A1`, `$Sheet2.$A$1:.B2`, `.#REF!`. */
export function reference(text: string): string {
  if (text.includes('#REF!')) return '#REF!';
  const [from = '', to, ...more] = corners(text);
  const [a, b] = [CORNER.exec(from), to === undefined ? undefined : CORNER.exec(to)];
  // Such as a reference into another file.
  if (a === null || b === null || more.length > 0) return `[${text}]`;
  const [sheet, last] = [quotedSheet(a[1] ?? ''), quotedSheet(b?.[1] ?? '')];
  const sheets = last === '' || last === sheet ? sheet : `${sheet}:${last}`;
  const cells = b === undefined ? a[2] : `${a[2]}:${b[2]}`;
  return sheets === '' ? `${cells}` : `${sheets}!${cells}`;
}

/** The corners of a range: what a colon parts, but not one in quotes. */
const corners = (text: string): readonly string[] => text.match(/(?:'[^']*'|[^':])+/g) ?? [];

/** A sheet's name as Excel writes it before a `!`. */
const quotedSheet = (name: string): string =>
  name === '' || name.startsWith("'") || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name}'`;
