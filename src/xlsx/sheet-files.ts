import type { Sheet } from '../sheet/sheet.ts';
import { drawingPart } from './drawing/drawing.ts';
import { partOfChart } from './drawing/part-of-chart.ts';
import type { DrawingTemplates } from './drawing/template.ts';
import { commentsPart } from './notes/comments.ts';
import { blocksOf, notedCells, notesPart } from './notes/part.ts';
import { writtenPart } from './number-list.ts';
import { contentTypes, noRelationships, PROGRAM, relate, relationshipsPath } from './parts.ts';
import { compressed, type Piece } from './piece.ts';
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

/** The numbers of a sheet, of its drawing and of its first chart, all counted through the package from 1. */
export interface SheetNumbers {
  /** In the order of the tabs. */
  readonly number: number;
  readonly drawing: number;
  readonly firstChart: number;
  /** The first block of ids for its notes. */
  readonly firstNotes: number;
}

export const FIRST_NUMBERS: SheetNumbers = { number: 1, drawing: 1, firstChart: 1, firstNotes: 1 };

/** The numbers of the sheet after one. */
export const nextNumbers = (sheet: Sheet, { number, drawing, firstChart, firstNotes }: SheetNumbers): SheetNumbers => ({
  number: number + 1,
  drawing: hasDrawing(sheet) ? drawing + 1 : drawing,
  firstChart: firstChart + sheet.charts.length,
  firstNotes: firstNotes + blocksOf(notedCells(sheet).length),
});

const hasDrawing = ({ charts, figures }: Sheet): boolean => charts.length + figures.length > 0;

/**
 * The sheet itself, under the path that exceljs declares, its relationships and, if there are any, its notes, its drawing and its charts. They
 * do without the sheet's cells.
 */
export function sheetFiles(
  sheet: Sheet,
  numbers: SheetNumbers,
  shared: Shared,
  templates: DrawingTemplates,
  writer: RowWriter,
): readonly File[] {
  const { number } = numbers;
  const path = `xl/worksheets/sheet${number}.xml`;
  const noted = withNotes(sheet, numbers, noRelationships, writer);
  const drawn = withDrawing(sheet, numbers, noted.relationships, templates, writer);
  const { relationships } = drawn;
  return [
    ...noted.files,
    {
      path,
      pieces: sheetPart(sheet, number === 1, shared, { drawing: drawn.id, notes: noted.id }, writer),
    },
    {
      path: relationshipsPath(path),
      pieces: relationships.children.length === 0 ? [] : [serialisePart(relationships)],
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
function withNotes(
  sheet: Sheet,
  { number, firstNotes }: SheetNumbers,
  relationships: Element,
  writer: RowWriter,
): Belonging {
  if (notedCells(sheet).length === 0) return { files: [], relationships };
  const comments = `comments${number}.xml`;
  const boxes = `drawings/vmlDrawing${number}.vml`;
  const texts = relate(relationships, 'comments', `../${comments}`);
  const { list, id } = relate(texts.list, 'vmlDrawing', `../${boxes}`);
  const pressed = (root: Element): readonly Piece[] => compressed([serialisePart(root)], writer);
  const files = [
    { path: `xl/${comments}`, type: contentTypes.comments, pieces: pressed(commentsPart(sheet, PROGRAM)) },
    { path: `xl/${boxes}`, pieces: pressed(notesPart(sheet, firstNotes)) },
  ];
  return { files, relationships: list, id };
}

/** What is drawn on a sheet: charts and figures. */
function withDrawing(
  sheet: Sheet,
  numbers: SheetNumbers,
  relationships: Element,
  templates: DrawingTemplates,
  writer: RowWriter,
): Belonging {
  if (!hasDrawing(sheet)) return { files: [], relationships };
  const { charts, figures } = sheet;
  const { firstChart } = numbers;
  const drawing = `drawings/drawing${numbers.drawing}.xml`;
  const targets = charts.map((chart, k) => ({ chart, target: `charts/chart${firstChart + k}.xml` }));
  const { list, id } = relate(relationships, 'drawing', `../${drawing}`);
  const relatedCharts = targets.reduce(
    (related, { target }) => relate(related, 'chart', `../${target}`).list,
    noRelationships,
  );
  const files = [
    {
      path: `xl/${drawing}`,
      type: contentTypes.drawing,
      pieces: lazily(() => drawingPart(charts, templates, figures)),
    },
    ...(charts.length === 0
      ? []
      : [{ path: relationshipsPath(`xl/${drawing}`), pieces: [serialisePart(relatedCharts)] }]),
    ...targets.map(({ chart, target }) => ({
      path: `xl/${target}`,
      type: contentTypes.chart,
      pieces: numbersAsRows(() => partOfChart(chart, templates), writer),
    })),
  ];
  return { files, relationships: list, id };
}

/** A part that is made only when it is its turn to be written. */
function* lazily(root: () => Element): Generator<string> {
  yield serialisePart(root());
}

/** The same of a part with long lists of numbers, which are written as rows are. */
function* numbersAsRows(root: () => Element, writer: RowWriter): Generator<BorrowedRows> {
  yield* writtenPart(root(), writer);
}
