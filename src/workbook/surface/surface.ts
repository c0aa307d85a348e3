import type { Book } from '../book.ts';
import type { OwnChoice } from '../own-choice.ts';
import type { SurfaceLayout } from './layout.ts';
import type { SurfaceNumbers } from './numbers.ts';
import type { SurfacePlan } from './plan.ts';

/** All that the parts of the sheet are made of. */
export interface SurfaceParts {
  readonly book: Book;
  readonly plan: SurfacePlan;
  readonly layout: SurfaceLayout;
  readonly own: OwnChoice;
  readonly numbers: SurfaceNumbers;
}
