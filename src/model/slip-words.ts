import type { Mismatch } from '../expression/differences.ts';
import type { Mutant } from '../expression/slips.ts';
import { formulaText } from '../expression/text.ts';
import type { Expression } from '../expression/tree.ts';

const listed = (texts: readonly string[]): string => {
  const each = [...new Set(texts)];
  return each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
};

/** A part of a formula within a sentence: what is added up in parentheses. */
const inSentence = (part: Expression): string => (part.kind === 'sum' ? `(${formulaText(part)})` : formulaText(part));

/** What is wrong with a formula, as the end of a sentence that begins with the cell. */
export const slipWords = {
  sign: 'the other sign',
  doubled: 'twice as much',
  halved: 'half as much',
  firstRow: 'of the first row',
  /** What stands where, from the parts in which two formulas differ. */
  inPlace: (pairs: readonly Mismatch[]): string => {
    const [used, right] = [
      listed(pairs.map((pair) => inSentence(pair.used))),
      listed(pairs.map((pair) => inSentence(pair.right))),
    ];
    return right.includes(' and ') ? `${used} where ${right} belong` : `${used} where ${right} belongs`;
  },
  sameRow: (name: string): string => `${name} of the row itself where that of the row above belongs`,
  anchored: (name: string): string => `always ${name} of the first row, where that of each row belongs`,
  /** What a slip makes of a part of a formula; undefined for slips that are not likely. */
  structural: (within: Expression, { kind, part }: NonNullable<Mutant['slip']>): string | undefined => {
    switch (kind) {
      case 'left out':
        return leftOut(within, part);
      case 'sign':
        return `the other sign before ${inSentence(part.kind === 'negation' ? part.of : part)}`;
      case 'parentheses':
        return `no parentheses around ${formulaText(part)}`;
      default:
        return undefined;
    }
  },
} as const;

function leftOut(within: Expression, part: Expression): string {
  switch (within.kind) {
    case 'product':
      return `not times ${inSentence(part)}`;
    case 'quotient':
      return `not divided by ${inSentence(part)}`;
    case 'power':
      return part.kind === 'number' && part.value === 2
        ? `${inSentence(within.base)} not squared`
        : `not to the power of ${inSentence(part)}`;
    default:
      return `without ${inSentence(part.kind === 'negation' ? part.of : part)}`;
  }
}
