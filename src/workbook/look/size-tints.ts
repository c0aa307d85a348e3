import type { FormulaRule } from '../../sheet/sheet.ts';
import { colors, sizeTints } from './palette.ts';

/**
 * Colours by sign and size: blue for positive numbers, orange for negative ones, the deeper the larger. Each number has its sign too, so
 * that nothing is lost in grey or to colour-blind eyes.
 */

/** From which shares of the largest number on colours get deeper; the deepest first. Weights are of similar sizes. */
export const weightShares = ['0.75', '0.5', '0.25', '0.05'] as const;

/** Gradients are of very different sizes: each shade is for a power of ten. */
export const gradientShares = ['1/3', '0.1', '0.01', '0.001'] as const;

/**
 * The rules of the colours of a range, the deepest first.
 *
 * @param cell its first cell, as formulas are to be filled over the others
 * @param largest the cell that holds the largest number, without its sign
 * @param condition what else must hold
 */
export function tintsBySize(
  cell: string,
  largest: string,
  shares: readonly string[],
  condition: string,
): readonly FormulaRule[] {
  return (['positive', 'negative'] as const).flatMap((sign) =>
    shares.map((share, k) => {
      const size = sign === 'positive' ? cell : `-${cell}`;
      return {
        priority: 1,
        formula: `AND(${condition},${size}>0,${size}>=${share}*${largest})`,
        mark: { color: colors.black, fill: sizeTints[sign][k] ?? '' },
      };
    }),
  );
}
