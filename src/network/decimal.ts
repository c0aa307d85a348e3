import { inputError } from './input-error.ts';
import { inQuotes } from './path-text.ts';

/** A number as people write it, which leaves out 0x10 and the empty text. */
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** A number with a comma, which is a decimal point to some, and to others stands between thousands. */
const WITH_COMMA = /^\s*[+-]?\d*(?:[.,]\d+)*,\d+(?:\.\d+)?\s*$/;

/** Whether a text is a number. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Whether a text would be a number if it had no comma. */
export const hasComma = (text: string): boolean => WITH_COMMA.test(text);

/**
 * The number that a person wrote.
 *
 * @param where what it was written for, such as a flag or a field
 * @throws InputError where it is none
 */
export function decimalOf(text: string, where: string): number {
  const value = isDecimal(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw inputError(
    hasComma(text)
      ? `${inQuotes(text)} has a comma; write a point before decimals, as in 0.5, and nothing between thousands.`
      : `${inQuotes(text)} is not a finite number; write it like 0.5 or 1e-3.`,
    where,
  );
}
