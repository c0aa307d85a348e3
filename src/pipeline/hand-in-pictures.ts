import type { PictureName } from '../hand-in/files.ts';
import type { RunsCalled } from '../hand-in/words.ts';
import { handInWords } from '../hand-in/words.ts';
import { chartPicture } from '../picture/chart/chart.ts';
import { group, label, type PictureNode } from '../picture/element.ts';
import { carefulMeasure as measure } from '../picture/measure.ts';
import { pictureLayout } from '../picture/network/layout.ts';
import { networkPicture } from '../picture/network/picture.ts';
import { curvesPicture } from '../picture/plot/curves.ts';
import type { Curve } from '../picture/plot/range.ts';
import { sheetPicture } from '../picture/sheet/picture.ts';
import { filledDown, lastWrittenRow } from '../picture/sheet/rows.ts';
import { type Strip, stripsOf } from '../picture/sheet/strip.ts';
import type { Picture } from '../picture/standalone.ts';
import { fixedColors, pictureStyle } from '../picture/style.ts';
import type { Theme } from '../picture/theme.ts';
import { ITERATION, initialValues } from '../quantities/topology.ts';
import { columnLetters } from '../sheet/address.ts';
import type { LineChart } from '../sheet/line-chart.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { Trace } from '../training/trace.ts';
import { type Book, chosenValue, runTable, traceOf } from '../workbook/book.ts';
import { openingSample } from '../workbook/network/diagram/values.ts';

/** A picture of a hand-in, on either ground. */
export interface HandInPicture extends PictureName {
  readonly on: (theme: Theme) => Picture;
}

/** The width of a page's text on GitHub, about, in pixels. */
const PAGE = 880;

/** Pictures higher than this nobody looks at: such a network has hundreds of units. */
const HIGHEST = 6000;

/** The network at the iteration that Steps shows when the workbook is opened; undefined where it is too large. */
export function networkDrawing(book: Book): HandInPicture | undefined {
  const { network, topology, table } = book;
  const pass = topology.passes[openingSample(book)];
  if (pass === undefined) return undefined;
  const given = new Map(initialValues(topology).map(({ name, value }) => [name, value] as const));
  const read = (name: string): number | undefined => (table.has(name) ? chosenValue(book, name) : given.get(name));
  const layouts = [false, true].map((dense) =>
    pictureLayout(topology, pass, { measure, width: PAGE, height: 320, dense }),
  );
  const layout = layouts.find(({ height }) => height <= HIGHEST);
  if (layout === undefined) return undefined;
  const title = handInWords.network.shows(network.title);
  return {
    ...{ name: 'network', shows: title },
    on: ({ palette }) => ({
      ...{ width: layout.width, height: layout.height, title },
      style: pictureStyle(fixedColors(palette)),
      children: [group({ class: 'network' }, ...elementsOf(networkPicture({ topology, layout, read, title })))],
    }),
  };
}

/** What is inside a picture that would stand alone. */
const elementsOf = ({ children }: PictureNode): readonly PictureNode[] =>
  children.filter((child) => typeof child !== 'string');

/** Rows of a sheet that its picture shows, and pixels side by side. */
export const SHEET_ROWS = 10;
const WIDEST = 1850;

/** Pictures of one sheet, at most. */
const MOST_STRIPS = 3;

/** A sheet in pictures. */
export interface SheetDrawing {
  readonly pictures: readonly HandInPicture[];
  readonly name: string;
  readonly rows: number;
  /** The last column that is drawn and the last of the table, where not all are drawn. */
  readonly columns: readonly [string, string] | undefined;
}

/** The sheet of the learning rate that Steps shows when the workbook is opened. */
export function sheetDrawing(book: Book, workbook: Workbook): SheetDrawing {
  const { table, choice } = book;
  const trace = traceOf(book, choice.rate);
  const name = runTable(book, choice.rate).sheet;
  const rows = Math.min(SHEET_ROWS, table.iterations);
  const sheet = withRows(book, sheetNamed(workbook, name), trace, rows);
  const groups = new Set(table.groups.flatMap(({ columns: [first] }) => (first ? [table.column(first.name)] : [])));
  const strips = stripsOf(sheet, { widest: WIDEST, last: table.lastColumn, groups });
  const tabs = workbook.sheets
    .filter(({ hidden }) => !hidden)
    .map((each) => ({ name: each.name, color: each.tabColor }));
  const drawnStrips = strips.slice(0, MOST_STRIPS);
  const last = lastOf(drawnStrips.at(-1));
  return {
    ...{ name, rows },
    columns: last === table.lastColumn ? undefined : [columnLetters(last), columnLetters(table.lastColumn)],
    pictures: drawnStrips.map((strip, k) => {
      const title = handInWords.sheet.shows(name, columnsText(strip));
      return {
        ...{ name: k === 0 ? 'sheet' : `sheet-${k + 1}`, shows: title },
        on: (theme) => sheetPicture({ sheet, strip, lastRow: table.row(rows), tabs, theme, measure, title }),
      };
    }),
  };
}

const lastOf = (strip: Strip | undefined): number => strip?.columns.at(-1) ?? 0;

function columnsText({ columns }: Strip): string {
  const gap = columns.findIndex((column, k) => k > 0 && column !== (columns[k - 1] ?? 0) + 1);
  const range = (of: readonly number[]): string =>
    [...new Set([of[0] ?? 0, of.at(-1) ?? 0])].map(columnLetters).join(' to ');
  return gap < 0 ? range(columns) : `${range(columns.slice(0, gap))} and ${range(columns.slice(gap))}`;
}

function sheetNamed({ sheets }: Workbook, name: string): Sheet {
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new RangeError(`There is no sheet ${name}.`);
  return sheet;
}

/** A learning-rate sheet with the numbers of further iterations. */
function withRows({ table }: Book, sheet: Sheet, trace: Trace, rows: number): Sheet {
  const written = lastWrittenRow(sheet) - table.row(0);
  const { fillDown } = sheet;
  if (fillDown === undefined || !('cells' in fillDown) || rows <= written) return sheet;
  return filledDown(sheet, rows - written, (k) => {
    const iteration = written + 1 + k;
    const row = trace.row(iteration);
    return Float64Array.from(fillDown.cells, ({ name }) =>
      name === ITERATION ? iteration : (row[table.column(name) - 2] ?? Number.NaN),
    );
  });
}

/** No curve stands out. */
const NO_CURVE = -1;

/** The curves of all learning rates. */
export function togetherDrawing(
  curves: readonly Curve[],
  error: string,
  logarithmic: boolean,
  called: RunsCalled,
): HandInPicture {
  const title = logarithmic ? handInWords.errors.logarithmic(error) : handInWords.errors.together(error, called);
  const size = { width: PAGE, height: 340 };
  return {
    ...{ name: logarithmic ? 'errors-logarithmic' : 'errors', shows: title },
    on: ({ palette }) => ({
      ...size,
      title,
      style: pictureStyle(fixedColors(palette)),
      children: [
        group(
          { class: 'plot' },
          label('bold', 12, 20, error),
          ...curvesPicture({ ...size, measure, curves, chosen: NO_CURVE, logarithmic, title }).still,
        ),
      ],
    }),
  };
}

/** The curve of a run that is drawn by itself. */
interface OneCurve {
  readonly error: string;
  /** The largest error that is shown. */
  readonly most: number | undefined;
  /** What the run is called, and what says so in the name of the file. */
  readonly label: string;
  readonly file: string;
  readonly called: RunsCalled;
}

/** The error chart of a run's sheet, as large as a page is wide. */
export function errorDrawing(chart: LineChart, { error, most, label, file, called }: OneCurve): HandInPicture {
  const title = handInWords.errors.oneShows(error, label, called);
  const place = { left: 0, top: 0, width: PAGE, height: 340 };
  const [right, field] = [0.14, [0.075, 0.13, 0.9, 0.7] as const];
  const own: LineChart = {
    ...chart,
    title: handInWords.errors.chart(chart.title, label, called),
    titled: true,
    plotArea: chart.legend === undefined ? field : [field[0], field[1], field[2] - right, field[3]],
    legend: chart.legend && [1 - right, 0.1, right, 0.8],
  };
  return {
    ...{ name: `error-${file}`, shows: title },
    on: (theme) => ({
      ...{ width: place.width, height: place.height, title },
      children: [
        chartPicture(own, place, {
          theme,
          most,
        }),
      ],
    }),
  };
}
