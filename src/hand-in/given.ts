import { escaped, inline, tableRow } from '../explain/markdown.ts';
import { explanationWords } from '../explain/words.ts';
import { latexFormula, latexNumber, latexSymbol } from '../expression/latex.ts';
import type { Expression } from '../expression/tree.ts';
import type { Named } from '../quantities/layer.ts';
import { LEARNING_RATE, type Topology } from '../quantities/topology.ts';
import { countText, numberText } from './number-words.ts';
import { handInWords } from './words.ts';

/** What the table of given values says in words. */
export interface GivenWords {
  /** Of each layer. */
  readonly activations: readonly string[];
  readonly loss: string;
  readonly optimizer: string;
  /** Of a learning rate that changes, what it is made of. */
  readonly rate: Expression | undefined;
  readonly iterations: number;
  readonly learningRates: readonly number[];
  /** The names of the runs, that of the values given first; missing where their learning rates say which they are. */
  readonly runs: readonly string[] | undefined;
  /** The file that holds everything. */
  readonly networkFile: string;
}

/** Samples that the table lists; the others stand in the network file. */
const MOST_SAMPLES = 12;

/** Numbers of a row; of wide layers there are thousands. */
const MOST_NUMBERS = 200;

/** All that the network is given, as a table. */
export function givenTable(topology: Topology, words: GivenWords): string {
  const { samples, layers, settings, passes } = topology;
  const { given } = handInWords;
  const numberOf = (s: number): number | undefined => (samples.length === 1 ? undefined : s + 1);
  const rows: readonly (readonly [string, string])[] = [
    ...samples.slice(0, MOST_SAMPLES).flatMap(({ inputs, targets }, s): readonly (readonly [string, string])[] => [
      [given.inputs(numberOf(s)), numbers(inputs)],
      [given.targets(numberOf(s)), numbers(targets)],
    ]),
    ...(samples.length > MOST_SAMPLES ? [given.moreSamples(samples.length - MOST_SAMPLES, words.networkFile)] : []),
    ...layers.flatMap(({ units, biases }, l): readonly (readonly [string, string])[] => [
      [explanationWords.start.weights(l), numbers(units.flatMap(({ weights }) => weights))],
      [explanationWords.start.biases(l, biases), numbers(biases)],
    ]),
    [given.activations, words.activations.join(', ')],
    [explanationWords.start.settings, numbers(settings)],
    [given.loss, words.loss],
    [given.optimizer, words.optimizer],
    [
      given.schedule,
      words.rate === undefined ? '' : inline(`${latexSymbol(LEARNING_RATE, 0)} = ${latexFormula(words.rate)}`),
    ],
    ...(samples.length === 1 ? [] : [[given.samples, given.taken(samples.length, passes.length)] as const]),
    [given.iterations, countText(words.iterations)],
    [given.learningRates, words.learningRates.map(numberText).join(', ')],
    [
      given.runs,
      words.runs === undefined
        ? ''
        : given.ofRuns(words.runs.map(escaped), escaped(words.runs[0] ?? ''), words.networkFile),
    ],
  ];
  const told = rows.filter(([, text]) => text !== '');
  return [[given.head, ''], ['---', '---'], ...told].map(tableRow).join('\n');
}

function numbers(items: readonly Named[]): string {
  const told = items
    .slice(0, MOST_NUMBERS)
    .map(({ name, value }) => inline(`${latexSymbol(name, 0)} = ${latexNumber(value)}`));
  const rest = items.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${countText(rest)} more`] : [])].join(', ');
}
