import { runOf } from '../engine/run.ts';
import { activations } from '../model/activation/index.ts';
import type { ActivationName, Network } from '../network/network.ts';
import { derivativeOf, gradientBy } from '../quantities/quantity.ts';
import { type Topology, topologyOf, trainedOf } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';

/** Iterations by which a network is judged. */
const ITERATIONS = 40;

/** Below this slope, of the steepest that its activation has, a unit hardly learns. */
const LEAST_SLOPE = 0.2;

/** Below this share of the largest gradient one is hardly to be seen. */
const LEAST_GRADIENT = 1e-4;

/** What the last error may be of the first one, at most. */
const FALLS = 0.999;

/** How a network begins to learn. */
interface Beginning {
  /** For each learning rate, whether the error falls. */
  readonly falls: readonly boolean[];
  /** For each unit of each layer, whether it reacts to its net input. */
  readonly alive: readonly boolean[];
  /** For each weight and trained bias, whether its gradient is to be seen. */
  readonly seen: readonly boolean[];
}

/**
 * Whether a network learns as well as another one of the same shape does: with every learning rate with which that one's error falls, its
 * own does; and no unit is dead, and no gradient too small to be seen, that is not so there.
 */
export function learnsWell(network: Network, original: Network): boolean {
  const own = beginningOf(network);
  const other = beginningOf(original);
  return (['falls', 'alive', 'seen'] as const).every((what) => other[what].every((is, k) => !is || own[what][k]));
}

const known = new WeakMap<Network, Beginning>();

function beginningOf(network: Network): Beginning {
  const before = known.get(network);
  if (before !== undefined) return before;
  const topology = topologyOf(network);
  const beginning = { falls: network.learningRates.map((rate) => falls(topology, rate)), ...firstSlopes(topology) };
  known.set(network, beginning);
  return beginning;
}

function falls(topology: Topology, learningRate: number): boolean {
  const run = runOf(topology, learningRate, []);
  const errors = Array.from({ length: ITERATIONS + topology.epoch }, () => run.next());
  const first = errors[topology.epoch - 1] ?? Number.NaN;
  return errors.every(Number.isFinite) && (errors.at(-1) ?? Number.NaN) < FALLS * first;
}

/** The slopes of all units and the gradients of all weights, as large as they are for any sample. */
function firstSlopes(topology: Topology): Pick<Beginning, 'alive' | 'seen'> {
  const views = topology.passes.map((pass) => viewOf(topology, pass));
  const units = views.flatMap(({ layers }) =>
    layers.flatMap(({ activation, units: own }) => own.map((unit) => ({ activation, unit }))),
  );
  const plain = units.filter(({ activation }) => activation !== 'softmax');
  const trained = trainedOf(topology);
  const run = runOf(topology, Number.MIN_VALUE, [
    ...plain.map(({ unit }) => derivativeOf(unit.activation, unit.netInput)),
    ...trained.map(({ name }) => gradientBy(name)),
  ]);
  const most = new Float64Array(plain.length + trained.length);
  const now = new Float64Array(most.length);
  for (let k = 0; k < topology.epoch; k++) {
    run.next();
    run.write(now, 0);
    for (const [at, value] of now.entries()) most[at] = Math.max(most[at] as number, Math.abs(value));
  }
  // A unit has a slope in each pass.
  const count = plain.length / topology.passes.length;
  const slopes = plain.slice(0, count).map(({ activation }, u) => {
    const own = topology.passes.map((_, pass) => most[pass * count + u] as number);
    return Math.max(...own) >= LEAST_SLOPE * activations[activation].steepest;
  });
  const gradients = [...most.subarray(plain.length)];
  const largest = Math.max(...gradients);
  return { alive: slopes, seen: gradients.map((gradient) => gradient >= LEAST_GRADIENT * largest && gradient > 0) };
}

/** Units of a layer beyond which some are alike by chance. */
const MOST_APART = 8;

/** Below this share slopes are so near each other that one in the place of the other is hardly noticed. */
const LEAST_APART = 1e-3;

/**
 * Whether the units of each small layer react differently to their net inputs, so that it shows where one is taken for another; of units
 * that all react alike, as linear ones do, nothing is asked.
 */
export function unitsDiffer(network: Network): boolean {
  const topology = topologyOf(network);
  const layers = topology.passes.flatMap((pass) => viewOf(topology, pass).layers);
  const curved = layers.filter(({ activation, units }) => isCurved(activation) && units.length <= MOST_APART);
  const run = runOf(
    topology,
    Number.MIN_VALUE,
    curved.flatMap(({ units }) => units.map((unit) => derivativeOf(unit.activation, unit.netInput))),
  );
  const slopes = new Float64Array(curved.reduce((sum, { units }) => sum + units.length, 0));
  const apart = new Map<string, boolean>();
  for (let k = 0; k < topology.epoch; k++) {
    run.next();
    run.write(slopes, 0);
    let at = 0;
    for (const [l, { units }] of curved.entries()) {
      const own = slopes.slice(at, at + units.length);
      at += units.length;
      for (const [a, first] of own.entries())
        for (const [b, second] of own.subarray(0, a).entries()) {
          const pair = `${l % (curved.length / topology.passes.length)} ${a} ${b}`;
          const differ = Math.abs(first - second) >= LEAST_APART * Math.max(first, second);
          apart.set(pair, differ || apart.get(pair) === true);
        }
    }
  }
  return [...apart.values()].every(Boolean);
}

/** Whether no two net inputs have the same slope by the shape of the function. */
function isCurved(activation: ActivationName): boolean {
  const { joint, bend } = activations[activation];
  return !joint && bend === undefined && activation !== 'linear';
}
