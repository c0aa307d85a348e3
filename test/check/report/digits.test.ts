import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, short } from '../../../src/check/report/digits.ts';

test.each<readonly [number, number, string, string]>([
  [0.00022487123456789, 0.00022481456789012, '0.00022487', '0.00022481'],
  [0.5932699921071872, 0.596884378259767, '0.59327', '0.59688'],
  [0.14996200000000001, 0.149956143, '0.149962', '0.149956'],
  [0.1 + 0.2, 0.25, '0.3', '0.25'],
  [1, -1, '1', '-1'],
  [0, 0.5, '0', '0.5'],
  [1e-9, 0.5, '1e-9', '0.5'],
  [1.2345678901234567, 1.234567890124, '1.2345678901235', '1.234567890124'],
  [1e300, 1.00002e300, '1e+300', '1.00002e+300'],
  [Number.NaN, 0.123456789, 'not a number', '0.123457'],
])('%s for %s is shown as %s for %s', (actual, expected, shown, right) => {
  expect(apart(actual, expected)).toEqual([shown, right]);
});

const digitsOf = (text: string): number => text.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').length;
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

test('two numbers have at most 15 digits, and look different where 14 digits tell them apart', () => {
  fc.assert(
    fc.property(number, fc.oneof(number, fc.double({ min: -1e-3, max: 1e-3, noNaN: true })), (a, change) => {
      const b = Number.isFinite(a * (1 + change)) ? a * (1 + change) : change;
      const [shown, right] = apart(a, b);
      expect([digitsOf(shown) <= 15, digitsOf(right) <= 15]).toEqual([true, true]);
      if (Math.abs(a - b) > 1e-13 * Math.max(Math.abs(a), Math.abs(b))) expect(shown).not.toBe(right);
    }),
  );
});

test.each([
  [0.1 + 0.2, '0.3'],
  [0.123456789, '0.123457'],
  [1.2e-8, '1.2e-8'],
  [2, '2'],
  [Number.POSITIVE_INFINITY, 'not a number'],
])('%s is %s in short', (value, text) => {
  expect(short(value)).toBe(text);
});
