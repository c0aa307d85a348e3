import { formulaText } from '../../expression/text.ts';
import type { Column, Role } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import { newValue } from '../../model/update.ts';
import { relative } from '../../sheet/address.ts';
import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import { mapCells, withCells, withHeights } from '../../sheet/edit.ts';
import { type Look, look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import type { FillDown } from '../../training/filling.ts';
import { traceOf } from '../book.ts';
import { chainRule, chainRuleCells, chainRuleColumn, SHOWN_ROW, shownCell } from '../iterations/band.ts';
import { formulaRowHeight } from '../iterations/sizes.ts';
import { redMark, rightMark } from '../look/marks.ts';
import { colors } from '../look/palette.ts';
import { formatOf } from '../look/style.ts';
import { drawnOnceFilled } from '../numbers/drawn.ts';
import { words } from '../words.ts';
import { answersLayout } from './answers-layout.ts';
import { emptyCell } from './empty.ts';
import { type ExerciseBook, firstBlank, isAsked, isEmpty, isEmptyIn, type Overlay } from './exercise.ts';
import { withGivens } from './givens.ts';
import { openingColumn, withGuide } from './guide-band.ts';
import { HINT_ROW } from './guide-layout.ts';
import { statusCell } from './status.ts';
import { withoutStory } from './untold.ts';
import { exerciseWords } from './words.ts';

/** The row above the group bars, a gap in a workbook that asks for nothing, and its height in pixels. */
export const STATUS_ROW = 10;
const STATUS_HEIGHT = 20;

/** What stands for a formula that would be the answer. */
const HIDDEN_FORMULA = '?';

/** The sheet of a learning rate in an exercise: asked columns are empty, a row above them judges, and nothing tells their formulas. */
export const tableOverlay: Overlay = (sheet, book, position) => {
  const emptied = withoutFormulas(withoutShown(withBlanks(sheet, book), book), book);
  const judged = withGuide(withoutStory(withStatus(emptied, book, position), book), book, position);
  const topLeft = relative(book.table.firstRow, openingColumn(book));
  const opens = { ...sheet.opens, selected: firstBlank(book), topLeft };
  const filled = { ...judged, opens, ...folds(emptied, book), ...filling(emptied, book, position) };
  return withGivens(filled, book, position);
};

/** Empties the cells that are asked for, and lets charts leave gaps there. */
function withBlanks(sheet: SheetBody, book: ExerciseBook): SheetBody {
  const { table } = book;
  const columns = new Map(columnsOf(table.groups).map((column) => [table.column(column.name), column]));
  const firsts = new Set(table.groups.flatMap((group) => group.columns.slice(0, 1)));
  const drawn = new Map(table.drawn.map((name) => [table.drawnColumn(name), name]));
  return mapCells(sheet, (cell) => {
    const iteration = cell.row - table.firstRow + 1;
    const column = columns.get(cell.column);
    if (iteration < 1) return column === undefined ? cell : headed(cell, book, column);
    if (column !== undefined)
      return isEmptyIn(book, column.name, iteration)
        ? { ...cell, content: null, look: toFill(column.role, firsts.has(column)) }
        : cell;
    const name = drawn.get(cell.column);
    return name === undefined ? cell : drawnCellOf(cell, book, name, iteration);
  });
}

/** A number for charts: of a column that is asked for once it is there, of others once the run can be told. */
function drawnCellOf(cell: SheetCell, book: ExerciseBook, name: string, iteration: number): SheetCell {
  const { content } = cell;
  const { table, exercise } = book;
  if (!isFormula(content)) return cell;
  const asked = isAsked(book, name);
  const formula = asked
    ? drawnOnceFilled(table.cell(name, iteration), content.formula)
    : `IF(${emptyCell(table)}>0,NA(),${content.formula})`;
  const gap = asked ? isEmptyIn(book, name, iteration) : !exercise.answers;
  return { ...cell, content: { formula, value: gap ? NOT_AVAILABLE : content.value } };
}

/** A cell of the table's head: the note on a name that is asked for says how hints are had. */
function headed(cell: SheetCell, book: ExerciseBook, { name }: Column): SheetCell {
  const { table } = book;
  if (cell.row === table.formulaRow && isEmpty(book, name)) return { ...cell, content: HIDDEN_FORMULA };
  return cell.row === table.nameRow && isAsked(book, name) ? { ...cell, note: exerciseWords.note(HINT_ROW) } : cell;
}

/** A cell that the learner is to fill in. */
const toFill = (role: Role, first: boolean): Look =>
  look({
    color: colors.black,
    fill: colors.typedFill,
    align: 'center',
    format: formatOf(role),
    bottom: ['hair', colors.typedBorder],
    ...(first ? { left: ['thin', colors.line] } : {}),
  });

/** Without the iteration that Steps shows: there is no sheet Steps. */
function withoutShown(sheet: SheetBody, { sizes }: ExerciseBook): SheetBody {
  const shown = shownCell(sizes);
  const rules = sheet.rules.map((set) => ({
    ...set,
    rules: set.rules.filter((rule) => !('formula' in rule && rule.formula.includes(shown))),
  }));
  const { cells } = sheet;
  return { ...sheet, rules, cells: cells.filter(({ row, column }) => row !== SHOWN_ROW || column > sizes.bandEnd) };
}

/** Without formulas in symbols that would be answers: the update in the title, the lines of the chain rule. */
function withoutFormulas(sheet: SheetBody, book: ExerciseBook): SheetBody {
  const { table, sizes } = book;
  const column = chainRuleColumn(table);
  const steps = chainRule(book);
  const lines = new Set(chainRuleCells(steps, column).map(({ content }) => content));
  const isLine = (cell: SheetCell): boolean => cell.column === column && lines.has(cell.content);
  const kept = sheet.cells.some(isLine) ? steps.filter(({ name }) => !isEmpty(book, name)) : [];
  const asksUpdates = columnsOf(table.groups).some(({ name, rule }) => rule.kind === 'learned' && isEmpty(book, name));
  const reading = ({ row, column: at }: SheetCell): boolean => asksUpdates && row === 1 && at === sizes.bandEnd + 1;
  const update = formulaText(newValue(book.topology.optimizer, 'w'));
  const texts = mapCells(sheet, (cell) => {
    if (isLine(cell)) return undefined;
    return reading(cell) ? withReading(cell, words.table.reading(HIDDEN_FORMULA), words.table.reading(update)) : cell;
  });
  const formulas = texts.cells.flatMap(({ row, content }) =>
    row === table.formulaRow && typeof content === 'string' ? [content] : [],
  );
  return withHeights(withCells(texts, chainRuleCells(kept, column)), [
    [STATUS_ROW, STATUS_HEIGHT],
    [table.formulaRow, formulaRowHeight(formulas)],
  ]);
}

/** The cell with another text in its formula. */
function withReading(cell: SheetCell, text: string, before: string): SheetCell {
  const { content } = cell;
  if (!isFormula(content)) return cell;
  const value = content.value === before ? text : content.value;
  return { ...cell, content: { formula: content.formula.replace(before, () => text), value } };
}

const statusLook = look({
  size: 10,
  bold: true,
  color: colors.text,
  fill: colors.typedFill,
  box: colors.typedBorder,
  align: 'center',
  shrink: true,
});

/** Above every column that is asked for, how it stands: by a sign and words; colours say it once more. */
function withStatus(sheet: SheetBody, book: ExerciseBook, position: number): SheetBody {
  const layout = answersLayout(book);
  const columns = layout.map(({ column }) => book.table.column(column.name));
  const cells = layout.map((each, k) => ({
    row: STATUS_ROW,
    column: columns[k] as number,
    content: statusCell(book, position, each),
    look: statusLook,
  }));
  const first = relative(STATUS_ROW, Math.min(...columns));
  const begins = (sign: string): string => `LEFT(${first},1)="${sign}"`;
  const range = `${first}:${relative(STATUS_ROW, Math.max(...columns))}`;
  const rules = [redMark(begins('✗'), 11), rightMark(begins('✓'), 12)];
  return { ...withCells(sheet, cells), rules: [...sheet.rules, { range, rules }] };
}

/** What is asked for is never folded away, nor are the rows that help with it. */
function folds({ folds: all }: SheetBody, book: ExerciseBook): Pick<SheetBody, 'folds'> {
  const asked = new Set(answersLayout(book).map(({ column }) => book.table.column(column.name)));
  return {
    folds: {
      rows: [],
      columns: (all?.columns ?? []).filter((column) => !asked.has(column)),
    },
  };
}

/** The rows that are filled down, with their empty cells, as a spreadsheet computes them. */
function filling(
  { fillDown }: SheetBody,
  book: ExerciseBook,
  position: number,
): Pick<SheetBody, 'fillDown'> | undefined {
  if (book.exercise.answers || fillDown === undefined) return undefined;
  const { table } = book;
  const trace = traceOf(book, position);
  const written = table.iterations - fillDown.rows;
  const values = new Float64Array(table.lastColumn + table.drawn.length);
  const rows: FillDown['values'] = (k) => {
    const iteration = written + 1 + k;
    values[0] = iteration;
    values.set(trace.row(iteration), 1);
    // Nothing is drawn yet.
    values.fill(NOT_AVAILABLE, table.lastColumn);
    return values;
  };
  return { fillDown: { rows: fillDown.rows, values: rows } };
}
