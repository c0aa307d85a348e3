import { relative } from '../../sheet/address.ts';
import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { type Element, element } from '../xml.ts';

/**
 * What Excel would mark with green triangles though it is meant (ECMA-376 Part 1, 18.3.1.51 ignoredErrors): formulas that differ from their
 * neighbours, as h2 between two activations; formulas that read some of the numbers beside them; #N/A where a line of a chart is to have a
 * gap; and texts that look like numbers, as a slope that is 1 in symbols. Undefined for a sheet without formulas.
 */
export function ignoredErrors({ cells, fillDown }: Sheet): Element | undefined {
  if (!cells.some(({ content }) => isFormula(content))) return undefined;
  const lastRow = largest(cells, 'row') + (fillDown?.rows ?? 0);
  const lastColumn = largest(cells, 'column');
  const gaps = gapStretches(cells).map(({ row, from, to }) => `${relative(row, from)}:${relative(lastRow, to)}`);
  const texts = cells.filter(looksLikeNumber).map(({ row, column }) => relative(row, column));
  return element('ignoredErrors', {}, [
    element('ignoredError', { sqref: `A1:${relative(lastRow, lastColumn)}`, formula: 1, formulaRange: 1 }),
    ...(gaps.length === 0 ? [] : [element('ignoredError', { sqref: gaps.join(' '), evalError: 1 })]),
    ...(texts.length === 0 ? [] : [element('ignoredError', { sqref: texts.join(' '), numberStoredAsText: 1 })]),
  ]);
}

const looksLikeNumber = ({ content }: SheetCell): boolean =>
  typeof content === 'string' && /^[-+]?\d*\.?\d+$/.test(content);

const largest = (cells: readonly SheetCell[], of: 'row' | 'column'): number =>
  cells.reduce((most, cell) => Math.max(most, cell[of]), 1);

/** Columns side by side with formulas that may give #N/A on purpose, from the same row on. */
interface Stretch {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function gapStretches(cells: readonly SheetCell[]): readonly Stretch[] {
  const first = new Map<number, number>();
  for (const { row, column, content } of cells)
    if (isFormula(content) && content.formula.includes('NA()'))
      first.set(column, Math.min(row, first.get(column) ?? row));
  const stretches: Stretch[] = [];
  for (const [column, row] of [...first].sort(([a], [b]) => a - b)) {
    const last = stretches.at(-1);
    if (last?.row === row && last.to === column - 1) stretches[stretches.length - 1] = { ...last, to: column };
    else stretches.push({ row, from: column, to: column });
  }
  return stretches;
}
