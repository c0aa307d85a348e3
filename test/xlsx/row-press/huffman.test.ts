import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pressModule } from '../../../src/xlsx/row-press/compiled.ts';

const module = pressModule();
/** Where numbers can stand in the memory of the module: those given, and the result. */
const GIVEN = module.templateRoom(8192);
const RESULT = GIVEN + 4096;

const tableAt = (place: number, size: number): Uint32Array => new Uint32Array(module.memory.buffer, place, size);

function codeLengths(counts: Uint32Array, most: number): Uint32Array {
  tableAt(GIVEN, counts.length).set(counts);
  module.codeLengths(GIVEN, counts.length, most, RESULT);
  return tableAt(RESULT, counts.length).slice();
}

/** Codes: the number of their bits lowest, above it the bits. */
const SIZE_BITS = 6;

function codesOf(lengths: readonly number[]): readonly number[] {
  tableAt(GIVEN, lengths.length).set(lengths);
  module.codesOf(GIVEN, lengths.length, RESULT);
  return [...tableAt(RESULT, lengths.length)];
}

const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 })), {
  minLength: 2,
  maxLength: 286,
});
const twoOrMore = counts
  .filter((all) => all.filter((count) => count > 0).length > 1)
  .map((all) => Uint32Array.from(all));

/** How much of all sequences of bits the codes take up: 1 where every sequence can be read. */
const share = (lengths: Uint32Array): number =>
  lengths.reduce((sum, length) => sum + (length === 0 ? 0 : 2 ** -length), 0);

describe('a Huffman code', () => {
  test.each([
    ['as often, as long', [3, 3, 3, 3], [2, 2, 2, 2]],
    ['rarer, longer', [8, 4, 2, 1, 1], [1, 2, 3, 4, 4]],
    ['nothing for what does not occur', [0, 5, 0, 1], [0, 1, 0, 1]],
  ])('%s', (_, given, lengths) => {
    expect([...codeLengths(Uint32Array.from(given), 15)]).toEqual(lengths);
  });

  test('is no longer than allowed, whatever the counts: those of Fibonacci make the longest', () => {
    const fibonacci = Uint32Array.from({ length: 30 }, () => 1);
    for (let k = 2; k < 30; k++) fibonacci[k] = (fibonacci[k - 1] as number) + (fibonacci[k - 2] as number);
    expect(Math.max(...codeLengths(fibonacci, 29))).toBe(29);
    const lengths = codeLengths(fibonacci, 7);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(7);
    expect(share(lengths)).toBe(1);
  });

  test('leaves no bits unused, and gives fewer to what occurs more often', () => {
    fc.assert(
      fc.property(twoOrMore, (given) => {
        const lengths = codeLengths(given, 15);
        expect(share(lengths)).toBe(1);
        for (const [a, count] of given.entries())
          for (const [b, other] of given.entries())
            if (other > 0 && count > other) expect(lengths[a]).toBeLessThanOrEqual(lengths[b] as number);
      }),
    );
  });

  test('is that of RFC 1951, 3.2.2, its bits in reverse', () => {
    const codes = codesOf([3, 3, 3, 3, 3, 2, 4, 4]);
    const written = codes.map((code) => [...(code >>> SIZE_BITS).toString(2).padStart(code % 2 ** SIZE_BITS, '0')]);
    expect(written.map((bits) => bits.reverse().join(''))).toEqual([
      '010',
      '011',
      '100',
      '101',
      '110',
      '00',
      '1110',
      '1111',
    ]);
  });
});
