import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowWriter, VALUE } from '../../../src/xlsx/row-press/index.ts';
import { times } from '../../helpers/sample.ts';

const writer = new RowWriter();

/** A number as it is written among other text. */
function written(value: number): string {
  writer.setTemplate({ text: `<${VALUE}>`, offsets: [], cells: [0] });
  writer.write(1, [value]);
  return new TextDecoder().decode(writer.take().bytes()).slice(1, -1);
}

const decimal = (most: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.maxSafeNat(), fc.integer({ min: 1, max: most }), fc.integer({ min: -45, max: 25 }))
    .map(([digits, count, exponent]) => Number(`0.${String(digits).slice(0, count)}e${exponent}`));

/** The number so many numbers after another one. */
function stepsUp(value: number, steps: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] as bigint) + BigInt(steps);
  return new Float64Array(bits.buffer)[0] as number;
}

const aside = fc.integer({ min: -3, max: 3 });

describe('a number is written as String writes it', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-7, '-7'],
    [999_999_999, '999999999'],
    [1_000_000_000, '1000000000'],
    [1e20, '100000000000000000000'],
    [123456789012345680000, '123456789012345680000'],
    [1e21, '1e+21'],
    [1.5e21, '1.5e+21'],
    [150, '150'],
    [0.1, '0.1'],
    [-0.5, '-0.5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1 / 3, '0.3333333333333333'],
    [0.9999999999999999, '0.9999999999999999'],
    [9.999999999999998, '9.999999999999998'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
    [1.5e-7, '1.5e-7'],
    [123456789.125, '123456789.125'],
    [4503599627370495.5, '4503599627370495.5'],
    [5e-324, '5e-324'],
    [2.2250738585072014e-308, '2.2250738585072014e-308'],
    [-1.7976931348623157e308, '-1.7976931348623157e+308'],
  ])('%d', (value, text) => {
    expect(written(value)).toBe(text);
  });

  const as = (value: number): void => {
    expect(written(value)).toBe(String(value));
  };

  test.each<[string, fc.Arbitrary<number>]>([
    ['any number', fc.double({ noDefaultInfinity: true, noNaN: true })],
    ['numbers such as weights', fc.double({ min: -10, max: 10, noNaN: true })],
    ['small numbers', fc.double({ min: -1e-5, max: 1e-5, noNaN: true })],
    ['decimals of few digits', decimal(5)],
    ['decimals of 14 to 16 digits', decimal(16)],
    [
      'numbers beside powers of ten',
      fc.tuple(fc.integer({ min: -45, max: 25 }), aside).map(([e, k]) => stepsUp(Number(`1e${e}`), k)),
    ],
    [
      'numbers beside powers of two',
      fc.tuple(fc.integer({ min: -200, max: 80 }), aside).map(([e, k]) => stepsUp(2 ** e, k)),
    ],
    ['numbers beside short decimals', fc.tuple(decimal(4), aside).map(([x, k]) => (x === 0 ? x : stepsUp(x, k)))],
    ['whole numbers', fc.maxSafeInteger()],
    ['quotients of whole numbers', fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => a / (b + 1))],
  ])('%s', (_, numbers) => {
    fc.assert(fc.property(numbers, as), { numRuns: times(2_000) });
  });
});
