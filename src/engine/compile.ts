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
   * Asks for a quantity: where it stands after `run`, or after `derive` where it is a derivative of anything but E_total. What is given,
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
  const sweepOf = (of: number, by: number): Derivation => ({ ...tape.backward(of, by), read: [] });

  // E_total leads every update; what else is derived is read off numbers that all of it share, one after the other.
  let total: { readonly sweep: BackwardSweep; readonly adjoints: Float64Array } | undefined;
  const passTotals = new Map(topology.passes.map((pass) => [pass.total, undefined as Derivation | undefined]));
  const others: Derivation[] = [];
  const scratch = room();
  const newPlace = places();
  const read = (derivation: Derivation, by: number): TapePlace => {
    const place = newPlace();
    derivation.read.push({ by, ...place });
    return place;
  };

  return {
    run: () => {
      tape.forward();
      if (total === undefined) return;
      total.sweep.clear(total.adjoints);
      total.sweep.sweep(total.adjoints);
    },
    values: () => {
      const kept = tape.values.slice();
      return (name) => kept[nodeOf(name)] as number;
    },
    derive: () => {
      for (const each of passTotals.values()) if (each !== undefined) derive(each, scratch);
      for (const each of others) derive(each, scratch);
    },
    place: (quantity) => {
      if (quantity.kind === 'value') return { array: tape.values, index: nodeOf(quantity.of) };
      const by = nodeOf(quantity.by);
      if (quantity.kind === 'gradient' || quantity.of === TOTAL_ERROR) {
        total ??= { sweep: tape.backward(nodeOf(TOTAL_ERROR), 0), adjoints: room() };
        return { array: total.adjoints, index: by };
      }
      const of = nodeOf(quantity.of);
      if (passTotals.has(quantity.of)) {
        // The derivatives of an error by all that it comes from take one sweep.
        const derivation = passTotals.get(quantity.of) ?? sweepOf(of, 0);
        passTotals.set(quantity.of, derivation);
        return read(derivation, by);
      }
      if (by >= of) throw new RangeError(`${quantityName(quantity)}: ${quantity.by} comes after ${quantity.of}.`);
      const derivation = sweepOf(of, by);
      others.push(derivation);
      return read(derivation, by);
    },
  };
}

/** A backward sweep, and where those of its numbers go that are asked for. */
interface Derivation extends BackwardSweep {
  readonly read: ({ readonly by: number } & TapePlace)[];
}

/** @param scratch is 0 everywhere, before and after */
function derive({ sweep, clear, read }: Derivation, scratch: Float64Array): void {
  sweep(scratch);
  for (let k = 0; k < read.length; k++) {
    const { by, array, index } = read[k] as (typeof read)[number];
    array[index] = scratch[by] as number;
  }
  clear(scratch);
}

/** Numbers that stand side by side. */
const SIDE_BY_SIDE = 256;

/** Gives a new place each time. */
function places(): () => TapePlace {
  let array = new Float64Array(SIDE_BY_SIDE);
  let index = 0;
  return () => {
    if (index === SIDE_BY_SIDE) {
      array = new Float64Array(SIDE_BY_SIDE);
      index = 0;
    }
    return { array, index: index++ };
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
