import { type ErrorValue, errorShown } from '../training/cell-error.ts';
import type { FillDown, RowBlock } from '../training/filling.ts';
import type { RowWriter } from './row-press/index.ts';
import { type Errors, NO_ERRORS, type RowTemplate, type RowTemplates } from './row-template.ts';

/** Rows that share a formula: as many as Excel itself takes when a person fills down. */
export const GROUP_ROWS = 64;

/**
 * Fills a row down as Excel does: formulas are shared by groups of at most 64 rows, one column wide, the master first; a formula
 * that reads another sheet must not be shared (Excel calls such a file corrupt) and is shifted instead.
 *
 * @param block any of them; groups are counted from the first row of all
 * @param writer takes the block's rows
 */
export function fillDown(
  templates: RowTemplates,
  { first, end, rows }: Pick<RowBlock, 'first' | 'end' | 'rows'>,
  values: FillDown['values'],
  writer: RowWriter,
): void {
  for (let start = first - (first % GROUP_ROWS); start < end; start += GROUP_ROWS) {
    const group = { start, rows: Math.min(GROUP_ROWS, rows - start) };
    fillGroup(templates, group, Math.max(first, start), Math.min(end, start + GROUP_ROWS), values, writer);
  }
}

/** Rows that share formulas, from one of them to before another. Nearly all of them have the template of the one before. */
function fillGroup(
  templates: RowTemplates,
  group: { readonly start: number; readonly rows: number },
  from: number,
  to: number,
  values: FillDown['values'],
  writer: RowWriter,
): void {
  const index = (group.start / GROUP_ROWS) * templates.cells;
  let errors = NO_ERRORS;
  let template: RowTemplate | undefined;
  for (let k = from; k < to; k++) {
    const shown = values(k);
    const row = templates.firstRow + k;
    const now = errorsIn(shown, templates.cells, errors);
    // The second row is the first that shares formulas.
    if (template === undefined || k === group.start + 1 || now !== errors || row >= template.until) {
      errors = now;
      template = templates.of({ row, index, errors, masterOf: k === group.start ? group.rows : 0 });
      writer.setTemplate(template, index);
    }
    writer.write(row, shown);
  }
}

/** @param count of the cells @returns `before` itself where nothing has changed */
function errorsIn(shown: ArrayLike<number>, count: number, before: Errors): Errors {
  // A number less itself is 0, an error is not: nearly all rows are done with that.
  let odd = 0;
  for (let c = 0; c < count; c++) odd += (shown[c] as number) - (shown[c] as number);
  if (odd === 0) return NO_ERRORS;
  const now: (ErrorValue | undefined)[] = Array.from({ length: count }, (_, c) => errorShown(shown[c] as number));
  return now.every((error, c) => error === before[c]) ? before : now;
}
