import { ofSample } from './name.ts';
import { PASS_ERROR, type Pass, type Topology } from './topology.ts';

/** The name of a quantity in a pass. */
export const inPass = (name: string, { mark }: Pass): string => (mark === undefined ? name : ofSample(name, mark));

/** The parts of a network that a pass has names of its own for. */
export type View = Pick<Topology, 'inputs' | 'targets' | 'errors' | 'layers'>;

/** A network as one of its passes names it, with the values that its sample has in the first iteration. */
export function viewOf(topology: Topology, pass: Pass): View {
  if (pass.sample === undefined) return topology;
  const here = (name: string): string => inPass(name, pass);
  const { inputs = [], targets = [] } =
    (pass.mark === pass.sample ? topology.samples : topology.tests)[pass.sample - 1] ?? {};
  return {
    inputs,
    targets,
    errors: topology.errors.map(({ name, target, output }) => ({
      name: here(name),
      target: here(target),
      output: here(output),
    })),
    layers: topology.layers.map((layer) => ({
      ...layer,
      units: layer.units.map((unit) => ({
        ...unit,
        netInput: here(unit.netInput),
        activation: here(unit.activation),
        weights: unit.weights.map((weight) => ({ ...weight, from: here(weight.from) })),
      })),
      biases: layer.biases.map((bias) => ({ ...bias, units: bias.units.map(here) })),
      ...(layer.largest === undefined ? {} : { largest: here(layer.largest) }),
    })),
  };
}

/** A network as its first pass, or its only one, names it. */
export function firstView(topology: Topology): View {
  const [first] = topology.passes;
  return first === undefined ? topology : viewOf(topology, first);
}

/** The names that a pass has of its own, to those without the sample. */
export function plainNames(topology: Topology, pass: Pass): ReadonlyMap<string, string> {
  const { inputs, targets, errors, layers } = topology;
  const names = [
    ...[...inputs, ...targets, ...errors].map(({ name }) => name),
    ...layers.flatMap(({ units, largest }) => [
      ...units.flatMap(({ netInput, activation }) => [netInput, activation]),
      ...(largest === undefined ? [] : [largest]),
    ]),
  ];
  const total: readonly (readonly [string, string])[] = pass.sample === undefined ? [] : [[pass.total, PASS_ERROR]];
  return new Map([...names.map((name) => [inPass(name, pass), name] as const), ...total]);
}
