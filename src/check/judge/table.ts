import { type Following, followingOf } from '../table/learning-rate.ts';
import { fromWeightsOf } from './from-weights.ts';
import { type Judgement, judgeTrack } from './judge.ts';
import type { Numbers } from './numbers.ts';
import type { Reading } from './reading.ts';

/** A table whose numbers were judged. */
export interface Judged {
  readonly reading: Reading;
  readonly numbers: Numbers;
  readonly following: Following;
  readonly judgements: readonly Judgement[];
  /** How many cells were judged. */
  readonly cells: number;
}

/** Judges the numbers of a table, quantity by quantity. @param only those that are judged; without them all */
export function judgeTable(
  reading: Reading,
  numbers: Numbers,
  only: readonly string[] = [...reading.table.tracks.keys()],
): Judged {
  const { grid, table } = reading;
  const following = followingOf(grid, table);
  const fromWeights = fromWeightsOf(numbers, only, reading.steps);
  const judgements = only.flatMap(
    (name) => judgeTrack(grid, numbers, name, following === 'follow', fromWeights, reading.steps) ?? [],
  );
  return {
    reading,
    numbers,
    following,
    judgements,
    cells: judgements.reduce((total, { judged }) => total + judged, 0),
  };
}

/** How many quantities have cells that are wrong, or cannot be told. */
export const wrongQuantities = ({ judgements }: Judged): number =>
  judgements.filter(({ wrong, unknown }) => wrong.length + unknown.length > 0).length;

/** Whether most of some quantities are wrong in most of their cells: no slip in one of them, but all of them are something else. */
export function areOther({ judgements }: Judged, names: readonly string[]): boolean {
  const own = judgements.filter(({ name }) => names.includes(name));
  return own.filter(({ wrong, judged }) => wrong.length * 2 > judged).length * 2 > own.length;
}
