/**
 * Numbers as text: exactly what JavaScript's `String` gives, the fewest digits that name the number and of these the nearest to it.
 * Source: Raffaello Giulietti, "The Schubfach way to render doubles", 2022; ECMA-262, Number::toString.
 */

/** Bits of a number's fraction, and what its exponent is off by when the fraction is read as a whole number. */
const FRACTION_BITS: u64 = 52;
const BIAS: i32 = 1075;

/** The powers of ten that are needed, from the least to the most: of each its highest 128 bits, the rest rounded up, the upper half first. */
export const leastPower: i32 = -292;
export const mostPower: i32 = 324;
export const powers: usize = memory.data(16 * (mostPower - leastPower + 1), 8);

/** The most bytes of a number, with those that may be written after it. */
export const NUMBER_BYTES: usize = 48;

/** So many digits are written; what follows on the last one that is not 0 does not count. */
const DIGITS: i32 = 17;
const LEAST_OF_DIGITS: u64 = 10_000_000_000_000_000;

/** From this exponent on, and below the other one, the exponent is written. */
const MOST_PLACES: i32 = 21;
const LEAST_PLACES: i32 = -6;

/** The exponent of the decimal found last: that of its last digit. */
let exponent: i32 = 0;

/** Writes a finite number. @param at where, with room for {@link NUMBER_BYTES} @returns where its text ends */
export function writeNumber(value: f64, at: usize): usize {
  if (value < 0) store<u8>(at++, 0x2d);
  const size = abs(value);
  if (size < 10 && size === floor(size)) {
    store<u8>(at, 0x30 + u8(size));
    return at + 1;
  }
  let digits = decimal(reinterpret<u64>(size));
  while (digits < LEAST_OF_DIGITS) {
    digits *= 10;
    exponent--;
  }
  return arrange(digits, exponent + DIGITS, at);
}

/** The shortest decimal of a positive number: its digits; their {@link exponent} is kept. */
function decimal(bits: u64): u64 {
  const fraction = bits & ((1 << FRACTION_BITS) - 1);
  const binary = i32(bits >> FRACTION_BITS);
  const normal = binary !== 0;
  const whole = normal ? fraction | (1 << FRACTION_BITS) : fraction;
  const q = (normal ? binary : 1) - BIAS;
  if (q <= 0 && q > -53 && (whole & ((u64(1) << -q) - 1)) === 0) {
    exponent = 0;
    return whole >> -q;
  }

  // Below a power of two numbers lie closer than above it.
  const closer = u64(fraction === 0 && binary > 1);
  // ⌊log₁₀ 2^q⌋, or of three quarters of it
  const k = (q * 1262611 - (closer === 1 ? 524031 : 0)) >> 22;
  // ⌊log₂ 10⁻ᵏ⌋
  const h = u64(q + ((-k * 1741647) >> 19) + 1);
  const power = powers + 16 * (-k - leastPower);
  const upper = load<u64>(power);
  const lower = load<u64>(power, 8);
  const odd = whole & 1;
  const center = 4 * whole;
  const value = roundedToOdd(upper, lower, center << h);
  const least = roundedToOdd(upper, lower, (center - 2 + closer) << h) + odd;
  const most = roundedToOdd(upper, lower, (center + 2) << h) - odd;

  const s = value >> 2;
  if (s >= 10) {
    const tenth = s / 10;
    const below = least <= 40 * tenth;
    const above = 40 * tenth + 40 <= most;
    if (below !== above) {
      exponent = k + 1;
      return tenth + u64(above);
    }
  }
  exponent = k;
  const below = least <= 4 * s;
  const above = 4 * s + 4 <= most;
  if (below !== above) return s + u64(above);
  const middle = 4 * s + 2;
  return s + u64(value > middle || (value === middle && (s & 1) === 1));
}

/** The product of a power of ten and a number, its last bit set where anything was cut off. */
function roundedToOdd(upper: u64, lower: u64, by: u64): u64 {
  const carried = highProduct(lower, by);
  const low = upper * by + carried;
  return (highProduct(upper, by) + u64(low < carried)) | u64(low > 1);
}

/** The upper half of a product of 128 bits. */
function highProduct(a: u64, b: u64): u64 {
  const a1 = a >> 32;
  const a0 = a & 0xffff_ffff;
  const b1 = b >> 32;
  const b0 = b & 0xffff_ffff;
  const low = a0 * b0;
  const first = a1 * b0 + (low >> 32);
  const second = a0 * b1 + (first & 0xffff_ffff);
  return a1 * b1 + (first >> 32) + (second >> 32);
}

/** Writes 17 digits as `String` does. @param places of them stand before the point @returns where the text ends */
function arrange(digits: u64, places: i32, at: usize): usize {
  const first = digits / LEAST_OF_DIGITS;
  const rest = digits - first * LEAST_OF_DIGITS;
  const upper = rest / 100_000_000;
  const head = 0x30 + u8(first);
  const middle = eightDigits(upper);
  const tail = eightDigits(rest - upper * 100_000_000);
  // Zeros at the end do not count.
  const zeros = tail !== ZEROS ? clz(tail ^ ZEROS) >> 3 : 8 + (middle !== ZEROS ? clz(middle ^ ZEROS) >> 3 : 8);
  const count = DIGITS - i32(zeros);

  if (places > LEAST_PLACES && places <= 0) {
    store<u64>(at, ZEROS);
    store<u8>(at, 0x2e, 1);
    const from = at + 2 - places;
    store<u8>(from, head);
    store<u64>(from, middle, 1);
    store<u64>(from, tail, 9);
    return from + count;
  }
  const pointed = places > 0 && places <= MOST_PLACES;
  const before = pointed ? places : 1;
  store<u8>(at, head);
  store<u64>(at, middle, 1);
  store<u64>(at, tail, 9);
  if (before >= DIGITS) {
    // 17 to 21 places.
    for (let k = DIGITS; k < before; k++) store<u8>(at + k, 0x30);
    return at + before;
  }
  if (count <= before && pointed) return at + before;
  let end = at + count;
  if (count > before) {
    const after = load<u64>(at + before);
    const last = load<u64>(at + before, 8);
    store<u8>(at + before, 0x2e);
    store<u64>(at + before, after, 1);
    store<u64>(at + before, last, 9);
    end++;
  }
  return pointed ? end : writeExponent(places - 1, end);
}

function writeExponent(power: i32, at: usize): usize {
  store<u8>(at, 0x65);
  store<u8>(at, power < 0 ? 0x2d : 0x2b, 1);
  return writeWhole(abs(power), at + 2);
}

/** Writes a whole number that is not negative. @returns where its text ends */
function writeWhole(value: u32, at: usize): usize {
  let end = at + 1;
  for (let rest = value; rest >= 10; rest /= 10) end++;
  let rest = value;
  for (let k = end; k > at; rest /= 10) store<u8>(--k, 0x30 + u8(rest % 10));
  return end;
}

/** Eight zeros as text. */
const ZEROS: u64 = 0x3030_3030_3030_3030;

/** Eight digits of a number below 10⁸ as text, side by side: split into halves, quarters and digits, the first one lowest. */
function eightDigits(value: u64): u64 {
  const upper = value / 10_000;
  const fours = upper | ((value - 10_000 * upper) << 32);
  const hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
  const twos = hundreds | ((fours - 100 * hundreds) << 16);
  const tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
  return ZEROS + (tens | ((twos - 10 * tens) << 8));
}
