import { absolute, columnLetters, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { colors } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { drawnFormula, leavingFormula } from '../numbers/drawn.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import { boundFormula, type DrawnRun, kindOf } from './bounds.ts';

/** The hidden columns of a learning-rate sheet that its charts draw. */

const working = look({ size: 9, color: colors.muted, format: formats.four, align: 'center' });
const counting = look({ size: 9, color: colors.muted, format: formats.count, align: 'center' });

type Placed = Pick<Book, 'table' | 'shown'>;

/** The cell that says how far a quantity is drawn. */
export const boundCell = ({ table }: Placed, name: string): string =>
  `${columnLetters(table.drawnColumn(name))}$${table.formulaRow}`;

/** The cell that says in which iteration it leaves its chart: one more than there are if it stays. */
export const leavesCell = ({ table }: Placed, name: string): string =>
  absolute(table.groupRow, table.drawnColumn(name));

/** The formula of a quantity as it is drawn. Of many iterations, charts draw a sample from elsewhere. */
export function drawnCellFormula(book: Placed, name: string, iteration: number): string {
  const { table, shown } = book;
  const cell = table.cell(name, iteration);
  if (shown.sampled) return drawnFormula(cell);
  return leavingFormula(cell, relative(table.row(iteration) - 1, table.column(name)), boundCell(book, name));
}

/** All columns that only charts read, and the gap before them. */
export function drawnColumns({ table }: Placed): readonly number[] {
  return [table.lastColumn + 1, ...table.drawn.map((name) => table.drawnColumn(name))];
}

/** Names the columns, and says how far each is drawn, and where it leaves its chart. */
export function writeDrawnHeader(sheet: SheetDraft, book: Book, _position: number, run: DrawnRun): void {
  const { table, shown } = book;
  const firsts = new Map<string, string>();
  for (const name of table.drawn) {
    const column = table.drawnColumn(name);
    if (firsts.size === 0) sheet.put(1, column, words.table.drawn, look({ size: 9, color: colors.muted }));
    sheet.put(table.nameRow, column, name, working);
    if (shown.sampled) continue;
    const kind = kindOf(table, name);
    const known = firsts.get(kind);
    const bound = known === undefined ? boundFormula(book, kind) : known;
    firsts.set(kind, known ?? boundCell(book, name));
    sheet.put(table.formulaRow, column, live(bound, run.bound(name)), working);
    const cells = table.drawnRange(name);
    const own = cells.slice(cells.indexOf('!') + 1);
    const never = table.iterations + 1;
    const found = (of: string): string => `IFERROR(MATCH(${of},${own},0),${never})`;
    const cell = boundCell(book, name);
    sheet.put(table.groupRow, column, live(`MIN(${found(cell)},${found(`-${cell}`)})`, run.leaves(name)), counting);
  }
}

/** The cells of an iteration. */
export function writeDrawn(sheet: SheetDraft, book: Book, run: DrawnRun, iteration: number): void {
  const { table } = book;
  for (const name of table.drawn)
    sheet.put(
      table.row(iteration),
      table.drawnColumn(name),
      live(drawnCellFormula(book, name, iteration), run.at(name, iteration)),
      working,
    );
}
