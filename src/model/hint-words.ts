import type { Bias, Unit } from '../quantities/layer.ts';
import type { OutputError } from '../quantities/topology.ts';

type Pair = readonly [question: string, words: string];

/** What hints say: a question, then the way in words. */
export const hintWords = {
  netInput: ({ netInput, bias }: Unit): Pair => [
    `Which links end in ${netInput}, and what do they carry?`,
    `For every link that ends there: its weight times what it carries; all of these added up${bias === undefined ? '' : ', and the bias'}.`,
  ],
  activation: ({ netInput }: Unit, title: string, joint: boolean): Pair => [
    `What does the unit make of ${netInput}?`,
    joint
      ? `The ${title}: e to the power of its own net input, as a share of the same of all units of the layer.`
      : title === 'linear'
        ? 'It passes it on as it is.'
        : `The ${title} of it.`,
  ],
  error: ({ output }: OutputError, loss: string): Pair => [
    `Which target does ${output} belong to?`,
    `The ${loss} of this output and its own target.`,
  ],
  total: (how: 'sum' | 'mean'): Pair => [
    'How do the errors of all outputs become one number?',
    how === 'sum' ? 'They are added up.' : 'Their mean: added up, and divided by how many there are.',
  ],
  outputReaction: ({ name, output }: OutputError, share: number): Pair => [
    `Through which error does ${output} act on the whole?`,
    `Only through ${name}: take the derivative of ${name} by ${output}${share > 1 ? `, and divide it by ${share}, the number of outputs` : ''}.`,
  ],
  hiddenReaction: (activation: string): Pair => [
    `Along which links does ${activation} reach the error?`,
    'For every unit that it feeds: how the error reacts to that unit’s net input, times the weight of the link; all of these added up.',
  ],
  slope: ({ activation }: Unit, netInput: string, title: string): Pair => [
    `How steep is the function of this unit, where it is now?`,
    `How ${activation} reacts to ${netInput}: the derivative of the ${title === 'linear' ? 'linear function' : title}, with the numbers of this very unit.`,
  ],
  netInputReaction: ({ netInput, activation }: Unit, joint: boolean): Pair => [
    `Through what does ${netInput} act on the error?`,
    joint
      ? `Through every activation of the layer: how the error reacts to each, times how that reacts to ${netInput}; added up.`
      : `Through ${activation} alone: how the error reacts to ${activation}, times how ${activation} reacts to ${netInput}.`,
  ],
  weightGradient: (name: string): Pair => [
    `What does ${name} multiply, and into which net input does that go?`,
    `How the error reacts to that net input, times what ${name} multiplies.`,
  ],
  biasGradient: ({ name, units }: Bias): Pair => [
    `By how much does a net input grow when ${name} grows by 1?`,
    units.length === 1
      ? 'By 1: so the error reacts to both in the same way.'
      : 'By 1: so how the error reacts to the net inputs that share it is added up.',
  ],
  meanGradient: (samples: number): Pair => [
    `How do the gradients of ${samples} samples become one?`,
    `Their mean: added up, and divided by ${samples}.`,
  ],
  learned: (name: string, byGradient: boolean): Pair => [
    `From which row does ${name} come, and which gradient moves it?`,
    byGradient
      ? 'From the row above: the old value, minus the learning rate times its own gradient.'
      : 'From the row above: the old value, moved by what the optimizer has made of its own gradient.',
  ],
  rowAbove: (rule: string): string => `${rule}, all from the row above`,
  other: 'What is this number made of?',
} as const;
