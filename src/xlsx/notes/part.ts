import type { Anchor } from '../../sheet/anchor.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type Sheet } from '../../sheet/sheet.ts';
import { type Element, element, fragment } from '../xml.ts';
import { noteBox } from './box.ts';

/**
 * The boxes of a sheet's notes, as a drawing in VML (ECMA-376 Part 4, 19): exceljs makes them all of one size, and numbers those of every
 * sheet alike, where Excel gives each sheet blocks of 1,024 ids that no other sheet has.
 */

/** A cell with a note. */
type Noted = SheetCell & { readonly note: string };

/** Ids of a block; the first of them is left out, as Excel does. */
const BLOCK = 1024;

/** Pixels between a cell and the box of its note, and how far above the cell the box begins. */
const GAP = 12;
const RISE = 8;

const POINTS_PER_PIXEL = 0.75;

/** The cells of a sheet that have a note, in the order in which a file lists them. */
export const notedCells = ({ cells }: Pick<Sheet, 'cells'>): readonly Noted[] =>
  cells.filter((cell): cell is Noted => cell.note !== undefined).sort((a, b) => a.row - b.row || a.column - b.column);

/** How many blocks of ids so many notes take. */
export const blocksOf = (notes: number): number => Math.ceil(notes / (BLOCK - 1));

/** The part with the boxes of a sheet's notes. @param firstBlock the first block of ids that no other sheet has, from 1 */
export function notesPart(sheet: Sheet, firstBlock: number): Element {
  const cells = notedCells(sheet);
  const blocks = Array.from({ length: blocksOf(cells.length) }, (_, k) => firstBlock + k);
  return element('xml', NAMESPACES, [
    element('o:shapelayout', { 'v:ext': 'edit' }, [element('o:idmap', { 'v:ext': 'edit', data: blocks.join(',') })]),
    element('v:shapetype', { id: '_x0000_t202', coordsize: '21600,21600', 'o:spt': 202, path: OUTLINE }, [
      element('v:stroke', { joinstyle: 'miter' }),
      element('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
    ]),
    ...cells.map((cell, k) => fragment(box(sheet, cell, k, firstBlock))),
  ]);
}

const NAMESPACES = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
};
const OUTLINE = 'm,l,21600r21600,l21600,xe';

function box(sheet: Sheet, { row, column, note }: Noted, k: number, firstBlock: number): Element {
  const { width, height } = noteBox(note);
  const id = (firstBlock + Math.floor(k / (BLOCK - 1))) * BLOCK + 1 + (k % (BLOCK - 1));
  const size = `width:${width * POINTS_PER_PIXEL}pt;height:${height * POINTS_PER_PIXEL}pt`;
  const { from, to } = anchorBeside(sheet, row, column, width, height);
  const corners = [from, to].flatMap((at) => [at.column, at.columnOffset, at.row, at.rowOffset].map(Math.round));
  return element(
    'v:shape',
    {
      id: `_x0000_s${id}`,
      type: '#_x0000_t202',
      style: `position:absolute;${size};z-index:${k + 1};visibility:hidden`,
      fillcolor: 'infoBackground [80]',
      strokecolor: 'none [81]',
      'o:insetmode': 'auto',
    },
    [
      element('v:fill', { color2: 'infoBackground [80]' }),
      element('v:shadow', { color: 'none [81]', obscured: 't' }),
      element('v:path', { 'o:connecttype': 'none' }),
      element('v:textbox', { style: 'mso-direction-alt:auto' }, [element('div', { style: 'text-align:left' })]),
      element('x:ClientData', { ObjectType: 'Note' }, [
        element('x:MoveWithCells'),
        element('x:SizeWithCells'),
        element('x:Anchor', {}, [corners.join(', ')]),
        element('x:AutoFill', {}, ['False']),
        element('x:Row', {}, [`${row - 1}`]),
        element('x:Column', {}, [`${column - 1}`]),
      ]),
    ],
  );
}

/** A box right of its cell, a little higher where there is room above. */
function anchorBeside(sheet: Sheet, row: number, column: number, width: number, height: number): Anchor {
  const columnWidth = (k: number): number => sheet.widths[k] ?? DEFAULT_WIDTH;
  const below = sheet.fillDown === undefined ? DEFAULT_HEIGHT : (sheet.heights.get(lastRow(sheet)) ?? DEFAULT_HEIGHT);
  const rowHeight = (k: number): number => sheet.heights.get(k + 1) ?? (k < lastRow(sheet) ? DEFAULT_HEIGHT : below);
  const [left, leftOffset] = walk(column, GAP, columnWidth);
  const [top, topOffset] = row === 1 ? [0, 0] : walk(row - 2, Math.max(0, rowHeight(row - 2) - RISE), rowHeight);
  const [right, rightOffset] = walk(left, leftOffset + width, columnWidth);
  const [bottom, bottomOffset] = walk(top, topOffset + height, rowHeight);
  return {
    from: { column: left, columnOffset: leftOffset, row: top, rowOffset: topOffset },
    to: { column: right, columnOffset: rightOffset, row: bottom, rowOffset: bottomOffset },
  };
}

/** The last row that is written out. */
const lastRow = ({ heights }: Sheet): number => Math.max(0, ...heights.keys());

/** The column or row, counted from 0, so many pixels after the beginning of another, and the rest of the way in it. */
function walk(from: number, pixels: number, size: (index: number) => number): readonly [number, number] {
  let index = from;
  let rest = pixels;
  while (rest >= size(index)) rest -= size(index++);
  return [index, rest];
}
