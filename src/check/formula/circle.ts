import type { Cell } from '../file/sheet.ts';
import { spokenAddress } from './quoted.ts';
import type { CellFault } from './value.ts';

/** Cells of a circle that are told. */
const MOST_TOLD = 12;

/** What cells show that read each other, in the order in which they do; told from the one that stands first. */
export function circleOf(cells: readonly Cell[]): CellFault {
  const start = cells.reduce((first, cell, k) => (isBefore(cell, cells[first]) ? k : first), 0);
  const inOrder = [...cells.slice(start), ...cells.slice(0, start)];
  const circle = inOrder.slice(0, MOST_TOLD);
  return { kind: 'fault', error: 'circle', from: { kind: 'circle', why: inWords(circle, cells.length), circle } };
}

const isBefore = (a: Cell, b: Cell | undefined): boolean =>
  b === undefined || (a.sheet === b.sheet && (a.row < b.row || (a.row === b.row && a.column < b.column)));

function inWords(circle: readonly Cell[], count: number): string {
  const [first] = circle;
  if (first === undefined || count === 1) return 'reads itself, a circle of one cell';
  const names = circle.map((cell) => spokenAddress(cell, cell.sheet, first.sheet));
  const more = count > circle.length ? ` → (${(count - circle.length).toLocaleString('en')} more)` : '';
  return `reads itself in a circle: ${names.join(' → ')}${more} → ${names[0] ?? ''}`;
}
