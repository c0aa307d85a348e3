import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_SHOWN, shownIterations } from '../../src/workbook/numbers/shown.ts';

const many = fc.integer({ min: MOST_SHOWN + 1, max: 1_048_563 });

describe('the iterations that charts show', () => {
  test.each([1, 2, 999, 1000])('are all of %i', (iterations) => {
    const all = Float64Array.from({ length: iterations }, (_, k) => k + 1);
    expect(shownIterations(iterations)).toEqual({ sampled: false, even: all, logarithmic: all });
  });

  test('are 1,000 of more, each later than the one before, from the first to the last', () => {
    fc.assert(
      fc.property(many, (iterations) => {
        const { sampled, even, logarithmic } = shownIterations(iterations);
        expect(sampled).toBe(true);
        for (const shown of [even, logarithmic]) {
          expect(shown).toHaveLength(MOST_SHOWN);
          expect([shown[0], shown.at(-1)]).toEqual([1, iterations]);
          expect(shown.every((k, at) => at === 0 || k > (shown[at - 1] as number))).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('are evenly spaced, but for rounding', () => {
    fc.assert(
      fc.property(many, (iterations) => {
        const { even } = shownIterations(iterations);
        const step = (iterations - 1) / (MOST_SHOWN - 1);
        expect(even.every((k, at) => Math.abs(k - (1 + at * step)) <= 0.5001)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('are spaced as far apart as they are late, on the logarithmic chart', () => {
    const { logarithmic } = shownIterations(1_000_000);
    const ratio = (at: number): number => (logarithmic[at + 1] as number) / (logarithmic[at] as number);
    expect(ratio(998)).toBeCloseTo(1_000_000 ** (1 / 999), 3);
    expect(ratio(700)).toBeCloseTo(1_000_000 ** (1 / 999), 3);
    expect([...logarithmic.subarray(0, 4)]).toEqual([1, 2, 3, 4]);
  });
});
