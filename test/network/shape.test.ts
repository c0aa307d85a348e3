import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { noFaults } from '../../src/network/faults.ts';
import { networkSchema } from '../../src/network/schema.ts';
import { findMisshapen } from '../../src/network/shape.ts';
import { anyJson, type Json, spoiltNetwork } from '../helpers/any-json.ts';
import { changed } from './faults-of.ts';

const found = (value: unknown) => {
  const faults = noFaults();
  findMisshapen(networkSchema, value, faults);
  return faults;
};

/** How many faults the validator's own issues are: one for each unknown field, one for each wrong entry of a list of biases. */
function countOf(issue: z.core.$ZodIssue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  if (issue.code === 'invalid_union' && Array.isArray(issue.input))
    return (issue.errors.at(-1) ?? []).map(countOf).reduce((sum, each) => sum + each, 0);
  return 'note' in issue && issue.input !== undefined ? 0 : 1;
}

describe('the walk through a value finds what the validator by itself finds', () => {
  test('in any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, spoiltNetwork), (value: Json) => {
        const issues = networkSchema.safeParse(value, { reportInput: true }).error?.issues ?? [];
        // A text in the place of a list is told once, however long it is.
        const lists = new Set(issues.flatMap(({ code, path }) => (code === 'invalid_type' ? [path.join()] : [])));
        const own = issues.filter(({ code, path }) => !code.startsWith('too_') || !lists.has(path.join()));
        expect(found(value).count).toBe(own.map(countOf).reduce((sum, each) => sum + each, 0));
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});

describe('faults beyond the thousandth are counted, not built:', () => {
  const list = (length: number, entry: unknown): readonly unknown[] => new Array<unknown>(length).fill(entry);
  const samples = (count: number, inputs: unknown) => ({ samples: list(count, { inputs, targets: [1] }) });
  const fields = (count: number) => Object.fromEntries(list(count, 0).map((_, k) => [`f${k}`, k]));

  test.each<readonly [what: string, changes: Readonly<Record<string, unknown>>, count: number]>([
    ['texts for numbers', samples(100, list(16_000, '')), 1_600_000],
    ['numbers too small for a cell', samples(100, list(16_000, 1e-320)), 1_600_000],
    ['rows that are none', { layers: list(20, { activation: 'tanh', weights: list(16_000, null) }) }, 320_000],
    ['biases that are none', { layers: list(20, { activation: 'tanh', bias: list(16_000, {}) }) }, 320_000],
    ['unknown fields', fields(50_000), 50_000],
    ['samples that are none', { samples: list(1000, 1) }, 1000],
    ['samples beyond those that are possible', { samples: list(1_000_000, 1) }, 1],
    ['a list that is too long', samples(1, list(1_000_000, '')), 1],
  ])('%s', (_, changes, count) => {
    const faults = found(changed(changes));
    expect([faults.count, faults.told.length]).toEqual([count, Math.min(count, 1000)]);
  });
});
