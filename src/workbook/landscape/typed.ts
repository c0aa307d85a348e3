import { absolute } from '../../sheet/address.ts';
import { numberWithin, positionIn, type Typed } from '../numbers/fallback.ts';
import { plainDecimal } from '../numbers/plain-decimal.ts';
import { typedChoice } from '../own-choice.ts';
import type { LandscapeParts } from './landscape.ts';
import { CHOSEN_AT } from './layout.ts';
import { RANGE } from './numbers.ts';
import { landscapeWords } from './words.ts';

/** How far the curve may go to either side: beyond, nothing is left of the valley. */
export const RANGES = { from: 0.0001, to: 100 } as const;

/** What counts of the cells that are typed into; where there is no map, of a single weight. */
export interface LandscapeTyped {
  readonly rate: Typed;
  readonly iteration: Typed;
  readonly weights: readonly Typed[];
  readonly range: Typed;
}

export function landscapeTyped({ book, layout, numbers }: LandscapeParts): LandscapeTyped {
  const { missing } = landscapeWords;
  const { row } = CHOSEN_AT;
  return {
    ...typedChoice(book, layout.cells),
    weights: numbers.chosen.map(({ name, number }, which) => ({
      of: positionIn(absolute(row, which === 0 ? CHOSEN_AT.weight : CHOSEN_AT.second), layout.names, number),
      missing: missing.weight(name),
    })),
    range: {
      of: numberWithin(absolute(row, CHOSEN_AT.range), RANGES, RANGE),
      missing: missing.range(plainDecimal(RANGE)),
    },
  };
}
