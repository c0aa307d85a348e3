import { movesByGradient } from '../../../model/update.ts';
import { trainedOf } from '../../../quantities/topology.ts';
import { absolute, relative } from '../../../sheet/address.ts';
import type { SheetDraft } from '../../../sheet/draft.ts';
import { look } from '../../../sheet/look.ts';
import type { Book } from '../../book.ts';
import { colors, shades } from '../../look/palette.ts';
import { live } from '../../numbers/live.ts';
import { rounded, written, writtenFormula } from '../../numbers/written-number.ts';
import { diagramWords } from '../words.ts';
import type { DiagramLayout } from './layout.ts';
import type { Position } from './position.ts';

import { reactionValue } from './values.ts';

/** How large the gradients of each layer are, in words: far from the error they may vanish. */

/** What is less is what rounding leaves of gradients that cancel: it tells nothing of the layer. */
const DECIMALS = 14;

/** The row of the sentence: below the diagram and its outlines. */
const meansRow = ({ lastRow }: Pick<DiagramLayout, 'lastRow'>): number => lastRow + 2;

/** The last row of the diagram with the sentence. */
export const lastRowOf = (layout: DiagramLayout): number => (hasMeans(layout) ? meansRow(layout) : layout.lastRow);

/** A single layer has nothing to be compared with. */
const hasMeans = ({ columns }: Pick<DiagramLayout, 'columns'>): boolean => columns.length > 1;

/**
 * Writes the sentence, which waits until all gradients are shown, and what it is made of.
 *
 * @param working the first cell of what it is made of: the mean of each layer, one below the other
 */
export function writeMeans(sheet: SheetDraft, book: Book, layout: DiagramLayout, working: Position): void {
  if (!hasMeans(layout)) return;
  const means = layout.columns.map((_, l) => writeMean(sheet, book, layout, l, working));
  const { means: texts } = diagramWords;
  const cells = means.map(({ cell }) => cell);
  const all = `${cells[0]}:${cells.at(-1)}`;
  const falls = cells.slice(1).map((cell, l) => `${cells[l]}<${cell}`);
  const tail = texts.fall(movesByGradient(book.topology));
  const list = cells.map((cell) => writtenFormula(cell, 'alone')).join('&", "&');
  const formula = `IF(COUNT(${all})=${cells.length},"${texts.list}"&${list}&IF(AND(${falls.join(',')}),"${tail}","."),"")`;
  const values = means.map(({ value }) => value);
  const text = values.map((value) => written(value, 'alone')).join(', ');
  const isFalling = values.slice(1).every((value, l) => (values[l] ?? 0) < value);
  const shown = values.every(Number.isFinite) ? `${texts.list}${text}${isFalling ? tail : '.'}` : '';
  sheet.put(
    meansRow(layout),
    layout.firstColumn,
    live(formula, shown),
    look({ size: 10, italic: true, color: shades.factor.strong }),
  );
}

/** Whether a formula is that of the sentence or of one of its means. */
export const isOfMeans = (formula: string): boolean =>
  formula.includes('AVERAGE(ABS(') || formula.includes(diagramWords.means.list);

/** The mean size of the gradients of a layer: its cell, and its value at first. */
function writeMean(
  sheet: SheetDraft,
  book: Book,
  { weights }: DiagramLayout,
  l: number,
  { row, column }: Position,
): { readonly cell: string; readonly value: number } {
  const trained = new Set(trainedOf(book.topology).map(({ name }) => name));
  const own = weights.filter(({ layer, name }) => layer === l && trained.has(name));
  const cells = own.map((label) => relative(label.row + 1, label.numberColumn));
  const sum = own.reduce((total, { name }) => total + Math.abs(reactionValue(book, name).value), 0);
  const value = Number.isFinite(sum) ? rounded(sum / own.length, DECIMALS) : Number.NaN;
  const mean = `ROUND(AVERAGE(${cells.map((cell) => `ABS(${cell})`).join(',')}),${DECIMALS})`;
  const style = look({ size: 9, color: colors.muted });
  const content = live(`IF(COUNT(${cells.join(',')})=${cells.length},${mean},"")`, Number.isFinite(value) ? value : '');
  sheet.put(row + l, column, content, style);
  return { cell: absolute(row + l, column), value };
}
