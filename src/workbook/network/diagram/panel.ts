import type { SheetDraft } from '../../../sheet/draft.ts';
import type { Figure } from '../../../sheet/figure.ts';
import type { Book } from '../../book.ts';
import type { PixelGrid } from '../../look/pixel-grid.ts';
import { writeDiagram } from './cells.ts';
import { diagramLayout } from './layout.ts';
import { diagramConnectors } from './lines.ts';
import { diagramOutlines } from './outlines.ts';
import { diagramRows } from './rows.ts';
import { diagramWidths } from './sizes.ts';
import { diagramTexts } from './texts.ts';

/** What stands beside the initial values: its space is known before it is written. */
export interface Panel {
  /** Widths of its columns in pixels. */
  readonly widths: readonly number[];
  readonly lastRow: number;
  /** Writes the cells, and tells what is to be drawn over them. */
  write(sheet: SheetDraft, grid: PixelGrid): readonly Figure[];
}

/** The diagram of a network that fits. @param origin its top left cell, counted from 1 */
export function diagramPanel(book: Book, origin: { readonly row: number; readonly column: number }): Panel {
  const rows = diagramRows(book.topology);
  const texts = diagramTexts(book);
  const layout = diagramLayout(book.topology, rows, diagramWidths(book, rows, texts), origin);
  return {
    widths: layout.widths,
    lastRow: layout.backwardRow,
    write: (sheet, grid) => {
      writeDiagram(sheet, book, layout, texts);
      return [...diagramConnectors(layout, grid), ...diagramOutlines(layout, grid)];
    },
  };
}
