import type { Examined } from '../check/examine.ts';
import { groupedBy } from '../check/grouped.ts';
import { summary } from '../check/report/text.ts';
import type { Learner } from '../classroom/learners.ts';
import type { Network } from '../network/network.ts';
import { inQuotes } from '../network/path-text.ts';
import { byLearner, type JudgedFile, type JudgedHandIn } from './by-learner.ts';
import { metBy } from './expectation.ts';
import type { LearnerFiles } from './hand-ins.ts';
import { type LearnerMark, markOf, type Weighting } from './mark.ts';
import { lettersOfName } from './names.ts';
import { type OriginHint, originHints } from './origin.ts';
import { type Slip, slipsOf } from './slips.ts';

/** A learner of a class, and what became of the hand-in. */
export interface MarkedLearner {
  readonly name: string;
  /** By which the platform knows the learner. */
  readonly id: string | undefined;
  /** Where feedback belongs, by which the platform takes it back: a path without its ending. */
  readonly feedback: string;
  /** What counts; undefined where nothing was handed in that could. */
  readonly file: JudgedFile | undefined;
  readonly mark: LearnerMark | undefined;
  /** What is other than was asked for, in sentences. */
  readonly deviations: readonly string[];
  /** What else a teacher should know: late, several files, older attempts. */
  readonly remarks: readonly string[];
  /** Why there is nothing to mark, in a sentence; undefined where there is. */
  readonly unmarked: string | undefined;
}

/** A class that was marked. */
export interface MarkedClass {
  readonly learners: readonly MarkedLearner[];
  readonly slips: readonly Slip[];
  readonly hints: readonly OriginHint[];
  /** What is not clear of who is who, in sentences. */
  readonly problems: readonly string[];
}

/** How a class is marked. */
export interface MarkingOptions {
  readonly weighting?: Weighting | undefined;
  /** What was asked for. */
  readonly expected?: Network | undefined;
  /** Who should have handed in. */
  readonly learners?: readonly Learner[] | undefined;
}

/** Marks what a class handed in. */
export function markedClass(judgedHandIns: readonly JudgedHandIn[], options: MarkingOptions = {}): MarkedClass {
  const handIns = judgedHandIns.flatMap(byLearner);
  const known = new Set(
    [
      ...(options.learners ?? []).map(({ name }) => name),
      ...handIns.flatMap(({ files }) => files.flatMap(({ examined }) => examined.learner ?? [])),
    ].map(lettersOfName),
  );
  const isKnown = ({ handIn: { layout, name, isName } }: JudgedHandIn): boolean =>
    layout === 'names' ? known.has(lettersOfName(name)) : isName && !NO_NAME.test(name);
  const marked = handIns.map((each) => markedHandIn(each, isKnown(each), options));
  const absent = (options.learners ?? [])
    .filter(({ name }) => !marked.some((each) => isOf(each, name)))
    .map(({ name, file }): MarkedLearner => ({ ...nothing, name, feedback: file, unmarked: 'Nothing was handed in.' }));
  const judged = handIns.flatMap((handIn, k) => {
    const { name, file } = marked[k] ?? {};
    return name === undefined || file === undefined
      ? []
      : [{ learner: name, isKnown: isKnown(handIn), examined: file.examined }];
  });
  const usual = usualOf(marked);
  const learners = marked.map((each) => (asksOther(each, usual) ? withRemark(each, usual ?? 0) : each));
  return {
    learners: [...learners, ...absent],
    slips: slipsOf(judged),
    hints: originHints(judged),
    problems: twice(marked),
  };
}

/** How many quantities most exercises ask for; undefined where no number is that of most. */
function usualOf(marked: readonly MarkedLearner[]): number | undefined {
  const exercises = marked.filter(({ file, mark }) => file?.examined.isExercise === true && mark !== undefined);
  const groups = [...groupedBy(exercises, ({ mark }) => mark?.of ?? 0)].sort(([, a], [, b]) => b.length - a.length);
  const [most] = groups;
  return most !== undefined && most[1].length * 2 > exercises.length ? most[0] : undefined;
}

/** Whether an exercise asks for something else than those of the others: the sheet that says so may have been changed. */
const asksOther = ({ file, mark }: MarkedLearner, usual: number | undefined): boolean =>
  usual !== undefined && mark !== undefined && file?.examined.isExercise === true && mark.of !== usual;

const withRemark = (learner: MarkedLearner, usual: number): MarkedLearner => ({
  ...learner,
  remarks: [
    ...learner.remarks,
    `The exercise asks for ${learner.mark?.of} quantities, those of most others for ${usual}.`,
  ],
});

/** What platforms put in the place of a name. */
const NO_NAME = /^(?:Participant|Default group|Team)\b/;

const nothing = { id: undefined, file: undefined, mark: undefined, deviations: [], remarks: [] } as const;

/** Learners under whose name several hand-ins stand. */
const twice = (marked: readonly MarkedLearner[]): readonly string[] =>
  [...groupedBy(marked, ({ name, id }) => `${lettersOfName(name)} ${id ?? ''}`).values()].flatMap((group) =>
    group.length < 2
      ? []
      : [
          `${inQuotes(group[0]?.name ?? '')} stands ${group.length} times, of ${group.map(({ file }) => inQuotes(file?.path ?? '')).join(' and ')}.`,
        ],
  );

const isOf = ({ name }: MarkedLearner, other: string): boolean => lettersOfName(name) === lettersOfName(other);

/** @param isKnown whether the path tells whose it is: a platform does, a file's name where it is that of somebody in the class */
function markedHandIn(
  { handIn, files }: JudgedHandIn,
  isKnown: boolean,
  { weighting, expected }: MarkingOptions,
): MarkedLearner {
  const judged = files.map((file) => {
    const met =
      expected === undefined || file.examined.report.verdict === 'own'
        ? { quantities: file.examined.quantities, deviations: [] }
        : metBy(file.examined, expected);
    return { file, ...met, mark: markOf(met.quantities, weighting) };
  });
  // Of several workbooks that were handed in together the best counts.
  const best = judged.reduce<(typeof judged)[number] | undefined>(
    (most, each) => (most === undefined || worth(each) > worth(most) ? each : most),
    undefined,
  );
  const inside = best?.file.examined.learner;
  return {
    name: isKnown || inside === undefined ? handIn.name : inside,
    id: handIn.id,
    feedback: handIn.feedback,
    file: best?.file,
    mark: best?.mark,
    deviations: best?.deviations ?? [],
    remarks: remarksOf(handIn, best?.file.path),
    unmarked: best === undefined ? noneOf(handIn) : best.mark === undefined ? whyNot(best.file.examined) : undefined,
  };
}

const worth = ({ mark, file }: { readonly mark: LearnerMark | undefined; readonly file: JudgedFile }): number =>
  mark === undefined
    ? file.examined.report.verdict === 'own'
      ? -1
      : -2
    : mark.outOf === 0
      ? 0
      : mark.points / mark.outOf;

const whyNot = ({ report }: Examined): string => report.reason ?? `No quantity was asked for: ${summary(report)}.`;

const noneOf = ({ others }: LearnerFiles): string =>
  `No workbook among what was handed in: ${others.length === 1 ? others[0]?.split('/').at(-1) : `${others.length} files`}.`;

function remarksOf({ late, files, older }: LearnerFiles, counts: string | undefined): readonly string[] {
  const file = counts?.split('/').at(-1);
  return [
    ...(late ? ['It was handed in late.'] : []),
    ...(files.length > 1 ? [`Of ${files.length} workbooks ${file} counts.`] : []),
    ...(older.length > 0
      ? [`${older.length === 1 ? 'An older attempt does' : `${older.length} older attempts do`} not count.`]
      : []),
  ];
}
