import {
  circle,
  decimalComma,
  noNumber,
  notUpdated,
  otherRate,
  rateTyped,
  slidingAddress,
  textForFormula,
  typedNumber,
} from './cell-mistakes.ts';
import { chanceOf } from './chance.ts';
import { inOneFormula, inSiblings, inTwoUnits } from './formula-mistakes.ts';
import type { Drawn } from './mistake.ts';
import type { Plan } from './plan.ts';

/** Draws a mistake for a workbook; undefined where the drawn one cannot be made in it. */
export function mistakeOf(plan: Plan, seed: number): Drawn {
  const chance = chanceOf(seed);
  const kind = chance.from(0, 99);
  if (kind < 60) return inOneFormula(plan, chance);
  if (kind < 67) return inSiblings(plan, chance);
  if (kind < 73) return inTwoUnits(plan, chance);
  if (kind < 76) return rateTyped(plan) ? otherRate(plan, chance) : slidingAddress(plan, chance);
  if (kind < 80) return textForFormula(plan, chance);
  if (kind < 83) return decimalComma(plan, chance);
  if (kind < 88) return noNumber(plan, chance);
  if (kind < 91) return circle(plan, chance);
  return kind < 96 ? typedNumber(plan, chance) : notUpdated(plan, chance);
}
