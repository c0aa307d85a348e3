import type { OutputError, Topology, Unit, Weight } from '../spec/topology.ts';

/** What quantities are called in plain English: the headings of the groups and the meaning of every column. */
export const words = {
  group: {
    given: 'Inputs & targets',
    weights: (layer: number): string => `Layer ${layer + 1} weights`,
    layer: (topology: Topology, layer: number): string => {
      if (layer === topology.layers.length - 1) return 'Output layer';
      return topology.layers.length === 2 ? 'Hidden layer' : `Hidden layer ${layer + 1}`;
    },
    error: 'Error',
    factors: 'Backward: chain-rule factors',
    gradients: 'Gradients',
  },
  input: (k: number): string => `Input ${k + 1}: a number that the network is given.`,
  target: (topology: Topology, k: number): string =>
    `Target ${k + 1}: what ${topology.errors[k]?.output ?? 'the output'} should become.`,
  weight: (weight: Weight, unit: Unit): string =>
    `How strongly ${weight.from} feeds ${unit.netInput}. Training moves it a little downhill after every iteration.`,
  netInput: (unit: Unit): string => `Net input: the weighted sum that arrives at unit ${unit.netInput}.`,
  activation: (unit: Unit, activation: string): string =>
    `Activation: what the unit passes on, the ${activation} of ${unit.netInput}.`,
  error: (error: OutputError, loss: string): string =>
    `The ${loss} of this output: how far ${error.output} is from ${error.target}.`,
  total: 'The sum of all errors: the one number that training makes smaller.',
  activationGradient: (topology: Topology, layer: number, unit: Unit): string =>
    layer === topology.layers.length - 1
      ? `How the total error reacts to ${unit.activation}.`
      : `How the total error reacts to ${unit.activation}: the sum over every path from there to the error.`,
  slope: (unit: Unit, activation: string): string =>
    `How ${unit.activation} reacts to ${unit.netInput}: the slope of the ${activation} at this point.`,
  netInputGradient: (unit: Unit): string =>
    `How the total error reacts to ${unit.netInput}: the chain rule multiplies the two factors before.`,
  weightGradient: (weight: Weight, unit: Unit): string =>
    `How the total error reacts to ${weight.name}, which carries ${weight.from} into ${unit.netInput}.`,
} as const;
