/** Significant digits of a number that is shown in a formula. */
const DIGITS = 6;

/** Powers of ten from here on are written out as such. */
const SMALLEST_EXPONENT = -4;
const LARGEST_EXPONENT = 5;

/** A number as formulas show it: its digits, and the power of ten that they are to be multiplied by, if any. */
export interface ShownNumber {
  readonly digits: string;
  readonly exponent: number | undefined;
}

/** A finite number with six significant digits: 0.0275, -0.75, 1.5 and the exponent -7. */
export function sixDigits(value: number): ShownNumber {
  const shown = Number(value.toPrecision(DIGITS));
  const [mantissa = '', power] = shown.toExponential().split('e');
  const exponent = Number(power);
  return exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT
    ? { digits: String(shown), exponent: undefined }
    : { digits: mantissa, exponent };
}
