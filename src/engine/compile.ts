import { TEST_ERROR } from '../quantities/classes.ts';
import type { Named } from '../quantities/layer.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { quantityName } from '../quantities/quantity.ts';
import { initialValues, type Pass, TOTAL_ERROR, type Topology } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import { recordedActivations } from './activations.ts';
import { recordedLosses } from './losses.ts';
import type { BackwardSweep, Noise } from './sweep.ts';
import { type Recorder, recordTape } from './tape.ts';

/** A network as a tape: set its inputs, targets, weights, biases and settings, run it, read any quantity where it stands. */
export interface Machine {
  /** One forward pass, and one backward pass for each error that gradients are asked of. */
  run(): void;
  /** The numbers of the last run, which stay when others follow: reads the value of what is named so. */
  values(): (name: string) => number;
  /** Computes the other derivatives that are asked for, from the numbers of the last run. */
  derive(): void;
  /**
   * Asks for a quantity: where it stands after `run`, or after `derive` where it is a derivative of anything but an error. What is given,
   * such as a weight, is set there. What has to be computed for it is computed by the next `run` and `derive`.
   *
   * @throws RangeError when the network has none of that name
   */
  place(quantity: Quantity): TapePlace;
}

/** Where a number stands. */
export interface TapePlace {
  readonly array: Float64Array;
  readonly index: number;
}

/** The number at a place. */
export const numberAt = ({ array, index }: TapePlace): number => array[index] as number;

/**
 * Records a network's forward pass, with its given numbers set; those of the samples of the first batch.
 *
 * @param noise changes what each operation gives
 */
export function compile(topology: Topology, noise?: Noise): Machine {
  const { tape, nodes } = recordTape((recorder) => recordForward(recorder, topology), noise);
  const nodeOf = (name: string): number => {
    const node = nodes.get(name);
    if (node === undefined) throw new RangeError(`The network has no ${name}.`);
    return node;
  };
  for (const { name, value } of givenOf(topology)) tape.values[nodeOf(name)] = value;
  const room = (): Float64Array => new Float64Array(tape.values.length);

  // One backward sweep for E_total, and one for the error of every pass whose derivatives are read.
  const totals = new Set([TOTAL_ERROR, ...topology.passes.map((pass) => pass.total)]);
  const swept: { readonly of: string; readonly sweep: BackwardSweep; readonly adjoints: Float64Array }[] = [];
  const gradient = (total: string, by: string): TapePlace => {
    const index = nodeOf(by);
    const known = swept.find(({ of }) => of === total);
    if (known !== undefined) return { array: known.adjoints, index };
    const adjoints = room();
    swept.push({ of: total, sweep: tape.backward(nodeOf(total), 0), adjoints });
    return { array: adjoints, index };
  };

  const derivations: (() => void)[] = [];
  const scratch = room();
  const derivative = (of: number, by: number): TapePlace => {
    const sweep = tape.backward(of, by);
    const array = new Float64Array(1);
    derivations.push(() => {
      sweep(scratch);
      array[0] = scratch[by] as number;
    });
    return { array, index: 0 };
  };

  return {
    run: () => {
      tape.forward();
      for (const { sweep, adjoints } of swept) sweep(adjoints);
    },
    values: () => {
      const kept = tape.values.slice();
      return (name) => kept[nodeOf(name)] as number;
    },
    derive: () => {
      for (const each of derivations) each();
    },
    place: (quantity) => {
      switch (quantity.kind) {
        case 'value':
          return { array: tape.values, index: nodeOf(quantity.of) };
        case 'gradient':
          return gradient(TOTAL_ERROR, quantity.by);
        case 'derivative': {
          if (totals.has(quantity.of)) return gradient(quantity.of, quantity.by);
          const of = nodeOf(quantity.of);
          const by = nodeOf(quantity.by);
          if (by >= of) throw new RangeError(`${quantityName(quantity)}: ${quantity.by} comes after ${quantity.of}.`);
          return derivative(of, by);
        }
      }
    },
  };
}

/** The numbers that an iteration starts from, under the names that they have in it. */
export function givenOf(topology: Topology): readonly Named[] {
  const given = [...topology.passes, ...topology.testPasses].map((pass) => viewOf(topology, pass));
  const initial = initialValues(topology).filter(({ path: [place] }) => place !== 'samples' && place !== 'testSamples');
  return [...given.flatMap(({ inputs }) => inputs), ...given.flatMap(({ targets }) => targets), ...initial];
}

/** Records the forward pass of every sample of an iteration and tells which node holds what. */
function recordForward(tape: Recorder, topology: Topology): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>();
  for (const { name } of givenOf(topology)) nodes.set(name, tape.variable());
  const node = (name: string): number => nodes.get(name) as number;
  const addUp = (terms: readonly number[]): number => terms.reduce((total, term) => tape.add(total, term));
  /** The sum or the mean as a node of its own, even where there is only one term. */
  const combined = (terms: readonly number[], how: 'sum' | 'mean'): number => {
    const sum = terms.length === 1 ? tape.add(addUp(terms), tape.constant(0)) : addUp(terms);
    return how === 'sum' || terms.length === 1 ? sum : tape.divide(sum, tape.constant(terms.length));
  };

  const loss = recordedLosses[topology.loss];
  const recordPass = (pass: Pass): void => {
    const { layers, errors } = viewOf(topology, pass);
    for (const layer of layers) {
      for (const { netInput, weights, bias } of layer.units) {
        const terms = weights.map(({ name, from }) => tape.multiply(node(name), node(from)));
        nodes.set(netInput, addUp(bias === undefined ? terms : [...terms, node(bias)]));
      }
      const netInputs = layer.units.map((unit) => node(unit.netInput));
      // Of a single net input the largest is itself, but needs a node of its own.
      const largest = () => [...netInputs.slice(0, 1), ...netInputs].reduce((a, b) => tape.largest(a, b));
      if (layer.largest !== undefined) nodes.set(layer.largest, largest());
      const outputs = recordedActivations[layer.activation](tape, {
        nodes: netInputs,
        slope: layer.slope === undefined ? undefined : node(layer.slope),
        largest: layer.largest === undefined ? undefined : node(layer.largest),
      });
      for (const [u, unit] of layer.units.entries()) nodes.set(unit.activation, outputs[u] as number);
    }
    for (const { name, target, output } of errors) nodes.set(name, loss.error(tape, node(target), node(output)));
    const all = errors.map(({ name }) => node(name));
    nodes.set(pass.total, combined(all, loss.total));
  };
  const recordAll = (passes: readonly Pass[], mean: string): void => {
    for (const pass of passes) recordPass(pass);
    const totals = passes.map(({ total }) => node(total));
    if (!nodes.has(mean)) nodes.set(mean, combined(totals, 'mean'));
  };
  recordAll(topology.passes, TOTAL_ERROR);
  // No gradient sweep comes to what is recorded last.
  if (topology.testPasses.length > 0) recordAll(topology.testPasses, TEST_ERROR);
  return nodes;
}
