import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatedFields } from '../../src/network/repeated-fields.ts';

const TWICE = 'stands twice; keep one of the two.';

describe('fields that stand twice', () => {
  test.each<readonly [json: string, ...paths: readonly string[]]>([
    ['{}'],
    ['"a: a"'],
    ['{ "a": 1, "b": 2 }'],
    ['{ "a": { "a": [{ "a": 1 }, { "a": 2 }] } }'],
    ['{ "a": "\\"a\\": 1, ", "b": "a", "c": "{" }'],
    ['{ "a": 1, "a": 2 }', 'a'],
    ['{ "a": 1, "a": 1, "a": 1 }', 'a', 'a'],
    ['{ "a" :1,"\\u0061":2}', 'a'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"constructor":1,"toString":2}'],
    ['{ "layers": [{}, { "bias": 1, "units": [[0, 1], [2]], "bias": 2 }], "title": "" }', 'layers[1].bias'],
    ['[[], [0, {"a": {}, "b": [], "a": {}}]]', '[1][1].a'],
  ])('%s', (json, ...paths) => {
    expect(repeatedFields(json).told).toEqual(paths.map((path) => ({ path, message: TWICE })));
  });

  test('are none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(repeatedFields(json).count).toBe(0);
      }),
    );
  });

  test('are found in long texts and in deep ones', () => {
    const text = JSON.stringify('\\"x'.repeat(3e6));
    expect(repeatedFields(`{"a":${text},"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`).count).toBe(1);
  });
});
