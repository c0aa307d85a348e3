import type { Unit, Weight } from '../spec/topology.ts';

/** Why the steps of an iteration are done, in plain English. */
export const stepWords = {
  section: {
    forward: {
      title: 'Forward pass',
      why: 'Numbers flow from the inputs to the outputs. Every unit adds up what it receives, each value times its weight, and squeezes the sum.',
    },
    error: {
      title: 'Error',
      why: 'One number says how far the outputs are from their targets. Training means making it smaller.',
    },
    backwardOutput: {
      title: 'Backward pass: output layer',
      why: 'How much does the error change when a weight changes a little? The chain rule answers with a product: one factor for each link between the weight and the error.',
    },
    backwardHidden: {
      title: 'Backward pass: hidden layers',
      why: 'A hidden unit reaches the error through every unit that it feeds, so its share is the sum over all those paths. After that the chain rule goes on as before.',
    },
    update: {
      title: 'Update',
      why: 'Every weight takes a step downhill: against its gradient, as long as the learning rate η says. All weights move at once; the next iteration starts from the new ones.',
    },
  },
  chain: (weight: Weight, unit: Unit, paths: number): string => {
    const route = paths > 1 ? `${paths} paths lead from ${unit.activation} to the error; their shares add up. ` : '';
    return `${route}The last factor is ${weight.from}, because ${weight.name} carries ${weight.from} into ${unit.netInput}.`;
  },
  update: (weight: string): string => `The next iteration starts with this ${weight}.`,
} as const;
