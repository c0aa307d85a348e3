import { symbolsIn } from '../expression/symbols.ts';
import { partTellerOf } from '../model/asked.ts';
import { type Column, ruleFormula } from '../model/column.ts';
import { taughtColumns } from '../model/quantities.ts';
import { TOTAL_ERROR } from '../quantities/topology.ts';
import type { Told } from './diagnose/findings.ts';
import { notUpdated } from './diagnose/not-updated.ts';
import type { Judgement } from './judge/judge.ts';
import type { Judged } from './judge/table.ts';
import { type MarkPart, markPartOf } from './mark-parts.ts';
import type { Table } from './table/table.ts';

/** What became of a quantity: all its cells that could be judged are right, some are wrong, some are still empty, no column holds it, or it could not be judged. */
export type QuantityOutcome = 'right' | 'wrong' | 'empty' | 'missing' | 'not judged';

/** A quantity of a table that is asked for. */
export interface QuantityState {
  /** The sheet of the table. */
  readonly sheet: string;
  /** Which of the tables that were judged it is, counted from 0, for a sheet may hold several; undefined where none was. */
  readonly table?: number;
  readonly name: string;
  readonly part: MarkPart;
  readonly state: QuantityOutcome;
}

/**
 * What became of each quantity that a table of its network has: all but what is given, and the chain factors. A gradient is right only where
 * the factors of its own layer are that it is made of, so that a slip counts the same whether a learner writes it into a factor or into the
 * gradient.
 *
 * @param told what was found in the table
 */
export function statesOf(judged: Judged, told: readonly Told[]): readonly QuantityState[] {
  const { table } = judged.reading;
  const columns = taughtColumns(table.topology);
  const partOf = partTellerOf(table.topology);
  const wrong = wrongNames(judged, told);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const readers = readersOf(judged);
  const isBegun = beginnings(judged);
  const judgements = new Map(judged.judgements.map((each) => [each.name, each]));
  // New weights of a single iteration may have columns of their own.
  const isUpdated = table.iterations > 1 || [...table.tracks.keys()].some((name) => /^(?:new |−?Δ)/u.test(name));
  return columns.flatMap((column): readonly QuantityState[] => {
    const { name, role, rule } = column;
    const part = partOf(column);
    if (part === undefined || role === 'factor' || (rule.kind === 'learned' && !isUpdated)) return [];
    const others = table.tracks.has(name) ? [] : sameError(table, name);
    const own = [...namesOf(column), ...others];
    const made = [...factorsOf(column, byName, (other) => partOf(other) === part)];
    const state = [...own, ...made].some((each) => wrong.has(each))
      ? 'wrong'
      : stateOf(
          judged,
          name,
          own.flatMap((each) => judgements.get(each) ?? []),
          (readers.get(name) ?? []).map((reader) => wrong.has(reader)),
          isBegun,
        );
    return [{ sheet: table.sheet, name, part: markPartOf(part, name), state }];
  });
}

/** The names under which a table may hold a quantity. */
function namesOf({ name, rule }: Column): readonly string[] {
  if (rule.kind === 'learned') return [name, `new ${name}`, `Δ${name}`, `−Δ${name}`, `last Δ${name}`];
  return name.startsWith('∂E/∂') ? [name, `−${name}`] : [name];
}

/** Quantities of which something is wrong, by any of their names. */
function wrongNames(judged: Judged, told: readonly Told[]): ReadonlySet<string> {
  return new Set([
    ...told.flatMap(({ finding }) =>
      finding.mistake && finding.quantity !== undefined && finding.kind !== 'empty' ? [finding.quantity] : [],
    ),
    ...notUpdated(judged).flatMap(({ quantities }) => quantities),
    ...judged.judgements.flatMap(({ name, wrong }) => (wrong.length > 0 ? [name] : [])),
  ]);
}

/** The chain factors that a quantity is made of, on the way that stays within some columns. */
function factorsOf(
  column: Column,
  byName: ReadonlyMap<string, Column>,
  isWithin: (column: Column) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ rule }: Column): void => {
    const formula = rule.kind === 'learned' ? undefined : ruleFormula(rule);
    for (const { name } of formula === undefined ? [] : symbolsIn(formula)) {
      const other = byName.get(name);
      if (other?.role !== 'factor' || found.has(name) || !isWithin(other)) continue;
      found.add(name);
      visit(other);
    }
  };
  visit(column);
  return found;
}

/**
 * What became of a quantity of which nothing is known to be wrong.
 *
 * @param own what was judged of it, by any of its names
 * @param readers where it has no column, whether those are wrong that it is computed in
 * @param isBegun whether anything is computed in an iteration
 */
function stateOf(
  { reading: { table } }: Judged,
  name: string,
  own: readonly Judgement[],
  readers: readonly boolean[],
  isBegun: (k: number) => boolean,
): QuantityOutcome {
  if (own.length === 0) {
    if (table.tracks.has(name)) return 'not judged';
    if (readers.length === 0) return 'missing';
    return readers.every(Boolean) ? 'wrong' : 'right';
  }
  const last = table.iterations - 1;
  const mayLack = (k: number): boolean => k === last && last > 0 && name.startsWith('∂');
  if (own.some(({ empty }) => empty.some((k) => !mayLack(k) && isBegun(k)))) return 'empty';
  // What shows no number because of another mistake is none of its own: the rows before it tell.
  const sum = (of: (judgement: Judgement) => number): number => own.reduce((total, each) => total + of(each), 0);
  const cells = sum((each) => each.judged);
  const isTold = cells > 0 && cells >= sum(({ unknown }) => unknown.length);
  return isTold && !own.some(({ coarse }) => coarse) ? 'right' : 'not judged';
}

/** Tells whether anything is computed in an iteration: the last row may hold new weights only. */
function beginnings({ reading: { table }, numbers, judgements }: Judged): (k: number) => boolean {
  const known = new Map<number, boolean>();
  const computed = judgements.filter(({ name }) => {
    const rule = table.expected.get(name);
    return rule?.kind === 'formula' && !rule.learned;
  });
  return (k) => {
    const begun = known.get(k) ?? computed.some(({ name }) => numbers.cell(name, k) !== undefined);
    known.set(k, begun);
    return begun;
  };
}

/** The only error of a network with one output and the sum of its errors are the same, and tables have one of them. */
function sameError({ topology: { errors, passes } }: Table, name: string): readonly string[] {
  const [only] = errors;
  if (only === undefined || errors.length > 1 || passes.length > 1) return [];
  return name === only.name ? [TOTAL_ERROR] : name === TOTAL_ERROR ? [only.name] : [];
}

/** Quantities without a column, each with those that were judged and in whose formulas it is computed. */
function readersOf({ reading: { table }, judgements }: Judged): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { name: reader, judged } of judgements) {
    if (judged === 0) continue;
    const within = new Set<string>();
    const visit = (of: string): void => {
      const rule = table.expected.get(of);
      const names =
        rule?.kind === 'running-mean'
          ? [rule.of]
          : rule?.kind === 'formula'
            ? symbolsIn(rule.formula).map(({ name }) => name)
            : [];
      for (const name of names) {
        if (table.tracks.has(name) || within.has(name)) continue;
        within.add(name);
        visit(name);
      }
    };
    visit(reader);
    for (const name of within) {
      const own = readers.get(name);
      if (own === undefined) readers.set(name, [reader]);
      else own.push(reader);
    }
  }
  return readers;
}
