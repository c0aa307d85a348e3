import { latexFactor, latexFormula, latexMarked, latexName, latexNumber, latexSymbol } from '../expression/latex.ts';
import type { Expression, Row } from '../expression/tree.ts';
import type { SymbolReading } from '../model/read-rule.ts';
import { cellLimits, metLimit, reasonOf } from '../model/run-end.ts';
import type { Step, StepSection } from '../model/step.ts';
import { startOf } from '../model/steps.ts';
import { movesByGradient } from '../model/update.ts';
import { ITERATION, SAMPLE, TOTAL_ERROR, type Topology } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import { block, escaped, inline, tableRow } from './markdown.ts';
import { fromTheTop, wideNotation, widthOf } from './wide.ts';
import { type ErrorChange, explanationWords } from './words.ts';

/** One iteration of one training run, with its numbers. */
export interface Iteration {
  readonly title: string;
  readonly topology: Topology;
  readonly sections: readonly StepSection[];
  readonly learningRate: number;
  /** Counted from 1. */
  readonly iteration: number;
  /** The number of a quantity, a setting, η, k or a state of the iteration before, by its name and row. */
  readonly before: SymbolReading<number>;
  /** The same one iteration later, after the update. */
  readonly after: (name: string) => number;
  /** E_total after the update, of the same samples. */
  readonly errorAfter: number;
}

/** Every step of an iteration as Markdown: its name, its words, and its formula in symbols, with numbers put in, and its result. */
export function explanation(of: Iteration): string {
  const parts = [
    explanationWords.opening(escaped(of.title), of.iteration, inline(equation(of.topology.givenRate, of.learningRate))),
    startTable(of),
    ...of.sections.flatMap((section) => [
      `### ${section.title}`,
      section.why,
      ...section.steps.flatMap((step) => [`**${step.name}** ${step.words}`, block(lines(of, step))]),
    ]),
    closing(of),
  ];
  return `${parts.join('\n\n')}\n`;
}

const equation = (name: string, value: number, row: Row = 0): string =>
  `${latexSymbol(name, row)} = ${latexNumber(value)}`;

function startTable({ topology, sections, iteration, before }: Iteration): string {
  const numbers = (items: readonly { readonly name: string; readonly row?: Row }[]): string =>
    items.map(({ name, row }) => inline(equation(name, before(name, row), row))).join(', ');
  const starting = startOf(sections);
  const states = starting.filter(({ row }) => row !== 0);
  const { epoch, passes, samples } = topology;
  const counted = starting.filter(({ name }) => name === ITERATION);
  const rows = [
    ...(epoch > 1
      ? [
          [
            explanationWords.start.samples(passes.length),
            explanationWords.start.samplesOf(
              passes.map((pass) => before(inPass(SAMPLE, pass))),
              samples.length,
            ),
          ],
        ]
      : []),
    ...passes.flatMap((pass) => {
      const { inputs, targets } = viewOf(topology, pass);
      return [
        [explanationWords.start.inputs(pass), numbers(inputs)],
        [explanationWords.start.targets(pass), numbers(targets)],
      ];
    }),
    ...topology.layers.flatMap((layer, l) => [
      [explanationWords.start.weights(l), numbers(layer.units.flatMap((unit) => unit.weights))],
      [explanationWords.start.biases(l, layer.biases), numbers(layer.biases)],
    ]),
    [explanationWords.start.settings, numbers(topology.settings)],
    [explanationWords.start.states(iteration), numbers(states)],
    [explanationWords.start.iteration, numbers(counted)],
    [explanationWords.start.learningRate, numbers([{ name: topology.givenRate }])],
  ].filter(([, text]) => text !== '');
  return [[explanationWords.start.head(iteration), ''], ['---', '---'], ...rows].map(tableRow).join('\n');
}

/** A line of more letters of LaTeX leaves the result to a line of its own. */
const LONG = 80;

/** A step's formula: as class writes it, with other names and definitions written out, with numbers put in, the result. */
function lines(of: Iteration, { name, column, later, formula, aliases }: Step): readonly string[] {
  const quantity = (symbol: string): string => aliases.get(symbol) ?? symbol;
  const writtenOut = { ...wideNotation, named: () => undefined };

  const short = latexFormula(formula, wideNotation);
  const full = latexFormula(formula, { ...writtenOut, symbol: (symbol, row) => latexSymbol(quantity(symbol), row) });
  const putIn = latexFormula(formula, {
    ...writtenOut,
    symbol: (symbol, row) => latexFactor(of.before(quantity(symbol), row)),
  });
  const head = later === 0 ? latexName(name) : latexMarked(column, 'new');
  const result = latexNumber((later === 0 ? of.before : of.after)(column));
  const fitting = (a: string, b: string, fits: boolean): readonly string[] => (fits ? [`${a} = ${b}`] : [a, b]);
  const symbols = full === short ? [short] : fitting(short, full, aliases.size === 0 && widthOf(short + full) <= LONG);
  // Of a single name or number, what is put in is the result.
  const numbers = isSingle(formula) ? [result] : fitting(putIn, result, putIn.length <= LONG);
  return [...symbols.filter((line) => line !== result), ...numbers].map(
    (line, k) => `${k === 0 ? `${head} ` : ''}&= ${fromTheTop(line)}`,
  );
}

const isSingle = ({ kind }: Expression): boolean => kind === 'symbol' || kind === 'number';

function closing({ topology, before, errorAfter }: Iteration): string {
  const from = before(TOTAL_ERROR);
  const limit = metLimit(cellLimits(topology), before);
  if (limit !== undefined) return explanationWords.limit(reasonOf(limit));
  const shown = [inline(equation(TOTAL_ERROR, from)), inline(latexNumber(errorAfter))] as const;
  const taken = topology.epoch > 1 ? topology.passes.length : undefined;
  return explanationWords.closing(taken, ...shown, course(from, errorAfter), movesByGradient(topology));
}

function course(from: number, to: number): ErrorChange {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return 'notANumber';
  if (latexNumber(from) === latexNumber(to)) return 'same';
  return to < from ? 'smaller' : 'larger';
}
