import { sixDigits } from '../expression/digits.ts';
import { errorShown } from '../training/cell-error.ts';

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((mark, digit) => [String(digit), mark])),
};

/** A number with six significant digits as a text: 0.0635454, −1.5·10⁻⁷. */
export function shownNumber(value: number): string {
  const error = errorShown(value);
  if (error !== undefined) return error;
  const { digits, exponent } = sixDigits(value);
  const shown = digits.replace('-', '−');
  if (exponent === undefined) return shown;
  return `${shown}·10${[...String(exponent)].map((mark) => superscripts[mark] ?? mark).join('')}`;
}
