import { describe, expect, test } from 'vitest';
import { near } from './numbers.ts';
import { valueOfShown } from './shown-formula.ts';

describe('a formula with the numbers put in is read as people read it', () => {
  test.each([
    ['0.15 × 0.05 + 0.2 × 0.1', 0.0275],
    ['½ × (0.5 − 1)²', 0.125],
    ['½(0.5 − 1)² + 1', 1.125],
    ['½ × ½', 0.25],
    ['1 / (1 + e^(−0))', 0.5],
    ['8 / 4 / 2 × 3', 3],
    ['8 − 4 − 2', 2],
    ['−2²', -4],
    ['(−2)³', -8],
    ['2 − −3', 5],
    ['2^(−1)', 0.5],
    ['(1 − 0.5^3)', 0.875],
    ['4.5·10^(−4)', 0.00045],
    ['(−4.5·10^(2)) × 2', -900],
    // Only the power of ten is squared.
    ['2·10^(1)²', 200],
    ['tanh(0) + ln(1) + √(9)', 3],
    ['max(0, −0.5)', 0],
    ['max(1, 2 × 3, 4)', 6],
    ['min(2, max(0, 3)) × sign(−4)', -2],
    ['|−0.5| + |1 − 3| × √(2 / π) × √(π / 2)', 2.5],
    ['1 if 0.5 > 0, else 0', 1],
    ['2 × 3 if −0.5 > 0, else 0.1 × (−0.5)', -0.05],
    ['3 × (1 if 2 > 2, else 0.5)', 1.5],
    ['max((1 if 2 > 1, else 5), 0)', 1],
    ['−(0 × ln(0) + 1 × ln(1))', 0],
    ['−(0 / 0)', 0],
    ['1 + #NUM!', Number.NaN],
    ['0 × #NUM!', Number.NaN],
    ['1 if #DIV/0! > 0, else 0', Number.NaN],
    ['1e−7 × 2', 2e-7],
  ])('%s is %d', (text, value) => {
    expect(near(valueOfShown(text), value, { relative: 1e-15, floor: 1e-15 })).toBe(true);
  });

  test.each(['', 'w5 × 2', '1 +', '(1', '1)', '1 2', '1 if 2 > 1', '3 - 1', 'sin(1)'])('"%s" is none', (text) => {
    expect(() => valueOfShown(text)).toThrow(SyntaxError);
  });
});
