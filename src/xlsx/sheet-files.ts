import type { Sheet } from '../sheet/sheet.ts';
import { drawingPart } from './drawing/drawing.ts';
import { partOfChart } from './drawing/part-of-chart.ts';
import type { DrawingTemplates } from './drawing/template.ts';
import { commentsPart } from './notes/comments.ts';
import { blocksOf, notedCells, notesPart } from './notes/part.ts';
import { writtenPart } from './number-list.ts';
import { contentTypes, noRelationships, PROGRAM, relate, relationshipsPath } from './parts.ts';
import type { Piece } from './piece.ts';
import type { BorrowedRows, RowWriter } from './row-press/index.ts';
import type { Shared } from './shared.ts';
import { sheetPart } from './worksheet/part.ts';
import { type Element, serialisePart } from './xml.ts';

/** A file that we add to the package. */
export interface File {
  readonly path: string;
  /** Its content type, where the package does not know it yet. */
  readonly type?: string;
  /** Its text and its rows; an empty list leaves the file out. */
  readonly pieces: Iterable<Piece>;
}

/** A sheet with the numbers of its drawing and of its first chart, both counted through the package from 1. */
export interface NumberedSheet extends Sheet {
  readonly path: string;
  /** In the order of the tabs, from 1. */
  readonly number: number;
  readonly drawing: number;
  readonly firstChart: number;
  /** The first block of ids for its notes. */
  readonly firstNotes: number;
}

/** Gives each sheet of a package its numbers, and its path as exceljs declares it. */
export function numberedSheets(sheets: readonly Sheet[]): readonly NumberedSheet[] {
  let drawing = 0;
  let firstChart = 1;
  let firstNotes = 1;
  return sheets.map((sheet, k) => {
    if (hasDrawing(sheet)) drawing++;
    const number = k + 1;
    const result = { ...sheet, path: `xl/worksheets/sheet${number}.xml`, number, drawing, firstChart, firstNotes };
    firstChart += sheet.charts.length;
    firstNotes += blocksOf(notedCells(sheet).length);
    return result;
  });
}

const hasDrawing = ({ charts, figures }: Sheet): boolean => charts.length + figures.length > 0;

/** The sheet itself, its relationships and, if there are any, its notes, its drawing and its charts. */
export function sheetFiles(
  sheet: NumberedSheet,
  shared: Shared,
  templates: DrawingTemplates,
  writer: RowWriter,
): readonly File[] {
  const noted = withNotes(sheet, noRelationships);
  const drawn = withDrawing(sheet, noted.relationships, templates, writer);
  const belongings = { drawing: drawn.id, notes: noted.id };
  const { relationships } = drawn;
  return [
    ...noted.files,
    { path: sheet.path, pieces: sheetPart(sheet, sheet.number === 1, shared, belongings, writer) },
    {
      path: relationshipsPath(sheet.path),
      pieces: relationships.children.length === 0 ? [] : lazily(() => relationships),
    },
    ...drawn.files,
  ];
}

/** Files that belong to a sheet, and how it refers to the first of them. */
interface Belonging {
  readonly files: readonly File[];
  readonly relationships: Element;
  readonly id?: string;
}

/** The notes of a sheet: their texts, and their boxes. */
function withNotes(sheet: NumberedSheet, relationships: Element): Belonging {
  if (notedCells(sheet).length === 0) return { files: [], relationships };
  const comments = `comments${sheet.number}.xml`;
  const boxes = `drawings/vmlDrawing${sheet.number}.vml`;
  const texts = relate(relationships, 'comments', `../${comments}`);
  const { list, id } = relate(texts.list, 'vmlDrawing', `../${boxes}`);
  const files = [
    { path: `xl/${comments}`, type: contentTypes.comments, pieces: lazily(() => commentsPart(sheet, PROGRAM)) },
    { path: `xl/${boxes}`, pieces: lazily(() => notesPart(sheet, sheet.firstNotes)) },
  ];
  return { files, relationships: list, id };
}

/** What is drawn on a sheet: charts and figures. */
function withDrawing(
  sheet: NumberedSheet,
  relationships: Element,
  templates: DrawingTemplates,
  writer: RowWriter,
): Belonging {
  if (!hasDrawing(sheet)) return { files: [], relationships };
  const drawing = `drawings/drawing${sheet.drawing}.xml`;
  const charts = sheet.charts.map((chart, k) => ({ chart, target: `charts/chart${sheet.firstChart + k}.xml` }));
  const { list, id } = relate(relationships, 'drawing', `../${drawing}`);
  const relatedCharts = charts.reduce(
    (related, { target }) => relate(related, 'chart', `../${target}`).list,
    noRelationships,
  );
  const files = [
    {
      path: `xl/${drawing}`,
      type: contentTypes.drawing,
      pieces: lazily(() => drawingPart(sheet.charts, templates, sheet.figures)),
    },
    ...(charts.length === 0 ? [] : [{ path: relationshipsPath(`xl/${drawing}`), pieces: lazily(() => relatedCharts) }]),
    ...charts.map(({ chart, target }) => ({
      path: `xl/${target}`,
      type: contentTypes.chart,
      pieces: numbersAsRows(() => partOfChart(chart, templates), writer),
    })),
  ];
  return { files, relationships: list, id };
}

/** A part that is made only when it is its turn to be written. */
export function* lazily(root: () => Element): Generator<string> {
  yield serialisePart(root());
}

/** The same of a part with long lists of numbers, which are written as rows are. */
function* numbersAsRows(root: () => Element, writer: RowWriter): Generator<BorrowedRows> {
  yield* writtenPart(root(), writer);
}
