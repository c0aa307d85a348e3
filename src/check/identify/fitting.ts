import type { Judgement } from '../judge/judge.ts';
import type { Judged } from '../judge/table.ts';

/** How well quantities of a table fit the network that it is judged by. */

/** What was found of some quantities. */
export const judgementsOf = ({ judgements }: Judged, names: readonly string[]): readonly Judgement[] =>
  judgements.filter(({ name }) => names.includes(name));

/** Whether quantities are wrong in most of their cells, all of them. */
export const areWrong = (own: readonly Judgement[]): boolean =>
  own.length > 0 && own.every(({ wrong, judged }) => wrong.length * 2 > judged);

/** Whether they are right in all of their cells. */
export const areRight = (own: readonly Judgement[]): boolean =>
  own.length > 0 && own.every(({ wrong, judged }) => judged > 0 && wrong.length === 0);
