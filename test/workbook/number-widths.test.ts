import { expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { relative } from '../../src/sheet/address.ts';
import { type SheetCell, shownContent } from '../../src/sheet/cell.ts';
import { DEFAULT_WIDTH, type Sheet } from '../../src/sheet/sheet.ts';
import { sizeRules } from '../../src/workbook/look/number-sizes.ts';
import { textWidth } from '../../src/workbook/look/text-width.ts';
import { plainDecimal } from '../../src/workbook/numbers/plain-decimal.ts';
import { workbookOf } from '../../src/workbook/workbook.ts';
import { bookOf } from './book-of.ts';

/** Pixels that a number leaves free in its cell, at least. */
const PADDING = 4;
const PLAIN_SIZE = 10;
/** Where numbers are shrunk to fit, they still have to be seen well. */
const SHRUNK = 1.25;

/** A number in its number format, or in that which a rule for numbers of its size gives it. */
function shownNumber(format: string, value: number): string {
  const rule = sizeRules(format).find(({ lies, from, to }) => (lies === 'within') === (value >= from && value <= to));
  const [positive = '', negative] = (rule?.mark.format ?? format).replace('[=0]0;', '').split(';');
  const chosen = value < 0 && negative !== undefined ? negative : positive;
  const size = Math.abs(value);
  const [, before = '', , digits = '', after = ''] =
    /^((?:"[^"]*"|_.)*)(General|0(?:\.(0*#*))?)((?:E\+0|%)?)/.exec(chosen) ?? [];
  const [least = 0, most = 0] = [digits.replaceAll('#', '').length, digits.length];
  const decimals = Math.max(least, (`${Number(size.toFixed(most))}`.split('.')[1] ?? '').length);
  const text = chosen.includes('General')
    ? plainDecimal(size)
    : after === 'E+0'
      ? size.toExponential(least).replace('e', 'E')
      : after === '%'
        ? `${(100 * size).toFixed(least)}%`
        : size.toFixed(decimals);
  return before.replaceAll(/_./g, '').replaceAll('"', '') + (value < 0 && before === '' ? '−' : '') + text;
}

/** The numbers of a sheet for which a program would show ####, for want of room. */
function tooWide({ name, cells, widths, merged, hiddenColumns = [] }: Sheet): readonly string[] {
  const hidden = new Set(hiddenColumns);
  const isTooWide = ({ row, column, content, look }: SheetCell): boolean => {
    const value = shownContent(content);
    if (merged.some(({ top, left }) => top === row && left === column)) return false;
    const { format = 'General', size = PLAIN_SIZE, bold = false, shrink } = look;
    if (typeof value !== 'number' || !Number.isFinite(value) || format === ';;;') return false;
    const needed = textWidth(shownNumber(format, value), { size, bold }) / (shrink ? SHRUNK : 1) + PADDING;
    return !hidden.has(column) && needed > (widths[column - 1] ?? DEFAULT_WIDTH);
  };
  return cells
    .filter(isTooWide)
    .map(
      ({ row, column, content, look }) => `${name} ${relative(row, column)} ${shownContent(content)} ${look.format}`,
    );
}

test.each([
  ['era', 100],
  ['overshoot', 40],
  ['deep', 200],
] as const)('every number has room in its cell: %s', (name, iterations) => {
  const network = parseNetwork({ ...JSON.parse(networkTemplate(name)), iterations });
  expect(workbookOf(bookOf(network)).sheets.flatMap(tooWide)).toEqual([]);
});
