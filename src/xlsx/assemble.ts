import { SEAL_PATH, sealOf } from '../seal/seal.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { RowBlock } from '../training/filling.ts';
import type { DrawingTemplates } from './drawing/template.ts';
import { drawingTemplates } from './drawing/templates.ts';
import { contentTypes, declare, type Parts, relate } from './parts.ts';
import { RowWriter, type Segment } from './row-press/index.ts';
import { inSchemaOrder } from './schema-order.ts';
import { sealPart } from './seal.ts';
import { type File, lazily, numberedSheets, sheetFiles } from './sheet-files.ts';
import type { Piece } from './sheet-part.ts';
import { type Element, parse, serialisePart } from './xml.ts';
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
    ...numberedSheets(parts, sheets).flatMap((sheet) => sheetFiles(sheet, parts, templates, writer)),
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

const isEmpty = (pieces: Iterable<Piece>): boolean => Array.isArray(pieces) && pieces.length === 0;
