import { describe, expect, test } from 'vitest';
import type { FillDown } from '../../src/training/filling.ts';
import { fillDown } from '../../src/xlsx/fill-down.ts';
import { readPattern } from '../../src/xlsx/pattern.ts';
import { RowWriter } from '../../src/xlsx/row-press/index.ts';
import { rowTemplates } from '../../src/xlsx/row-template.ts';

const PATTERN =
  '<row r="15" spans="1:5" ht="14.25" customHeight="1">' +
  '<c r="A15" s="1"><f>A14+1</f><v>2</v></c>' +
  '<c r="B15" s="2"><f>1/(1+EXP(-A15))</f><v>0.5</v></c>' +
  `<c r="C15"><f>'LR &lt;1&gt;'!X15+A15</f><v>1</v></c>` +
  '<c r="D15" s="3" t="s"><v>7</v></c>' +
  '<c r="E15" s="4"/>' +
  '</row>';

/** The rows of blocks. */
function made(blocks: readonly Parameters<typeof fillDown>[1][], values: FillDown['values']): string {
  const writer = new RowWriter();
  const templates = rowTemplates(readPattern(PATTERN));
  for (const block of blocks) fillDown(templates, block, values, writer);
  return new TextDecoder().decode(writer.take().bytes());
}

/** The rows added below the pattern, each cell showing its row and column unless told otherwise. */
function filled(rows: number, values: FillDown['values'] = (k) => [k, k + 0.5, -k, 0, 0]): string {
  return made([{ first: 0, end: rows, rows }], values);
}

/** The cells of a column, such as B, in order. */
function cellsOf(column: string, xml: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<c r="${column}\\d+".*?(?:/>|</c>)(?=<c|</row>)`, 'g'))].map(([cell]) => cell);
}

describe('filling a row down', () => {
  test('adds as many rows as wanted, like the pattern but for the numbers', () => {
    const xml = filled(3);
    expect([...xml.matchAll(/<row [^>]*>/g)].map(([row]) => row)).toEqual(
      [16, 17, 18].map((row) => `<row r="${row}" spans="1:5" ht="14.25" customHeight="1">`),
    );
    expect(filled(0)).toBe('');
  });

  test('formulas are shared, the first cell of a group holds the text', () => {
    expect(cellsOf('B', filled(3))).toEqual([
      '<c r="B16" s="2"><f t="shared" ref="B16:B18" si="1">1/(1+EXP(-A16))</f><v>0.5</v></c>',
      '<c r="B17" s="2"><f t="shared" si="1"/><v>1.5</v></c>',
      '<c r="B18" s="2"><f t="shared" si="1"/><v>2.5</v></c>',
    ]);
  });

  test('a formula that reads another sheet is written out in each cell, escaped', () => {
    expect(cellsOf('C', filled(2))).toEqual([
      `<c r="C16"><f>'LR &lt;1&gt;'!X16+A16</f><v>0</v></c>`,
      `<c r="C17"><f>'LR &lt;1&gt;'!X17+A17</f><v>-1</v></c>`,
    ]);
  });

  test('rows, what formulas read and the numbers of formulas grow longer where it is time', () => {
    const row = `<row r="8"><c r="A8"><f>A7+B$3</f><v>1</v></c><c r="B8"><f>'LR 1'!X6*A9-A8</f><v>2</v></c></row>`;
    const writer = new RowWriter();
    fillDown(rowTemplates(readPattern(row)), { first: 0, end: 1200, rows: 1200 }, (k) => [k, k], writer);
    const xml = new TextDecoder().decode(writer.take().bytes());
    const expected = Array.from({ length: 1200 }, (_, k) => {
      const [r, group] = [9 + k, Math.floor(k / 64)];
      const range = `A${r}:A${Math.min(r + 63, 1208)}`;
      const shared = k % 64 === 0 ? ` ref="${range}" si="${2 * group}">A${r - 1}+B$3</f>` : ` si="${2 * group}"/>`;
      const plain = `'LR 1'!X${r - 2}*A${r + 1}-A${r}`;
      return `<row r="${r}"><c r="A${r}"><f t="shared"${shared}<v>${k}</v></c><c r="B${r}"><f>${plain}</f><v>${k}</v></c></row>`;
    });
    expect(xml.replaceAll('</row>', '</row>\n').split('\n').slice(0, -1)).toEqual(expected);
  });

  test('constants and empty cells are repeated', () => {
    const xml = filled(2);
    expect(cellsOf('D', xml)).toEqual([16, 17].map((row) => `<c r="D${row}" s="3" t="s"><v>7</v></c>`));
    expect(cellsOf('E', xml)).toEqual([16, 17].map((row) => `<c r="E${row}" s="4"/>`));
  });

  test.each([
    [1, ['A16:A16']],
    [2, ['A16:A17']],
    [63, ['A16:A78']],
    [64, ['A16:A79']],
    [65, ['A16:A79', 'A80:A80']],
    [128, ['A16:A79', 'A80:A143']],
    [130, ['A16:A79', 'A80:A143', 'A144:A145']],
  ])('%i rows are shared by groups of 64', (rows, groups) => {
    const xml = filled(rows);
    expect([...xml.matchAll(/ref="(A[^"]*)"/g)].map(([, reference]) => reference)).toEqual(groups);
    const indices = [...xml.matchAll(/ref="[^"]*" si="(\d+)"/g)].map(([, index]) => index);
    expect(new Set(indices).size).toBe(2 * groups.length);
  });

  test.each([64, 128, 1, 50])('blocks of %i rows are the same rows as all at once', (size) => {
    const values = (k: number): readonly number[] => [k, 1 / (k + 1), -k, k % 2 === 0 ? Number.NaN : k, 0];
    const blocks = Array.from({ length: Math.ceil(300 / size) }, (_, b) => ({
      first: b * size,
      end: Math.min((b + 1) * size, 300),
      rows: 300,
    }));
    expect(made(blocks, values)).toBe(filled(300, values));
  });

  test.each([
    [Number.NaN, ' t="e"><f t="shared" ref="A16:A16" si="0">A15+1</f><v>#NUM!</v>'],
    [Number.POSITIVE_INFINITY, ' t="e"><f t="shared" ref="A16:A16" si="0">A15+1</f><v>#DIV/0!</v>'],
    [Number.NEGATIVE_INFINITY, ' t="e"><f t="shared" ref="A16:A16" si="0">A15+1</f><v>#N/A</v>'],
    [-0, '><f t="shared" ref="A16:A16" si="0">A15+1</f><v>0</v>'],
    [5e-324, '><f t="shared" ref="A16:A16" si="0">A15+1</f><v>5e-324</v>'],
    [0.1 + 0.2, '><f t="shared" ref="A16:A16" si="0">A15+1</f><v>0.30000000000000004</v>'],
  ])('a cell shows %d', (value, cell) => {
    expect(
      cellsOf(
        'A',
        filled(1, () => [value, 0, 0, 0, 0]),
      ),
    ).toEqual([`<c r="A16" s="1"${cell}</c>`]);
  });
});
