import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, numberAt } from '../../src/engine/compile.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { ActivationName, LossName } from '../../src/network/network.ts';
import { gradientBy, type Quantity, quantityName } from '../../src/quantities/quantity.ts';
import { isSampleNumber, MEAN_ERROR, TOTAL_ERROR, type Topology, topologyOf } from '../../src/quantities/topology.ts';
import { viewOf } from '../../src/quantities/view.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { near, slope } from '../helpers/numbers.ts';
import { times } from '../helpers/sample.ts';
import { plainForward } from './plain-forward.ts';

/** Every number and derivative of an iteration that is shown, and ∂E/∂x of all that leads to E but targets and settings. */
function quantitiesOf(topology: Topology): readonly Quantity[] {
  const { passes, layers } = topology;
  const kept = (name: string): boolean => isSampleNumber(name) || name === MEAN_ERROR;
  const shown = columnsOf(columnGroups(topology)).filter(
    ({ role, name }) => !['state', 'accuracy', 'test'].includes(role) && !kept(name),
  );
  const leading = [
    ...layers.flatMap(({ units, biases }) => [...units.flatMap(({ weights }) => weights), ...biases]),
    ...passes.map((pass) => viewOf(topology, pass)).flatMap(({ inputs, errors }) => [...inputs, ...errors]),
  ];
  return [...shown.map(({ quantity }) => quantity), ...leading.map(({ name }) => gradientBy(name))];
}

type Numbers = ReadonlyMap<string, number>;

/** What is above 0 on one side of a place where a function goes on otherwise, over which no step may go. */
type Height = (numbers: Numbers) => number;

const heightsOf = (topology: Topology): readonly Height[] =>
  topology.passes.flatMap((pass) => {
    const { layers, errors } = viewOf(topology, pass);
    const of = (numbers: Numbers, name: string): number => numbers.get(name) ?? Number.NaN;
    const ofUnits = layers.flatMap(({ activation, units }) => {
      const height = unitHeights[activation];
      return height
        ? units.map(
            ({ netInput }): Height =>
              (numbers) =>
                height(of(numbers, netInput)),
          )
        : [];
    });
    const height = lossHeights[topology.loss];
    const ofErrors = errors.map(
      ({ target, output }): Height =>
        (numbers) =>
          height?.(of(numbers, target), of(numbers, output)) ?? 0,
    );
    return [...ofUnits, ...ofErrors];
  });

const unitHeights: Readonly<Partial<Record<ActivationName, (x: number) => number>>> = {
  relu: (x) => x,
  'leaky-relu': (x) => x,
  elu: (x) => x,
  'hard-sigmoid': (x) => Math.abs(x) - 3,
};

const lossHeights: Readonly<Partial<Record<LossName, (t: number, a: number) => number>>> = {
  'mean-absolute-error': (t, a) => a - t,
  huber: (t, a) => Math.abs(a - t) - 1,
  hinge: (t, a) => 1 - t * a,
};

const outputsOf = (topology: Topology): readonly string[] =>
  topology.passes.flatMap((pass) => viewOf(topology, pass).errors.map(({ output }) => output));

const errorsOf = (topology: Topology): readonly string[] => [
  TOTAL_ERROR,
  ...topology.passes.flatMap((pass) => [pass.total, ...viewOf(topology, pass).errors.map(({ name }) => name)]),
];

/**
 * How far a number may be off by rounding alone. An error has ln(1 − a) in it, in which the last digit of a counts 1/(1 − a) times:
 * of an output that is all but 1, few digits are left.
 */
function roundingOf(topology: Topology, name: string, numbers: Numbers): number {
  const digits = 1e-14 * Math.abs(numbers.get(name) ?? Number.NaN);
  if (topology.loss !== 'binary-cross-entropy' || !errorsOf(topology).includes(name)) return digits;
  const left = Math.min(...outputsOf(topology).map((output) => 1 - (numbers.get(output) ?? Number.NaN)));
  return digits + (2 * Number.EPSILON) / left;
}

/** A step that is small, also beside what is left of an output to 0 or 1, where logarithms end. */
function stepFor(topology: Topology, by: string, numbers: Numbers): number {
  const outputs = outputsOf(topology);
  if (!topology.loss.endsWith('cross-entropy') || !outputs.includes(by)) return 1e-4;
  const a = numbers.get(by) ?? Number.NaN;
  return 1e-3 * Math.min(a, 1 - a);
}

/** Whether a value is that of the plain forward pass. */
function isValue(topology: Topology, name: string, engine: number): boolean {
  const numbers = plainForward(topology);
  const plain = numbers.get(name) ?? Number.NaN;
  // Numbers that are added to 1, as in ln(1 + e^x), lose what is below its last digit.
  return near(engine, plain, { relative: 1e-13, floor: 1e-15 + roundingOf(topology, name, numbers) });
}

/** Whether a derivative is the slope that small steps find, as far as they find one. */
function isSlope(topology: Topology, of: string, by: string, engine: number): boolean {
  const here = plainForward(topology);
  const h = stepFor(topology, by, here);
  const moved = (step: number): Numbers => plainForward(topology, { name: by, by: step });
  const heights = heightsOf(topology);
  const crosses = [-2 * h, 2 * h]
    .map(moved)
    .some((there) => heights.some((height) => height(there) > 0 !== height(here) > 0));
  const found = slope((step) => moved(step).get(of) ?? Number.NaN, h);
  const rounding = roundingOf(topology, of, here) / h;
  return crosses || !Number.isFinite(found) || near(engine, found, { relative: 1e-7, floor: 1e-10 + rounding });
}

/** The names of the quantities that the engine gets wrong. */
function wrong(topology: Topology, kinds: readonly Quantity['kind'][]): readonly string[] {
  const machine = compile(topology);
  const quantities = quantitiesOf(topology).filter(({ kind }) => kinds.includes(kind));
  const places = quantities.map((quantity) => ({ quantity, place: machine.place(quantity) }));
  machine.run();
  machine.derive();
  return places
    .filter(({ quantity, place }) => {
      if (quantity.kind === 'value') return !isValue(topology, quantity.of, numberAt(place));
      const of = quantity.kind === 'gradient' ? TOTAL_ERROR : quantity.of;
      return !isSlope(topology, of, quantity.by, numberAt(place));
    })
    .map(({ quantity }) => quantityName(quantity));
}

// Measured on 100,000 quantities: values differ by 2e-15 of themselves, slopes by 5e-9, which is what the steps are off.
describe('the engine on random networks', () => {
  test.each([
    ['values are those of the plain forward pass', ['value']],
    ['∂E/∂x of every number is the slope of E_total', ['gradient']],
    ['∂y/∂x is the slope of y, of the error of a sample too', ['derivative']],
  ] as const)('%s', (_, kinds) => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        expect(wrong(topologyOf(network), kinds)).toEqual([]);
      }),
      { numRuns: times(50) },
    );
  });
});
