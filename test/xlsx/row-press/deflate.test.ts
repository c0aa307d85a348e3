import { readFileSync } from 'node:fs';
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BorrowedRows, LAST_BLOCK, MARK, ROW, RowWriter } from '../../../src/xlsx/row-press/index.ts';

const restored = (deflated: Uint8Array): string => inflateRawSync(Buffer.concat([deflated, LAST_BLOCK])).toString();

const writer = new RowWriter();

/** Rows of cells, marked before each row and after each value. */
function rowsOf(rows: readonly (readonly string[])[]): BorrowedRows {
  for (const [k, row] of rows.entries()) {
    const number = ROW.repeat(String(k + 1).length);
    const cells = row.map(
      (value, c) =>
        `<c r="${String.fromCharCode(65 + c)}${number}" s="7"><f t="shared" si="${c}"/><v>${value}${MARK}</v></c>`,
    );
    const text = `${MARK}<row r="${number}">${cells.join('')}</row>`;
    writer.setTemplate({ text, offsets: [0, ...row.map(() => 0)], cells: [] });
    writer.write(k + 1, []);
  }
  return writer.take();
}

/** A text as a single row. */
function rowOf(text: string): BorrowedRows {
  writer.text(text);
  return writer.take();
}

/** Compresses and checks that it can be undone. @returns the compressed size */
function size(rows: BorrowedRows): number {
  const bytes = rows.bytes().slice();
  const { deflated, size, crc } = rows.segment();
  expect(restored(deflated)).toBe(new TextDecoder().decode(bytes));
  expect([size, crc]).toEqual([bytes.length, crc32(bytes)]);
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
    fc.assert(fc.property(tables, (rows) => void size(rowsOf(rows))));
  });

  test('do so wherever the marks stand', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '2', MARK, 'ä'), maxLength: 2000 });
    const rows = fc.array(text, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (texts) => {
        for (const each of texts) writer.text(each);
        size(writer.take());
      }),
    );
  });

  test('do so of text without marks', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '1', '2', 'ä', '🙂'), maxLength: 200 });
    const texts = fc
      .tuple(fc.array(piece, { maxLength: 4 }), fc.array(fc.nat({ max: 3 }), { maxLength: 20 }))
      .map(([pieces, order]) => order.map((k) => pieces[k] ?? '').join(''));
    fc.assert(fc.property(texts, (text) => void size(rowOf(text))));
  });

  test('do so where what repeats is farther than deflate can reach', () => {
    const far = Array.from({ length: 12_000 }, (_, k) => Math.sin(k).toString(36)).join();
    for (const distance of [32_767, 32_768, 32_769, 70_000])
      size(rowOf(`${far.slice(0, distance)}${far.slice(0, distance)}`));
  });

  test.each([
    ['nothing', ''],
    ['a single letter', 'x'],
    ['the longest match and those next to it', `${'a'.repeat(258)}b${'a'.repeat(259)}c${'a'.repeat(260)}`],
    [
      'hardly any digits',
      'the quick brown fox jumps over the lazy dog; '.repeat(3000).replace(/fox/g, (_, at) => `${at % 7}`),
    ],
    ['one digit more often than others', `${'8070605040302010'.repeat(9)}${'9a'.repeat(30_000)}`],
    ['digits only', Array.from({ length: 9999 }, (_, k) => (k * k) % 10).join('')],
    ['every letter', String.fromCharCode(...Array.from({ length: 125 }, (_, k) => k + 3)).repeat(9)],
  ])('hold %s', (_, text) => {
    size(rowOf(text));
  });

  test.each([10, 400, 1100, 3000])('reach back as far as they can in rows of %i cells', (columns) => {
    const row = (k: number) => Array.from({ length: columns }, (_, c) => String(Math.sin(k * columns + c)));
    size(rowsOf(Array.from({ length: 5 }, (_, k) => row(k))));
  });

  test('are smaller than a compressor for everything makes them', () => {
    const rows = Array.from({ length: 256 }, (_, k) =>
      Array.from({ length: 20 }, (_, c) => String(Math.sin((k * 20 + c) ** 2))),
    );
    const marked = rowsOf(rows);
    const plain = marked.bytes().slice();
    expect(size(marked)).toBeLessThan(0.95 * deflateRawSync(plain, { level: 6 }).length);
  });

  test.each([
    ['XML', readFileSync('templates/drawing/line-chart.xml', 'utf8')],
    ['source', readFileSync('src/xlsx/row-press/row-writer.ts', 'utf8')],
    ['cells', Array.from({ length: 900 }, (_, k) => `<c r="B${k}" s="${k % 7}"><v>${Math.sqrt(k)}</v></c>`).join('')],
  ])('are hardly larger than zlib makes them, of other text too: %s', (_, text) => {
    expect(size(rowOf(text))).toBeLessThan(1.03 * deflateRawSync(text, { level: 6 }).length);
  });

  test('follow on one another', () => {
    const marked = rowsOf([
      ['1', '2'],
      ['3', '4'],
    ]);
    const text = new TextDecoder().decode(marked.bytes());
    const { deflated } = marked.segment();
    expect(restored(Buffer.concat([deflated, deflated]))).toBe(text + text);
  });

  test('end at a whole byte', () => {
    const { deflated } = rowsOf([['1']]).segment();
    expect(inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH }).length).toBeGreaterThan(0);
    expect([...deflated.slice(-4)]).toEqual([0, 0, 255, 255]);
  });
});
