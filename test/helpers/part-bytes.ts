import type { Element } from '../../src/drawing/xml.ts';
import { writePart } from '../../src/xlsx/number-list.ts';
import { RowWriter } from '../../src/xlsx/row-press/index.ts';

const writer = new RowWriter();

/** A part with lists of numbers as the package holds it. */
export function partBytes(root: Element): Uint8Array {
  writePart(root, writer);
  return writer.take().bytes().slice();
}
