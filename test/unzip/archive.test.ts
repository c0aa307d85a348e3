import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive, type ZipSource } from '../../src/unzip/archive.ts';
import type { ZipLimits } from '../../src/unzip/limits.ts';

const sourceOf = (bytes: Uint8Array): ZipSource => ({
  size: bytes.length,
  bytes: (from, count) => bytes.slice(from, from + count),
});

const TEXTS = { 'a.xml': 'x'.repeat(50_000), 'folder/B.bin': 'once', 'empty.xml': '' };
const archive = zipSync({
  'a.xml': strToU8(TEXTS['a.xml']),
  'folder/B.bin': [strToU8(TEXTS['folder/B.bin']), { level: 0 }],
  'empty.xml': strToU8(''),
});

describe('an archive', () => {
  test('gives its parts, deflated or stored, whatever the case of their names', () => {
    const { names, has, read, records } = openArchive(sourceOf(archive));
    expect(names).toEqual(Object.keys(TEXTS));
    expect(names.map((name) => new TextDecoder().decode(read(name)))).toEqual(Object.values(TEXTS));
    expect(records.map(({ path, size }) => [path, size])).toEqual(
      Object.entries(TEXTS).map(([name, { length }]) => [name, length]),
    );
    expect([has('FOLDER/b.BIN'), has('c.xml'), read('c.xml')]).toEqual([true, false, undefined]);
  });

  test('is asked for no more bytes than its directory and the parts that are read', () => {
    const large = zipSync({ 'large.bin': [new Uint8Array(1_000_000), { level: 0 }], 'small.xml': strToU8('small') });
    let asked = 0;
    const source: ZipSource = {
      size: large.length,
      bytes: (from, count) => {
        asked += Math.min(count, large.length - from);
        return large.subarray(from, from + count);
      },
    };
    expect(new TextDecoder().decode(openArchive(source).read('small.xml'))).toBe('small');
    expect(asked).toBeLessThan(70_000);
  });

  test.each<readonly [string, ZipLimits]>([
    ['too many', { entries: 2 }],
    ['too large', { part: 49_999 }],
    ['too large', { total: 49_999 }],
    ['too large', { ratio: 1, ratioFrom: 10_000 }],
  ])('is %s beyond %j', (kind, limits) => {
    expect(() => openArchive(sourceOf(archive), limits).read('a.xml')).toThrow(`The archive is ${kind}.`);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['no archive', strToU8('no archive, but text that is longer than the record of an end')],
    ['its beginning', archive.slice(0, -1)],
    ['its end', archive.slice(100)],
  ])('is broken of which there is only %s', (_, bytes) => {
    expect(() => openArchive(sourceOf(bytes)).read('a.xml')).toThrow('The archive is broken.');
  });
});
