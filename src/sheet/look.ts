/** How a cell looks, in few words. What is left out is as in a plain cell: 10 points, dark, no fill, in the middle of its height. */
export interface Look {
  /** points */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** RRGGBB, as all colours of a sheet. */
  readonly color?: string;
  readonly fill?: string;
  /** A number format in the notation of ECMA-376 Part 1, 18.8.31. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right' | 'centerContinuous';
  readonly wrap?: boolean;
  /** At the top of the cell, not in its middle. */
  readonly top?: boolean;
  /** Makes a long number smaller instead of ###. */
  readonly shrink?: boolean;
  /** In steps of three spaces. */
  readonly indent?: number;
  readonly left?: Line;
  readonly right?: Line;
  readonly over?: Line;
  readonly bottom?: Line;
  /** The colour of a thin line on all four sides. */
  readonly box?: string;
}

/** A border: its style (ECMA-376 Part 1, 18.18.3 ST_BorderStyle) and its colour. */
export type Line = readonly [style: 'hair' | 'thin' | 'medium' | 'thick', color: string];

const known = new Map<string, Look>();

/** The look of these properties. Equal looks are one object, so that whoever writes them can do so once. */
export function look(of: Look): Look {
  const key = JSON.stringify(of);
  const same = known.get(key) ?? of;
  known.set(key, same);
  return same;
}

/** What a rule changes in the look of the cells that it holds for. */
export interface Mark {
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  /** A number format in place of the cell's own. */
  readonly format?: string;
  /** Thin lines in one colour on some sides, in the place of the cell's own. */
  readonly lines?: { readonly color: string; readonly sides: readonly Side[] };
}

/** A side of a cell. */
export type Side = 'left' | 'right' | 'top' | 'bottom';
