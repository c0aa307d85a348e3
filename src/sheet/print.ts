/** How a sheet is printed: on A4, fitted to the width, with its name and the page in the footer. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Pages side by side, 1 if left out; long sheets take as many pages below as they need. */
  readonly pagesWide?: number;
  /** Rows repeated at the head of every page, such as `11:13`. */
  readonly titleRows?: string;
  /** Columns repeated at the left of every page, such as `A:A`. */
  readonly titleColumns?: string;
  /** Only so many rows and columns from the first on; everything if left out. */
  readonly area?: { readonly rows: number; readonly columns: number };
}
