import type { RawCellContent } from 'hyperformula';
import { formulaTokens } from './formula-tokens.ts';
import type { CellValue } from './read-workbook.ts';

/** A constant so written that HyperFormula does not take text for a number, a date or a formula. */
export function constant(value: CellValue): RawCellContent {
  if (typeof value === 'string') return `'${value}`;
  return value !== null && typeof value === 'object' ? value.error : value;
}

/** The formula in HyperFormula's dialect, which lacks numbers with an exponent, bare TRUE and Excel's `_xlfn.`. */
export function dialect(formula: string): string {
  if (!/[eE]|_xlfn/i.test(formula)) return formula;
  return formulaTokens(formula)
    .map(({ kind, text }) => {
      if (kind === 'number') return plainDecimal(text);
      if (kind === 'function') return text.replace(/^_xlfn\./i, '');
      return kind === 'name' && /^(?:true|false)$/i.test(text) ? `${text}()` : text;
    })
    .join('');
}

/** The same decimal number written without an exponent, digit for digit. */
function plainDecimal(number: string): string {
  const [, whole = '', fraction = '', exponent] = /^(\d*)\.?(\d*)[eE]([+-]?\d+)$/.exec(number) ?? [];
  if (exponent === undefined) return number;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`;
}
