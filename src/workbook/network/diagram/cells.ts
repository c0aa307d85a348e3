import { movesByGradient } from '../../../model/update.ts';
import { quantityWords } from '../../../model/words.ts';
import type { SheetDraft } from '../../../sheet/draft.ts';
import { look } from '../../../sheet/look.ts';
import type { Book } from '../../book.ts';
import { shades } from '../../look/palette.ts';
import { diagramWords } from '../words.ts';
import type { DiagramCaption } from './columns.ts';
import { writeLabel } from './label-cells.ts';
import type { DiagramLayout } from './layout.ts';
import { writeError, writeInput, writeTotal, writeUnit } from './node-cells.ts';
import { functionStyle } from './styles.ts';
import type { DiagramTexts } from './texts.ts';
import { choosesSample } from './values.ts';

/** Writes the cells of the diagram: it can be read without a single shape. */
export function writeDiagram(sheet: SheetDraft, book: Book, layout: DiagramLayout, texts: DiagramTexts): void {
  for (const caption of layout.captions) writeCaption(sheet, book, layout.captionRow, caption);
  for (const node of layout.inputs) writeInput(sheet, book, node);
  for (const node of layout.layers.flat()) writeUnit(sheet, book, node, texts);
  for (const { column, units } of layout.joints) {
    const row = Math.round(((units[0]?.row ?? 1) + (units.at(-1)?.row ?? 1)) / 2) + 1;
    sheet.put(row, column, texts.symbol(units[0]?.parts.at(-1)?.name ?? ''), functionStyle);
  }
  for (const node of layout.errors) writeError(sheet, book, node, texts);
  writeTotal(sheet, book, layout.total, texts);
  for (const label of layout.weights) writeLabel(sheet, book, label);
}

/** A heading of the way forward in the middle of its columns, without merging them, and below it that of the way back. */
function writeCaption(sheet: SheetDraft, book: Book, row: number, caption: DiagramCaption): void {
  const { role, column, columns } = caption;
  const align = columns > 1 ? 'centerContinuous' : 'center';
  const { strong, tint } = shades[role];
  const back = shades.factor;
  const lines = [
    [forwardCaption(book, caption), look({ bold: true, color: strong, fill: tint, align })],
    [backwardCaption(book, caption), look({ size: 9, bold: true, color: back.strong, fill: back.tint, align })],
  ] as const;
  for (const [down, [text, style]] of lines.entries())
    for (let k = 0; k < columns; k++) sheet.put(row + down, column + k, k === 0 && text !== '' ? text : null, style);
}

function forwardCaption({ topology }: Book, { over, layer }: DiagramCaption): string {
  const { captions } = diagramWords;
  if (over === 'layer') return captions.layer(quantityWords.group.layer(topology, layer));
  return over === 'total' && topology.samples.length > 1 ? captions.ofSample : captions[over];
}

function backwardCaption(book: Book, { over, layer }: DiagramCaption): string {
  const { backCaptions } = diagramWords;
  const { layers, passes } = book.topology;
  if (over === 'layer') return backCaptions.layer(layer === layers.length - 1 ? 'o' : 'h');
  if (over !== 'next') return backCaptions[over];
  if (choosesSample(book)) return backCaptions.mean(passes.length);
  return movesByGradient(book.topology) ? backCaptions.step : backCaptions.otherStep;
}
