import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import { mapCells } from '../../sheet/edit.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import { ratesLayout } from '../layout.ts';
import { chartsColumn, sampledColumn } from '../learning-rates/columns.ts';
import { firstRateRow, lastHeadRow } from '../learning-rates/places.ts';
import { READING } from '../learning-rates/reading.ts';
import { drawnOnceFilled } from '../numbers/drawn.ts';
import { emptyCell } from './empty.ts';
import { type ExerciseBook, headingOnceFilled, isAsked, isEmpty, type Overlay, onceFilled } from './exercise.ts';

/** The sheet Learning rates in an exercise: cells that are still empty leave gaps in its charts, and its sentence waits for them. */
export const ratesOverlay: Overlay = (sheet, book) => {
  const names = drawnNames(book);
  const changed = mapCells(sheet, (cell) => {
    const { row, column, content } = cell;
    if (!isFormula(content)) return cell;
    if (row === READING.row && column === READING.column)
      return { ...cell, content: onceFilled(book, book.traces, content) };
    if (row === lastHeadRow(book) && column === chartsColumn(book))
      return { ...cell, content: headingOnceFilled(book, content) };
    const drawn = names.get(column);
    if (row < firstRateRow(book) || drawn === undefined) return cell;
    const { name, learningRate } = drawn;
    if (!isAsked(book, name)) {
      const formula = `IF(${emptyCell(book.table, learningRate)}>0,NA(),${content.formula})`;
      return { ...cell, content: { formula, value: book.exercise.answers ? content.value : NOT_AVAILABLE } };
    }
    const given = row === firstRateRow(book) && book.table.isLearned(name);
    const value = isEmpty(book, name) && !given ? NOT_AVAILABLE : content.value;
    return { ...cell, content: { formula: drawnOnceFilled(sourceOf(content.formula), content.formula), value } };
  });
  return { ...changed, ...filling(changed, book, names) };
};

/** What the columns hold that read a quantity of a learning rate as charts draw it. */
function drawnNames(book: ExerciseBook): ReadonlyMap<number, Drawn> {
  const { traces, table, topology, shown } = book;
  return new Map(
    traces.flatMap(({ learningRate }, position) => [
      [ratesLayout.column(position), { name: topology.curve, learningRate }] as const,
      ...(shown.sampled
        ? table.lines.map((name, line) => [sampledColumn(book, position, line), { name, learningRate }] as const)
        : []),
    ]),
  );
}

/** A quantity of a learning rate, as charts draw it. */
interface Drawn {
  readonly name: string;
  readonly learningRate: number;
}

/** The cell that is drawn: the first that the formula reads. */
const sourceOf = (formula: string): string =>
  /^IFERROR\((?:IF\(ABS\()?((?:INDEX\([^)]*\))|[^),]+)/.exec(formula)?.[1] ?? formula;

/** The rows that are filled down, with gaps where nothing stands yet. */
function filling(
  { cells, fillDown }: SheetBody,
  book: ExerciseBook,
  names: ReadonlyMap<number, Drawn>,
): Pick<SheetBody, 'fillDown'> | undefined {
  if (fillDown === undefined || !('values' in fillDown)) return undefined;
  const pattern = lastRowOf(cells);
  const empty = pattern.map(({ column }) => names.has(column) && !book.exercise.answers);
  const values = (k: number): readonly number[] =>
    Array.from(fillDown.values(k), (value, at) => (empty[at] ? NOT_AVAILABLE : value));
  return { fillDown: { ...fillDown, values } };
}

/** The cells of the last row, from left to right. */
function lastRowOf(cells: readonly SheetCell[]): readonly SheetCell[] {
  const last = cells.reduce((most, { row }) => Math.max(most, row), 0);
  return cells.filter(({ row }) => row === last).sort((a, b) => a.column - b.column);
}
