import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import {
  classColumns,
  classFormulas,
  classValues,
  type Formulas,
  type Layout,
  type LearnerCell,
  learnerSheet,
} from './learner-table.ts';
import { columnLetters } from './letters.ts';
import { smallXlsx, type Writing } from './small-xlsx.ts';

/** What a learner does otherwise; cells are known by their quantity and iteration, which is -1 for headers. */
interface Habit {
  readonly formulas?: Formulas;
  readonly cell?: (cell: LearnerCell, name: string, k: number) => LearnerCell;
  readonly more?: readonly LearnerCell[];
  readonly layout?: Partial<Layout>;
  readonly writing?: Writing;
}

const plainLayout: Layout = {
  sheet: 'S',
  headerRow: 4,
  firstColumn: 1,
  columns: classColumns,
  header: (name) => name,
  rate: 0.5,
  rateCell: '$C$2',
  rateLabel: ['B2', 'η'],
  rows: 12,
  iterations: false,
};

/** The report on the class table with a habit. Numbers are left out where changed formulas would give others. */
function reportOf({ formulas, cell = (same) => same, more = [], layout, writing }: Habit): Report {
  const whole = { ...plainLayout, ...layout };
  const nameAt = new Map(whole.columns.map((name, k) => [columnLetters(whole.firstColumn + k), name]));
  const cells = learnerSheet(whole, { ...classFormulas, ...formulas }, classValues).map((each) => {
    const name = nameAt.get(each.address.replace(/\d+/, ''));
    const k = Number(each.address.replace(/\D+/, '')) - whole.headerRow - 1;
    return name === undefined || k < -1 ? each : cell(each, name, k);
  });
  return checkWorkbook(smallXlsx({ [whole.sheet]: [...cells, ...more] }, writing));
}

const mapped = (change: (formula: string, name: string) => string): Formulas =>
  Object.fromEntries(Object.entries(classFormulas).map(([name, formula]) => [name, change(formula, name)]));

/** A change of the formulas that a learner's cells have. */
const written =
  (change: (formula: string, name: string, k: number) => string) =>
  (cell: LearnerCell, name: string, k: number): LearnerCell =>
    cell.formula === undefined ? cell : { ...cell, formula: change(cell.formula, name, k) };

const bare: Writing = { bare: true };
const pasted: Writing = { pasted: true };

/** Numbers typed in place of a column's formulas. */
const typed =
  (of: string, value: (k: number, was: number) => number) =>
  (cell: LearnerCell, name: string, k: number): LearnerCell =>
    name === of && k >= 0 ? { address: cell.address, value: value(k, Number(cell.value)) } : cell;

/** A number typed in one cell. */
const typedIn =
  (of: string, iteration: number, value: number) =>
  (cell: LearnerCell, name: string, k: number): LearnerCell =>
    name === of && k === iteration ? { address: cell.address, value } : cell;

const decimals =
  (places: number) =>
  (cell: LearnerCell): LearnerCell =>
    typeof cell.value === 'number' ? { ...cell, value: Number(cell.value.toFixed(places)) } : cell;

/** A row of the averages of all columns. */
const averages = (row: number): readonly LearnerCell[] =>
  classColumns.map((_, k) => {
    const letters = columnLetters(k + 1);
    return { address: `${letters}${row}`, value: 0, formula: `AVERAGE(${letters}5:${letters}16)` };
  });

/** A table with columns of steps, each written with # for the weight's number. */
function withSteps(step: string, update: string, weights: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8]): Habit {
  const filled = (text: string, k: number): string => text.replaceAll('#', `${k}`);
  const formulas = weights.flatMap((k) => [
    [`Δw${k}`, filled(step, k)] as const,
    [`w${k}`, filled(update, k)] as const,
  ]);
  return {
    formulas: Object.fromEntries(formulas),
    layout: { columns: [...classColumns, ...weights.map((k) => `Δw${k}`)] },
    writing: bare,
  };
}

const otherA = mapped((formula, name) => (/w[34]$/.test(name) ? formula.replaceAll('a_h2', 'a_h1') : formula));

describe('right workbooks are never called wrong', () => {
  test.each<readonly [string, Report['verdict'], Habit]>([
    ['e typed as 2.71828', 'right', { formulas: mapped((f) => f.replace(/EXP\((-\{.*?\})\)/, '2.71828^($1)')) }],
    ['formulas rounded to 6 decimals', 'right', { cell: written((f) => `ROUND(${f},6)`), writing: bare }],
    ['formulas rounded to 3 decimals', 'partly', { cell: written((f) => `ROUND(${f},3)`), writing: bare }],
    ['pasted with 6 decimals', 'right', { cell: decimals(6), writing: pasted }],
    ['pasted with 4 decimals', 'partly', { cell: decimals(4), writing: pasted }],
    [
      'gradients of the other sign, added',
      'right',
      {
        formulas: mapped((f, name) =>
          f
            .replaceAll(/\(\{a_o(\d)\}-\{t\d\}\)/g, '({t$1}-{a_o$1})')
            .replace('-{rate}', name.startsWith('w') ? '+{rate}' : '-{rate}'),
        ),
      },
    ],
    [
      'all units numbered through',
      'right',
      {
        layout: {
          header: (name) =>
            name.replace(
              /^(a_)?([ho])(\d)$/,
              (_, a, unit, k) => `${a ? 'out' : 'net'}${Number(k) + (unit === 'o' ? 2 : 0)}`,
            ),
        },
      },
    ],
    [
      'German headers',
      'right',
      {
        layout: {
          header: (name) =>
            name
              .replace(/^t/, 'Ziel ')
              .replace(/^i/, 'Eingang ')
              .replace(/^w/, 'Gewicht ')
              .replace(/^E(\d)/, 'Fehler $1')
              .replace('E_total', 'Gesamtfehler'),
          rateLabel: ['B2', 'Lernrate'],
        },
      },
    ],
    ['steps beside the weights they led to', 'right', withSteps('-{rate}*{old ∂E/∂w#}', '{old w#}+{Δw#}')],
    ['steps that are subtracted', 'right', withSteps('{rate}*{∂E/∂w#}', '{old w#}-{old Δw#}')],
    ['averages under all columns', 'right', { more: averages(17), writing: bare }],
    ['averages after a blank row', 'right', { more: averages(18), writing: bare }],
    [
      'numbers apart from the table',
      'partly',
      { more: classColumns.map((_, k) => ({ address: `${columnLetters(k + 1)}22`, value: 7 })) },
    ],
  ])('%s', (_, verdict, habit) => {
    const report = reportOf(habit);
    expect(report.findings.filter(({ mistake }) => mistake).map(({ message }) => message)).toEqual([]);
    expect(report.verdict).toBe(verdict);
  });
});

describe('wrong workbooks are called wrong, with the cause', () => {
  test.each<readonly [string, string, Habit]>([
    ['one weight typed in every row', 'w1 leaves out', { cell: typed('w1', () => 0.15), writing: bare }],
    ['a zero typed for a gradient', '∂E/∂w3 holds a typed number', { cell: typedIn('∂E/∂w3', 0, 0), writing: bare }],
    [
      'steps that nothing reads, typed',
      'Δw1 does not follow its rule',
      { ...withSteps('9+0*{w#}', '{old w#}-{rate}*{old ∂E/∂w#}', [1]), writing: pasted },
    ],
    ['an input that changes', 'i1 changes', { cell: typed('i1', (k) => (k < 7 ? 0.05 : 0.06)), writing: bare }],
    ['an input of one row', 'i1 changes', { cell: typed('i1', (k) => (k === 7 ? 0.06 : 0.05)), writing: bare }],
    [
      'another rate in one update',
      'w3 is computed as w3 of the row above − 0.05 ·',
      { cell: written((f, name) => (name === 'w3' ? f.replace('$C$2', '0.05') : f)), writing: bare },
    ],
    [
      'momentum in one update',
      'w1 is computed as w1 of the row above − η · ∂E/∂w1 of the row above + 0.9·',
      { cell: written((f, name, k) => (name === 'w1' && k > 1 ? `${f}+0.9*(E${4 + k}-E${3 + k})` : f)), writing: bare },
    ],
    [
      'updates that add the gradients',
      'w1 has the wrong sign before',
      { formulas: mapped((f) => f.replace('-{rate}', '+{rate}')) },
    ],
    [
      'a slip in rounded formulas',
      '∂E/∂w3 uses a_h1·(1 − a_h1)',
      { formulas: otherA, cell: written((f) => `ROUND(${f},6)`), writing: bare },
    ],
  ])('%s', (_, cause, habit) => {
    const report = reportOf(habit);
    expect(report.verdict).toBe('wrong');
    expect(report.findings.filter(({ mistake }) => mistake).map(({ message }) => message)).toEqual([
      expect.stringContaining(cause),
    ]);
  });
});
