/** Cells from one corner to the other; rows and columns counted from 1. */
export interface PrintArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How a sheet is printed: on A4, with its name and the page in the footer. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** The pages in order, each fitted to the width of the paper; nothing else of the sheet is printed. */
  readonly pages: readonly PrintArea[];
  /** Rows repeated at the head of every page, such as `11:13`. */
  readonly titleRows?: string;
  /** Columns repeated at the left of every page, such as `A:A`. */
  readonly titleColumns?: string;
  /** What the foot of each page says of what is left out. */
  readonly note?: string;
}
