import type { Examined } from '../check/examine.ts';
import { groupedBy } from '../check/grouped.ts';
import { lettersOf } from './names.ts';

/** A hint that files share an origin: something for a person to look at, and proof of nothing. */
export interface OriginHint {
  readonly learners: readonly string[];
  /** What they have in common, in a sentence without the names. */
  readonly what: string;
}

/** A hand-in with whose it is. */
export interface OfLearner {
  readonly learner: string;
  /** Whether the platform gives the name, so that another one inside means something. */
  readonly isKnown: boolean;
  readonly examined: Examined;
}

/** What more than so many of a class share, in hundredths and at least, was taught or handed out so. */
const SHARED_BY_MANY = 0.15;
const FEW = 4;

/** What in the hand-ins of a class is the same in a way that it hardly is by chance. */
export function originHints(all: readonly OfLearner[]): readonly OriginHint[] {
  const many = Math.max(FEW, Math.floor(all.length * SHARED_BY_MANY));
  const shared = (keyOf: (each: OfLearner) => string | undefined, what: string): readonly OriginHint[] =>
    [
      ...groupedBy(
        all.filter((each) => keyOf(each) !== undefined),
        keyOf,
      ).values(),
    ].flatMap((group) =>
      group.length > 1 && group.length <= many ? [{ learners: group.map(({ learner }) => learner), what }] : [],
    );
  const isWrong = ({ report }: Examined): boolean =>
    report.findings.some(({ mistake, kind }) => mistake && kind !== 'empty');
  return [
    ...all.flatMap(({ learner, isKnown, examined }): readonly OriginHint[] =>
      isKnown && examined.learner !== undefined && lettersOf(examined.learner) !== lettersOf(learner)
        ? [{ learners: [learner], what: `The exercise was made for ${examined.learner}.` }]
        : [],
    ),
    ...shared(
      ({ examined }) => examined.learner && lettersOf(examined.learner),
      'The files are the exercise of one learner.',
    ),
    ...othersNumbers(all),
    ...shared(
      ({ examined }) => (isWrong(examined) || examined.madeWith !== undefined ? examined.print.numbers : undefined),
      'The same numbers stand where formulas are expected.',
    ),
    ...shared(({ examined }) => {
      const slips = slipsOf(examined);
      return slips === '' || examined.print.formulas === undefined ? undefined : `${examined.print.formulas} ${slips}`;
    }, 'The formulas are the same cell by cell, with the same slip.'),
  ];
}

const slipsOf = ({ report }: Examined): string =>
  report.findings.flatMap(({ mistake, kind, message }) => (mistake && kind !== 'empty' ? [message] : [])).join('\n');

/** Exercises that begin with the numbers that another learner's was made with. */
function othersNumbers(all: readonly OfLearner[]): readonly OriginHint[] {
  const owners = groupedBy(
    all.filter(({ examined }) => examined.madeWith !== undefined),
    ({ examined }) => examined.madeWith,
  );
  // Where all have the same numbers, they tell nothing.
  const areOwn = [...owners.values()].every(
    (group) => new Set(group.map(({ examined }) => examined.learner)).size === 1,
  );
  if (!areOwn || owners.size < 2) return [];
  return all.flatMap(({ learner, examined }): readonly OriginHint[] => {
    const now = beginningOf(examined);
    const owner = now === undefined || now === examined.madeWith ? undefined : owners.get(now)?.[0];
    const name = owner?.examined.learner ?? owner?.learner;
    return name === undefined || lettersOf(name) === lettersOf(learner)
      ? []
      : [
          {
            learners: [learner, owner?.learner ?? name],
            what: `The numbers of ${learner} are those of the exercise of ${name}.`,
          },
        ];
  });
}

const beginningOf = ({ tables: [table] }: Examined): string | undefined =>
  table === undefined
    ? undefined
    : Object.entries(table.initial)
        .map(([name, value]) => `${name} = ${value}`)
        .join('; ');
