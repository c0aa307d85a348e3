import { roomFor } from '../print/pages.ts';
import { MOST_HIGH, printSetup, type SheetPrint } from '../print/setup.ts';
import { fitsDiagram } from './diagram/rows.ts';
import { lastDiagramRow } from './sheet.ts';

/**
 * The initial values and the diagram beside them; what goes on below them, on further pages. A diagram is never cut: of a large one, a page
 * holds all of it, and further pages the initial values that are left.
 */
export const printNetwork: SheetPrint = (sheet, book) =>
  printSetup(sheet, ({ lastRow, lastColumnOf, widthOf, heightOf }) => {
    const rows = { first: 1, last: lastRow };
    const columns = { first: 1, last: lastColumnOf(rows) };
    const last = lastDiagramRow(book);
    const sum = (count: number, of: (k: number) => number): number =>
      Array.from({ length: count }, (_, k) => of(k + 1)).reduce((all, each) => all + each, 0);
    const isLarge = sum(last, heightOf) > roomFor(sum(columns.last, widthOf), 'landscape');
    if (!fitsDiagram(book.topology) || !isLarge) return { parts: [{ rows, columns, mostHigh: MOST_HIGH }] };
    const diagram = { rows: { first: 1, last }, columns, whole: true, wholeWidth: true } as const;
    const rest = { first: last + 1, last: lastRow };
    const values = { rows: rest, columns: { first: 1, last: book.initial.lastColumn }, mostHigh: MOST_HIGH } as const;
    return { parts: lastRow > last ? [diagram, values] : [diagram] };
  });
