import { excelFormula } from '../../expression/excel.ts';
import type { Column } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import { EXCEL_FORMULA_LENGTH } from '../../network/limits.ts';
import { trainedOf } from '../../quantities/topology.ts';
import type { Book } from '../book.ts';
import { isForward } from '../gradient-check/layout.ts';

/** What the landscape of a network is made of. */
export interface LandscapePlan {
  /** Numbers of a forward pass that stay as they are, that are trained, and that are computed. */
  readonly held: readonly Column[];
  readonly trained: readonly Column[];
  readonly computed: readonly Column[];
  /** Points of a side of the map; 0 where there is none. */
  readonly side: number;
}

/** Points of the curve, and its middle. */
export const CURVE_POINTS = 41;

/** Points of the path, at most. */
export const PATH_POINTS = 20;

/** Numbers of all forward passes of a map, at most, and how many points a side then has. */
const MOST_NUMBERS = 40_000;
export const SIDES = [17, 13, 9] as const;

/** What a sheet of a landscape can hold. */
export const landscapeLimits = { weights: 2000 } as const;

/** An address as long as any of the sheet's. */
const LONG_ADDRESS = '$XFD$9999';

/** Plans the landscape of a network; undefined for one that is too large. */
export function landscapePlan({ topology, table }: Pick<Book, 'topology' | 'table'>): LandscapePlan | undefined {
  if (trainedOf(topology).length > landscapeLimits.weights) return undefined;
  const columns = columnsOf(table.groups).filter(isForward);
  const trained = columns.filter(({ rule }) => rule.kind === 'learned');
  const computed = columns.filter(({ rule }) => rule.kind === 'computed');
  const tooLong = computed.some(
    ({ rule }) =>
      rule.kind === 'computed' && excelFormula(rule.formula, () => LONG_ADDRESS).length > EXCEL_FORMULA_LENGTH,
  );
  if (tooLong) return undefined;
  return {
    held: columns.filter(({ rule }) => rule.kind !== 'learned' && rule.kind !== 'computed'),
    trained,
    computed,
    side: trained.length < 2 ? 0 : (SIDES.find((side) => side * side * columns.length <= MOST_NUMBERS) ?? 0),
  };
}
