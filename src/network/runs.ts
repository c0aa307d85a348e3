import { withDrawnWeights } from './drawn-weights.ts';
import { inputError } from './input-error.ts';
import { LONGEST_TITLE } from './limits.ts';
import type { Network } from './network.ts';
import { inQuotes } from './path-text.ts';
import { fileOfRun } from './run-file.ts';

/** One of the trainings that a network compares, each with a sheet of its own. */
export interface ComparedNetwork {
  /** What it is called where something other than the learning rate differs; undefined where that is all. */
  readonly name: string | undefined;
  /** All of it: with a single learning rate, and without runs. */
  readonly network: Network;
}

/**
 * The trainings that a network compares, in order: its runs, or one with each of its learning rates.
 *
 * @example
 * const names = comparedNetworks(network).map(({ name, network }) => name ?? `η = ${network.learningRates[0]}`);
 */
export function comparedNetworks(network: Network): readonly ComparedNetwork[] {
  const { runs, ...single } = network;
  return (
    runs?.map((run) => ({ name: run.name, network: withDrawnWeights(fileOfRun(network, run)) })) ??
    network.learningRates.map((rate) => ({ name: undefined, network: { ...single, learningRates: [rate] } }))
  );
}

/**
 * A network with one of its runs alone, whose name its title then ends with; itself where it has none.
 *
 * @param name of the run; the first unless given
 * @throws InputError when it has no run of that name
 * @example
 * const first = singleRun(network);
 */
export function singleRun(network: Network, name?: string): Network {
  const { runs } = network;
  if (runs === undefined) {
    if (name !== undefined)
      throw inputError('the network has no runs with names; its learning rates are what it compares.', 'run');
    return network;
  }
  const names = runs.map((run) => run.name);
  const found = name === undefined ? 0 : names.indexOf(name);
  if (found === -1)
    throw inputError(
      `must be ${names.map((each) => inQuotes(each)).join(' or ')}, not ${inQuotes(name ?? '')}.`,
      'run',
    );
  const [own] = comparedNetworks({ ...network, runs: runs.slice(found, found + 1) });
  const title = `${network.title}: ${own?.name}`;
  return { ...(own?.network ?? network), ...(title.length > LONGEST_TITLE ? {} : { title }) };
}
