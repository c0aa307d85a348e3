import { correctionOf } from '../diagnose/correction.ts';
import { diagnose, means } from '../diagnose/diagnose.ts';
import { effectOf } from '../diagnose/effect.ts';
import type { Reading } from '../diagnose/learner.ts';
import { inSymbols } from '../diagnose/wording.ts';
import { addressOf } from '../file/address.ts';
import type { Finding } from '../finding.ts';
import { rowsFollow } from '../table/learning-rate.ts';
import { type Judgement, judgeColumn, type Wrong } from './judge.ts';
import type { Numbers } from './numbers.ts';

/** Findings of a table that are explained; of more, the first cells alone would tell too much. */
const MAX_FINDINGS = 60;

/** What is wrong in a table, each mistake once, and how many cells were judged. */
export function judgeTable(
  reading: Reading,
  numbers: Numbers,
): { readonly findings: readonly Finding[]; readonly judged: number; readonly unknown: number } {
  const { table } = reading;
  const follow = rowsFollow(reading.grid, table);
  const judgements = [...table.columns.keys()].flatMap((name) => judgeColumn(numbers, name, follow) ?? []);
  const groups = judgements.flatMap((judgement) =>
    groupsOf(reading, numbers, judgement).map((wrong) => ({ judgement, wrong })),
  );
  const findings = groups
    .slice(0, MAX_FINDINGS)
    .map(({ judgement, wrong }) => findingOf(reading, numbers, judgement, wrong));
  return {
    findings: [...findings, ...pastedNotes(reading, numbers, judgements)],
    judged: judgements.reduce((total, { judged }) => total + judged, 0),
    unknown: judgements.reduce((total, { unknown }) => total + unknown, 0),
  };
}

/** The wrong cells of a column, those with the same formula together. */
function groupsOf(
  { grid, ...reading }: Reading,
  numbers: Numbers,
  { name, formula, wrong, doubtful }: Judgement,
): readonly (readonly Wrong[])[] {
  const patternAt = (row: number): string => {
    const cell = numbers.cell(name, row);
    return cell === undefined ? '' : (grid.pattern(cell) ?? '');
  };
  const groups = new Map<string, Wrong[]>();
  for (const each of wrong) addTo(groups, patternAt(each.row), each);
  const suspects = new Map<string, number[]>();
  for (const row of doubtful) {
    const pattern = patternAt(row);
    if (pattern !== '') addTo(suspects, pattern, row);
  }
  for (const [pattern, rows] of suspects) {
    const cell = numbers.cell(name, rows[0] ?? 0);
    // Too near to tell by the numbers: the formula itself decides.
    if (!groups.has(pattern) && (cell === undefined || means({ grid, ...reading }, cell, formula) !== false)) continue;
    const more = rows.map((row): Wrong => ({ row, actual: numbers.at(name, row), expected: numbers.at(name, row) }));
    groups.set(
      pattern,
      [...(groups.get(pattern) ?? []), ...more].sort((a, b) => a.row - b.row),
    );
  }
  return [...groups.values()];
}

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function findingOf(
  reading: Reading,
  numbers: Numbers,
  { name, formula, judged }: Judgement,
  wrong: readonly Wrong[],
): Finding {
  const { table } = reading;
  const [first] = wrong;
  if (first === undefined) throw new RangeError('A group of wrong cells has a first one.');
  const column = table.columns.get(name) ?? 0;
  const cell = numbers.cell(name, first.row);
  const number = cell?.formula === undefined;
  const place = {
    sheet: table.sheet,
    quantity: name,
    cell: addressOf({ row: first.row, column }),
    count: wrong.length,
    value: { actual: Number.isFinite(first.actual) ? first.actual : null, expected: first.expected },
    correction: correctionOf(reading, numbers, formula, first.row),
  };
  if (table.given.has(name) || table.expected.get(name)?.kind === 'given')
    return {
      ...place,
      kind: 'wrong',
      mistake: true,
      named: true,
      message: `${name} changes from row to row; it is given and should stay what it is in the first row.`,
    };
  const error = cell?.error ?? (Number.isFinite(first.actual) ? undefined : 'an error');
  if (error !== undefined && number)
    return {
      ...place,
      kind: 'wrong',
      mistake: true,
      named: false,
      message: `${name} shows ${error}; it should be ${inSymbols(formula)}.`,
    };
  const few = number && wrong.length < 3;
  if (few)
    return {
      ...place,
      kind: 'wrong-number',
      mistake: true,
      named: true,
      message: `${name} holds a typed number, ${first.actual}, that is wrong; its formula is ${inSymbols(formula)}.`,
    };
  const { words, named, used } = diagnose(reading, numbers, name, formula, wrong);
  const effect = used === undefined || wrong.length * 4 < judged ? undefined : effectOf(numbers, name, used, first.row);
  return {
    ...place,
    kind: number ? 'wrong-number' : 'wrong',
    mistake: true,
    named,
    message: `${name} ${words}.`,
    formula: { used: used === undefined ? undefined : inSymbols(used), right: inSymbols(formula) },
    ...(effect === undefined ? {} : { effect }),
  };
}

/** Right numbers where formulas are expected: a note for the whole table, or one for each column that has formulas elsewhere. */
function pastedNotes({ table }: Reading, numbers: Numbers, judgements: readonly Judgement[]): readonly Finding[] {
  const total = judgements.reduce((sum, { pasted }) => sum + pasted.length, 0);
  const computed = judgements.filter(({ name }) => table.expected.get(name)?.kind === 'formula');
  const cells = computed.reduce((sum, { judged, wrong }) => sum + judged - wrong.length, 0);
  if (total === 0) return [];
  if (total === cells)
    return [
      {
        kind: 'pasted',
        mistake: false,
        sheet: table.sheet,
        count: total,
        message: 'The table holds numbers only, no formulas; only the numbers could be judged.',
      },
    ];
  return judgements.flatMap(({ name, pasted }): readonly Finding[] => {
    const [row] = pasted;
    if (row === undefined) return [];
    const column = table.columns.get(name) ?? 0;
    return [
      {
        kind: 'pasted',
        mistake: false,
        sheet: table.sheet,
        quantity: name,
        cell: addressOf({ row, column }),
        count: pasted.length,
        message: `${name} holds numbers where formulas are expected; the numbers are right.`,
        value: { actual: numbers.at(name, row), expected: numbers.at(name, row) },
      },
    ];
  });
}
