import type { SheetDraft } from '../../../sheet/draft.ts';
import type { Figure } from '../../../sheet/figure.ts';
import type { Book } from '../../book.ts';
import type { PixelGrid } from '../../look/pixel-grid.ts';
import { writeDiagram } from './cells.ts';
import { diagramLayout } from './layout.ts';
import { legendEnd, writeLegend } from './legend.ts';
import { diagramConnectors } from './lines.ts';
import { markNew, SCALES, tintWeights } from './marks.ts';
import { lastRowOf, writeMeans } from './means.ts';
import { diagramOutlines } from './outlines.ts';
import type { Position } from './position.ts';
import { diagramRows } from './rows.ts';
import { diagramWidths } from './sizes.ts';
import { diagramTexts } from './texts.ts';

/** What stands beside the initial values: its space is known before it is written. */
export interface Panel {
  /** Widths of its columns in pixels. */
  readonly widths: readonly number[];
  readonly lastRow: number;
  /** The column over which the sheet says which numbers are shown: the last, or the last that is seen when the sheet opens. */
  readonly headingColumn: number;
  /**
   * Writes the cells, and tells what is to be drawn over them.
   *
   * @param working the first cell for what others are made of
   */
  write(sheet: SheetDraft, grid: PixelGrid, working: Position): readonly Figure[];
}

/**
 * The diagram of a network that fits.
 *
 * @param origin its top left cell
 * @param room pixels of it that are seen when the sheet opens
 */
export function diagramPanel(book: Book, origin: Position, room: number): Panel {
  const rows = diagramRows(book.topology);
  const texts = diagramTexts(book);
  const layout = diagramLayout(book.topology, rows, diagramWidths(book, rows, texts), origin);
  return {
    widths: layout.widths,
    lastRow: lastRowOf(layout),
    headingColumn: legendEnd(layout, room),
    write: (sheet, grid, working) => {
      writeDiagram(sheet, book, layout, texts);
      writeLegend(sheet, layout, room);
      tintWeights(sheet, book, layout, working);
      markNew(sheet, book, layout);
      writeMeans(sheet, book, layout, { ...working, column: working.column + SCALES });
      return [...diagramConnectors(layout, grid), ...diagramOutlines(layout, grid)];
    },
  };
}
