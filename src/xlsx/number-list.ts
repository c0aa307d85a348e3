import { type BorrowedRows, ROW, type RowWriter, VALUE } from './row-press/index.ts';
import { type Element, type NumberList, partInStretches } from './xml.ts';

/** Writes a list of numbers, each as a row of its own. */
export function writeNumbers(
  { values, texts: [beforePlace, beforeNumber, after] }: NumberList,
  writer: RowWriter,
): void {
  let digits = 0;
  for (let k = 0; k < values.length; k++) {
    const length = String(k).length;
    if (length !== digits) {
      const text = `${beforePlace}${ROW.repeat(length)}${beforeNumber}${VALUE}${after}`;
      writer.setTemplate({ text, offsets: [0], cells: [0] });
      digits = length;
    }
    if (Number.isFinite(values[k])) writer.write(k, values.subarray(k, k + 1));
  }
}

/** Bytes after which what was written is a piece of its own. */
const PIECE_BYTES = 500_000;

/** Writes a part piece by piece: its texts as they are, and its lists of numbers. */
export function* writtenPart(root: Element, writer: RowWriter): Generator<BorrowedRows> {
  for (const each of partInStretches(root)) {
    if (typeof each === 'string') writer.text(each);
    else writeNumbers(each, writer);
    if (writer.length >= PIECE_BYTES) yield writer.take();
  }
  yield writer.take();
}
