/** What kind of thing was found. */
export type FindingKind =
  /** A formula, or the numbers where it should be, give something else than they should. */
  | 'wrong'
  /** Wrong numbers stand where a formula is expected. */
  | 'wrong-number'
  /** Right numbers stand where a formula is expected. */
  | 'pasted'
  /** Cells of an exercise that are still to be filled in. */
  | 'empty'
  | 'chart'
  | 'learning-rate'
  | 'missing-columns'
  | 'stored-values';

/** Something that was found. A mistake counts; a note does not. */
export interface Finding {
  readonly kind: FindingKind;
  readonly mistake: boolean;
  readonly sheet: string;
  /** The quantity in class's names, such as ∂E/∂w3. */
  readonly quantity?: string;
  /** The first cell. */
  readonly cell?: string;
  /** How many cells. */
  readonly count?: number;
  /** The cause in a sentence. */
  readonly message: string;
  /** Whether the cause was found, not only that something is wrong. */
  readonly named?: boolean;
  /** In symbols: what was done and what should have been done. */
  readonly formula?: { readonly used: string | undefined; readonly right: string };
  /** What the first cell holds and what it should hold: numbers. */
  readonly value?: { readonly actual: number | null; readonly expected: number };
  /** The right formula in the learner's own cell addresses, with its `=`. */
  readonly correction?: string;
  /** How far this mistake alone moves the error from where it should be: at most, and in the last row. */
  readonly effect?: { readonly most: number; readonly last: number };
}

/** A table that was judged. */
export interface TableReport {
  readonly sheet: string;
  /** The range from the header to the last row. */
  readonly range: string;
  readonly iterations: number;
  /** Units of each layer, the inputs first. */
  readonly layers: readonly number[];
  readonly learningRate: { readonly value: number; readonly source: string; readonly cell: string | null } | null;
  readonly missing: readonly string[];
  readonly judgedCells: number;
}

/** What became of a workbook. */
export interface Report {
  /** right: all that could be judged is right; wrong: mistakes; unjudged: nothing could be judged. */
  readonly verdict: 'right' | 'wrong' | 'unjudged';
  /** Why it could not be judged, in a sentence; null where it was. */
  readonly reason: string | null;
  readonly tables: readonly TableReport[];
  /** Tables that were found but could not be judged, each in a sentence. */
  readonly unread: readonly string[];
  /** Sheets without a table. */
  readonly sheetsWithoutTable: readonly string[];
  readonly findings: readonly Finding[];
}
