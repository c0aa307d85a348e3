import { columnLetters } from '../letters.ts';
import type { Place } from './block.ts';
import type { InOrder } from './dialect.ts';
import type { Quantity } from './learner-network.ts';
import type { Plan } from './plan.ts';
import { cellOf, type Table } from './tables.ts';

/** A number of a table: of which quantity, of which iteration (from 0), in which table (from 0). */
export interface Where {
  readonly quantity: Quantity;
  readonly iteration: number;
  readonly table: number;
}

const quotedSheet = (sheet: string): string => (/^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`);

/** How addresses of a table are written: which columns are held by `$`, and whether the rate's column is. */
export interface Addresses {
  readonly held: ReadonlySet<string>;
  readonly rateRowOnly: boolean;
}

/** Writes a formula with names in the addresses of a cell. */
export function written(
  plan: Plan,
  table: Table,
  addresses: Addresses,
  template: string,
  { iteration: k, quantity }: Where,
  from: Place,
): string {
  // A weight's formula is typed in the second row and filled down, every other in the first.
  const filledFrom = quantity.formula === undefined ? 1 : 0;
  const on = (place: Place, text: string): string =>
    place.sheet === from.sheet ? text : `${quotedSheet(place.sheet)}!${text}`;
  const fixed = ({ row, column }: Place): string => `$${columnLetters(column)}$${row}`;
  const block = table.blocks[0];
  const slid = (place: Place): Place => {
    const steps = (k - filledFrom) * (block?.pitch ?? 1);
    return block?.form === 'column' ? { ...place, column: place.column + steps } : { ...place, row: place.row + steps };
  };
  const bare = ({ row, column }: Place): string => `${columnLetters(column)}${row}`;
  const at = (name: string, iteration: number): Place => {
    const place = cellOf(table, name, iteration);
    if (place === undefined) throw new Error(`${plan.kind.kind} has no cell of ${name} in iteration ${iteration}`);
    return place;
  };
  const once = (name: string): boolean =>
    table.onlyFirst.includes(name) || table.outside?.names.includes(name) === true;
  const address = (name: string, iteration: number): string => {
    const place = at(name, iteration);
    if (once(name)) return on(place, fixed(place));
    if (addresses.held.has(name) && block?.form === 'row') return on(place, `$${bare(place)}`);
    return on(place, bare(place));
  };
  return template.replace(/\{(?:(old|first|slide) )?([^}]+)\}/g, (_, where: string | undefined, name: string) => {
    if (name === 'gone') return '#REF!';
    if (name === 'empty') return bare({ ...from, column: from.column + 200 });
    const { rateCell } = table;
    if (name === 'rate') {
      if (rateCell === undefined) return String(table.rate);
      if (where === 'slide') return on(rateCell, bare(slid(rateCell)));
      if (table.rateName !== undefined) return table.rateName;
      const onlyRow = addresses.rateRowOnly && block?.form === 'row';
      return on(rateCell, onlyRow ? fixed(rateCell).slice(1) : fixed(rateCell));
    }
    if (where === 'slide') return on(at(name, 0), bare(slid(at(name, 0))));
    if (where === 'first') return on(at(name, 0), fixed(at(name, 0)));
    const iteration = where === 'old' ? k - 1 : k;
    const [first = '', last] = name.split(':');
    if (last === undefined) return address(first, iteration);
    return `${address(first, iteration)}:${(once(last) ? fixed : bare)(at(last, iteration))}`;
  });
}

/** How the cells of names stand in a table, if in a line and in this order. */
export const inOrder =
  (table: Table): InOrder =>
  (names) => {
    const places = names.map((name) => cellOf(table, name, 0));
    const [first, second] = places;
    if (first === undefined || second === undefined) return undefined;
    const [down, right] = [second.row - first.row, second.column - first.column];
    const is = (place: Place | undefined, k: number): boolean =>
      place?.sheet === first.sheet && place.row === first.row + k * down && place.column === first.column + k * right;
    if (!places.every(is)) return undefined;
    if (down === 0 && right === 1) return 'row';
    return down === 1 && right === 0 ? 'column' : undefined;
  };
