import { type Block, endOf } from './block.ts';
import type { LayoutKind } from './layout-kinds.ts';
import { classStyle, quantitiesOf, type Shape, type Style } from './learner-network.ts';
import { CLASS_VALUES, type Plan } from './plan.ts';

export const classShape: Shape = { inputs: 2, hidden: 2, outputs: 2, biases: 'none' };

/** The class table in a row, its block changed. */
export const inARow = (more: Partial<Block> = {}): LayoutKind => ({
  kind: 'class order',
  arrange: (quantities, { at }) => [{ names: quantities.map(({ name }) => name), origin: at, form: 'row', ...more }],
});

/** Gradients in a table of their own, so many rows below. */
export const gradientsBelow = (rows: number): LayoutKind => ({
  kind: 'gradients below',
  arrange: (quantities, { at, iterations }) => {
    const names = (gradients: boolean): readonly string[] =>
      quantities.filter(({ role }) => (role === 'gradient') === gradients).map(({ name }) => name);
    const forward: Block = { names: names(false), origin: at, form: 'row' };
    const origin = { ...at, row: endOf(forward, iterations).row + rows };
    return [forward, { names: names(true), origin, form: 'row' }];
  },
});

/** What of a neat plan can be otherwise. */
export interface Otherwise extends Partial<Omit<Plan, 'seed' | 'quantities' | 'style'>> {
  readonly style?: Partial<Style>;
  readonly heading?: (name: string) => string;
}

/** The class table as it is taught: 20 iterations from A5 on, η = 0.5 in B2, formulas without their numbers. */
export function neatPlan({ style: styled, heading, ...other }: Otherwise = {}): Plan {
  const shape = other.shape ?? classShape;
  const style: Style = { ...classStyle, ...styled };
  return {
    seed: 1,
    kind: inARow(),
    values: CLASS_VALUES,
    rates: [0.5],
    iterations: 20,
    given: 'read',
    rateAt: 'above',
    writing: { bare: true },
    ...other,
    shape,
    style,
    quantities: quantitiesOf(shape, style),
    neat: heading === undefined ? {} : { heading },
  };
}
