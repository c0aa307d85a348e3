import type { ChartSeries } from './charts.ts';
import type { LearnerSheet } from './sheet.ts';

/** What a workbook of a learner holds, as far as it is judged. */
export interface LearnerBook {
  readonly sheets: readonly LearnerSheet[];
  readonly series: readonly ChartSeries[];
  /**
   * The defined names, in lower case, with their formulas without `=`. A name that holds on one sheet only has the sheet before it,
   * in lower case too: `lr 0.2!eta`; on its sheet it goes before one of the workbook.
   */
  readonly names?: ReadonlyMap<string, string>;
  /** Whether this program made the file, and nobody has changed it since. */
  readonly sealed?: boolean;
}
