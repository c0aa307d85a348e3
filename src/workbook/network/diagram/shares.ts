import type { Formula } from '../../../sheet/cell.ts';
import type { Book } from '../../book.ts';
import { rounded } from '../../numbers/written-number.ts';
import { diagramWords } from '../words.ts';
import type { DiagramNode } from './layout.ts';
import { type DiagramValue, diagramValue, reactionValue } from './values.ts';

/** Decimals of shares: more where all are small. */
const DECIMALS = 4;
const MORE_DECIMALS = 6;
const SMALL = 0.01;
const LARGE = 100_000;

/**
 * What ∂E/∂a of a unit is made of: a share for each path to the error, δ of the unit that it leads to times the weight of the link. Two
 * shares have room to be shown as numbers.
 */
export function sharesOf(book: Book, { layer, position }: DiagramNode): Formula | undefined {
  const next = book.topology.layers[layer + 1];
  if (next === undefined) return undefined;
  const paths = next.units.map(({ netInput, weights }) => ({ netInput, weight: weights[position]?.name ?? '' }));
  const [first, second] = paths;
  if (first === undefined) return undefined;
  if (second === undefined) return asText(diagramWords.share(first.netInput, first.weight));
  if (paths.length > 2) return asText(diagramWords.shares(paths.length));
  const [a, b] = [first, second].map(({ netInput, weight }) =>
    product(reactionValue(book, netInput), diagramValue(book, weight)),
  ) as [DiagramValue, DiagramValue];
  return twoShares(a, b, diagramWords.shares(paths.length));
}

/** A text that is shown as the number beside it is. */
export const asText = (text: string): Formula => ({ formula: `"${text}"`, value: text });

const product = (a: DiagramValue, b: DiagramValue): DiagramValue => ({
  formula: `${a.formula}*${b.formula}`,
  value: a.value * b.value,
});

/** Two shares as a sum: = 0.0569 − 0.0419. @param otherwise what stands where they have no room */
function twoShares(a: DiagramValue, b: DiagramValue, otherwise: string): Formula {
  const largest = `MAX(ABS(${a.formula}),ABS(${b.formula}))`;
  const decimals = `IF(${largest}<${SMALL},${MORE_DECIMALS},${DECIMALS})`;
  const size = ({ formula }: DiagramValue): string => `ROUND(ABS(${formula}),${decimals})`;
  // What shows as 0 has no sign: it may be what rounding leaves.
  const isNegative = ({ formula }: DiagramValue): string => `ROUND(${formula},${decimals})<0`;
  const sum = `"= "&IF(${isNegative(a)},"−","")&${size(a)}&IF(${isNegative(b)}," − "," + ")&${size(b)}`;
  return {
    formula: `IFERROR(IF(${largest}<${LARGE},${sum},"${otherwise}"),"${otherwise}")`,
    value: twoSharesText(a.value, b.value) ?? otherwise,
  };
}

function twoSharesText(a: number, b: number): string | undefined {
  const largest = Math.max(Math.abs(a), Math.abs(b));
  if (!(largest < LARGE)) return undefined;
  const decimals = largest < SMALL ? MORE_DECIMALS : DECIMALS;
  const [first, second] = [rounded(a, decimals), rounded(b, decimals)];
  return `= ${first < 0 ? '−' : ''}${Math.abs(first)}${second < 0 ? ' − ' : ' + '}${Math.abs(second)}`;
}
