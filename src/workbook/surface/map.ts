import { columnLetters, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { MarkRule } from '../../sheet/sheet.ts';
import { colors, shades } from '../look/palette.ts';
import { live } from '../numbers/live.ts';
import { axisText, axisTextFormula } from './axis-text.ts';
import { LARGE, type SurfaceLayout, sampleColumns } from './layout.ts';
import type { SurfaceParts } from './surface.ts';
import { classOf, classRules, scaleOf, signMark } from './tints.ts';

/** Numbers are coloured, not written. */
const UNWRITTEN = ';;;';
const FRAME = ['thin', '475569'] as const;

/** The look of a cell of a map. */
export const mapCell = look({ format: UNWRITTEN, align: 'center', size: 9 });

/**
 * The frame of a map, on the cells around it: a rule's lines would take the place of a line of the map's own cells.
 *
 * @param beside whether in a row another map ends at the column on the left
 */
export function writeFrame(
  sheet: SheetDraft,
  {
    top,
    left,
    rows,
    columns,
  }: { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number },
  beside: (row: number) => boolean = () => false,
): void {
  for (let c = 0; c < columns; c++) {
    sheet.put(top - 1, left + c, null, frame.above);
    sheet.put(top + rows, left + c, null, frame.below);
  }
  for (let r = 0; r < rows; r++) {
    sheet.put(top + r, left - 1, null, beside(top + r) ? frame.between : frame.before);
    sheet.put(top + r, left + columns, null, frame.after);
  }
}

/** The frame on the cells below and on the left, which hold the numbers of the axes as well. */
const frame = {
  below: look({ size: 8.5, color: colors.muted, align: 'center', over: FRAME }),
  above: look({ bottom: FRAME }),
  after: look({ left: FRAME }),
  between: look({ left: FRAME, right: FRAME }),
  before: look({ size: 8.5, color: colors.muted, align: 'right', right: FRAME }),
} as const;

/** The large map: every cell reads its point of the grid. */
export function writeMap(sheet: SheetDraft, surface: SurfaceParts): void {
  const { plan, layout, numbers } = surface;
  const { rows, across } = plan;
  const { row: top, column: left } = LARGE;
  const first = layout.block(plan.large);
  writeFrame(sheet, { top, left, rows, columns: across });
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < across; c++)
      sheet.put(
        top + r,
        left + c,
        live(relative(layout.firstRow + r, first + c), numbers.at(plan.large, r, c)),
        mapCell,
      );
  writeScales(sheet, surface);
  const range = `${relative(top, left)}:${relative(top + rows - 1, left + across - 1)}`;
  if (plan.classes) sheet.mark(range, ...classMarks(surface));
  else {
    const marks = outputMarks(surface);
    const scale = scaleOf(marks.length + 1, layout.drawn('low'), layout.drawn('level'), layout.drawn('high'));
    sheet.colour(range, scale, ...marks);
  }
}

/** Points between the numbers of an axis. */
const LABELLED = 4;

/** Numbers along the axes, and the names of the inputs. */
function writeScales(sheet: SheetDraft, { plan, layout, numbers, book }: SurfaceParts): void {
  const { row: top, column: left } = LARGE;
  const { rows, across, held } = plan;
  const [x, y] = numbers.axes;
  if (x === undefined || y === undefined) return;
  const first = layout.block(plan.large);
  for (let k = 0; k < across; k += LABELLED) {
    const cell = relative(layout.axisRow, first + k);
    sheet.put(
      top + rows,
      left + k,
      live(axisTextFormula(cell, x.step), axisText(x.first + x.step * k, x.step)),
      frame.below,
    );
  }
  for (let k = 0; k < rows; k += LABELLED) {
    const cell = relative(layout.firstRow + k, layout.working);
    const value = y.first + y.step * (rows - 1 - k);
    sheet.put(top + k, left - 1, live(axisTextFormula(cell, y.step), axisText(value, y.step)), frame.before);
  }
  const inputs = book.topology.inputs.map(({ name }) => name);
  const name = look({ bold: true, color: shades.input.strong });
  const [table] = layout.tables;
  const nameOf = (axis: number, arrow: string) => {
    const text = `${inputs[axis]} ${arrow}`;
    if (!held || table === undefined) return text;
    const cells = `$${columnLetters(layout.working)}$${table.firstRow}:$${columnLetters(layout.working)}$${table.lastRow}`;
    return live(`INDEX(${cells},${layout.axis(axis, 'number')})&" ${arrow}"`, text);
  };
  sheet.put(top + rows + 1, left + Math.floor(across / 2) - 1, nameOf(0, '→'), name);
  sheet.put(top + Math.floor(rows / 2), left - 2, nameOf(1, '↑'), name);
}

/** A cell of the map with a sample that has this mark: both are counted from the lower left corner. */
const sampleRule = (layout: SurfaceLayout, rows: number, mark: number): string => {
  const { column, row, mark: marks } = sampleColumns;
  const last = LARGE.row + rows - 1;
  return (
    `COUNTIFS(${layout.samples(column)},COLUMN()-${LARGE.column},${layout.samples(row)},${last}-ROW(),` +
    `${layout.samples(marks)},${mark})>0`
  );
};

function classMarks({ plan, layout, book }: SurfaceParts): readonly MarkRule[] {
  const classes = book.topology.layers.at(-1)?.units.length ?? 0;
  const samples = Array.from({ length: classes }, (_, k): MarkRule => {
    const mark = signMark(classOf(k + 1).mark, { fill: 'FFFFFF' });
    return { priority: k + 1, formula: sampleRule(layout, plan.rows, k + 1), mark };
  });
  return [...samples, ...classRules(relative(LARGE.row, LARGE.column), classes, classes + 1)];
}

/** Samples, and the line where the output passes its middle: between a cell and its neighbour. */
function outputMarks({ plan, layout }: SurfaceParts): readonly MarkRule[] {
  const { row, column } = LARGE;
  const level = layout.drawn('level');
  const differs = (r: number, c: number): string =>
    `(${relative(row, column)}>=${level})<>(${relative(row + r, column + c)}>=${level})`;
  const right = `COLUMN()<${column + plan.across - 1},${differs(0, 1)}`;
  const below = `ROW()<${row + plan.rows - 1},${differs(1, 0)}`;
  const line = (priority: number, formula: string, ...sides: readonly ('right' | 'bottom')[]): MarkRule => ({
    priority,
    formula,
    mark: { lines: { color: '000000', sides } },
  });
  return [
    { priority: 1, formula: sampleRule(layout, plan.rows, 1), mark: signMark('●') },
    { priority: 2, formula: sampleRule(layout, plan.rows, 0), mark: signMark('○') },
    line(3, `AND(${right},${below})`, 'right', 'bottom'),
    line(4, `AND(${right})`, 'right'),
    line(5, `AND(${below})`, 'bottom'),
  ];
}
