import { expect, test } from 'vitest';
import { packageFaults } from '../package-checks.ts';
import { smallWorkbook } from '../small-workbook.ts';

/** Text in a part, what to put in its place, and every fault that must then be found. */
export type Spoiling = readonly [from: string, to: string, ...faults: readonly string[]];

/** Declares a test for each way of changing a part of the small sound workbook; no faults means it stays sound. */
export function spoil(part: string, cases: readonly Spoiling[]): void {
  for (const [from, to, ...faults] of cases) {
    test(`${shorten(from)} → ${shorten(to)}`, () => {
      expect(packageFaults(smallWorkbook({ part, from, to }))).toEqual(faults);
    });
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
