import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteWriter, type Marked } from '../../../src/package/byte-writer.ts';
import { deflatedRows } from '../../../src/package/deflate/deflate-rows.ts';
import { LAST_BLOCK } from '../../../src/package/segment.ts';

const restored = (deflated: Uint8Array): string => inflateRawSync(Buffer.concat([deflated, LAST_BLOCK])).toString();

/** Rows of cells, marked before each row and behind each value. */
function rowsOf(rows: readonly (readonly string[])[]): Marked {
  const xml = new ByteWriter();
  for (const [k, row] of rows.entries()) {
    xml.mark();
    xml.text(`<row r="${k + 1}">`);
    for (const [c, value] of row.entries()) {
      xml.text(`<c r="${String.fromCharCode(65 + c)}${k + 1}" s="7"><f t="shared" si="${c}"/><v>${value}`);
      xml.mark();
      xml.text('</v></c>');
    }
    xml.text('</row>');
  }
  return xml.take();
}

/** Compresses and checks that it can be undone. @returns the compressed size */
function size(marked: Marked, rows: number): number {
  const { deflated, size, crc } = deflatedRows(marked, rows, crc32);
  const text = new TextDecoder().decode(marked.bytes);
  expect(restored(deflated)).toBe(text);
  expect([size, crc]).toEqual([marked.bytes.length, crc32(marked.bytes)]);
  return deflated.length;
}

describe('compressed rows', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.integer().map(String),
    fc.constantFrom('0.1', '#NUM!', '', '0.30000000000000004', 'ä ∂E/∂w'),
  );
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );

  test('are whole again when they are inflated', () => {
    fc.assert(fc.property(tables, (rows) => void size(rowsOf(rows), rows.length)));
  });

  test('do so wherever the marks stand', () => {
    const places = fc.uniqueArray(fc.nat(3000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 1000 }),
        places,
        fc.integer({ min: 1, max: 9 }),
        (text, at, rows) => {
          const marks = Int32Array.from(at.sort((a, b) => a - b)).subarray(0, at.length - (at.length % rows));
          size({ bytes: new TextEncoder().encode(text), marks }, rows);
        },
      ),
    );
  });

  test.each([
    ['nothing', ''],
    ['a single letter', 'x'],
    ['the longest match and those next to it', `${'a'.repeat(258)}b${'a'.repeat(259)}c${'a'.repeat(260)}`],
    [
      'hardly any digits',
      'the quick brown fox jumps over the lazy dog; '.repeat(3000).replace(/fox/g, (_, at) => `${at % 7}`),
    ],
    ['digits only', Array.from({ length: 9999 }, (_, k) => (k * k) % 10).join('')],
    ['every byte', String.fromCharCode(...Array.from({ length: 128 }, (_, k) => k)).repeat(9)],
  ])('hold %s', (_, text) => {
    size({ bytes: new TextEncoder().encode(text), marks: new Int32Array(0) }, 1);
  });

  test.each([10, 400, 1100, 3000])('reach back as far as they can in rows of %i cells', (columns) => {
    const row = (k: number) => Array.from({ length: columns }, (_, c) => String(Math.sin(k * columns + c)));
    size(rowsOf(Array.from({ length: 5 }, (_, k) => row(k))), 5);
  });

  test('are smaller than a compressor for everything makes them', () => {
    const rows = Array.from({ length: 256 }, (_, k) =>
      Array.from({ length: 20 }, (_, c) => String(Math.sin((k * 20 + c) ** 2))),
    );
    const marked = rowsOf(rows);
    expect(size(marked, 256)).toBeLessThan(0.95 * deflateRawSync(marked.bytes, { level: 6 }).length);
  });

  test('follow on one another', () => {
    const marked = rowsOf([
      ['1', '2'],
      ['3', '4'],
    ]);
    const text = new TextDecoder().decode(marked.bytes);
    const { deflated } = deflatedRows(marked, 2, crc32);
    expect(restored(Buffer.concat([deflated, deflated]))).toBe(text + text);
  });

  test('end at a whole byte', () => {
    const { deflated } = deflatedRows(rowsOf([['1']]), 1, crc32);
    expect(inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH }).length).toBeGreaterThan(0);
    expect([...deflated.slice(-4)]).toEqual([0, 0, 255, 255]);
  });
});
