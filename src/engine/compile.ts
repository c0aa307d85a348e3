import type { Quantity } from '../spec/quantity.ts';
import { quantityName } from '../spec/quantity.ts';
import { initialValues, TOTAL_ERROR, type Topology, type Unit } from '../spec/topology.ts';
import { activations } from './activations.ts';
import { losses } from './losses.ts';
import { type Recorder, recordTape } from './tape.ts';

/** A network as a tape: set its inputs, targets and weights, run it, read any quantity. */
export interface Machine {
  /** Sets an input, a target or a weight by its name. */
  set(name: string, value: number): void;
  /** One forward and one backward pass. */
  run(): void;
  /** How to read a quantity after `run`. RangeError when the network has none of that name. */
  reader(quantity: Quantity): () => number;
}

/** Records a network's forward pass, with its given numbers set. */
export function compile(topology: Topology): Machine {
  const { tape, nodes } = recordTape((recorder) => recordForward(recorder, topology));
  const nodeOf = (name: string): number => {
    const node = nodes.get(name);
    if (node === undefined) throw new RangeError(`The network has no ${name}.`);
    return node;
  };
  for (const { name, value } of initialValues(topology)) tape.set(nodeOf(name), value);
  const total = nodeOf(TOTAL_ERROR);

  const reader = (quantity: Quantity): (() => number) => {
    switch (quantity.kind) {
      case 'value': {
        const node = nodeOf(quantity.of);
        return () => tape.value(node);
      }
      case 'gradient': {
        const node = nodeOf(quantity.by);
        return () => tape.adjoint(node);
      }
      case 'derivative': {
        const of = nodeOf(quantity.of);
        const by = nodeOf(quantity.by);
        if (by >= of) throw new RangeError(`${quantityName(quantity)}: ${quantity.by} comes after ${quantity.of}.`);
        return () => tape.derivative(of, by);
      }
    }
  };
  return {
    set: (name, value) => tape.set(nodeOf(name), value),
    run: () => {
      tape.forward();
      tape.backward(total);
    },
    reader,
  };
}

/** Records the forward pass and tells which node holds what. */
function recordForward(tape: Recorder, topology: Topology): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>();
  for (const { name } of initialValues(topology)) nodes.set(name, tape.variable());
  const node = (name: string): number => nodes.get(name) as number;
  const addUp = (terms: readonly number[]): number => terms.reduce((total, term) => tape.add(total, term));
  const netInput = (unit: Unit): number =>
    addUp(unit.weights.map((weight) => tape.multiply(node(weight.name), node(weight.from))));

  for (const layer of topology.layers) {
    for (const unit of layer.units) {
      nodes.set(unit.netInput, netInput(unit));
      nodes.set(unit.activation, activations[layer.activation](tape, node(unit.netInput)));
    }
  }
  const loss = losses[topology.loss];
  for (const { name, target, output } of topology.errors) nodes.set(name, loss(tape, node(target), node(output)));
  const errors = topology.errors.map((error) => node(error.name));
  // With a single output E_total would be the very node of E1; a sum with zero keeps the two apart.
  nodes.set(TOTAL_ERROR, errors.length === 1 ? tape.add(errors[0] as number, tape.constant(0)) : addUp(errors));
  return nodes;
}
