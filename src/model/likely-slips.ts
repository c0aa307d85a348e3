import { differences, equal } from '../expression/differences.ts';
import { expanded, flat, mapSymbols, partsOf, sizeOf, withParts } from '../expression/rewrite.ts';
import { slipsAt } from '../expression/slips.ts';
import { distinctSymbols, symbolsIn } from '../expression/symbols.ts';
import { type Expression, type Mention, negation, number, product, quotient, symbol } from '../expression/tree.ts';
import { type Column, ruleFormula } from './column.ts';
import type { Mistaken } from './mistaken.ts';
import { slipWords } from './slip-words.ts';

/** A wrong formula that learners are likely to write, and what is wrong with it. */
export interface LikelySlip {
  readonly formula: Expression;
  readonly words: string;
}

/** Slips of names that come before all others. */
const MOST_NAMED = 24;

/** Parts of a formula whose slips are looked for, at most: what is longer nobody writes in one go. */
const MOST_PARTS = 120;

/**
 * The slips that are likeliest in the formula of a column, the likeliest first: in the formula itself, and in what a learner writes who
 * skips chain factors.
 *
 * @param skipped gives the columns that may be skipped, by name
 * @param most how many slips at most
 */
export function likelySlips(
  { rule }: Column,
  mistaken: Mistaken,
  skipped: (name: string) => Column | undefined,
  most: number,
): readonly LikelySlip[] {
  const formula = ruleFormula(rule);
  if (formula === undefined) return [];
  const own = plain(formula);
  const whole = expanded(formula, (name) => {
    const column = skipped(name);
    return column && ruleFormula(column.rule);
  });
  const inOneGo = whole === undefined || equal(whole, own) || sizeOf(whole) > MOST_PARTS ? [] : [whole];
  const trees = [...(sizeOf(own) > MOST_PARTS ? [] : [own]), ...inOneGo];
  const found = new Map<string, LikelySlip>();
  for (const [k, tree] of trees.entries()) {
    // What the formula itself leaves of the room is for the longer one.
    const room = k < trees.length - 1 ? Math.ceil(most / 2) : most;
    for (const slip of slipsOf(tree, mistaken, rule.kind === 'learned')) {
      if (found.size >= room) break;
      const key = JSON.stringify(slip.formula);
      if (!found.has(key) && !trees.some((each) => equal(each, slip.formula))) found.set(key, slip);
    }
  }
  return [...found.values()];
}

/** With functions of a symbol written out, and products of products as one. */
const plain = (tree: Expression): Expression => flat(mapSymbols(tree, (mention) => mention));

function* slipsOf(right: Expression, mistaken: Mistaken, learned: boolean): Generator<LikelySlip> {
  const names = [...named(right, mistaken)];
  yield* names.slice(0, MOST_NAMED);
  yield { formula: negation(right), words: slipWords.sign };
  yield* structural(right);
  yield* names.slice(MOST_NAMED);
  const moving = distinctSymbols(right).filter(({ name, row }) => row === 0 && mistaken.moving.has(name));
  for (const { name } of moving) yield* otherRows(right, name, learned);
  yield* repeated(right, mistaken);
  // A weight is nearly all old weight.
  if (learned) return;
  yield { formula: product(number(2), right), words: slipWords.doubled };
  yield { formula: quotient(right, number(2)), words: slipWords.halved };
}

const inPlace = (right: Expression, formula: Expression): LikelySlip => ({
  formula,
  words: slipWords.inPlace(differences(formula, right)),
});

/** Names for names, everywhere: several together, each by itself, and two exchanged. */
function* named(right: Expression, { one, together }: Mistaken): Generator<LikelySlip> {
  const mentions = distinctSymbols(right);
  const names = new Set(mentions.map(({ name }) => name));
  const by = (changes: ReadonlyMap<string, string>): LikelySlip =>
    inPlace(
      right,
      mapSymbols(right, (mention) => ({ ...mention, name: changes.get(mention.name) ?? mention.name })),
    );
  for (const changes of together)
    if ([...changes.keys()].filter((name) => names.has(name)).length > 1) yield by(changes);
  const others = [...names].map((name) => ({ name, others: one.get(name) ?? [] }));
  const most = Math.max(0, ...others.map((each) => each.others.length));
  for (let k = 0; k < most; k++)
    for (const each of others) {
      const other = each.others[k];
      if (other === undefined) continue;
      yield by(new Map([[each.name, other]]));
      if (names.has(other) && each.name < other)
        yield by(
          new Map([
            [each.name, other],
            [other, each.name],
          ]),
        );
    }
}

/** A factor or a term left out, another sign, lost parentheses, at every place. */
function* structural(right: Expression): Generator<LikelySlip> {
  for (const { part, whole } of places(right)) {
    if (part.kind === 'symbol' || part.kind === 'number') continue;
    for (const { tree, slip } of slipsAt(part, () => [])) {
      const words = slip && slipWords.structural(part, slip);
      if (words !== undefined) yield { formula: whole(tree), words };
    }
  }
}

/** One of several mentions of a name taken for something else. */
function* repeated(right: Expression, { one }: Mistaken): Generator<LikelySlip> {
  const counts = new Map<string, number>();
  for (const { name } of symbolsIn(right)) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { part, whole } of places(right)) {
    if (part.kind !== 'symbol' || (counts.get(part.name) ?? 0) < 2) continue;
    for (const name of (one.get(part.name) ?? []).slice(0, 2)) yield inPlace(right, whole({ ...part, name }));
  }
}

/** A number of another row: of the row itself where that of the row above belongs, or one whose address does not go down with the rows. */
function* otherRows(right: Expression, name: string, learned: boolean): Generator<LikelySlip> {
  if (learned) yield { formula: replaced(right, name, symbol(name, 1)), words: slipWords.sameRow(name) };
  const first = symbol(name, { k: 1, words: slipWords.firstRow });
  yield { formula: replaced(right, name, first), words: slipWords.anchored(name) };
}

const replaced = (tree: Expression, name: string, by: Mention): Expression =>
  mapSymbols(tree, (mention) => (mention.name === name && mention.row === 0 ? by : mention));

/** Every part of a formula, and how the whole is with another one in its place. */
function* places(
  part: Expression,
  whole: (other: Expression) => Expression = (other) => other,
): Generator<{ readonly part: Expression; readonly whole: (other: Expression) => Expression }> {
  yield { part, whole };
  const parts = partsOf(part);
  for (const [k, own] of parts.entries()) yield* places(own, (other) => whole(withParts(part, parts.with(k, other))));
}
