/**
 * Numbers as text, written as bytes: exactly what `String(value)` gives, the fewest digits that name the number. Nearly all of a long
 * workbook are such numbers, and making a string of each takes most of the time that its rows take.
 *
 * The number times a power of ten has 17 digits before its point. This product is computed to twice the precision of a number
 * (T. J. Dekker, "A floating-point technique for extending the available precision", 1971). The text is the nearest decimal of 15, 16 or
 * 17 digits, the first of these that lies within half the gap to the next number; where that is too close to call, `String` decides.
 */

const [MINUS, POINT, ZERO, E] = [45, 46, 48, 101] as const;

/** Numbers of exponents below are left to `String`. */
const LEAST_EXPONENT = -40;
/** The exponent of the largest numbers with digits behind the point. */
const MOST_EXPONENT = 15;
/** The exponent that 17 digits before the point make. */
const SCALED_EXPONENT = 16;
/** The last digits of the 17: those that are rounded. */
const LAST_DIGITS = 1e9;
/** What remains uncertain of them; in truth it is less than a tenth of this. */
const UNCERTAIN = 1e-5;
/** In place of an exponent, where `String` decides. */
const UNDECIDED = 1000;

/** 10⁰, 10¹ and so on: the nearest number to each, and what it is off by. */
const exactPowers = Array.from({ length: SCALED_EXPONENT - LEAST_EXPONENT + 1 }, (_, k) => 10n ** BigInt(k));
const powers = Float64Array.from(exactPowers, Number);
const remainders = Float64Array.from(exactPowers, (power) => Number(power - BigInt(Number(power))));
/** From which number on the exponents begin, from the least one. */
const beginnings = Float64Array.from({ length: MOST_EXPONENT - LEAST_EXPONENT + 2 }, (_, k) =>
  Number(`1e${LEAST_EXPONENT + k}`),
);

/** Numbers from 2ᵉ on lie twice this apart; e from −BINARY on. */
const BINARY = 160;
const halfGaps = Float64Array.from({ length: 2 * BINARY }, (_, k) => 2 ** (k - BINARY - 53));

const LOG_OF_TWO = Math.log10(2);

/** Takes a number apart into halves whose products are exact. */
const SPLITTER = 2 ** 27 + 1;

const value64 = new Float64Array(1);
const words = new Uint32Array(value64.buffer);
/** Which of the two words of a number holds its exponent. */
const UPPER = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** The 17 digits that were found last: the first 8, and the last 9. */
const found = new Int32Array(2);

/** The most bytes that a number takes. */
export const NUMBER_BYTES = 32;

/** Writes a finite number, with room for {@link NUMBER_BYTES}. @returns where its text ends */
export function writeNumber(value: number, into: Uint8Array, at: number): number {
  if (value < 0) {
    into[at] = MINUS;
    return writePositive(-value, into, at + 1);
  }
  return writePositive(value, into, at);
}

/** Writes a whole number from 0 to 999,999,999. @returns where its text ends */
export function writeWhole(value: number, into: Uint8Array, at: number): number {
  let places = 1;
  for (let bound = 10; bound <= value; bound *= 10) places++;
  return writePlaces(value, places, into, at);
}

/** Writes a whole number with so many places, zeros before it. @returns where its text ends */
function writePlaces(value: number, places: number, into: Uint8Array, at: number): number {
  let rest = value;
  for (let k = at + places - 1; k >= at; k--) {
    const next = (rest / 10) | 0;
    into[k] = ZERO + rest - 10 * next;
    rest = next;
  }
  return at + places;
}

function writePositive(value: number, into: Uint8Array, at: number): number {
  if (value === Math.floor(value))
    return value < LAST_DIGITS ? writeWhole(value, into, at) : writeString(value, into, at);
  const exponent = findDigits(value);
  if (exponent === UNDECIDED) return writeString(value, into, at);
  return exponent < 0 && exponent >= -6
    ? writeFraction(exponent, into, at)
    : writePointed(Math.max(exponent, 0), exponent, into, at);
}

/** Finds the digits of a number that is not whole. @returns the exponent of the first, or UNDECIDED */
function findDigits(value: number): number {
  value64[0] = value;
  const upper = words[UPPER] as number;
  const binary = (upper >>> 20) - 1023;
  let exponent = Math.floor(binary * LOG_OF_TWO);
  if (exponent < LEAST_EXPONENT) return UNDECIDED;
  if (value >= (beginnings[exponent + 1 - LEAST_EXPONENT] as number)) exponent++;
  // Below a power of two numbers lie closer than above it.
  if ((upper & 0xf_ff_ff) === 0 && words[1 - UPPER] === 0) return UNDECIDED;

  const power = powers[SCALED_EXPONENT - exponent] as number;
  const product = value * power;
  const [a, b] = [SPLITTER * value, SPLITTER * power];
  const [valueHigh, powerHigh] = [a - (a - value), b - (b - power)];
  const [valueLow, powerLow] = [value - valueHigh, power - powerHigh];
  const lost = valueLow * powerLow - (product - valueHigh * powerHigh - valueLow * powerHigh - valueHigh * powerLow);
  let first = Math.floor(product / LAST_DIGITS);
  const last = product - first * LAST_DIGITS + (lost + value * (remainders[SCALED_EXPONENT - exponent] as number));

  let rounded = nearest(last, power * (halfGaps[binary + BINARY] as number));
  if (rounded < 0) {
    rounded += LAST_DIGITS;
    first--;
  } else if (rounded >= LAST_DIGITS) {
    rounded -= LAST_DIGITS;
    first++;
  }
  found[0] = first;
  found[1] = rounded;
  // Rounding may lead past a power of ten.
  return Number.isNaN(rounded) || first < 1e7 || first >= 1e8 ? UNDECIDED : exponent;
}

/** The last digits rounded as far as half a gap allows; NaN where it cannot be told how far that is, or which way. */
function nearest(last: number, halfGap: number): number {
  for (let unit = 100; unit > 1; unit /= 10) {
    const rounded = Math.round(last / unit) * unit;
    const off = Math.abs(rounded - last);
    if (off < halfGap - UNCERTAIN) return Math.abs(off - unit / 2) < UNCERTAIN ? Number.NaN : rounded;
    if (off < halfGap + UNCERTAIN) return Number.NaN;
  }
  const rounded = Math.round(last);
  return Math.abs(Math.abs(rounded - last) - 0.5) < UNCERTAIN ? Number.NaN : rounded;
}

/** Writes the digits that were found, but for zeros at their end. @returns where they end */
function writeFound(into: Uint8Array, at: number): number {
  let end = writePlaces(found[1] as number, 9, into, writePlaces(found[0] as number, 8, into, at));
  while (into[end - 1] === ZERO) end--;
  return end;
}

/** Writes the digits as 0.00…. Like all of these texts it is that of ECMA-262, Number::toString. */
function writeFraction(exponent: number, into: Uint8Array, at: number): number {
  into[at] = ZERO;
  into[at + 1] = POINT;
  for (let k = 2; k <= -exponent; k++) into[at + k] = ZERO;
  return writeFound(into, at + 1 - exponent);
}

/** Writes the digits with a point behind the one of a place, and with their exponent where it is another. */
function writePointed(place: number, exponent: number, into: Uint8Array, at: number): number {
  let end = writeFound(into, at + 1);
  for (let k = at; k <= at + place; k++) into[k] = into[k + 1] as number;
  into[at + place + 1] = POINT;
  // A single digit has none behind its point.
  if (end === at + 2) end--;
  if (exponent === place) return end;
  into[end] = E;
  into[end + 1] = MINUS;
  return writeWhole(-exponent, into, end + 2);
}

function writeString(value: number, into: Uint8Array, at: number): number {
  const text = String(value);
  for (let k = 0; k < text.length; k++) into[at + k] = text.charCodeAt(k);
  return at + text.length;
}
