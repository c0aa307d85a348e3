import { evaluate } from '../../expression/evaluate.ts';
import { excelFormula } from '../../expression/excel.ts';
import { bendsOf } from '../../model/bends.ts';
import type { Topology } from '../../quantities/topology.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, chosenValue } from '../book.ts';
import { colors, shades } from '../look/palette.ts';
import { header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import type { GradientCheckLayout } from './layout.ts';

/** One power of 2 for each function above its bend; a double counts so many exactly. */
const MOST_SIDES = 50;

/** On which sides of their bends the functions are, as one number. */
export const sidesOf = (topology: Topology, read: (name: string) => number): number =>
  bendsOf(topology)
    .map((sides) => sides.map((side) => evaluate(side, read)))
    .reduce((sum, [a = Number.NaN, b = Number.NaN], k) => sum + (a > b ? 2 ** (k % MOST_SIDES) : 0), 0);

/** The same number as a formula. */
export const sidesFormula = (topology: Topology, address: (name: string) => string): string =>
  bendsOf(topology)
    .map((sides) => sides.map((side) => excelFormula(side, address)).join('>'))
    .map((above, k) => `(${above})*${2 ** (k % MOST_SIDES)}`)
    .join('+');

/** On which sides of their bends the functions are before any nudge. */
export function writeSides(sheet: SheetDraft, book: Book, layout: GradientCheckLayout): void {
  const { kinkColumn } = layout;
  if (kinkColumn === undefined) return;
  const sides = sidesFormula(book.topology, (name) => relative(layout.baseRow, layout.column(name)));
  const value = sidesOf(book.topology, (name) => chosenValue(book, name));
  sheet.put(layout.nameRow, kinkColumn, words.gradientCheck.columns.sides, header.name(shades.forward, false));
  sheet.put(layout.numberRow, kinkColumn, null, header.formula(shades.forward, false));
  sheet.put(layout.baseRow, kinkColumn, live(sides, value), look({ color: colors.muted, align: 'center' }));
}
