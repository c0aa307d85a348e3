import type { RichText } from '../sheet/cell.ts';
import type { Look, Mark } from '../sheet/look.ts';

/** What the sheets of a package share: each is written once, and cells and rules name its number (ECMA-376 Part 1, 18.4 and 18.8). */
export interface Shared {
  /** The style of a cell; 0 is that of a plain one. */
  readonly style: (look: Look) => number;
  /** What a rule changes in the style of a cell. */
  readonly mark: (mark: Mark) => number;
  /** A text that cells show. */
  readonly text: (text: string | RichText) => number;
}
