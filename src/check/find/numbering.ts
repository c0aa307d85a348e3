import { mostOf } from '../most.ts';
import { isTrained } from './names.ts';

/** New names by old ones; a name that is not among them stays. */
export type Renaming = (name: string) => string;

const PREFIX = /^(?:new |Δ|−?∂E\/∂)?/u;

/** The weight or bias that a name is of, such as `v12` of `∂E/∂v12`; undefined where it is of something else. */
function partOf(name: string): string | undefined {
  const part = name.replace(PREFIX, '');
  return isTrained(part) ? part : undefined;
}

/**
 * How weights that are named by what they join, such as w11 … v22, and biases such as b_h1 are numbered through as in class: by layer,
 * then by unit, then by what feeds the unit. Whether the unit or what feeds it comes first in w12 the names do not tell; where both
 * fit, both are given.
 *
 * @returns at least one renaming, the likelier first
 */
export function numberings(names: Iterable<string>): readonly Renaming[] {
  const parts = [...new Set([...names].flatMap((name) => partOf(name) ?? []))];
  const biases = biasNumbers(parts.filter((part) => part.startsWith('b')));
  const weights = parts.filter((part) => !part.startsWith('b'));
  const byJoin = weights.includes('w1') ? [] : joinNumbers(weights);
  return (byJoin.length === 0 ? [new Map<string, string>()] : byJoin).map((numbers) => {
    const all = new Map([...numbers, ...biases]);
    return (name) => {
      const part = partOf(name);
      const renamed = part === undefined ? undefined : all.get(part);
      return part === undefined || renamed === undefined ? name : name.slice(0, name.length - part.length) + renamed;
    };
  });
}

interface Join {
  readonly part: string;
  readonly layer: string;
  readonly a: number;
  readonly b: number;
}

/** Letters that stand for the weights of the output layer. */
const OUTPUT = /^(?:v|u|wo|who)$/;

function joinOf(part: string): Join | undefined {
  const found = /^([a-z]+)(?:(\d)_)?(\d)_?(\d)$/.exec(part);
  if (found === null) return undefined;
  const [, letters = '', layer = '', a, b] = found;
  return { part, layer: `${OUTPUT.test(letters) ? 1 : 0}${layer} ${letters}`, a: Number(a), b: Number(b) };
}

/** Numbers of weights by the two orders that their digits may have. */
function joinNumbers(weights: readonly string[]): readonly ReadonlyMap<string, string>[] {
  const joins = weights.flatMap((part) => joinOf(part) ?? []);
  if (joins.length < weights.length || joins.length === 0) return [];
  const layers = [...new Set(joins.map(({ layer }) => layer))].sort();
  return [(join: Join) => [join.a, join.b] as const, (join: Join) => [join.b, join.a] as const].flatMap((order) => {
    const numbers = new Map<string, string>();
    let before: number | undefined;
    for (const layer of layers) {
      const own = joins.filter((join) => join.layer === layer);
      const units = mostOf(own.map((join) => order(join)[0]));
      const fed = mostOf(own.map((join) => order(join)[1]));
      if (units * fed !== own.length || (before !== undefined && before !== fed)) return [];
      const base = numbers.size;
      for (const join of own) {
        const [unit, from] = order(join);
        if (unit < 1 || from < 1) return [];
        numbers.set(join.part, `w${base + (unit - 1) * fed + from}`);
      }
      if (new Set(numbers.values()).size !== numbers.size) return [];
      before = units;
    }
    return [numbers];
  });
}

/** Numbers of biases that are named by their units or layers. */
function biasNumbers(biases: readonly string[]): ReadonlyMap<string, string> {
  const ofHidden = biases.filter((part) => part.startsWith('b_h')).sort();
  const ofOutput = biases.filter((part) => part.startsWith('b_o')).sort();
  return new Map([...ofHidden, ...ofOutput].map((part, k) => [part, `b${k + 1}`]));
}
