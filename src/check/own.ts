import { askedCells } from './exercise.ts';
import type { LearnerBook } from './file/workbook.ts';
import { type Report, unjudged } from './finding.ts';

/**
 * What a workbook of this program is that no learner has worked in: one that is unchanged since it was made, or an exercise in which
 * nothing is filled in. Undefined for any other, which is to be judged. It says what the file is, never that its numbers are right: anyone
 * can make a seal.
 */
export function ownWorkbook(book: LearnerBook): Report | undefined {
  const { asked, empty } = askedCells(book);
  // An exercise that was saved from a spreadsheet program has lost its seal, but is still empty.
  if (asked > 0 && empty === asked) return unjudged('An exercise of this program; nothing is filled in yet.');
  if (book.sealed !== true) return undefined;
  const what = asked > 0 ? "The teacher's copy of an exercise of this program" : 'A workbook of this program';
  return { ...unjudged(''), verdict: 'own', reason: `${what}, unchanged since it was made.` };
}
