import type { Called } from './called.ts';
import { ratesWords } from './learning-rates/words.ts';
import { counted } from './start/words.ts';
import { stepsWords } from './steps/words.ts';

/** The title of a chart that may draw only the first of many lines. @param all how many there are */
const linesTitle = (title: string, drawn: number, all: number): string =>
  `${title}${drawn === all ? '' : ` (the first ${drawn} of ${all})`}`;

const gradients = (count: number): string => counted(count, 'gradient');

/** What the sheets say, in plain English; formulas are printed from the model, never typed here. */
export const words = {
  links: {
    start: '‹ Start',
    network: 'Network',
    steps: 'Steps',
    rates: ({ named }: Called): string => (named ? 'All runs' : 'All rates'),
    check: 'Check',
  },
  table: {
    title: (rate: string, run?: string): string => {
      if (run === undefined) return `Learning rate ${rate}`;
      // A long name leaves no room beside it.
      return run.length > 14 ? run : `${run}: learning rate ${rate}`;
    },
    noRate: '✗ type η above 0',
    reading: (update: string): string =>
      `Row k = iteration k: forward pass, error, backward pass; row k + 1 begins with new w = ${update}.`,
    notARate: {
      title: 'A positive number, please',
      text: 'This cell is the learning rate η of this sheet. Type a number greater than 0, such as 0.5.',
    },
    iteration: 'iteration',
    iterationSymbol: 'k',
    given: { target: 'target', input: 'input', setting: 'setting', weight: 'fixed' },
    inTurn: (every: number): string => `one of ${every}, in turn`,
    runningMean: (of: string, iterations: number): string => `mean of the last ${iterations} ${of}`,
    correct: '1 if the output of the right class is the largest, else 0',
    drawn: 'For the charts: #N/A, which leaves a gap, where there is no number',
    first: (total: string): string => `${total}, iteration 1`,
    last: (total: string, iterations: number): string => `${total}, iteration ${iterations}`,
    ratio: 'Last ÷ first',
    output: (output: string, target: string): string => `${output} now (wants ${target})`,
    shown: 'Row shown on Steps',
    rateHint: {
      title: 'Learning rate η',
      text: 'Type another learning rate: this sheet, the comparison and the charts follow.',
    },
    chainRule: 'How the error reaches a weight: multiply along the way back',
  },
  steps: stepsWords,
  gradientCheck: {
    title: 'Gradient check',
    use: (checked: number, all: number): string =>
      `Is the chain rule right? Nudge a weight, see how E_total changes, and compare with the gradient${
        checked < all ? `: here for ${checked} of ${all} weights, spread over all of them` : ''
      }.`,
    nudge: 'ε =',
    badNudge: {
      title: 'A small number, please',
      text: 'ε is the size of the nudge. Type a number between 0.0000001 and 0.1, such as 0.00001.',
    },
    noNudge: (used: string): string => `◄ no such ε: using ${used}`,
    head: {
      weight: 'Weight',
      gradient: 'Gradient ∂E/∂w\n(chain rule)',
      above: 'E_total\nwith w + ε',
      below: 'E_total\nwith w − ε',
      slope: 'Slope: their\ndifference / 2ε',
      difference: 'Relative\ndifference',
      agrees: 'Agrees',
    },
    allGood: (count: number): string =>
      count === 1
        ? '✓ the gradient agrees with the slope'
        : `✓ ${count === 2 ? 'both' : `all ${count}`} gradients agree with the slopes`,
    atKink: (count: number): string =>
      ` of ${gradients(count)}: as the slope; – stands at a kink, where there is no slope`,
    noNumbers: (count: number): string =>
      ` of ${gradients(count)}: no number in this iteration, so there is nothing to compare`,
    someBad: (count: number): string => ` of ${gradients(count)}: not as the slope`,
    shown: ({ named }: Called): readonly [string, string] => [
      named ? 'For ' : 'For the learning rate ',
      ', iteration ',
    ],
    choose: 'choose another on Steps ›',
    picture: 'a slope as a picture ›',
    penalisedHead: {
      gradient: 'g: ∂E/∂w with\nits penalty',
      above: 'E + penalty\nwith w + ε',
      below: 'E + penalty\nwith w − ε',
    },
    notes: (penalised: boolean): readonly string[] => [
      'How this works',
      'A gradient is a slope: how much E_total changes when the weight changes a little.',
      'So every weight is nudged up by ε and down by ε, each time with a whole',
      'forward pass (below, the nudged weight on yellow).',
      'The difference of the two errors, divided by 2ε, is the slope; it needs no chain',
      'rule at all: if both agree, the chain rule was applied without a mistake.',
      '✓ means a relative difference below 0.000001; gradients below 0.0001 are',
      'compared with 0.0001 (times E_total where that is above 1), because there the',
      'rounding of E_total outweighs them.',
      ...(penalised
        ? [
            'What pulls weights towards 0 is no part of E_total. Here its penalty is added, λ/2·Σw² of',
            'weight decay, λ1·Σ|w| of L1: the slope of the sum is g, which the optimizer gets.',
          ]
        : []),
    ],
    working: 'Working: one forward pass per nudge',
    columns: {
      nudge: 'nudge',
      weight: 'weight no.',
      sign: '+ or −',
      sides: 'sides of kinks',
      penalised: 'E + penalty',
    },
    base: 'as it is',
  },
  charts: {
    horizontal: 'Iteration',
    error: 'The error',
    accuracy: 'The accuracy: the share of samples whose class is right',
    weights: (drawn: number, all: number): string => linesTitle('The weights', drawn, all),
    outputs: (drawn: number, all: number): string => linesTitle('Outputs and targets', drawn, all),
    gradients: (drawn: number, all: number): string => linesTitle('The gradients', drawn, all),
    /** Around how far a chart draws on either side of 0, and the iteration in which a line leaves it. */
    leave: {
      errors: [', drawn up to ', ', 10 × the first: leaves at iteration '],
      others: [', drawn up to ±', ': leave at iteration '],
      sampled: [', drawn up to ', ''],
    },
    /** What many lines are, after the names of units in their colours. */
    many: {
      errors: (total: string, tests: boolean): string =>
        `thick: ${total}; ${tests ? 'brown dashes: E_test; ' : ''}thin: one line per sample`,
      weights: '– one colour per unit, one dash per weight',
      outputs: '– one colour per output, one dash per sample; grey: targets',
      gradients: '– one colour per unit, one dash per weight',
    },
    /** The same after many names. */
    several: { weights: '– a dash per weight', outputs: '– a dash per sample', gradients: '– a dash per weight' },
    repeating: 'more units than colours: the colours begin again',
    rates: {
      title: (error: string, { one }: Called): string => `${error} by ${one}`,
      /** Before two runs, where the lines are too many to be named: the larger a learning rate, the darker its line. */
      unnamed: ({ named, before }: Called): readonly [string, string] =>
        named ? ['; from ', ' to '] : [`; lightest line: ${before}`, `, darkest: ${before}`],
      logarithmic: 'The same on a logarithmic axis (without 0, and up to 1000 × the first)',
      accuracy: ({ one }: Called): string => `Accuracy by ${one}: the share of samples whose class is right`,
      /** Around how far the chart draws, and how many runs go beyond. */
      beyond: (times: number, runs: number): readonly [string, string, string] => [
        ', drawn up to ',
        `, ${times} × the first; runs beyond: `,
        ` of ${runs}`,
      ],
    },
    description: (title: string, lines: readonly string[], iterations: number): string =>
      `Line chart "${title}": ${lines.length > 12 ? `${lines.length} lines` : lines.join(', ')} over iterations 1 to ${iterations}.`,
  },
  rates: ratesWords,
} as const;
