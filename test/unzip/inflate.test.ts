import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflate as byZlib } from '../../build/inflate-by-zlib.js';
import { inflate } from '../../src/unzip/inflate.ts';

const text = Buffer.from('a text, '.repeat(9000));
const deflated = deflateRawSync(text);

describe.each([
  ['fflate', inflate],
  ['zlib', byZlib],
])('%s', (_, inflated) => {
  test('inflates within limits', () => {
    expect(Buffer.compare(inflated(deflated, {}, text.length), text)).toBe(0);
    expect(inflated(new Uint8Array(0), {}, 9)).toHaveLength(0);
    expect(inflated(deflateRawSync(''), {}, 0)).toHaveLength(0);
  });

  test.each([
    ['the bound', {}, text.length - 1, 'too large'],
    ['the ratio', { ratio: 2, ratioFrom: 100 }, Infinity, 'too large'],
  ])('stops beyond %s', (__, limits, bound, kind) => {
    expect(() => inflated(deflated, limits, bound)).toThrow(expect.objectContaining({ kind }));
  });

  test.each([
    ['cut off', deflated.subarray(0, -9)],
    ['no deflate', Buffer.from([7, 7, 7])],
  ])('refuses what is %s', (__, input) => {
    expect(() => inflated(input, {}, Infinity)).toThrow(expect.objectContaining({ kind: 'broken' }));
  });
});
