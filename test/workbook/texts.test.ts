import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { relative } from '../../src/sheet/address.ts';
import { type SheetCell, shownContent } from '../../src/sheet/cell.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type SheetBody } from '../../src/sheet/sheet.ts';
import { CELL_PADDING, textWidth, wrappedLines } from '../../src/workbook/look/text-width.ts';
import { exerciseTabs, workbookOf } from '../../src/workbook/workbook.ts';
import { askedIn } from '../helpers/exercise.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

const readyMade = (name: string): Network => parseNetwork({ ...JSON.parse(networkTemplate(name)), iterations: 12 });

/** Pixels of a line of text, for each point of its size. */
const LINE = 1.3;
const PLAIN_SIZE = 10;

const placeOf = (row: number, column: number): number => 20_000 * row + column;

/** The texts of a sheet that are cut: by the height of their row where they are wrapped, else by the texts beside them. */
function cutTexts(sheet: SheetBody): readonly string[] {
  const hidden = new Set(sheet.hiddenColumns);
  const widthOf = (column: number): number => (hidden.has(column) ? 0 : (sheet.widths[column - 1] ?? DEFAULT_WIDTH));
  const rows = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells)
    if (!hidden.has(cell.column)) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  // No text goes on over a cell that holds something, seen or not, nor under a chart.
  const unseen = new Set(
    sheet.cells.flatMap(({ row, column, content }) =>
      hidden.has(column) && content !== null ? [placeOf(row, column)] : [],
    ),
  );
  const isTaken = (row: number, column: number): boolean =>
    unseen.has(placeOf(row, column)) ||
    sheet.merged.some((of) => of.top <= row && row <= of.bottom && of.left <= column && column <= of.right) ||
    sheet.charts.some(
      ({ anchor: { from, to } }) => from.row < row && row <= to.row && from.column < column && column <= to.column,
    );
  // What formulas alone read may be cut.
  const working = sheet.cells.find(({ content }) => typeof content === 'string' && content.startsWith('Working: '));
  const isWorking = ({ column }: SheetCell): boolean => working !== undefined && column >= working.column;
  const isMerged = ({ row, column }: SheetCell): boolean =>
    sheet.merged.some(({ top, left }) => top === row && left === column);
  return [...rows].flatMap(([row, cells]) => {
    const filled = new Set(cells.flatMap(({ column, content }) => (content === null ? [] : [column])));
    /** Pixels of the empty cells beside a cell. */
    const free = (from: number, step: 1 | -1): number => {
      let pixels = 0;
      for (let at = from + step; at > 0 && at < from + 60 && !filled.has(at) && !isTaken(row, at); at += step)
        pixels += widthOf(at);
      return pixels;
    };
    return cells.flatMap((cell) => {
      const { column, look } = cell;
      const text = shownContent(cell.content);
      if (typeof text !== 'string' || text === '' || look.shrink || look.format === ';;;' || isMerged(cell)) return [];
      if (isWorking(cell)) return [];
      const { size = PLAIN_SIZE, bold = false, indent = 0, align = 'left' } = look;
      const own = widthOf(column);
      const place = `${relative(row, column)} ${text}`;
      if (look.wrap) {
        const lines = wrappedLines(text, own, { size, bold });
        const room = sheet.heights.get(row) ?? DEFAULT_HEIGHT;
        return lines * size * LINE > room + 4 ? [`${place}: ${lines} lines in ${room} pixels`] : [];
      }
      const runs =
        typeof cell.content === 'object' && cell.content !== null && 'runs' in cell.content
          ? cell.content.runs
          : [{ text, look }];
      const wide = runs.reduce(
        (sum, run) => sum + textWidth(run.text, { size: run.look.size ?? size, bold: run.look.bold ?? false }),
        0,
      );
      const needed = wide + 9 * indent + CELL_PADDING;
      const beside = { left: free(column, 1), right: free(column, -1) };
      const room =
        align === 'left' || align === 'right' ? own + beside[align] : own + 2 * Math.min(beside.left, beside.right);
      return needed > room && align !== 'centerContinuous' ? [`${place}: ${Math.ceil(needed)} of ${room} pixels`] : [];
    });
  });
}

const networks: readonly (readonly [what: string, network: Network])[] = [
  ...['class', 'xor', 'xor-in-turn', 'three-classes', 'overshoot', 'deep', 'mazur-trained'].map(
    (name) => [name, readyMade(name)] as const,
  ),
  ['1-1', seededNetwork([1, 1], 1, { learningRates: [0.5] })],
  ['5-8-6-3', seededNetwork([5, 8, 6, 3], 1, { iterations: 5 })],
  ['class with adam', parseNetwork({ ...readyMade('class'), optimizer: { name: 'adam' } })],
];

describe('no text is cut', () => {
  test.each(networks)('%s', (_, network) => {
    const cut = workbookOf(bookOf(network)).sheets.flatMap((sheet) =>
      cutTexts(sheet).map((text) => `${sheet.name}: ${text}`),
    );
    expect(cut).toEqual([]);
  });

  test.each(['class', 'xor'])('an exercise of %s with its answers', (name) => {
    const network = readyMade(name);
    const book = bookOf(network);
    const { sheets } = workbookOf(book, exerciseTabs({ asked: new Set(askedIn(network, 'all')), answers: true }));
    // The lists of slips are read by formulas alone.
    const read = sheets.filter((sheet) => !sheet.name.startsWith('Hints'));
    const cut = read.flatMap((sheet) => cutTexts(sheet).map((text) => `${sheet.name}: ${text}`));
    expect(cut).toEqual([]);
  });
});
