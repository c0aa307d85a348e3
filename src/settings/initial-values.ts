import { type Fault, InputError, withPaths } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import type { Network } from '../network/network.ts';
import { parseNetwork } from '../network/parse.ts';
import { inQuotes, pathText } from '../network/path-text.ts';
import type { Named, Path } from '../quantities/layer.ts';
import { initialValues, topologyOf } from '../quantities/topology.ts';

/**
 * A network with other initial values: names as in class (`i1`, `t2`, `w5`) to numbers; settings can also be called by their field in
 * the network file (`momentum`).
 *
 * @throws InputError with every name that is unknown, and every number that cannot be, which the faults call by its name here
 * @example
 * const other = withInitialValues(network, new Map([['w5', 0.3], ['t1', 0.5]]));
 */
export function withInitialValues(network: Network, values: ReadonlyMap<string, number>): Network {
  const initial = initialValues(topologyOf(network));
  const faults: Fault[] = [];
  const names = new Map<string, string>();
  let changed: unknown = network;
  for (const [name, value] of values) {
    const found = initial.find((each) => each.name === name) ?? initial.find((each) => fieldOf(each) === name);
    if (found === undefined) faults.push({ path: '', message: unknownName(name, initial) });
    else if (!Number.isFinite(value)) faults.push({ path: '', message: `${name} must be a finite number.` });
    else {
      changed = withValueAt(changed, found.path, value);
      names.set(pathText(found.path), name);
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return withPaths(
    () => parseNetwork(changed),
    (path) => names.get(path) ?? path,
  );
}

/** The field of the network file that holds a setting of the optimizer. */
function fieldOf({ path: [place, field] }: Named): string | undefined {
  return place === 'optimizer' && field !== undefined ? String(field) : undefined;
}

/** A value with another number at a place. */
function withValueAt(value: unknown, [key, ...rest]: Path, number: number): unknown {
  if (key === undefined) return number;
  if (Array.isArray(value))
    return value.map((each: unknown, k) => (k === key ? withValueAt(each, rest, number) : each));
  const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withValueAt(fields[key], rest, number) };
}

/** Names up to which a message lists them all. */
const MOST_LISTED = 30;

function unknownName(name: string, initial: readonly Named[]): string {
  const names = initial.map((each) => each.name);
  const near =
    names.find((each) => each.startsWith(`${name}@`)) ??
    nearest(name, [...names, ...initial.flatMap((each) => fieldOf(each) ?? [])]);
  const listed =
    names.length <= MOST_LISTED
      ? `It has: ${names.join(' ')}`
      : `It has ${names.length} of them, from ${names[0]} to ${names.at(-1)}.`;
  return `the network has no initial value ${inQuotes(name)}${near ? `; did you mean "${near}"?` : '.'} ${listed}`;
}
