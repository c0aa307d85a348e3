import { SEAL_PATH, sealOf } from '../seal/seal.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { RowBlock } from '../training/filling.ts';
import { drawingPart } from './drawing/drawing.ts';
import { partOfChart } from './drawing/part-of-chart.ts';
import type { DrawingTemplates } from './drawing/template.ts';
import { drawingTemplates } from './drawing/templates.ts';
import { ignoredErrors } from './ignored-errors.ts';
import { withoutInternalLinks } from './internal-links.ts';
import { blocksOf, notedCells, notesPart } from './notes/part.ts';
import { writePart } from './number-list.ts';
import { contentTypes, declare, noRelationships, type Parts, relate, relationshipsPath, sheetPaths } from './parts.ts';
import { type BorrowedRows, RowWriter, type Segment } from './row-press/index.ts';
import { inSchemaOrder } from './schema-order.ts';
import { sealPart } from './seal.ts';
import { type Piece, sheetPart } from './sheet-part.ts';
import { childrenOf, type Element, parse, serialisePart } from './xml.ts';
import { type ZipEntry, zip } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONSHIPS = '_rels/.rels';
const STYLES = 'xl/styles.xml';

/** Small parts that are compressed while those before them are written. */
const AHEAD = 2;

/** How rows are made. */
export interface RowMaking {
  /** Makes a block of rows, and compresses it. */
  readonly segment: (block: RowBlock) => Segment | Promise<Segment>;
  /** Blocks to make side by side. */
  readonly atOnce: number;
  /** Told of each block that has been written. */
  readonly written?: (block: RowBlock) => void;
}

/**
 * Finishes the package of a workbook: attaches drawings, fills rows down, puts elements in order, seals it, and writes it piece by piece.
 *
 * @param parts the package as exceljs wrote it
 */
export async function* assemble({ sheets }: Workbook, parts: Parts, rows: RowMaking): AsyncGenerator<Uint8Array> {
  const writer = new RowWriter();
  yield* zip<Piece>(finished(sheets, parts, drawingTemplates(), writer), {
    segment: (piece) => {
      if (typeof piece === 'string') return compressed(piece, writer);
      return isBlock(piece) ? rows.segment(piece) : piece.segment();
    },
    ahead: AHEAD + 2 * rows.atOnce,
    written: (piece) => (isBlock(piece) ? rows.written?.(piece) : undefined),
    closing: async (records) => ({ path: SEAL_PATH, pieces: [serialisePart(sealPart(sealOf(records)))] }),
  });
}

const isBlock = (piece: Piece): piece is RowBlock => typeof piece === 'object' && 'pattern' in piece;

function compressed(text: string, writer: RowWriter): Segment {
  writer.text(text);
  return writer.take().segment();
}

/** Every file of the finished package but the seal over all of them; the content types come first. */
async function* finished(
  sheets: readonly Sheet[],
  parts: Parts,
  templates: DrawingTemplates,
  writer: RowWriter,
): AsyncGenerator<ZipEntry<Piece>> {
  const partOf = (path: string): Element => {
    const xml = parts.get(path);
    if (xml === undefined) throw new RangeError(`The package has no part ${path}.`);
    return parse(xml);
  };
  const added: readonly File[] = [
    ...numbered(parts, sheets).flatMap((sheet) => sheetFiles(sheet, parts, templates, writer)),
    { path: SEAL_PATH, type: contentTypes.customProperties, pieces: [] },
  ];
  const changed = new Map<string, Iterable<Piece>>([
    [CONTENT_TYPES, lazily(() => declare(partOf(CONTENT_TYPES), added))],
    [ROOT_RELATIONSHIPS, lazily(() => relate(partOf(ROOT_RELATIONSHIPS), 'custom-properties', SEAL_PATH).list)],
    [STYLES, lazily(() => inSchemaOrder(partOf(STYLES)))],
    ...added.map((file) => [file.path, file.pieces] as const),
  ]);
  changed.delete(SEAL_PATH);
  const order = new Set([CONTENT_TYPES, ROOT_RELATIONSHIPS, ...parts.keys(), ...changed.keys()]);
  for (const path of order) {
    const pieces = changed.get(path) ?? [parts.get(path) ?? ''];
    if (!isEmpty(pieces)) yield { path, pieces };
  }
}

/** A file that we add to the package or put in the place of one that exceljs wrote. */
interface File {
  readonly path: string;
  /** Its content type, where the package does not know it yet. */
  readonly type?: string;
  /** Its text and its rows; an empty list leaves the file out. */
  readonly pieces: Iterable<Piece>;
}

const isEmpty = (pieces: Iterable<Piece>): boolean => Array.isArray(pieces) && pieces.length === 0;

/** A sheet with the numbers of its drawing and of its first chart, both counted through the package from 1. */
interface NumberedSheet extends Sheet {
  readonly path: string;
  readonly drawing: number;
  readonly firstChart: number;
  /** The first block of ids for its notes. */
  readonly firstNotes: number;
}

function numbered(parts: Parts, sheets: readonly Sheet[]): readonly NumberedSheet[] {
  const paths = sheetPaths(parts);
  let drawing = 0;
  let firstChart = 1;
  let firstNotes = 1;
  return sheets.map((sheet) => {
    const path = paths.get(sheet.name);
    if (path === undefined) throw new RangeError(`The package has no sheet ${sheet.name}.`);
    if (hasDrawing(sheet)) drawing++;
    const result = { ...sheet, path, drawing, firstChart, firstNotes };
    firstChart += sheet.charts.length;
    firstNotes += blocksOf(notedCells(sheet).length);
    return result;
  });
}

const hasDrawing = ({ charts, figures }: Sheet): boolean => charts.length + figures.length > 0;

/** The sheet itself and, if anything is drawn on it, its relationships, its drawing and its charts. */
function sheetFiles(
  sheet: NumberedSheet,
  parts: Parts,
  templates: DrawingTemplates,
  writer: RowWriter,
): readonly File[] {
  const xml = parts.get(sheet.path) ?? '';
  const additions = {
    ignored: ignoredErrors(sheet),
    ...(sheet.fillDown === undefined ? {} : { filling: sheet.fillDown }),
  };
  const known = parts.get(relationshipsPath(sheet.path));
  const own = known === undefined ? noRelationships : withoutInternalLinks(parse(known));
  const notes = notesFile(sheet, own);
  if (!hasDrawing(sheet))
    return [
      ...notes,
      { path: sheet.path, pieces: sheetPart(xml, additions, writer) },
      { path: relationshipsPath(sheet.path), pieces: own.children.length === 0 ? [] : lazily(() => own) },
    ];

  const drawing = `drawings/drawing${sheet.drawing}.xml`;
  const charts = sheet.charts.map((chart, k) => ({ chart, target: `charts/chart${sheet.firstChart + k}.xml` }));
  const related = relate(own, 'drawing', `../${drawing}`);
  const relatedCharts = charts.reduce(
    (list, { target }) => relate(list, 'chart', `../${target}`).list,
    noRelationships,
  );
  return [
    ...notes,
    { path: sheet.path, pieces: sheetPart(xml, { ...additions, drawing: related.id }, writer) },
    { path: relationshipsPath(sheet.path), pieces: lazily(() => related.list) },
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
}

/** The boxes of a sheet's notes, in the place of those that exceljs made. */
function notesFile(sheet: NumberedSheet, relationships: Element): readonly File[] {
  const target = childrenOf(relationships, 'Relationship')
    .map(({ attributes }) => attributes.Target ?? '')
    .find((path) => path.endsWith('.vml'));
  if (target === undefined) return [];
  return [{ path: target.replace('..', 'xl'), pieces: lazily(() => notesPart(sheet, sheet.firstNotes)) }];
}

/** A part that is made only when it is its turn to be written. */
function* lazily(root: () => Element): Generator<string> {
  yield serialisePart(root());
}

/** The same of a part with long lists of numbers, which are written as rows are. */
function* numbersAsRows(root: () => Element, writer: RowWriter): Generator<BorrowedRows> {
  writePart(root(), writer);
  yield writer.take();
}
