import { evaluate } from '../../expression/evaluate.ts';
import { excelFormula } from '../../expression/excel.ts';
import type { Sides } from '../../model/activation/index.ts';
import { bendsOf } from '../../model/bends.ts';
import type { Topology } from '../../quantities/topology.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { type Book, chosenValue } from '../book.ts';
import { colors, shades } from '../look/palette.ts';
import { header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import { type GradientCheckLayout, MOST_SIDES, sideCount } from './layout.ts';

const inGroups = (topology: Topology): readonly (readonly Sides[])[] => {
  const all = bendsOf(topology);
  return Array.from({ length: sideCount(topology) }, (_, k) => all.slice(k * MOST_SIDES, (k + 1) * MOST_SIDES));
};

/** On which sides of their bends the functions are: in each number a power of 2 for each that is above its own. */
export const sidesOf = (topology: Topology, read: (name: string) => number): readonly number[] =>
  inGroups(topology).map((group) =>
    group
      .map((sides) => sides.map((side) => evaluate(side, read)))
      .reduce((sum, [a = 0, b = 0], k) => (Number.isNaN(a + b) ? Number.NaN : sum + (a > b ? 2 ** k : 0)), 0),
  );

/** The same numbers as formulas. */
const sidesFormulas = (topology: Topology, address: (name: string) => string): readonly string[] =>
  inGroups(topology).map((group) =>
    group
      .map((sides) => sides.map((side) => excelFormula(side, address)).join('>'))
      .map((above, k) => `(${above})*${2 ** k}`)
      .join('+'),
  );

/** Writes them in a row of the working. */
export function writeSides(
  sheet: SheetDraft,
  { topology }: Book,
  layout: GradientCheckLayout,
  row: number,
  values: readonly number[],
  style: Look,
): void {
  const formulas = sidesFormulas(topology, (name) => relative(row, layout.column(name)));
  for (const [k, column] of layout.sideColumns.entries())
    sheet.put(row, column, live(formulas[k] ?? '', values[k] ?? Number.NaN), style);
}

/** The heads of the columns, and the numbers before any nudge. */
export function writeSidesHead(sheet: SheetDraft, book: Book, layout: GradientCheckLayout): void {
  for (const column of layout.sideColumns) {
    sheet.put(layout.nameRow, column, words.gradientCheck.columns.sides, header.name(shades.forward, false));
    sheet.put(layout.numberRow, column, null, header.formula(shades.forward, false));
  }
  const values = sidesOf(book.topology, (name) => chosenValue(book, name));
  writeSides(sheet, book, layout, layout.baseRow, values, look({ color: colors.muted, align: 'center' }));
}
