import { NETWORKS } from './compiled-networks.ts';

/** In what order the ready-made networks are best met. */
const teachingOrder: readonly string[] = [
  'class',
  'era',
  'eva6',
  'mazur',
  'mazur-trained',
  'deep',
  'overshoot',
  'xor',
  'xor-in-turn',
  'three-classes',
  'optimizers',
  'initial-weights',
  'vanishing',
];

const texts: ReadonlyMap<string, string> = new Map(Object.entries(NETWORKS));

/**
 * The names of the ready-made networks: the class network first, those without a place in the order last.
 *
 * @example
 * console.log(networkNames()); // ['class', 'era', …]
 */
export function networkNames(): readonly string[] {
  const others = [...texts.keys()].filter((name) => !teachingOrder.includes(name)).sort();
  return [...teachingOrder.filter((name) => texts.has(name)), ...others];
}

/**
 * The text of a ready-made network: a network file in JSON, to be parsed and given to `parseNetwork`.
 *
 * @param name one of `networkNames`
 * @throws RangeError when there is none of this name
 * @example
 * const xor = parseNetwork(JSON.parse(networkTemplate('xor')));
 */
export function networkTemplate(name: string): string {
  const text = texts.get(name);
  if (text === undefined) throw new RangeError(`There is no ready-made network ${name}.`);
  return text;
}
