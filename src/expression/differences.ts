import { partsOf } from './rewrite.ts';
import { type Expression, product } from './tree.ts';

/** A part of a formula that was used, and the one that is right in its place. */
export interface Mismatch {
  readonly used: Expression;
  readonly right: Expression;
}

/** Whether two formulas are written the same way. */
export const equal = (a: Expression, b: Expression): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The smallest parts in which two formulas of the same shape differ; of different shapes, the whole of both. */
export function differences(used: Expression, right: Expression): readonly Mismatch[] {
  if (equal(used, right)) return [];
  const [a, b] = [partsOf(used), partsOf(right)];
  if (used.kind !== right.kind || a.length !== b.length || a.length === 0) return [{ used, right }];
  const changed = a.flatMap((part, k) => {
    const other = b[k];
    return other === undefined || equal(part, other) ? [] : [{ used: part, right: other }];
  });
  if (used.kind === 'product' && changed.length > 1)
    return [
      { used: product(...changed.map((pair) => pair.used)), right: product(...changed.map((pair) => pair.right)) },
    ];
  return changed.flatMap((pair) => differences(pair.used, pair.right));
}
