import { addressOf } from '../file/address.ts';
import type { Finding } from '../finding.ts';
import type { Judgement, Wrong } from '../judge/judge.ts';
import type { Judged } from '../judge/table.ts';
import { correctionOf } from './correction.ts';
import { diagnose, means } from './diagnose.ts';
import type { Known } from './diagnosis.ts';
import { effectOf } from './effect.ts';
import { failuresIn } from './failures.ts';
import { notUpdated } from './not-updated.ts';
import { pastedNotes } from './pasted.ts';
import { slidingIn } from './sliding.ts';
import { inSymbols } from './wording.ts';

/** Findings of a table that are explained; of more, the first cells alone would tell too much. */
const MAX_FINDINGS = 60;

/** A finding, and what tells whether two are the same mistake. */
export interface Told {
  readonly finding: Finding;
  readonly cause: string;
}

/** What is wrong in a table, each mistake once. @param diagnosed what was found in other tables */
export function findingsIn(judged: Judged, diagnosed: Known): readonly Told[] {
  const { judgements } = judged;
  const updates = notUpdated(judged);
  const known = new Set(updates.flatMap(({ quantities }) => quantities));
  const groups = judgements
    .filter(({ name }) => !known.has(name))
    .flatMap((judgement) => groupsOf(judged, judgement).map((wrong) => ({ judgement, wrong })));
  return [
    ...failuresIn(judged).map(alone),
    ...updates.map(({ finding }) => alone(finding)),
    ...groups
      .slice(0, MAX_FINDINGS)
      .map(({ judgement, wrong }) => withPlainStep(toldOf(judged, diagnosed, judgement, wrong))),
    ...pastedNotes(judged, known).map(alone),
  ];
}

/** Steps that stand beside the weights that they led to are called as the learner calls them. */
function withPlainStep({ finding, cause }: Told): Told {
  const plain = (text: string): string => text.replaceAll('last Δ', 'Δ');
  const { quantity, message } = finding;
  return {
    finding: { ...finding, ...(quantity === undefined ? {} : { quantity: plain(quantity) }), message: plain(message) },
    cause,
  };
}

/** A finding that is the same mistake only where every word is the same. */
const alone = (finding: Finding): Told => ({ finding, cause: `${finding.quantity ?? ''} ${finding.message}` });

/** The wrong cells of a quantity, those with the same formula together. */
function groupsOf(judged: Judged, { name, formula, wrong, doubtful }: Judgement): readonly (readonly Wrong[])[] {
  const { reading, numbers } = judged;
  const patternAt = (k: number): string => {
    const cell = numbers.cell(name, k);
    return cell === undefined ? '' : (reading.grid.pattern(cell) ?? '');
  };
  const groups = new Map<string, Wrong[]>();
  for (const each of wrong) addTo(groups, patternAt(each.k), each);
  const suspects = new Map<string, number[]>();
  for (const k of doubtful) {
    const pattern = patternAt(k);
    if (pattern !== '') addTo(suspects, pattern, k);
  }
  for (const [pattern, iterations] of suspects) {
    const [first = 0] = iterations;
    const cell = numbers.cell(name, first);
    // Too near to tell by the numbers: the formula itself decides.
    if (!groups.has(pattern) && (cell === undefined || means(reading, cell, first, formula) !== false)) continue;
    const since = groups.get(pattern)?.[0]?.k ?? 0;
    const more = iterations
      .filter((k) => k >= since)
      .map((k): Wrong => ({ k, actual: numbers.at(name, k), expected: numbers.at(name, k) }));
    groups.set(
      pattern,
      [...(groups.get(pattern) ?? []), ...more].sort((a, b) => a.k - b.k),
    );
  }
  return [...groups.values()];
}

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function toldOf(
  judged: Judged,
  diagnosed: Known,
  { name, formula, judged: count }: Judgement,
  wrong: readonly Wrong[],
): Told {
  const { reading, numbers } = judged;
  const { table } = reading;
  const [first] = wrong;
  const site = first === undefined ? undefined : table.tracks.get(name)?.sites[first.k];
  if (first === undefined || site === undefined) throw new RangeError('A group of wrong cells has a first one.');
  const cell = numbers.cell(name, first.k);
  const isNumber = cell?.formula === undefined;
  const place = {
    mistake: true,
    sheet: site.sheet,
    quantity: name,
    cell: addressOf(site),
    count: wrong.length,
    value: { actual: Number.isFinite(first.actual) ? first.actual : null, expected: first.expected },
    correction: correctionOf(reading, numbers, formula, name, first.k),
  };
  const told = (rest: Pick<Finding, 'kind' | 'named' | 'message'>, cause: string): Told => ({
    finding: { ...place, ...rest },
    cause,
  });
  if (table.expected.get(name)?.kind === 'given')
    return told(
      {
        kind: 'wrong',
        named: true,
        message: `${name} changes from row to row; it is given and should stay what it is in the first row.`,
      },
      'given changes',
    );
  if (isNumber && wrong.length < 3)
    return told(
      {
        kind: 'wrong-number',
        named: true,
        message: `${name} holds a typed number that is wrong; its formula is ${inSymbols(formula)}.`,
      },
      // A row of weights, say, that somebody typed again.
      `typed ${kindOf(name)} ${wrong.map(({ k }) => k).join(' ')}`,
    );
  const sliding = cell === undefined ? undefined : slidingIn(reading, cell, name, first.k, formula);
  if (sliding !== undefined) return told({ kind: 'wrong', named: true, message: `${name} ${sliding}.` }, 'sliding');
  const { words, cause, named, used } = diagnose(diagnosed, reading, numbers, name, formula, wrong);
  const effect =
    used === undefined || wrong.length * 4 < count ? undefined : effectOf(reading.budget, numbers, name, used, first.k);
  const finding: Finding = {
    ...place,
    kind: isNumber ? 'wrong-number' : 'wrong',
    named,
    message: `${name} ${words}.`,
    formula: { used: used === undefined ? undefined : inSymbols(used), right: inSymbols(formula) },
    ...(effect === undefined ? {} : { effect }),
  };
  return { finding, cause: `${kindOf(name)} ${isNumber} ${cause}` };
}

/** Quantities of a kind may share one slip. */
const kindOf = (name: string): string => name.replace(/\d+/g, '');
