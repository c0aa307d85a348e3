import { addressOf, placeOf } from '../file/address.ts';
import type { Series } from '../file/charts.ts';
import type { Finding } from '../finding.ts';
import type { FoundTable } from '../table/find.ts';

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
  const [start, end] = [placeOf(from), placeOf(to ?? from)];
  if (start === undefined || end === undefined || start.column !== end.column) return undefined;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', column: start.column, first: start.row, last: end.row };
}

const rows = (count: number): string => (count === 1 ? 'iteration' : `${count} iterations`);

/** What is wrong with the ranges of charts that show a table's columns. */
export function judgeCharts(series: readonly Series[], tables: readonly FoundTable[]): readonly Finding[] {
  return series.flatMap(({ values, name }): readonly Finding[] => {
    const range = rangeOf(values);
    if (range === undefined) return [];
    const table = tables.find(
      ({ sheet, first, last, columns }) =>
        sheet.toLowerCase() === range.sheet.toLowerCase() &&
        range.first <= last &&
        range.last >= first &&
        [...columns.values()].includes(range.column),
    );
    if (table === undefined || range.first === range.last) return [];
    const quantity = [...table.columns].find(([, column]) => column === range.column)?.[0] ?? '';
    const named = name === undefined ? undefined : rangeOf(name);
    const nameIsData =
      named !== undefined && named.column === range.column && named.first >= table.first && named.first <= table.last;
    const before = range.first - table.first;
    const after = table.last - range.last;
    const problems = [
      ...(nameIsData
        ? [`takes the first number, ${addressOf({ row: named.first, column: named.column })}, for the series’ name`]
        : []),
      ...(before > 0 ? [`leaves out the first ${rows(before)}`] : []),
      ...(after > 0 ? [`leaves out the last ${rows(after)}`] : []),
    ];
    if (problems.length === 0) return [];
    const letter = addressOf({ row: 1, column: range.column }).slice(0, -1);
    return [
      {
        kind: 'chart',
        mistake: true,
        sheet: table.sheet,
        quantity,
        cell: addressOf({ row: table.first, column: range.column }),
        message: `A chart of ${quantity} ${problems.join(' and ')}; its range is ${letter}${range.first}:${letter}${range.last}, the table’s ${letter}${table.first}:${letter}${table.last}.`,
        named: true,
      },
    ];
  });
}
