import { describe, expect, test } from 'vitest';
import { look } from '../../src/sheet/look.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { noteBox } from '../../src/xlsx/notes/box.ts';
import { blocksOf, notesPart } from '../../src/xlsx/notes/part.ts';
import { partBytes } from '../helpers/part-bytes.ts';
import { plainSheet } from '../helpers/plain-sheet.ts';
import { attribute, children, descend, descendants, parsePart } from '../support/xml.ts';

/** A sheet with so many notes in a row. */
const noted = (notes: number, note = 'What it means.'): Sheet => ({
  ...plainSheet,
  cells: Array.from({ length: notes }, (_, k) => ({ row: 3, column: k + 1, content: 'x', look: look({}), note })),
});

describe('the boxes of notes', () => {
  test.each([
    [0, 0],
    [1, 1],
    [1023, 1],
    [1024, 2],
    [2047, 3],
  ])('%i of them take %i blocks of ids', (notes, blocks) => {
    expect(blocksOf(notes)).toBe(blocks);
  });

  test('have ids in blocks of their own, of which the first id is left out', () => {
    const part = parsePart(partBytes(notesPart(noted(1025), 7)));
    const ids = children(part, 'shape').map((shape) => attribute(shape, 'id'));
    expect(attribute(descendants(part, 'idmap')[0], 'data')).toBe('7,8');
    expect([ids[0], ids[1022], ids[1023], ids[1024]]).toEqual([
      '_x0000_s7169',
      '_x0000_s8191',
      '_x0000_s8193',
      '_x0000_s8194',
    ]);
    expect(new Set(ids).size).toBe(1025);
  });

  test('stand right of their cells, a little higher', () => {
    const [shape] = children(parsePart(partBytes(notesPart(noted(1), 1))), 'shape');
    const corners = descend(shape, 'ClientData', 'Anchor')?.text.split(', ').map(Number) ?? [];
    const { width, height } = noteBox('What it means.');
    expect(corners.slice(0, 4)).toEqual([1, 12, 1, 12]);
    expect((corners[4] ?? 0) * 64 + (corners[5] ?? 0) - 76).toBe(width);
    expect((corners[6] ?? 0) * 20 + (corners[7] ?? 0) - 32).toBe(height);
  });

  test('are higher the more lines there are, and no wider than a line of 46 letters', () => {
    const one = noteBox('word');
    const more = noteBox('word '.repeat(40).trim());
    expect(more.height - one.height).toBeGreaterThanOrEqual(4 * 16);
    expect(noteBox('word '.repeat(400)).width).toBe(more.width);
    expect(noteBox('x'.repeat(100)).height).toBe(noteBox(`${'x'.repeat(46)}\n${'x'.repeat(46)}\nx`).height);
  });
});
