import { expect, test } from 'vitest';
import { rounded } from '../../src/workbook/numbers/written-number.ts';

test.each([
  [1.005, 2, 1.01],
  [-2.5, 0, -3],
  [0.12345, 4, 0.1235],
  [1.25e-7, 8, 1.3e-7],
  [2.8e-17, 6, 0],
  [6e-7, 6, 1e-6],
  [123_456_789, 6, 123_456_789],
])('%d to %d decimals is %d', (value, decimals, expected) => {
  expect(rounded(value, decimals)).toBe(expected);
});
