import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 as ownCrc32 } from '../../src/seal/crc32.ts';
import { type PartRecord, readSeal, sealOf } from '../../src/seal/seal.ts';
import { joinedCrc, RowWriter, type Segment } from '../../src/xlsx/row-press/index.ts';
import { sealPart } from '../../src/xlsx/seal.ts';
import { serialisePart } from '../../src/xlsx/xml.ts';
import { type ZipEntry, zip } from '../../src/xlsx/zip.ts';

/** The file that closes an archive. */
const LAST = 'last.xml';

/** Writes an archive of texts in pieces and says what it records of each file. */
async function archive(files: Readonly<Record<string, readonly string[]>>): Promise<{
  readonly bytes: Uint8Array;
  readonly records: readonly PartRecord[];
}> {
  const entries = async function* (): AsyncGenerator<ZipEntry<string>> {
    for (const [path, pieces] of Object.entries(files)) yield { path, pieces };
  };
  let records: readonly PartRecord[] = [];
  const written: Uint8Array[] = [];
  const closing = async (all: readonly PartRecord[]): Promise<ZipEntry<string>> => {
    records = all.slice();
    return { path: LAST, pieces: [] };
  };
  for await (const bytes of zip(entries(), { segment, ahead: 3, closing })) written.push(bytes);
  return { bytes: Buffer.concat(written), records };
}

const writer = new RowWriter();

function segment(piece: string): Segment {
  writer.text(piece);
  return writer.take().segment();
}

const FILES = { 'a.xml': ['<a>', 'ä🙂', '</a>'], 'b/c.xml': [''], 'none.xml': [], 'z.xml': ['x'.repeat(100_000)] };

describe('an archive that would pass its bounds is refused:', () => {
  const write = async (pieces: readonly string[], most: number): Promise<void> => {
    const entries = async function* (): AsyncGenerator<ZipEntry<string>> {
      yield { path: 'a.xml', pieces };
    };
    for await (const _ of zip(entries(), { segment, ahead: 3, most }));
  };
  const random = Array.from({ length: 3000 }, () => Math.random().toString(36)).join('');

  test.each([
    ['a file that is larger, though compressed it is not', ['x'.repeat(20_000)], 10_000],
    ['a whole that is larger', [random], random.length / 2],
  ])('%s', async (_, pieces, most) => {
    await expect(write(pieces, most)).rejects.toThrow(/^iterations: The workbook would hold more than/);
  });

  test('but not one that just fits', async () => {
    await expect(write(['x'.repeat(10_000)], 10_000)).resolves.toBeUndefined();
  });
});

describe('an archive', () => {
  test('holds its files in order, whatever the pieces', async () => {
    const files = unzipSync((await archive(FILES)).bytes);
    expect(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual(
      [...Object.entries(FILES), [LAST, []] as const].map(([path, pieces]) => [path, pieces.join('')]),
    );
  });

  test('records size and CRC-32 before compression', async () => {
    const { records } = await archive({ 'check.txt': ['1234', '56789'], 'empty.txt': [] });
    // The check value of CRC-32 in every catalogue of CRCs.
    expect(records).toEqual([
      { path: 'check.txt', size: 9, crc: 0xcb_f4_39_26 },
      { path: 'empty.txt', size: 0, crc: 0 },
    ]);
  });

  test('has no date but the first that a zip can hold', async () => {
    const { bytes } = await archive({ a: ['x'] });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
  });

  test('is the same every time', async () => {
    expect((await archive(FILES)).bytes).toEqual((await archive(FILES)).bytes);
  });

  test('takes large files in many pieces, with the same content', async () => {
    const blocks = Array.from({ length: 100 }, (_, k) => `<c r="A${k}"><v>${Math.sqrt(k)}</v></c>\n`.repeat(1500));
    const { bytes, records } = await archive({ 'large.xml': blocks });
    const text = blocks.join('');
    expect(new TextDecoder().decode(unzipSync(bytes)['large.xml']) === text).toBe(true);
    expect(records[0]?.size).toBe(text.length);
    expect(text.length).toBeGreaterThan(4_000_000);
  });
});

describe('the CRC-32 of bytes after others', () => {
  test.each([
    ['1234', '56789', 0xcb_f4_39_26],
    ['', '123456789', 0xcb_f4_39_26],
    ['123456789', '', 0xcb_f4_39_26],
  ])('%j and %j', (first, second, crc) => {
    expect(joinedCrc(crc32(first), crc32(second), second.length)).toBe(crc);
  });

  test('is that of all of them', () => {
    const bytes = fc.uint8Array({ maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        expect(joinedCrc(crc32(first), crc32(second), second.length)).toBe(crc32(Buffer.concat([first, second])));
      }),
    );
  });

  test('even after more bytes than 32 bits count', () => {
    const zeros = 2 ** 33 + 5;
    const half = Math.floor(zeros / 2);
    const once = joinedCrc(joinedCrc(7, 0, half), 0, zeros - half);
    expect(joinedCrc(7, 0, zeros)).toBe(once);
  });
});

test('the CRC-32 of bytes is that of zlib', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => ownCrc32(bytes) === crc32(bytes)));
});

describe('the seal', () => {
  const records: readonly PartRecord[] = [
    { path: 'a.xml', size: 1, crc: 7 },
    { path: 'b.xml', size: 2, crc: 8 },
  ];

  test('is a SHA-256 that does not depend on the order and leaves itself out', () => {
    const seal = sealOf(records);
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    expect(sealOf([...records].reverse())).toBe(seal);
    expect(sealOf([...records, { path: 'docProps/custom.xml', size: 9, crc: 9 }])).toBe(seal);
  });

  test.each<readonly PartRecord[]>([
    [],
    records.slice(1),
    [{ path: 'a.xml', size: 1, crc: 6 }, ...records.slice(1)],
    [{ path: 'a.xml', size: 2, crc: 7 }, ...records.slice(1)],
    [{ path: 'A.xml', size: 1, crc: 7 }, ...records.slice(1)],
    [...records, { path: 'c.xml', size: 0, crc: 0 }],
  ])('breaks by any change: %j %j %j', (...changed) => {
    expect(sealOf(changed)).not.toBe(sealOf(records));
  });

  test('is read from the part that holds it', () => {
    const seal = sealOf(records);
    expect(readSeal(serialisePart(sealPart(seal)))).toBe(seal);
    expect(readSeal('<Properties/>')).toBeUndefined();
  });
});
