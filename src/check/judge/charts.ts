import { addressOf, lettersOf, positionOf } from '../file/address.ts';
import type { ChartSeries } from '../file/charts.ts';
import type { FoundTable } from '../find/join.ts';
import type { Track } from '../find/track.ts';
import type { Finding } from '../finding.ts';
import { leastOf, mostOf } from '../most.ts';

/** A range of one column on a sheet. */
interface ColumnRange {
  readonly sheet: string;
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** `'LR 0.5'!$W$24:$W$74`; undefined where it is something else. */
function rangeOf(formula: string): ColumnRange | undefined {
  const [, quoted, plain, from = '', to] =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?$/i.exec(formula.trim()) ?? [];
  const [start, end] = [positionOf(from), positionOf(to ?? from)];
  if (start === undefined || end === undefined || start.column !== end.column) return undefined;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', column: start.column, first: start.row, last: end.row };
}

const rows = (count: number): string => (count === 1 ? 'iteration' : `${count} iterations`);

/** What is odd about the ranges of charts that show a table's columns: notes, for a chart makes no number wrong. */
export function judgeCharts(series: readonly ChartSeries[], tables: readonly FoundTable[]): readonly Finding[] {
  return series.flatMap(({ values, name }): readonly Finding[] => {
    const range = rangeOf(values);
    if (range === undefined || range.first === range.last) return [];
    const shown = tables.flatMap(({ tracks }) => [...tracks]).find(([, track]) => isShown(track, range));
    if (shown === undefined) return [];
    const [quantity, { sites }] = shown;
    const rowsOf = sites.map(({ row }) => row);
    const [first, last] = [leastOf(rowsOf), mostOf(rowsOf)];
    const named = name === undefined ? undefined : rangeOf(name);
    const nameIsData =
      named !== undefined && named.column === range.column && named.first >= first && named.first <= last;
    const before = rowsOf.filter((row) => row < range.first).length;
    const after = rowsOf.filter((row) => row > range.last).length;
    const problems = [
      ...(nameIsData
        ? [`takes the first number, ${addressOf({ row: named.first, column: named.column })}, for the series’ name`]
        : []),
      ...(before > 0 ? [`leaves out the first ${rows(before)}`] : []),
      ...(after > 0 ? [`leaves out the last ${rows(after)}`] : []),
    ];
    if (problems.length === 0) return [];
    const letters = lettersOf(range.column);
    return [
      {
        kind: 'chart',
        mistake: false,
        sheet: range.sheet,
        quantity,
        cell: addressOf({ row: first, column: range.column }),
        message: `A chart of ${quantity} ${problems.join(' and ')}; its range is ${letters}${range.first}:${letters}${range.last}, the table’s ${letters}${first}:${letters}${last}.`,
        named: true,
      },
    ];
  });
}

/** Whether a range shows a track, or a part of it. */
const isShown = ({ sites }: Track, { sheet, column, first, last }: ColumnRange): boolean =>
  sites.length > 1 &&
  sites[0]?.sheet.toLowerCase() === sheet.toLowerCase() &&
  sites.every((site) => site.column === column) &&
  sites.some(({ row }) => row >= first && row <= last);
