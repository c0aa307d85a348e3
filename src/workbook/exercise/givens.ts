import type { Column } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import { viewOf } from '../../quantities/view.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import { withCells, withHeights } from '../../sheet/edit.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { traceOf } from '../book.ts';
import { FEW_ITERATIONS } from '../iterations/sheet.ts';
import { ITERATION_HEIGHT } from '../iterations/sizes.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formatOf, header, iterationStyle } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import { columnsBefore } from './answers-layout.ts';
import { type ExerciseBook, isAsked, isEmptyIn } from './exercise.ts';
import { openingColumn } from './guide-band.ts';
import { exerciseWords } from './words.ts';

/**
 * What the asked columns are made of stands far to the left of them. Below the table of a short exercise it stands once more, so that it is
 * in sight of the blanks: a formula may read it there, row by row, and be filled down.
 */

/** A column that stands once more, and where. */
interface Repeated {
  readonly column: Column;
  readonly at: number;
}

/** Rows between the table and these. */
const GAP = 1;

/** The columns to repeat, below those that need them, as far as these leave room. */
function repeated(book: ExerciseBook): readonly Repeated[] {
  const { table } = book;
  let next = openingColumn(book);
  return runsOf(book).flatMap((run): readonly Repeated[] => {
    const [first] = run;
    if (first === undefined) return [];
    const columns = neededBy(book, run);
    const start = Math.max(next, table.column(first.name) - Math.max(0, columns.length - run.length));
    next = columns.length === 0 ? next : start + columns.length;
    return columns.map((column, k) => ({ column, at: start + k }));
  });
}

/** The asked columns beside each other that belong to the same layer, group by group of the table. */
function runsOf(book: ExerciseBook): readonly (readonly Column[])[] {
  const layerOf = layersByName(book);
  return book.table.groups.flatMap(({ columns }) => {
    const runs = new Map<number | undefined, Column[]>();
    for (const column of columns.filter(({ name }) => isAsked(book, name))) {
      const { quantity } = column;
      const layer = layerOf.get(quantity.kind === 'value' ? quantity.of : quantity.by);
      runs.set(layer, [...(runs.get(layer) ?? []), column]);
    }
    return [...runs.values()];
  });
}

/** The layer of every unit, weight and bias, by the names of net inputs, activations and weights. */
function layersByName({ topology }: ExerciseBook): ReadonlyMap<string, number> {
  return new Map(
    topology.passes.flatMap((pass) =>
      viewOf(topology, pass).layers.flatMap(({ units, biases }, layer) =>
        [
          ...units.flatMap(({ netInput, activation, weights }) => [
            netInput,
            activation,
            ...weights.map(({ name }) => name),
          ]),
          ...biases.map(({ name }) => name),
        ].map((name) => [name, layer] as const),
      ),
    ),
  );
}

/** So many columns to the left, what the learner has filled in is still in sight. */
const NEAR = 10;

/** What asked columns are made of, but for what the learner has filled in just before. */
function neededBy(book: ExerciseBook, run: readonly Column[]): readonly Column[] {
  const { table } = book;
  const read = new Set(run.flatMap((column) => columnsBefore(table, column)).map(({ name }) => name));
  const [first = 0, last = 0] = [run[0], run.at(-1)].map((column) => table.column(column?.name ?? ''));
  const isNear = ({ name }: Column): boolean =>
    isAsked(book, name) && table.column(name) >= first - NEAR && table.column(name) <= last;
  return columnsOf(table.groups).filter((column) => read.has(column.name) && !isNear(column));
}

/** The sheet of a learning rate with these columns below its table, where that is short. */
export function withGivens(sheet: SheetBody, book: ExerciseBook, position: number): SheetBody {
  const { table } = book;
  const columns = repeated(book);
  const [first] = columns;
  if (table.iterations > FEW_ITERATIONS || first === undefined) return sheet;
  const { fillDown, ...rest } = sheet;
  const titleRow = table.lastRow + GAP + 1;
  const nameRow = titleRow + 1;
  const rows = Array.from({ length: table.iterations }, (_, k) => ({ iteration: k + 1, row: nameRow + 1 + k }));
  const cells: readonly SheetCell[] = [
    {
      row: titleRow,
      column: first.at,
      content: exerciseWords.givens,
      look: look({ size: 10, italic: true, color: colors.muted }),
    },
    { row: nameRow, column: table.iterationColumn, content: words.table.iteration, look: header.name(ink, false) },
    ...columns.map(({ column, at }) => ({
      row: nameRow,
      column: at,
      content: column.name,
      look: header.name(shades[column.role], false),
    })),
    ...rows.flatMap(({ iteration, row }) => [
      {
        row,
        column: table.iterationColumn,
        content: live(relative(table.row(iteration), table.iterationColumn), iteration),
        look: iterationStyle,
      },
      ...columns.map(({ column, at }) => numberCell(book, position, column, { row, column: at }, iteration)),
    ]),
  ];
  return withHeights(
    withCells(rest, cells),
    rows.map(({ row }) => [row, ITERATION_HEIGHT]),
  );
}

/** A number of the table; of a cell that is still to be filled in, nothing is seen. */
function numberCell(
  book: ExerciseBook,
  position: number,
  { name, role }: Column,
  place: { readonly row: number; readonly column: number },
  iteration: number,
): SheetCell {
  const { table } = book;
  const format = formatOf(role);
  const value = traceOf(book, position).row(iteration)[table.column(name) - 2] ?? Number.NaN;
  return {
    ...place,
    content: live(table.cell(name, iteration), isEmptyIn(book, name, iteration) ? 0 : value),
    look: look({
      color: colors.black,
      align: 'center',
      format: isAsked(book, name) ? `${format};` : format,
      bottom: ['hair', colors.hair],
    }),
  };
}
