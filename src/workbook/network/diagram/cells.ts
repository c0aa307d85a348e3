import type { Role } from '../../../model/column.ts';
import { quantityWords } from '../../../model/words.ts';
import type { Formula } from '../../../sheet/cell.ts';
import type { SheetDraft } from '../../../sheet/draft.ts';
import { look } from '../../../sheet/look.ts';
import type { Book } from '../../book.ts';
import { colors, shades } from '../../look/palette.ts';
import { formatOf, formats } from '../../look/style.ts';
import { live } from '../../numbers/live.ts';
import { diagramWords } from '../words.ts';
import type { DiagramCaption } from './columns.ts';
import type { DiagramLayout, DiagramNode, TargetLabel, WeightLabel } from './layout.ts';
import { diagramSizes } from './sizes.ts';
import type { DiagramTexts } from './texts.ts';
import { diagramValue } from './values.ts';

const roles: Readonly<Record<DiagramNode['kind'], Role>> = {
  input: 'input',
  unit: 'forward',
  error: 'error',
  total: 'total',
};

/** Writes the cells of the diagram: it can be read without a single shape. */
export function writeDiagram(sheet: SheetDraft, book: Book, layout: DiagramLayout, texts: DiagramTexts): void {
  for (const caption of layout.captions) writeCaption(sheet, book, layout.captionRow, caption);
  const nodes = [...layout.inputs, ...layout.layers.flat(), ...layout.errors, layout.total];
  for (const node of nodes) writeNode(sheet, book, node, texts);
  for (const { column, units } of layout.joints) {
    const row = Math.round(((units[0]?.row ?? 1) + (units.at(-1)?.row ?? 1)) / 2) + 1;
    writeSymbol(sheet, row, column, texts.symbol(units[0]?.parts.at(-1)?.name ?? ''));
  }
  for (const label of layout.weights) writeLabel(sheet, book, label, 'weight');
  for (const label of layout.targets) writeLabel(sheet, book, label, 'target');

  const { forward, backward } = diagramWords;
  const pass = (color: string, align: 'left' | 'right') => look({ size: diagramSizes.label, bold: true, color, align });
  sheet.put(layout.forwardRow, layout.firstColumn, forward, pass(shades.forward.strong, 'left'));
  sheet.put(layout.backwardRow, layout.lastColumn, backward, pass(shades.factor.strong, 'right'));
}

/** The live number of a quantity. */
function shown(book: Book, name: string): Formula {
  const { formula, value } = diagramValue(book, name);
  return live(formula, value);
}

/** A heading in the middle of its columns, without merging them. */
function writeCaption(
  sheet: SheetDraft,
  { topology }: Book,
  row: number,
  { over, role, layer, column, columns }: DiagramCaption,
): void {
  const { strong, tint } = shades[role];
  const ofSample = over === 'total' && topology.samples.length > 1;
  const caption = diagramWords.captions[over === 'layer' || ofSample ? 'ofSample' : over];
  const text = over === 'layer' ? quantityWords.group.layer(topology, layer) : caption;
  const style = look({
    bold: true,
    color: strong,
    fill: tint,
    align: columns > 1 ? 'centerContinuous' : 'center',
  });
  for (let k = 0; k < columns; k++) sheet.put(row, column + k, k === 0 && text !== '' ? text : null, style);
}

function writeNode(sheet: SheetDraft, book: Book, node: DiagramNode, texts: DiagramTexts): void {
  const role = roles[node.kind];
  const { strong } = shades[role];
  const total = node.kind === 'total';
  const { name: nameSize, value, total: totalSize, formula } = diagramSizes;
  const centred = { align: 'center' } as const;
  for (const { name, column } of node.parts) {
    sheet.put(node.row, column, name, look({ ...centred, size: nameSize, bold: true, color: strong }));
    sheet.put(
      node.row + 1,
      column,
      shown(book, name),
      look({
        ...centred,
        size: total ? totalSize : value,
        bold: true,
        color: total ? strong : colors.black,
        format: formatOf(role),
        shrink: true,
      }),
    );
    sheet.put(
      node.row + 2,
      column,
      texts.formula(name),
      look({ ...centred, size: formula, italic: true, color: colors.muted }),
    );
  }
  if (node.symbolColumn !== undefined)
    writeSymbol(sheet, node.row + 1, node.symbolColumn, texts.symbol(node.parts.at(-1)?.name ?? ''));
}

/** The symbol of a function. */
const writeSymbol = (sheet: SheetDraft, row: number, column: number, symbol: string): void =>
  sheet.put(
    row,
    column,
    symbol,
    look({ align: 'center', size: diagramSizes.value, bold: true, color: shades.forward.strong }),
  );

/** A name and its number, in cells of their own that meet at the sign between them. */
function writeLabel(sheet: SheetDraft, book: Book, label: WeightLabel | TargetLabel, role: 'weight' | 'target'): void {
  const { name, row, column, numberColumn } = label;
  const kind = 'from' in label && label.from === undefined ? 'bias' : role;
  const text = { size: diagramSizes.label, bold: true, color: shades[role].strong } as const;
  sheet.put(row, column, diagramWords.labels[kind](name), look({ ...text, align: 'right' }));
  const number = look({ ...text, align: 'left', format: formats.given, shrink: true });
  sheet.put(row, numberColumn, shown(book, name), number);
}
