import { type Fault, InputError } from './input-error.ts';
import type { Network } from './network.ts';
import { nearest, parseNetwork } from './parse.ts';
import { initialValues, topologyOf } from './topology.ts';

/** A network with other initial values: names as in class (`i1`, `t2`, `w5`) to numbers. Unknown names and non-finite numbers are faults. */
export function withInitialValues(network: Network, values: ReadonlyMap<string, number>): Network {
  const names = initialValues(topologyOf(network)).map((initial) => initial.name);
  const faults: Fault[] = [];
  for (const [name, value] of values) {
    if (!names.includes(name)) faults.push({ path: '--set', message: unknownName(name, names) });
    else if (!Number.isFinite(value)) faults.push({ path: '--set', message: `${name} must be a finite number.` });
  }
  if (faults.length > 0) throw new InputError(faults);

  const pick = (name: string, value: number): number => values.get(name) ?? value;
  let count = 0;
  return {
    ...network,
    samples: network.samples.map((sample) => ({
      inputs: sample.inputs.map((value, k) => pick(`i${k + 1}`, value)),
      targets: sample.targets.map((value, k) => pick(`t${k + 1}`, value)),
    })),
    layers: network.layers.map((layer) => ({
      ...layer,
      weights: layer.weights.map((row) => row.map((value) => pick(`w${++count}`, value))),
    })),
  };
}

function unknownName(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const listed = names.length <= 40 ? names.join(' ') : `${names.slice(0, 40).join(' ')} … ${names.at(-1)}`;
  return `the network has no initial value "${name}"${near ? `; did you mean "${near}"?` : '.'} It has: ${listed}`;
}

/** Settings of the training that may stand in for those of the network file. */
export interface Settings {
  readonly learningRates?: readonly number[] | undefined;
  readonly iterations?: number | undefined;
}

/** A network with other settings, checked as a network file is; faults name the flag. */
export function withSettings(network: Network, { learningRates, iterations }: Settings): Network {
  try {
    return parseNetwork({
      ...network,
      ...(learningRates === undefined ? {} : { learningRates }),
      ...(iterations === undefined ? {} : { iterations }),
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.faults.map((fault) => ({ ...fault, path: flagOf(fault.path) })));
  }
}

function flagOf(path: string): string {
  return path.replace(/^learningRates(\[\d+\])?$/, '--learning-rates').replace(/^iterations$/, '--iterations');
}
