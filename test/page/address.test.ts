import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageNames } from '../../src/model/stages.ts';
import { type Address, readAddress, writeAddress } from '../../src/page/address.ts';
import { times } from '../helpers/sample.ts';

const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const anyAddress: fc.Arbitrary<Address> = fc.record({
  network: optional(fc.constantFrom('class', 'xor', 'three-classes')),
  file: optional(fc.string({ unit: 'binary', minLength: 1 })),
  rate: optional(fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
  iteration: optional(fc.integer({ min: 1, max: 1_000_000 })),
  sample: optional(fc.integer({ min: 1, max: 1000 })),
  stage: optional(fc.constantFrom(...stageNames)),
  point: optional(fc.constantFrom('w5', 'b1', 'β1')),
  scale: optional(fc.constant('log' as const)),
  values: fc
    .array(
      fc.tuple(
        fc.constantFrom('w5', 'b1', 't1', 'i1@2', 'β1', 'μ'),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    )
    .map((entries) => new Map(entries.map(([name, value]) => [name, value + 0]))),
});

describe('the state of the page in an address', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        // The encoding of an address has no half of a pair.
        const file = address.file === undefined ? undefined : Buffer.from(address.file).toString();
        expect(readAddress(writeAddress({ ...address, file }))).toEqual({ ...address, file });
      }),
      { numRuns: times(100) },
    );
  });

  test('is short and readable', () => {
    const address = { ...readAddress(''), network: 'xor', rate: 0.5, iteration: 120, values: new Map([['w5', 0.3]]) };
    expect(writeAddress(address)).toBe('#network=xor&rate=0.5&iteration=120&w5=0.3');
  });

  test.each([
    '#rate=fast',
    '#rate=-1',
    '#iteration=1.5',
    '#iteration=0',
    '#sample=x',
    '#stage=9',
    '#w5=',
    '#w5=one',
    '#scale=odd',
    '#%%%',
    '#=',
  ])('%s says nothing that can be understood', (hash) => {
    const { values, ...fields } = readAddress(hash);
    expect(Object.values(fields).filter((value) => value !== undefined)).toEqual([]);
    expect(values.size).toBe(0);
  });
});
