import { type Element, partInStretches } from '../../src/drawing/xml.ts';
import { writeNumbers } from '../../src/package/number-list.ts';
import { RowWriter } from '../../src/package/row-writer.ts';

const writer = new RowWriter();

/** A part with lists of numbers as the package holds it. */
export function partBytes(root: Element): Uint8Array {
  for (const each of partInStretches(root)) {
    if (typeof each === 'string') writer.text(each);
    else writeNumbers(each, writer);
  }
  return writer.take().bytes().slice();
}
