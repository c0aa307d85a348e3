import { SEAL_PATH, sealOf } from '../seal/seal.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { RowBlock } from '../training/filling.ts';
import type { DrawingTemplates } from './drawing/template.ts';
import { drawingTemplates } from './drawing/templates.ts';
import type { ExceljsPackage } from './exceljs.ts';
import { contentTypes, declarations, relationship, withMore } from './parts.ts';
import { type Piece, shortPieces } from './piece.ts';
import { RowWriter, type Segment } from './row-press/index.ts';
import { sealPart } from './seal.ts';
import { type File, numberedSheets, sheetFiles } from './sheet-files.ts';
import { serialisePart } from './xml.ts';
import { type ZipEntry, zip } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONSHIPS = '_rels/.rels';

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
 * Puts the package of a workbook together: its sheets and drawings, with rows filled down, and what is around them; seals it, and writes it piece
 * by piece.
 *
 * @param around the package around the sheets
 */
export async function* assemble(
  { sheets }: Workbook,
  around: ExceljsPackage,
  rows: RowMaking,
): AsyncGenerator<Uint8Array> {
  const writer = new RowWriter();
  yield* zip<Piece>(finished(sheets, around, drawingTemplates(), writer), {
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

/** Every file of the finished package but the seal over all of them; the content types come first, what all sheets share comes last. */
async function* finished(
  sheets: readonly Sheet[],
  { shared, parts, last }: ExceljsPackage,
  templates: DrawingTemplates,
  writer: RowWriter,
): AsyncGenerator<ZipEntry<Piece>> {
  const added: readonly File[] = numberedSheets(sheets).flatMap((sheet) =>
    sheetFiles(sheet, shared, templates, writer),
  );
  const more = new Map([
    [CONTENT_TYPES, declarations([...added, SEAL])],
    [ROOT_RELATIONSHIPS, [relationship('rIdSeal', 'custom-properties', SEAL_PATH)]],
  ]);
  for (const [path, elements] of more) yield { path, pieces: [withMore(parts.get(path) ?? '', elements)] };
  for (const [path, text] of parts) if (!more.has(path)) yield { path, pieces: shortPieces([text]) };
  for (const { path, pieces } of added) if (!isEmpty(pieces)) yield { path, pieces: shortPieces(pieces) };
  for (const [path, text] of Object.entries(last)) yield { path, pieces: shortPieces(madeLate(text)) };
}

/** The seal stands last in the file, but has to be declared. */
const SEAL = { path: SEAL_PATH, type: contentTypes.customProperties };

function* madeLate(text: () => string): Generator<string> {
  yield text();
}

const isEmpty = (pieces: Iterable<Piece>): boolean => Array.isArray(pieces) && pieces.length === 0;
