import { SEAL_PATH, sealOf } from '../seal/seal.ts';
import type { SheetMaker } from '../sheet/workbook.ts';
import type { RowBlock } from '../training/filling.ts';
import type { SheetOutline } from './defined-names.ts';
import { drawingTemplates } from './drawing/templates.ts';
import type { ExceljsPackage } from './exceljs.ts';
import { contentTypes, declarations, relationship, withMore } from './parts.ts';
import { type Piece, shortTexts } from './piece.ts';
import type { RowWriter, Segment } from './row-press/index.ts';
import { sealPart } from './seal.ts';
import { FIRST_NUMBERS, type File, nextNumbers, sheetFiles } from './sheet-files.ts';
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
 * by piece. The sheets are made at once, one by one, and what is written of each is compressed before the next is made; rows and charts are made
 * as the package is read.
 *
 * @param around the package around the sheets
 * @param writer writes whatever is not made elsewhere; rows may be made with it too, as long as each block is made in one go
 */
export function assemble(
  sheets: readonly SheetMaker[],
  around: ExceljsPackage,
  rows: RowMaking,
  writer: RowWriter,
): AsyncGenerator<Uint8Array> {
  const templates = drawingTemplates();
  const outlines: SheetOutline[] = [];
  const files: File[] = [];
  let numbers = FIRST_NUMBERS;
  // A function of its own, for what a loop has made it holds until it has made the next.
  const add = (make: SheetMaker): void => {
    const sheet = make();
    const { name, hidden, names, print } = sheet;
    outlines.push({ name, hidden, names, ...(print && { print }) });
    files.push(...sheetFiles(sheet, numbers, around.shared, templates, writer));
    numbers = nextNumbers(sheet, numbers);
  };
  for (const make of sheets) add(make);
  return zip<Piece>(finished(outlines, files, around), {
    segment: (piece) => {
      if (typeof piece === 'string') return compressedText(piece, writer);
      if ('deflated' in piece) return piece;
      return isBlock(piece) ? rows.segment(piece) : piece.segment();
    },
    ahead: AHEAD + 2 * rows.atOnce,
    written: (piece) => (isBlock(piece) ? rows.written?.(piece) : undefined),
    closing: async (records) => ({ path: SEAL_PATH, pieces: [serialisePart(sealPart(sealOf(records)))] }),
  });
}

const isBlock = (piece: Piece): piece is RowBlock => typeof piece === 'object' && 'pattern' in piece;

function compressedText(text: string, writer: RowWriter): Segment {
  writer.text(text);
  return writer.take().segment();
}

/** Every file of the finished package but the seal over all of them; the content types come first, what all sheets share comes last. */
async function* finished(
  outlines: readonly SheetOutline[],
  files: readonly File[],
  around: ExceljsPackage,
): AsyncGenerator<ZipEntry<Piece>> {
  const parts = await around.parts(outlines);
  const more = new Map([
    [CONTENT_TYPES, declarations([...files, SEAL])],
    [ROOT_RELATIONSHIPS, [relationship('rIdSeal', 'custom-properties', SEAL_PATH)]],
  ]);
  for (const [path, elements] of more) yield { path, pieces: [withMore(parts.get(path) ?? '', elements)] };
  for (const [path, text] of parts) if (!more.has(path)) yield { path, pieces: [text] };
  for (const { path, pieces } of files) if (!isEmpty(pieces)) yield { path, pieces };
  for (const [path, text] of Object.entries(around.last)) yield { path, pieces: shortTexts(text()) };
}

/** The seal stands last in the file, but has to be declared. */
const SEAL = { path: SEAL_PATH, type: contentTypes.customProperties };

const isEmpty = (pieces: Iterable<Piece>): boolean => Array.isArray(pieces) && pieces.length === 0;
