import { keyOf } from '../../expression/symbols.ts';
import type { Expression } from '../../expression/tree.ts';
import { compiled, type NumberOf } from '../terms/compile.ts';
import type { TestPoint } from './search.ts';

/** Numbers drawn for every name, and what a formula gives with them. */
export function drawnPoints(tree: Expression): readonly TestPoint[] {
  const value = compiled(tree);
  return [1, 2, 3].map((seed) => {
    const numberOf: NumberOf = (name, row) => drawn(keyOf({ name, row }), seed);
    const wanted = value(numberOf);
    return { numberOf, wanted, allowed: 1e-9 * Math.abs(wanted) + 1e-15 };
  });
}

/** A number between 0.1 and 0.9 that is always the same for a name and a seed. */
function drawn(name: string, seed: number): number {
  let hash = 2_166_136_261 ^ (seed * 7_919);
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return 0.1 + 0.8 * (((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32);
}
