import type { Formula } from '../../sheet/cell.ts';
import { isFormula } from '../../sheet/cell.ts';
import { mapCells, withCells } from '../../sheet/edit.ts';
import type { LineChart } from '../../sheet/line-chart.ts';
import { look } from '../../sheet/look.ts';
import { isLineChart, type SheetBody } from '../../sheet/sheet.ts';
import { NONE } from '../course.ts';
import { SHOWN_ROW } from '../iterations/band.ts';
import { endIterationAt } from '../iterations/run-end.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { emptyAt, emptyCell, emptyFormula } from './empty.ts';
import { askedOf, type ExerciseBook, scoredColumns } from './exercise.ts';

/** The first row of the summary beside the charts of a learning rate's sheet. */
const FIRST_SUMMARY_ROW = 3;

/**
 * The sheet of a learning rate while numbers come of empty cells: it tells nothing of the run, neither in its summary nor in its title nor
 * by lines of charts. Once everything that counts is filled in, all of it is there.
 */
export function withoutStory(sheet: SheetBody, book: ExerciseBook): SheetBody {
  const { table, sizes, exercise } = book;
  const empty = emptyCell(table);
  const end = endIterationAt(table);
  const later = (content: Formula, otherwise: string, value: string | number): Formula => ({
    formula: `IF(${empty}>0,${otherwise},${content.formula})`,
    value: exercise.answers ? content.value : value,
  });
  const waiting = mapCells(sheet, (cell) => {
    const { row, column, content } = cell;
    if (!isFormula(content)) return cell;
    if (row === end.row && column === end.column) return { ...cell, content: later(content, '0', 0) };
    const inSummary = column === sizes.bandEnd && row >= FIRST_SUMMARY_ROW && row < SHOWN_ROW;
    return inSummary ? { ...cell, content: later(content, `"${NONE}"`, NONE) } : cell;
  });
  const counted = scoredColumns(askedOf(book)).map(({ name }) => name);
  const { formula, value } = emptyFormula(table, counted, exercise.answers);
  const counter = { ...emptyAt(table), content: live(formula, value), look: look({ format: formats.unseen }) };
  const { errors, outputs } = table.charted;
  const given = new Set([...errors, ...outputs].flatMap((line) => (line.given ? [line.name] : [])));
  const charts = exercise.answers
    ? sheet.charts
    : sheet.charts.map((chart) => (isLineChart(chart) ? withoutLines(chart, given) : chart));
  return { ...withCells(waiting, [counter]), charts };
}

/** The chart without the numbers of all lines but those that are given. */
const withoutLines = (chart: LineChart, given: ReadonlySet<string>): LineChart => ({
  ...chart,
  series: chart.series.map((series) =>
    given.has(series.name.text)
      ? series
      : { ...series, values: { ...series.values, values: series.values.values.map(() => Number.NaN) } },
  ),
});
