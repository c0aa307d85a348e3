/** What a person may type into a cell; what does not fit is refused with a message. */
export interface Validation {
  readonly allowed: Allowed;
  /** Shown when the cell is selected. */
  readonly prompt?: Message;
  /** Shown when something else is typed. */
  readonly refusal: Message;
}

/** A heading and a text. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

/** What fits: one of a list of cells, a number above a bound, or a number between two bounds, which fit as well. */
export type Allowed =
  | { readonly kind: 'list'; readonly cells: string }
  | { readonly kind: 'decimal'; readonly above: number }
  | { readonly kind: 'decimal' | 'whole'; readonly from: number; readonly to: number };
