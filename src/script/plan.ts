import type { Moment } from '../network/moment.ts';
import type { ActivationName, LossName, OptimizerFile } from '../network/network.ts';
import type { RateCourse } from '../network/schedule.ts';
import type { Classes } from '../quantities/classes.ts';
import { type Topology, trainedOf } from '../quantities/topology.ts';

/** A layer as a script computes it: all its units at once. */
export interface ScriptLayer {
  /** Counted from 1; the ends of the script's names: W_1, b_1, net_1, a_1. */
  readonly number: number;
  readonly role: 'hidden' | 'output';
  readonly activation: ActivationName;
  /** The slope of leaky-relu. */
  readonly slope: number | undefined;
  readonly netInputs: readonly string[];
  readonly activations: readonly string[];
  /** `weights[unit][input]`: their names and initial values. */
  readonly weights: readonly (readonly { readonly name: string; readonly value: number }[])[];
  readonly bias: ScriptBias | undefined;
}

/** The biases of a layer: one for each unit, or a single one that all of them share. */
export interface ScriptBias {
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly shared: boolean;
  readonly trained: boolean;
}

/** All that a script is written from. */
export interface ScriptPlan extends Moment {
  readonly title: string;
  /** `inputs[sample][input]`, and the targets likewise. */
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  /** The samples that only test, likewise. */
  readonly tests: {
    readonly inputs: readonly (readonly number[])[];
    readonly targets: readonly (readonly number[])[];
  };
  /** How it tells classes, where it does. */
  readonly classes: Classes | undefined;
  readonly inputNames: readonly string[];
  readonly targetNames: readonly string[];
  /** How many of the samples an iteration takes. */
  readonly batch: number;
  readonly layers: readonly ScriptLayer[];
  readonly errors: readonly string[];
  readonly loss: LossName;
  readonly optimizer: OptimizerFile;
  /** The value of an optimizer's setting by its symbol, such as μ. */
  readonly setting: (symbol: string) => number;
  /** How the learning rate changes; undefined where it stays as it is. */
  readonly course: RateCourse | undefined;
  readonly iterations: number;
  readonly trained: readonly string[];
}

/** The plan of a network's script. */
export function planOf(
  { title, iterations }: { readonly title: string; readonly iterations: number },
  topology: Topology,
  moment: Moment,
): ScriptPlan {
  const settings = new Map(topology.settings.map(({ name, value }) => [name, value]));
  const names = (items: readonly { readonly name: string }[]): readonly string[] => items.map(({ name }) => name);
  const numbers = (samples: Topology['samples']) => ({
    inputs: samples.map(({ inputs }) => inputs.map(({ value }) => value)),
    targets: samples.map(({ targets }) => targets.map(({ value }) => value)),
  });
  return {
    ...moment,
    title,
    iterations,
    ...numbers(topology.samples),
    tests: numbers(topology.tests),
    classes: topology.classes,
    inputNames: names(topology.inputs),
    targetNames: names(topology.targets),
    batch: topology.passes.length,
    layers: topology.layers.map(({ role, activation, slope, units, biases }, l): ScriptLayer => {
      const [first] = biases;
      return {
        number: l + 1,
        role,
        activation,
        slope: slope === undefined ? undefined : settings.get(slope),
        netInputs: units.map(({ netInput }) => netInput),
        activations: units.map((unit) => unit.activation),
        weights: units.map(({ weights }) => weights),
        bias: first && {
          names: names(biases),
          values: biases.map(({ value }) => value),
          shared: biases.length < units.length,
          trained: first.trained,
        },
      };
    }),
    errors: names(topology.errors),
    loss: topology.loss,
    optimizer: topology.optimizer,
    course: topology.course,
    setting: (symbol) => settings.get(symbol) ?? 0,
    trained: names(trainedOf(topology)),
  };
}

/** Whether PyTorch's schedulers, one after the other, come to another learning rate: a cosine that comes down to more than 0, and a warm-up. */
export const isUnchained = ({ course, setting }: ScriptPlan): boolean =>
  course?.schedule?.name === 'cosine' && course.warmUp !== undefined && setting('least') !== 0;
