import type { Called } from '../called.ts';
/** What the sheet Landscape says. */
export const landscapeWords = {
  title: 'Why the learning rate matters',
  use: (points: number): string =>
    `E_total over one weight, all others as they are in this iteration: ${points} forward passes, and no chain rule.`,
  choice: {
    weight: 'weight',
    second: 'second',
    rate: ({ head }: Called): string => head,
    iteration: 'iteration',
    range: 'range ±',
  },
  ownChoice: 'This choice is the sheet’s own: the one on Steps stays as it is.',
  tooLarge: (weights: number): string =>
    `This network is too large to be drawn here: a landscape takes up to ${weights} weights and biases, and sums that fit into a cell.`,
  missing: {
    weight: (shown: string): string => `◄ there is no such weight: showing ${shown}`,
    range: (used: string): string => `◄ no such range: showing ±${used}`,
  },
  working: 'the working ›',
  notARange: {
    title: 'A range, please',
    text: 'How far the curve goes to either side of the weight. Type a number from 0.0001 to 100, such as 1.',
  },
  slope: ['slope ∂E/∂', ' = ', ':   step = ', ',   ', ' goes from ', ' to '],
  verdict: {
    last: 'This is the last iteration: there is no next weight to step to.',
    flat: 'The error hardly depends on this weight: the curve is flat.',
    over: 'The step jumps over the floor of the valley and lands on the other side',
    short: 'The step goes towards the floor of the valley',
    up: 'The step leads away from the floor of the valley',
    lower: '; there the error is smaller.',
    higher: '; there the error is larger.',
    still: 'The weight stays where it is.',
    none: 'The step leads to no number: the run diverges here.',
  },
  all: ['Together, all weights take E_total from ', ' to ', '.'],
  map: ['E_total over ', ' (across) and ', ' (up)'],
  marks: '● now   ◇ next   • the iterations up to now',
  colours: 'white: small error, the valley; red: large error',
  coarse: (side: number, columns: number): string =>
    `${side} × ${side} points only: each takes a forward pass of ${columns} numbers.`,
  noMap: (columns: number): string =>
    `No map over two weights: each of its points would take a forward pass of ${columns} numbers.`,
  workingTitle: 'Working: the chosen weights, the points of the charts',
  gridTitle: 'Working: one forward pass for the step, for every point of the curve, and for every point of the map',
  head: {
    chosen: ['chosen', 'weight', 'number', 'column', '∂E/∂w in', 'w now', '∂E/∂w', 'w next', 'step'],
    first: 'first',
    second: 'second',
    points: ['the step', 'weight', 'E_total', 'column', 'row'],
    now: 'now',
    next: 'next, on this curve',
    tangent: 'tangent: slope ∂E/∂w',
    run: 'the run: all weights move',
    path: ['iteration', 'first', 'second', 'E_total', 'drawn at', 'drawn up', 'column', 'row'],
    scale: ['map', 'white', 'between', 'red'],
    floor: 'floor at (1: flat)',
    after: 'E_total after it',
    grid: ['no.', 'across', 'up', 'Δ first', 'Δ second'],
    base: 'as it is',
    x: 'weight',
    curve: 'E_total over this weight',
  },
  axis: 'the weight',
  description:
    'E_total over the chosen weight, with its tangent, the step to the next weight, and the iterations before it.',
} as const;
