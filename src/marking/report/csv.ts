import { summary } from '../../check/report/text.ts';
import { csvText, harmless } from '../../csv/csv.ts';
import { visible } from '../../network/path-text.ts';
import { partTitles } from '../mark.ts';
import type { MarkedClass, MarkedLearner } from '../marked-class.ts';
import type { Sorting } from '../sortings.ts';
import { partsIn, sorted } from './text.ts';

/** The marks of a class as a table in CSV, marked as UTF-8 for spreadsheet programs. No text of a file becomes a formula there. */
export function classCsv(marked: MarkedClass, by: Sorting = 'name', delimiter = ','): string {
  const parts = partsIn(marked);
  const isWeighted = marked.learners.some(
    ({ mark }) => mark !== undefined && (mark.points !== mark.right || mark.outOf !== mark.of),
  );
  const head = [
    ...['Learner', 'ID', 'Right', 'Of'],
    ...(isWeighted ? ['Points', 'Out of'] : []),
    ...parts.flatMap((part) => [partTitles[part], `of ${partTitles[part]}`]),
    ...['Mistakes', 'Verdict', 'Remarks', 'File'],
  ];
  const rows = sorted(marked.learners, by).map((learner): readonly string[] => {
    const { name, id = '', mark, file } = learner;
    const cells: readonly (string | number)[] = [
      name,
      id,
      ...(mark === undefined ? ['', ''] : [mark.right, mark.of]),
      ...(!isWeighted ? [] : mark === undefined ? ['', ''] : [mark.points, mark.outOf]),
      ...parts.flatMap((part): readonly (string | number)[] => {
        const own = mark?.parts.find((each) => each.part === part);
        return own === undefined ? ['', ''] : [own.right, own.of];
      }),
      file === undefined ? '' : file.examined.report.findings.filter(({ mistake }) => mistake).length,
      file === undefined ? 'no workbook' : summary(file.examined.report),
      remarksOf(learner),
      file?.path ?? '',
    ];
    return cells.map((cell) => (typeof cell === 'number' ? csvNumber(cell, delimiter) : harmless(visible(cell))));
  });
  return csvText({ rows: [head, ...rows], delimiter, marked: true });
}

/** A number with a comma where commas do not stand between cells, as spreadsheet programs expect it there. */
export const csvNumber = (value: number, delimiter: string): string =>
  delimiter === ';' ? String(value).replace('.', ',') : String(value);

const remarksOf = ({ unmarked, deviations, remarks, file }: MarkedLearner): string =>
  [
    ...(unmarked === undefined ? [] : [unmarked]),
    ...deviations,
    ...(file?.examined.report.findings ?? []).flatMap(({ kind, message }) =>
      kind === 'initial-values' ? [message] : [],
    ),
    ...remarks,
  ].join(' ');
