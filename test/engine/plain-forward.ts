import type { ActivationName, LossName } from '../../src/network/network.ts';
import { initialValues, TOTAL_ERROR, type Topology } from '../../src/quantities/topology.ts';
import { viewOf } from '../../src/quantities/view.ts';

/** One number of a forward pass that is moved by a small step, to see what that does to the others. */
export interface Move {
  readonly name: string;
  readonly by: number;
}

/**
 * The first iteration's forward pass, written out plainly from the definitions and without the engine.
 * @returns every number by its name
 */
export function plainForward(topology: Topology, move?: Move): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const at = (name: string): number => numbers.get(name) ?? Number.NaN;
  const put = (name: string, value: number): void => {
    numbers.set(name, name === move?.name ? value + move.by : value);
  };
  const { loss, passes } = topology;
  for (const { name, value } of initialValues(topology)) put(name, value);
  for (const pass of passes) {
    const { inputs, targets, layers, errors } = viewOf(topology, pass);
    for (const { name, value } of [...inputs, ...targets]) put(name, value);
    for (const layer of layers) {
      for (const { netInput, weights, bias } of layer.units)
        put(
          netInput,
          totalOf([...weights.map(({ name, from }) => at(name) * at(from)), bias === undefined ? 0 : at(bias)]),
        );
      const netInputs = layer.units.map(({ netInput }) => at(netInput));
      if (layer.largest !== undefined) put(layer.largest, Math.max(...netInputs));
      const slope = layer.slope === undefined ? 0 : at(layer.slope);
      for (const { netInput, activation } of layer.units)
        put(activation, activate[layer.activation](at(netInput), netInputs, slope));
    }
    for (const { name, target, output } of errors) put(name, errorOf[loss](at(target), at(output)));
    const sum = totalOf(errors.map(({ name }) => at(name)));
    put(pass.total, summedLosses.includes(loss) ? sum : sum / errors.length);
  }
  if (passes.length > 1) put(TOTAL_ERROR, totalOf(passes.map(({ total }) => at(total))) / passes.length);
  return numbers;
}

const totalOf = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/** The activation of a unit from its own net input x; softmax needs those of the whole layer. */
const activate: Readonly<Record<ActivationName, (x: number, layer: readonly number[], slope: number) => number>> = {
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: (x) => Math.tanh(x),
  relu: (x) => Math.max(0, x),
  'leaky-relu': (x, _, slope) => (x > 0 ? x : slope * x),
  elu: (x) => (x > 0 ? x : Math.exp(x) - 1),
  softplus: (x) => Math.log(1 + Math.exp(x)),
  silu: (x) => x / (1 + Math.exp(-x)),
  gelu: (x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  'hard-sigmoid': (x) => Math.min(1, Math.max(0, x / 6 + 0.5)),
  linear: (x) => x,
  softmax: (x, layer) => 1 / totalOf(layer.map((other) => Math.exp(other - x))),
};

/** x·ln y, 0 where x is 0. */
const weightedLog = (x: number, y: number): number => (x === 0 ? 0 : x * Math.log(y));

const errorOf: Readonly<Record<LossName, (target: number, output: number) => number>> = {
  'half-squared-error': (t, a) => (t - a) ** 2 / 2,
  'mean-squared-error': (t, a) => (t - a) ** 2,
  'mean-absolute-error': (t, a) => Math.abs(a - t),
  huber: (t, a) => (Math.abs(a - t) < 1 ? (a - t) ** 2 / 2 : Math.abs(a - t) - 0.5),
  hinge: (t, a) => Math.max(0, 1 - t * a),
  'binary-cross-entropy': (t, a) => -weightedLog(t, a) - weightedLog(1 - t, 1 - a),
  'cross-entropy': (t, a) => -weightedLog(t, a),
};

/** Losses whose errors are added up over the outputs; those of the others are averaged. */
const summedLosses: readonly LossName[] = ['half-squared-error', 'cross-entropy'];
