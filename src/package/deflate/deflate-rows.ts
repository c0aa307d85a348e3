import type { RowBlock } from '../../spec/filling.ts';
import type { Marked } from '../byte-writer.ts';
import type { Compression } from '../compression.ts';
import type { Segment } from '../segment.ts';
import { deflatedBlock } from './block.ts';
import { rowTokens } from './row-tokens.ts';

/** Rows of a run from which on it pays to compress them here: before, the code is not warm. */
const WORTH_WARMING = 500;

/** Compresses a block of rows, which holds until the next is made. */
export function compressedRows(
  xml: Marked,
  { first, end, rows }: Pick<RowBlock, 'first' | 'end' | 'rows'>,
  compression: Compression,
): Segment | Promise<Segment> {
  if (rows < WORTH_WARMING) return compression.segment(xml.bytes.slice());
  return deflatedRows(xml, end - first, compression.crc);
}

/**
 * Compresses rows of a sheet. Where they repeat one another is known and has not to be searched for, so that the result is smaller than a
 * compressor for everything makes it in that time.
 *
 * @param xml the rows, as many marks in each, in order: from there on its text is likely to be that of the row before
 * @param rows their number
 * @param crc computes a CRC-32
 */
export function deflatedRows({ bytes: xml, marks }: Marked, rows: number, crc: Compression['crc']): Segment {
  return { deflated: deflatedBlock(rowTokens(xml, marks, marks.length / rows)), size: xml.length, crc: crc(xml) };
}
