import { differences, equal } from '../../expression/differences.ts';
import type { Mutant } from '../../expression/slips.ts';
import { formulaText, textNotation } from '../../expression/text.ts';
import type { Expression } from '../../expression/tree.ts';
import { LEARNING_RATE } from '../../quantities/topology.ts';
import { spoken } from '../terms/symbols.ts';

/** A formula as people read it. */
export const inSymbols = (tree: Expression): string =>
  formulaText(tree, {
    ...textNotation,
    symbol: spoken,
  });

const listed = (texts: readonly string[]): string => {
  const each = [...new Set(texts)];
  return each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
};

/** A slip as the end of a sentence that begins with the quantity: "uses a_h1; it should use a_h2". */
export function slipInWords(right: Expression, { tree, slip }: Mutant): string {
  const whole = inSymbols(right);
  switch (slip?.kind) {
    case 'left out':
      return `leaves out ${inSymbols(slip.part)}; it should be ${whole}`;
    case 'twice':
      return `has ${inSymbols(slip.part)} once too often; it should be ${whole}`;
    case 'sign':
      return `has the wrong sign${equal(slip.part, right) ? '' : ` before ${inSymbols(slip.part)}`}; it should be ${whole}`;
    case 'parentheses':
      return `lacks the parentheses around ${inSymbols(slip.part)}; it should be ${whole}`;
    case 'doubled':
      return `has a factor 2 too many; it should be ${whole}`;
    case 'halved':
      return `is half of what it should be; it should be ${whole}`;
    case undefined: {
      const pairs = differences(tree, right);
      return `uses ${listed(pairs.map((pair) => inSymbols(pair.used)))}; it should use ${listed(pairs.map((pair) => inSymbols(pair.right)))}`;
    }
  }
}

/** What a slip is, whatever the whole formula. */
export function causeOf(right: Expression, mutant: Mutant): string {
  const { slip } = mutant;
  if (slip === undefined) return slipInWords(right, mutant);
  if (slip.kind === 'doubled' || slip.kind === 'halved') return slip.kind;
  if (slip.kind === 'sign' && equal(slip.part, right)) return slip.kind;
  const part = inSymbols(slip.part);
  // The steps of all weights differ by their numbers only.
  return `${slip.kind} ${part.includes(LEARNING_RATE) ? part.replace(/\d+/g, '#') : part}`;
}
