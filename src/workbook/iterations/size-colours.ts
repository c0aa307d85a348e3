import type { Column } from '../../model/column.ts';
import { absolute, columnLetters, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { FormulaRule } from '../../sheet/sheet.ts';
import type { TableLayout } from '../layout.ts';
import { colors } from '../look/palette.ts';
import { gradientShares, tintsBySize, weightShares } from '../look/size-tints.ts';
import { colourWords } from './colour-words.ts';

/** The switch of the colours: above the iterations, where it stays in view. */
const switchAt = (table: TableLayout) => ({ row: table.groupRow, column: table.iterationColumn });

/** What the switch can say, in the hidden column after the table. */
const choicesRow = 2;

/**
 * Colours for weights and gradients by their signs and sizes, off at first: each row has scales of its own, so that it can be seen in
 * every iteration where gradients vanish.
 */
export function writeSizeColours(sheet: SheetDraft, table: TableLayout): void {
  const { off, on, format, prompt, refusal } = colourWords;
  const { row, column } = switchAt(table);
  const choices = table.lastColumn + 1;
  for (const [k, choice] of [off, on].entries())
    sheet.put(choicesRow + k, choices, choice, look({ size: 9, color: colors.muted }));
  const typed = { color: colors.typed, fill: colors.typedFill, box: colors.typedBorder } as const;
  sheet.put(row, column, off, look({ ...typed, size: 9, align: 'center', shrink: true, format }), {
    validation: {
      allowed: {
        kind: 'list',
        cells: `${absolute(choicesRow, choices)}:${absolute(choicesRow + 1, choices)}`,
      },
      prompt,
      refusal,
    },
  });
  const isOn = `${absolute(row, column)}="${on}"`;
  const all = table.groups.flatMap(({ columns }) => columns);
  for (const [role, shares] of [
    ['weight', weightShares],
    ['gradient', gradientShares],
  ] as const) {
    const runs = runsOf(
      table,
      all.filter((each) => each.role === role && each.rule.kind !== 'given'),
    );
    const range = ([first, last]: Run): string =>
      `$${columnLetters(first)}${table.firstRow}:$${columnLetters(last)}${table.firstRow}`;
    const cells = runs.map(range).join(',');
    const [first] = runs;
    if (first === undefined) continue;
    // Its first area begins at the top left of all, so that every program takes the same cell for the first.
    const cell = relative(table.firstRow, first[0]);
    const areas = runs.map(([from, to]) => `${relative(table.firstRow, from)}:${relative(table.lastRow, to)}`);
    const tints = tintsBySize(cell, `MAX(MAX(${cells}),-MIN(${cells}))`, shares, `ISNUMBER(${cell})`);
    sheet.mark(areas.join(' '), ...tints.map((tint, k) => switched(tint, isOn, k + 1)));
  }
}

/** How many colours there are; rules of the table's rows come after them. */
export const SIZE_COLOURS = 8;

const switched = ({ formula, mark }: FormulaRule, isOn: string, priority: number): FormulaRule => ({
  priority,
  formula: `IF(${isOn},${formula},FALSE)`,
  mark,
});

/** Columns side by side: the first and the last of them. */
type Run = readonly [first: number, last: number];

function runsOf(table: TableLayout, columns: readonly Column[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const { name } of columns) {
    const column = table.column(name);
    const open = runs.at(-1);
    if (open?.[1] === column - 1) open[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}
