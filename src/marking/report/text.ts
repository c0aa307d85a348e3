import { markParts } from '../../check/mark-parts.ts';
import { summary } from '../../check/report/text.ts';
import { nameText, sentenceText, withNoun } from '../../check/report/words.ts';
import { type LearnerMark, partTitles, worthText } from '../mark.ts';
import type { MarkedClass, MarkedLearner } from '../marked-class.ts';
import type { Sorting } from '../sortings.ts';

/** The share of a mark, from 0 to 1; −1 where there is none. */
const shareOf = (mark: LearnerMark | undefined): number =>
  mark === undefined ? -1 : mark.outOf === 0 ? 0 : mark.points / mark.outOf;

/** The learners in order: by name, or the lowest marks first. */
export function sorted(learners: readonly MarkedLearner[], by: Sorting): readonly MarkedLearner[] {
  // Made only here: it takes longer than to check a workbook's formulas.
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...learners].sort(
    (a, b) => (by === 'mark' ? shareOf(a.mark) - shareOf(b.mark) : 0) || compare(a.name, b.name),
  );
}

/** A class in a line: how many there are, how many have a mark, and what they reach in the mean. */
export function classLine({ learners }: MarkedClass): string {
  const marks = learners.flatMap(({ mark }) => mark ?? []);
  const mean = marks.reduce((sum, mark) => sum + shareOf(mark), 0) / marks.length;
  const reached = marks.length === 0 ? '' : `; they reach ${Math.round(100 * mean)} % in the mean`;
  return `${withNoun(learners.length, 'learner')}, ${marks.length} with a mark${reached}`;
}

/** What a mark is, in a few words. */
export const markWords = (mark: LearnerMark | undefined): string =>
  mark === undefined ? 'no mark' : `${mark.right} of ${mark.of}${worthText(mark)}`;

/** The verdict on a hand-in in a few words; why there is none. */
export const verdictWords = ({ file, unmarked }: MarkedLearner): string =>
  file === undefined ? sentenceText(unmarked ?? '') : summary(file.examined.report);

/** The parts that any mark of a class has. */
export const partsIn = ({ learners }: MarkedClass) =>
  markParts.filter((part) => learners.some(({ mark }) => mark?.parts.some((each) => each.part === part)));

/** How much of a part is right: "8/8"; empty where nothing of it was asked for. */
export function partWords(mark: LearnerMark | undefined, part: (typeof markParts)[number]): string {
  const own = mark?.parts.find((each) => each.part === part);
  return own === undefined ? '' : `${own.right}/${own.of}`;
}

/** A section of a report: its heading, and lines. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What there is to say of a class besides its table. */
export function sectionsOf(marked: MarkedClass): readonly Section[] {
  const { learners, slips, hints } = marked;
  const judged = learners.filter(({ file }) => (file?.examined.tables.length ?? 0) > 0).length;
  const each = (of: (learner: MarkedLearner) => readonly string[]): readonly string[] =>
    learners.flatMap((learner) => of(learner).map((line) => `${nameText(learner.name)}: ${sentenceText(line)}`));
  const all: readonly Section[] = [
    {
      title: `Slips of ${judged} judged, the commonest first`,
      lines: slips.map((slip) => `${slip.learners.length} of ${judged}: ${sentenceText(slip.message)}`),
    },
    {
      title: 'Not judged',
      lines: each(({ unmarked, file }) => [
        ...(unmarked === undefined ? [] : [unmarked]),
        ...(unmarked !== undefined ? [] : (file?.examined.report.notJudged ?? [])).map(
          ({ what, why }) => `${what}: ${why}.`,
        ),
      ]),
    },
    { title: 'Other than asked for', lines: each(({ deviations }) => deviations) },
    {
      title: 'Initial values that were changed',
      lines: each(({ file }) =>
        (file?.examined.report.findings ?? []).flatMap(({ kind, message }) =>
          kind === 'initial-values' ? [message] : [],
        ),
      ),
    },
    { title: 'Besides', lines: each(({ remarks }) => remarks) },
    {
      title: 'Worth a look: hints of a shared origin, which prove nothing',
      lines: hints.map(
        ({ learners: own, what }) => `${own.map((name) => nameText(name)).join(', ')}: ${sentenceText(what)}`,
      ),
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

/** The most lines of a section that a terminal shows. */
const MOST_LINES = 60;

/** A class as plain lines: a table, then what there is to say of it. Only what is ours begins at the margin. */
export function classText(marked: MarkedClass, by: Sorting = 'name'): string {
  const parts = partsIn(marked);
  const head = ['learner', 'mark', ...parts.map((part) => partTitles[part]), ''];
  const rows = sorted(marked.learners, by).map((learner) => [
    `  ${nameText(learner.name)}`,
    markWords(learner.mark),
    ...parts.map((part) => partWords(learner.mark, part)),
    verdictWords(learner),
  ]);
  const table = [head.map((title, k) => (k === 0 ? `  ${title}` : title)), ...rows];
  const widths = head.map((_, k) => Math.max(...table.map((row) => (row[k] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, k) => cell.padEnd(k === row.length - 1 ? 0 : (widths[k] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const sections = sectionsOf(marked).flatMap(({ title, lines: own }) => [
    '',
    `${title}:`,
    ...own.slice(0, MOST_LINES).map((line) => `  ${line}`),
    ...(own.length > MOST_LINES ? [`  and ${own.length - MOST_LINES} more`] : []),
  ]);
  return [classLine(marked), '', ...lines, ...sections].join('\n');
}
