import type { Examined } from '../check/examine.ts';
import { groupedBy } from '../check/grouped.ts';
import { lettersOfName } from './names.ts';

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

/** What more of a class share, as a part of it and at least, was taught or handed out so. */
const SHARED_BY_MANY = 0.1;
const FEW = 2;

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
  const bySlips = groupedBy(all, ({ examined }) => slipsIn(examined));
  // A slip that many make is made without looking at one another.
  const isRare = (examined: Examined): boolean => {
    const slips = slipsIn(examined);
    return slips !== '' && (bySlips.get(slips)?.length ?? 0) <= many;
  };
  const owners = ownersOf(all);
  return [
    ...all.flatMap(({ learner, isKnown, examined }): readonly OriginHint[] =>
      isKnown && examined.learner !== undefined && lettersOfName(examined.learner) !== lettersOfName(learner)
        ? [{ learners: [learner], what: `The exercise was made for ${examined.learner}.` }]
        : [],
    ),
    ...shared(
      ({ examined }) => examined.learner && lettersOfName(examined.learner),
      'The files are the exercise of one learner.',
    ),
    ...(owners === undefined ? [] : othersNumbers(all, owners)),
    ...shared(
      // From the same initial values come the same right numbers.
      ({ examined }) => (owners !== undefined || isWrong(examined) ? examined.print.numbers : undefined),
      'The same numbers stand where formulas are expected.',
    ),
    ...shared(
      ({ examined }) =>
        isRare(examined) && examined.print.formulas !== undefined
          ? `${examined.print.formulas} ${slipsIn(examined)}`
          : undefined,
      'The formulas are the same cell by cell, with the same slip.',
    ),
  ];
}

/** The slips in formulas, as a text that is the same for the same slips. */
const slipsIn = ({ report }: Examined): string =>
  report.findings.flatMap(({ kind, message }) => (kind === 'wrong' ? [message] : [])).join('\n');

/** Whose exercise was made with which numbers; undefined where learners have no numbers of their own. */
function ownersOf(all: readonly OfLearner[]): ReadonlyMap<string, OfLearner> | undefined {
  const groups = groupedBy(
    all.filter(({ examined }) => examined.madeWith !== undefined),
    ({ examined }) => examined.madeWith ?? '',
  );
  const areOwn = [...groups.values()].every(
    (group) => new Set(group.map(({ examined }) => examined.learner)).size === 1,
  );
  return areOwn && groups.size > 1
    ? new Map([...groups].flatMap(([numbers, [first]]) => (first === undefined ? [] : [[numbers, first] as const])))
    : undefined;
}

/** Exercises that begin with the numbers that another learner's was made with. */
function othersNumbers(all: readonly OfLearner[], owners: ReadonlyMap<string, OfLearner>): readonly OriginHint[] {
  return all.flatMap(({ learner, examined }): readonly OriginHint[] => {
    const now = beginningOf(examined);
    const owner = now === undefined || now === examined.madeWith ? undefined : owners.get(now);
    const name = owner?.examined.learner ?? owner?.learner;
    return name === undefined || lettersOfName(name) === lettersOfName(learner)
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
