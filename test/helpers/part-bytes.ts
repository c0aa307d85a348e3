import { writtenPart } from '../../src/xlsx/number-list.ts';
import { RowWriter } from '../../src/xlsx/row-press/index.ts';
import type { Element } from '../../src/xlsx/xml.ts';

const writer = new RowWriter();

/** A part with lists of numbers as the package holds it. */
export function partBytes(root: Element): Uint8Array {
  return Buffer.concat(Array.from(writtenPart(root, writer), (rows) => rows.bytes().slice()));
}
