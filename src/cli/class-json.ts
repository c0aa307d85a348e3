import type { MarkedClass } from '../marking/marked-class.ts';
import { sorted } from '../marking/report/text.ts';
import type { Sorting } from '../marking/sortings.ts';

/** A class as JSON: its learners with their marks, the slips, the hints and what could not be used. */
export const classJson = (marked: MarkedClass, by: Sorting, problems: readonly string[]): object => ({
  learners: sorted(marked.learners, by).map(({ name, id, file, mark, deviations, remarks, unmarked }) => ({
    name,
    id: id ?? null,
    file: file?.path ?? null,
    verdict: file?.examined.report.verdict ?? null,
    mark: mark ?? null,
    unmarked: unmarked ?? null,
    deviations,
    remarks,
    findings: file?.examined.report.findings ?? [],
  })),
  slips: marked.slips,
  hints: marked.hints,
  problems,
});
