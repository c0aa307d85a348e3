/**
 * What kind of thing was found. Mistakes:
 *
 * - wrong: a formula gives something else than it should, or a given number changes on the way.
 * - wrong-number: wrong numbers stand where a formula is expected.
 * - no-number: a cell shows an error, or text stands where a number belongs.
 * - not-updated: the weights stay what they are, or are typed again in every row.
 * - empty: cells of an exercise are still to be filled in; chain factors among them are a note.
 * - other-network: the table follows another network than the one that it is judged by; a note where that one is as good.
 *
 * Notes:
 *
 * - pasted: right numbers stand where a formula is expected.
 * - chart: a chart leaves out rows, or takes a number for its series' name.
 * - learning-rate: the workbook names two learning rates.
 * - stored-values: the numbers in the file are not what its formulas give.
 * - initial-values: an exercise has other initial values than it was made with; it is judged with them.
 */
export type FindingKind =
  | 'wrong'
  | 'wrong-number'
  | 'no-number'
  | 'not-updated'
  | 'empty'
  | 'other-network'
  | 'pasted'
  | 'chart'
  | 'learning-rate'
  | 'stored-values'
  | 'initial-values';

/** A further place of a mistake: the same slip in another quantity, or on another sheet. */
export interface Spot {
  readonly sheet: string;
  readonly quantity?: string;
  /** The address of its first cell. */
  readonly cell: string;
  /** How many cells. */
  readonly count: number;
  /** The right formula of that cell, with its `=`. */
  readonly correction?: string;
}

/** Something that was found: one mistake, or one note, wherever it stands. */
export interface Finding {
  readonly kind: FindingKind;
  /** Whether it makes the workbook wrong; a note does not. */
  readonly mistake: boolean;
  readonly sheet: string;
  /** The quantity as it is called in class, such as ∂E/∂w3. */
  readonly quantity?: string;
  /** The address of the first cell, such as Z6. */
  readonly cell?: string;
  /** How many cells of this quantity, on this sheet; 1 unless given. */
  readonly count?: number;
  /** The cause in a sentence. */
  readonly message: string;
  /** Whether the cause was found, not only that something is wrong. */
  readonly named?: boolean;
  /** In symbols: what the learner wrote, where that could be read, and what is right. */
  readonly formula?: { readonly used: string | undefined; readonly right: string };
  /** What the first cell holds and what it should hold; null where it shows no number. */
  readonly value?: { readonly actual: number | null; readonly expected: number };
  /** The right formula in the learner's own cell addresses, with its `=`. */
  readonly correction?: string;
  /** Where else the same mistake stands. */
  readonly also?: readonly Spot[];
  /** How far this mistake alone moves the error from where it should be: at most, and in the last row. */
  readonly effect?: { readonly most: number; readonly last: number };
}

/** A table that was judged. */
export interface TableReport {
  readonly sheet: string;
  /** The range from the header to the last row; of a table whose parts stand apart, that of its main part. */
  readonly range: string;
  readonly iterations: number;
  /** Units of each layer, the inputs first. */
  readonly layers: readonly number[];
  /** The learning rate, what tells it, and the cell that holds it; null where none was found. */
  readonly learningRate: { readonly value: number; readonly source: string; readonly cell: string | null } | null;
  /** Quantities that a table of this network usually has a column of, and this one lacks. */
  readonly missing: readonly string[];
  /** How many cells were compared with what they should hold. */
  readonly judgedCells: number;
}

/** Something that could not be judged: what it is, and why. */
export interface NotJudged {
  readonly sheet: string;
  /** Such as "the updates" or "E_total". */
  readonly what: string;
  /** The end of a sentence: "no column of the table is read by them". */
  readonly why: string;
}

/**
 * The verdict on a workbook.
 *
 * - right: every net input, activation, error, gradient and update of every row that holds numbers was judged, and none is wrong.
 * - wrong: mistakes were found.
 * - partly: no mistake in what could be judged, but not all could.
 * - unjudged: nothing could be judged.
 * - own: a workbook that this program made, and nobody has changed.
 */
export type Verdict = 'right' | 'wrong' | 'partly' | 'unjudged' | 'own';

/** What became of a workbook. */
export interface Report {
  readonly verdict: Verdict;
  /** Why nothing was judged, or what a workbook of this program is, in a sentence; null otherwise. */
  readonly reason: string | null;
  readonly tables: readonly TableReport[];
  /** What could not be judged, whole tables among it. */
  readonly notJudged: readonly NotJudged[];
  /** Sheets without a table. */
  readonly sheetsWithoutTable: readonly string[];
  readonly findings: readonly Finding[];
}

/** The report of a workbook of which nothing can be judged. @param reason a sentence */
export const unjudged = (reason: string): Report => ({
  verdict: 'unjudged',
  reason,
  tables: [],
  notJudged: [],
  sheetsWithoutTable: [],
  findings: [],
});
