import { inputError } from './input-error.ts';
import { inQuotes } from './path-text.ts';

/** A number as people write it, which leaves out 0x10 and the empty text. */
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * The number that a person wrote.
 *
 * @param where what it was written for, such as a flag or a field
 * @throws InputError where it is none
 */
export function decimalOf(text: string, where: string): number {
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value))
    throw inputError(`${inQuotes(text)} is not a finite number; write it like 0.5 or 1e-3.`, where);
  return value;
}
