import type { RateCourse } from '../network/schedule.ts';
import type { Bias, Unit, Weight } from '../quantities/layer.ts';
import { schedules } from './schedule/index.ts';

/** Why the steps of an iteration are done, in plain English. */
export const stepWords = {
  section: {
    forward: {
      title: 'Forward pass',
      why: 'Numbers flow from the inputs to the outputs. Every unit adds up what it receives, each value times its weight, and its function turns the sum into what it passes on.',
    },
    error: {
      title: 'Error',
      why: 'One number says how far the outputs are from their targets. Training means making it smaller.',
    },
    backwardOutput: {
      title: 'Backward pass: output layer',
      why: 'How much does the error change when a weight changes a little? The chain rule multiplies a factor per link, from the error back: so the output layer comes first, and hidden layers go on from there.',
    },
    backwardHidden: {
      title: 'Backward pass: hidden layers',
      why: 'A hidden unit reaches the error through every unit that it feeds, so its share is the sum over all those paths. After that the chain rule goes on as before.',
    },
    mean: {
      title: 'Means over the samples',
      why: 'A batch learns from all of its samples at once: its error is the mean of their errors, and every gradient the mean of their gradients.',
    },
    rate: ({ schedule, warmUp }: RateCourse) => ({
      title: 'Learning rate',
      why: [
        ...(schedule === undefined ? [] : [schedules[schedule.name].why]),
        ...(warmUp === undefined
          ? []
          : ['At first it warms up: the first steps, from weights that mean nothing yet, stay short.']),
      ].join(' '),
    }),
    optimizer: (name: string) => ({
      title: `Optimizer: ${name}`,
      why: 'Before the weights move, the optimizer makes something of the gradients, and keeps it for the next iteration.',
    }),
    update: (why: string) => ({
      title: 'Update',
      why: `${why} All weights move at once; the next iteration starts from the new ones.`,
    }),
  },
  chain: (weight: Weight, unit: Unit, paths: number): string => {
    const route = paths > 1 ? `${paths} paths lead from ${unit.activation} to the error; their shares add up. ` : '';
    return `${route}The last factor is ${weight.from}, because ${weight.name} carries ${weight.from} into ${unit.netInput}.`;
  },
  biasChain: ({ name, units }: Bias): string =>
    units.length === 1
      ? `A bias is added as it is, so the last factor, ∂${units[0]}/∂${name}, is 1 and left out.`
      : `${units.length} units share this bias: their shares add up. A bias is added as it is, so the last factor is 1 and left out.`,
  update: (weight: string): string => `The next iteration starts with this ${weight}.`,
} as const;
