import type { Book } from '../book.ts';
import type { OwnChoice } from '../own-choice.ts';
import type { LandscapeLayout } from './layout.ts';
import type { LandscapeNumbers } from './numbers.ts';
import type { LandscapePlan } from './plan.ts';

/** All that the parts of the sheet are made of. */
export interface LandscapeParts {
  readonly book: Book;
  readonly plan: LandscapePlan;
  readonly layout: LandscapeLayout;
  readonly own: OwnChoice;
  readonly numbers: LandscapeNumbers;
}
