import { strFromU8 } from 'fflate';
import { relationshipsOf } from '../package-parts.ts';
import { attribute, children, descend, descendants, type XmlElement } from '../xml.ts';
import { listed, type PackageView, repeated, type SheetView } from './package-view.ts';

/** Ids of a block. */
const BLOCK = 1024;

/** Pixels that a letter of a note takes at least on the average, that a line takes, and that stay free around the text. */
const LETTER = 5.2;
const LINE = 14.6;
const INSET = 8;

/** Notes whose ids lie in blocks of another sheet, or in none; and boxes that their texts do not fit into. */
export function* noteFaults(view: PackageView): Iterable<string> {
  const blocks: string[] = [];
  for (const sheet of view.sheets) {
    const related = relationshipsOf(view.parts, sheet.path);
    const drawing = view.roots.get(related.find(({ kind }) => kind === 'vmlDrawing')?.target ?? '');
    const comments = view.roots.get(related.find(({ kind }) => kind === 'comments')?.target ?? '');
    if (drawing === undefined || comments === undefined) continue;
    const own = (attribute(descendants(drawing, 'idmap')[0], 'data') ?? '').split(',');
    blocks.push(...own);
    const shapes = children(drawing, 'shape');
    for (const id of repeated(shapes.map((shape) => attribute(shape, 'id') ?? '')))
      yield `${sheet.name}: two boxes of notes have the id ${id}`;
    for (const id of shapes.map((shape) => Number((attribute(shape, 'id') ?? '').replace('_x0000_s', ''))))
      if (!own.includes(String(Math.floor(id / BLOCK))) || id % BLOCK === 0)
        yield `${sheet.name}: the box ${id} of a note is in none of the sheet's blocks of ids, ${own}`;
    yield* sizeFaults(sheet, strFromU8(view.parts.get(sheet.path) ?? new Uint8Array()), shapes, comments);
  }
  for (const block of repeated(blocks)) yield `Two sheets have the block ${block} of ids for notes`;
}

function* sizeFaults(
  { name }: SheetView,
  xml: string,
  shapes: readonly XmlElement[],
  comments: XmlElement,
): Iterable<string> {
  const notes = listed(comments, 'commentList', 'comment');
  if (notes.length !== shapes.length) yield `${name} has ${notes.length} notes, but ${shapes.length} boxes`;
  const { width, height } = sizesOf(xml);
  for (const [k, note] of notes.entries()) {
    const anchor = descend(shapes[k], 'ClientData', 'Anchor')?.text ?? '';
    const [left = 0, leftIn = 0, top = 0, topIn = 0, right = 0, rightIn = 0, bottom = 0, bottomIn = 0] = anchor
      .split(',')
      .map(Number);
    const across = sum(left, right, width) - leftIn + rightIn - INSET;
    const down = sum(top, bottom, height) - topIn + bottomIn - INSET;
    const paragraphs = (descend(note, 'text')?.text ?? '').split('\n');
    const lines = paragraphs.reduce((all, { length }) => all + Math.max(1, Math.ceil((length * LETTER) / across)), 0);
    if (lines * LINE > down) yield `${name}!${attribute(note, 'ref')} has a note of ${lines} lines in ${down} pixels`;
  }
}

const sum = (from: number, to: number, size: (k: number) => number): number =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => size(from + k)).reduce((all, one) => all + one, 0);

/** Widths of columns and heights of rows in pixels, both counted from 0. */
function sizesOf(xml: string): Readonly<Record<'width' | 'height', (k: number) => number>> {
  const widths = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([^"]*)"/g)].map((found) =>
    found.slice(1).map(Number),
  );
  const heights = new Map(
    [...xml.matchAll(/<row [^>]*?r="(\d+)"[^>]*? ht="([^"]*)"/g)].map(([, row, points]) => [
      Number(row),
      Number(points),
    ]),
  );
  return {
    width: (k) => 7 * (widths.find(([min = 0, max = 0]) => min <= k + 1 && k + 1 <= max)?.[2] ?? 9.14),
    height: (k) => (heights.get(k + 1) ?? 15) / 0.75,
  };
}
