import type { Examined } from '../../src/check/examine.ts';
import type { Finding } from '../../src/check/finding.ts';
import { unjudged } from '../../src/check/finding.ts';
import type { QuantityState } from '../../src/check/quantities.ts';
import type { JudgedHandIn } from '../../src/marking/by-learner.ts';
import type { LearnerFiles } from '../../src/marking/hand-ins.ts';
import { type MarkedClass, markedClass } from '../../src/marking/marked-class.ts';

/** What became of a hand-in, with what a test says of it. */
export const examined = (own: Partial<Examined> = {}, findings: readonly Finding[] = []): Examined => ({
  report: {
    ...unjudged(''),
    verdict: findings.some(({ mistake }) => mistake) ? 'wrong' : 'right',
    reason: null,
    findings,
  },
  learner: undefined,
  isExercise: false,
  madeWith: undefined,
  quantities: [],
  tables: [],
  print: { numbers: undefined, formulas: undefined },
  ...own,
});

/** So many quantities that are right of so many. */
export const states = (right: number, of: number): readonly QuantityState[] =>
  Array.from({ length: of }, (_, k) => ({
    sheet: 'LR 1',
    name: `w${k + 1}`,
    part: 'updates',
    state: k < right ? 'right' : 'wrong',
  }));

/** A hand-in of a platform. */
export function handedIn(
  name: string,
  id: string | undefined,
  own: Examined,
  more: Partial<LearnerFiles> = {},
): JudgedHandIn {
  const file = { path: `${name}/x.xlsx`, modified: 0, examined: own };
  const place = {
    layout: 'Moodle',
    key: name,
    name,
    isName: true,
    id,
    attempt: '',
    late: false,
    feedback: name,
  } as const;
  return { handIn: { ...place, files: [file], older: [], others: [], ...more }, files: [file] };
}

/** A class of names, ids and how many of 10 updates are right. */
export const classOf = (
  ...learners: readonly (readonly [name: string, id: string | undefined, right: number])[]
): MarkedClass =>
  markedClass(learners.map(([name, id, right]) => handedIn(name, id, examined({ quantities: states(right, 10) }))));
