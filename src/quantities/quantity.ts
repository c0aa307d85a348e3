/**
 * A number of one iteration, told apart from all others without saying how it is computed: the value of something that has a
 * name, the gradient ∂E/∂x of the total error, or the local derivative ∂y/∂x of one link of the chain rule.
 */
export type Quantity =
  | { readonly kind: 'value'; readonly of: string }
  | { readonly kind: 'gradient'; readonly by: string }
  | { readonly kind: 'derivative'; readonly of: string; readonly by: string };

/** The value of what is named so. */
export const quantityOf = (name: string): Quantity => ({ kind: 'value', of: name });

/** ∂E/∂x: how the total error reacts to what is named so. */
export const gradientBy = (name: string): Quantity => ({ kind: 'gradient', by: name });

/** ∂y/∂x of two neighbours in the forward pass. */
export const derivativeOf = (name: string, by: string): Quantity => ({ kind: 'derivative', of: name, by });

/** The name of a quantity as headers and formulas show it: `a_h1`, `∂E/∂w1`, `∂a_h1/∂h1`. */
export function quantityName(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'value':
      return quantity.of;
    case 'gradient':
      return `∂E/∂${quantity.by}`;
    case 'derivative':
      return `∂${quantity.of}/∂${quantity.by}`;
  }
}

/**
 * How the error of a pass reacts to what is named so: the gradient of the total error where there is one pass only, else the derivative
 * of the pass's own error.
 */
export const errorBy = (
  pass: { readonly sample: number | undefined; readonly total: string },
  name: string,
): Quantity => (pass.sample === undefined ? gradientBy(name) : derivativeOf(pass.total, name));
