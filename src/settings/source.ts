import type { Network } from '../network/network.ts';
import { parseNetwork } from '../network/parse.ts';
import { networkNames, networkTemplate } from '../network/ready-made.ts';
import type { NetworkSource } from '../network/source.ts';
import { initialValues, topologyOf } from '../quantities/topology.ts';
import { withInitialValues } from './initial-values.ts';

/** What stands for the file of a network that nothing is known of. */
const ANY_FILE = 'network.json';

/** How the command line comes to a network, as far as the network itself tells: by a ready-made one and initial values, or by a file. */
export function sourceOf(network: Network): NetworkSource {
  for (const name of networkNames()) {
    const base = parseNetwork(JSON.parse(networkTemplate(name)));
    const set = base.title === network.title ? valuesFrom(base, network) : undefined;
    if (set !== undefined) return { words: name, set };
  }
  return { words: ANY_FILE, set: [], file: ANY_FILE };
}

/** The names of the initial values that make one network of another; undefined where they differ in more than these and their training. */
function valuesFrom(base: Network, network: Network): readonly string[] | undefined {
  const [before, after] = [base, network].map((each) => initialValues(topologyOf(each)));
  const known = new Map(before?.map(({ name, value }) => [name, value]));
  const changed = new Map(
    after?.flatMap(({ name, value, path: [place] }) =>
      place !== 'iterations' && known.has(name) && known.get(name) !== value ? [[name, value] as const] : [],
    ),
  );
  const { learningRates, iterations } = network;
  const made = { ...withInitialValues(base, changed), learningRates, iterations };
  return sameData(made, network) ? [...changed.keys()] : undefined;
}

/** Whether two values are the same as JSON, whatever the order of their fields. */
function sameData(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a, b].map((each) => new Map(Object.entries(each).filter(([, value]) => value !== undefined)));
  return (
    left !== undefined &&
    right !== undefined &&
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && sameData(value, right.get(key)))
  );
}
