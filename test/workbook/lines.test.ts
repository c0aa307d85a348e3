import { describe, expect, test } from 'vitest';
import { errorLine, rateLines, staggered, weightLine } from '../../src/workbook/look/lines.ts';

/** How bright a colour is, from 0 to 1 (ITU-R BT.709). */
function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the lines of learning rates', () => {
  test.each([1, 2, 3, 6, 12, 24])('of %i are darker the larger the rate, and all different', (count) => {
    const rates = Array.from({ length: count }, (_, k) => k + 1);
    const looks = rateLines(rates);
    const values = looks.map(({ line }) => brightness(line.color));
    expect(values.every((value, k) => k === 0 || value <= (values[k - 1] ?? 0))).toBe(true);
    const seen = looks.map(({ line, symbol }) => `${line.color} ${line.dash} ${symbol}`);
    expect(new Set(seen).size).toBe(count);
    expect(looks.map(({ line }) => line.width)).toEqual(rates.map((rate) => (rate === count ? 2.5 : 1.75)));
  });

  test('keep to the order of the rates, however they are listed', () => {
    const [small, middle, large] = rateLines([1, 2, 3]);
    expect(rateLines([2, 3, 1])).toEqual([middle, large, small]);
  });

  test.each([
    [1, 1],
    [6, 1],
    [6, 2],
    [6, 100],
    [6, 1000],
    [12, 100],
    [255, 100],
  ])('of %i with %i points have marks on points that there are', (count, points) => {
    for (const [k, look] of rateLines(Array.from({ length: count }, (_, rate) => rate + 1)).entries()) {
      const { first, every } = staggered(k, count, points, look);
      expect(Number.isInteger(first) && Number.isInteger(every)).toBe(true);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(Math.min(points, every));
    }
  });

  test('of six with a hundred points never have two marks in one place', () => {
    const looks = rateLines([1, 2, 3, 4, 5, 6]);
    const firsts = looks.map((look, k) => staggered(k, 6, 100, look).first);
    expect(new Set(firsts).size).toBe(6);
  });
});

test('as many errors as a legend names beside their sum all look different', () => {
  const seen = Array.from({ length: 7 }, (_, k) => JSON.stringify(errorLine(k)));
  expect(new Set(seen).size).toBe(7);
});

test.each([0, 7, 100])('the lines of unit or error %i have a colour, a width and a dash', (k) => {
  for (const line of [errorLine(k), weightLine(k, k)])
    expect(line).toEqual({
      color: expect.stringMatching(/^[0-9A-F]{6}$/),
      width: expect.any(Number),
      dash: expect.stringMatching(/^(?:solid|dash|sysDash|sysDot|dashDot|lgDash|lgDashDot)$/),
    });
});
