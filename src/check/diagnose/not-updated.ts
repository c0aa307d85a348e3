import { addressOf } from '../file/address.ts';
import type { Cell } from '../file/sheet.ts';
import type { Finding } from '../finding.ts';
import { leavesOf } from '../formula/leaves.ts';
import { firstJudged, type Judgement } from '../judge/judge.ts';
import type { Judged } from '../judge/table.ts';
import { correctionOf } from './correction.ts';
import { inSymbols } from './wording.ts';

/** Weights that do not learn from their gradients, and of which quantities that is told. */
export interface NotUpdated {
  readonly finding: Finding;
  readonly quantities: readonly string[];
}

/**
 * Weights that stay what they are, that are typed again in every row of a table that computes the rest, or whose formulas read nothing:
 * one mistake for all of them.
 */
export function notUpdated(judged: Judged): readonly NotUpdated[] {
  const { reading, following, judgements } = judged;
  const { table } = reading;
  const ofFormula = (name: string): boolean => table.expected.get(name)?.kind === 'formula';
  const isLearned = (name: string): boolean => {
    const rule = table.expected.get(name);
    return rule?.kind === 'formula' && rule.learned;
  };
  const stay: readonly [string, string] = ['stays what it is', 'stay what they are'];
  const missing = 'in every row; − η · ∂E/∂w is missing';
  if (following === 'not-updated') return one(judged, [...table.tracks.keys()].filter(isLearned), missing, stay);
  // Where there are columns of new weights, those are the updates, and the weights only go on with them.
  const news = judgements.filter(({ name }) => name.startsWith('new '));
  const updates = news.length > 0 ? news : judgements.filter(({ name }) => isLearned(name));
  if (news.length > 1 && news.every((update) => isOld(judged, update)))
    return one(
      judged,
      news.map(({ name }) => name),
      missing,
      stay,
    );
  const computes = judgements.some(
    ({ name, judged: count, pasted, wrong }) =>
      !updates.some((update) => update.name === name) && ofFormula(name) && count > pasted.length + wrong.length,
  );
  const typed = updates.filter((update) => computes && isTyped(judged, update));
  const blind = updates.filter((update) => readsNothing(judged, update));
  return [
    ...(typed.length * 2 > updates.length
      ? one(
          judged,
          typed.map(({ name }) => name),
          'again in every row instead of being computed from the weights before and the gradients',
          ['is typed', 'are typed'],
        )
      : []),
    ...one(
      judged,
      blind.map(({ name }) => name),
      'that read no cell, so that nothing follows when a value changes',
      ['has formulas', 'have formulas'],
    ),
  ];
}

const listed = (names: readonly string[]): string =>
  names.length > 2 ? `${names[0]} … ${names.at(-1)}` : names.join(' and ');

function one(
  { reading, numbers }: Judged,
  names: readonly string[],
  what: string,
  [verb, verbs]: readonly [string, string],
): readonly NotUpdated[] {
  const { table } = reading;
  const [name] = names;
  const rule = name === undefined ? undefined : table.expected.get(name);
  if (name === undefined || rule?.kind !== 'formula') return [];
  const start = firstJudged(rule);
  const site = table.tracks.get(name)?.sites[start];
  if (site === undefined) return [];
  const cells = names.reduce((total, each) => total + (table.tracks.get(each)?.sites.length ?? start) - start, 0);
  const finding: Finding = {
    kind: 'not-updated',
    mistake: true,
    named: true,
    sheet: site.sheet,
    quantity: name,
    cell: addressOf(site),
    count: cells,
    message: `${listed(names)} ${names.length === 1 ? verb : verbs} ${what}; ${name} should be ${inSymbols(rule.formula)}.`,
    correction: correctionOf(reading, numbers, rule.formula, name, start),
  };
  return [{ finding, quantities: names }];
}

/** The cells of an update that were judged. */
function cellsOf({ reading, numbers }: Judged, { name }: Judgement): readonly (Cell | undefined)[] {
  const rule = reading.table.expected.get(name);
  const start = rule === undefined ? 0 : firstJudged(rule);
  const sites = reading.table.tracks.get(name)?.sites.slice(start) ?? [];
  return sites.map((_, k) => numbers.cell(name, start + k));
}

/** Whether every cell of an update holds a typed number. */
function isTyped(judged: Judged, update: Judgement): boolean {
  const cells = cellsOf(judged, update);
  return cells.length > 0 && cells.every((cell) => typeof cell?.value === 'number' && cell.formula === undefined);
}

/** Whether every cell of an update holds a formula of numbers alone. */
function readsNothing(judged: Judged, update: Judgement): boolean {
  const cells = cellsOf(judged, update);
  return (
    cells.length > 0 &&
    cells.every((cell) => cell?.formula !== undefined && leavesOf(judged.reading.grid, cell).length === 0)
  );
}

/** Whether a new weight is the old one in every row. */
function isOld({ numbers }: Judged, { name, judged: count, wrong }: Judgement): boolean {
  const old = name.replace(/^new /, '');
  return count > 0 && wrong.length > 0 && wrong.every(({ k, actual }) => actual === numbers.at(old, k));
}
