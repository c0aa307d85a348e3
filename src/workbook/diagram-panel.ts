import type { Worksheet } from 'exceljs';
import type { Figure } from '../drawing/drawing.ts';
import type { Book } from './book.ts';
import { writeDiagram } from './diagram-cells.ts';
import { diagramLayout } from './diagram-layout.ts';
import { diagramConnectors } from './diagram-lines.ts';
import { diagramOutlines } from './diagram-outlines.ts';
import { diagramRows } from './diagram-rows.ts';
import { diagramWidths } from './diagram-sizes.ts';
import { diagramTexts } from './diagram-texts.ts';
import type { PixelGrid } from './pixel-grid.ts';

/** What stands beside the initial values: its space is known before it is written. */
export interface Panel {
  /** Widths of its columns in pixels. */
  readonly widths: readonly number[];
  readonly lastRow: number;
  /** Writes the cells, and tells what is to be drawn over them. */
  write(sheet: Worksheet, grid: PixelGrid): readonly Figure[];
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
