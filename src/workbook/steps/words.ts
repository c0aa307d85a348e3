import type { Called } from '../called.ts';

/** What the sheet Steps says, and all sheets that have a choice as it does. */
export const stepsWords = {
  title: 'One iteration, step by step',
  use: ({ one }: Called): string =>
    `Choose a ${one} and an iteration. Each line shows a formula, the same formula with the numbers put in, and the result.`,
  rate: ({ named }: Called): string => (named ? 'Run' : 'Learning rate'),
  iteration: (last: number): string => `Iteration (1 to ${last})`,
  hint: '◄ click a blue cell, then its arrow',
  missing: {
    rate: ({ named }: Called): string =>
      named ? '◄ no run has this name: showing the first' : '◄ no sheet has this rate: showing the first',
    iteration: '◄ there is no such iteration: showing the first',
  },
  /** Where other runs have more samples in an iteration, or an optimizer that keeps more. */
  goesOn: (row: number): string => `The chosen run has no such steps; it goes on in row ${row}.`,
  shown: 'sheet, iteration',
  upTo: (step: string): string => `shown up to ${step}`,
  chooseStage: 'show up to a step ›',
  stage: 'stage',
  notInList: {
    title: 'From the list, please',
    text: 'Choose one of the values in the list: click the arrow beside the cell.',
  },
  notAnIteration: (last: number) => ({
    title: 'An iteration, please',
    text: `Type a whole number from 1 to ${last}.`,
  }),
  head: {
    quantity: 'Quantity',
    symbols: 'In symbols',
    numbers: 'With the numbers of this iteration',
    result: 'Result',
    agrees: 'Agrees',
    words: 'In words',
    written: 'as written',
    start: 'Start',
    value: 'value',
  },
} as const;
