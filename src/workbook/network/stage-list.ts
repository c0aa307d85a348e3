import { type LayerStage, layerStages } from '../../model/layer-stages.ts';
import { newName, type Step } from '../../model/step.ts';
import { errorBy, quantityName } from '../../quantities/quantity.ts';
import { type Pass, type Topology, trainedOf } from '../../quantities/topology.ts';
import { viewOf } from '../../quantities/view.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import { type Book, chosenValue, sharingRuns } from '../book.ts';
import { written } from '../numbers/written-number.ts';
import { STEPS_SHEET, stepsColumns } from '../steps/layout.ts';
import { symbolsText } from '../steps/look.ts';
import { newWeight, stepTexts } from '../steps/rows.ts';
import { cellOfShown } from './diagram/shown-cell.ts';
import { openingSample } from './diagram/values.ts';
import { stageWords } from './words.ts';

/** A step of the list: its name there, an example of what it computes in symbols, and with the numbers put in. */
export interface ListedStage {
  readonly name: string;
  readonly symbols: string;
  readonly numbers: Formula | string;
}

/** The steps of the list "Show up to", in order; the last one is that everything is shown. */
export function listedStages(book: Book): readonly ListedStage[] {
  const { topology } = book;
  const stages = layerStages(topology);
  const listed = stages.map((stage, k): ListedStage => {
    const name = `${k + 1} ${stageName(topology, stage)}`;
    const examples = topology.passes.map((pass) => exampleName(topology, pass, stage));
    return { name, ...example(book, examples) };
  });
  const last = topology.layers.length - 1;
  const chain = topology.passes.map((pass) => exampleName(topology, pass, { kind: 'gradients', layer: last }));
  const { symbols, numbers } = example(book, chain);
  return [...listed, { name: stageWords.all, symbols: `${symbols}${stageWords.chain}`, numbers }];
}

function stageName({ layers }: Topology, { kind, layer }: LayerStage): string {
  if (layer === undefined) return stageWords.names[kind];
  if (layer === layers.length - 1 && kind === 'activations') return stageWords.outputs;
  return `${stageWords.names[kind]}, ${layer === layers.length - 1 ? stageWords.output : stageWords.hidden(layer, layers.length - 1)}`;
}

/** The quantity that shows what a stage does: the first of it; undefined where nothing is computed. */
function exampleName(topology: Topology, pass: Pass, { kind, layer }: Pick<LayerStage, 'kind' | 'layer'>) {
  const { layers, errors } = viewOf(topology, pass);
  const unit = layers[layer ?? 0]?.units[0];
  const by = (name: string | undefined): string => quantityName(errorBy(pass, name ?? ''));
  switch (kind) {
    case 'inputs':
      return undefined;
    case 'net-inputs':
      return unit?.netInput;
    case 'activations':
      return unit?.activation;
    case 'error':
      return errors[0]?.name;
    case 'reactions':
      return by(unit?.activation);
    case 'deltas':
      return by(unit?.netInput);
    case 'gradients':
      return by(unit?.weights[0]?.name);
    case 'update':
      return newName(trainedOf(topology)[0]?.name ?? '');
  }
}

/** A quantity in symbols and with numbers, as Steps shows it. @param names of the quantity in all passes */
function example(book: Book, names: readonly (string | undefined)[]): Omit<ListedStage, 'name'> {
  const all = book.steps.sections.flatMap(({ section }) => section.steps);
  const byName = new Map(all.map((step) => [step.name, step]));
  const steps = names.flatMap((name) => byName.get(name ?? '') ?? []);
  const shown = steps[Math.min(openingSample(book), steps.length - 1)];
  const [first] = steps;
  if (first === undefined || shown === undefined) return { symbols: stageWords.given, numbers: stageWords.givenToo };
  const texts = steps.map((step) => numbersFormula(book, step));
  const same = new Set(texts).size === 1;
  return {
    symbols: `${first.name} = ${symbolsText(first).replaceAll('\n', ' ')}`.replaceAll(/@\d+/g, ''),
    numbers: {
      formula: same ? (texts[0] ?? '') : textOfShown(book, steps, texts),
      value: numbersText(book, shown),
    },
  };
}

/** The text of the sample that is shown: one of the texts, or where they are too many made of the cells that are. */
function textOfShown(book: Book, steps: readonly Step[], texts: readonly string[]): string {
  if (texts.join().length * sharingRuns(book).length < MANY_CHARACTERS) return cellOfShown(texts);
  return numbersOf((column) => cellOfShown(steps.map((step) => cellOf(book, step, column))));
}

/** Of a formula that all runs share. */
const MANY_CHARACTERS = 3000;

const cellOf = ({ steps }: Book, { name }: Step, column: number): string =>
  onSheet(STEPS_SHEET, absolute(steps.row(name), column));

const numbersFormula = (book: Book, step: Step): string => numbersOf((column) => cellOf(book, step, column));

/** As Steps has both texts in cells. The result needs no parentheses. */
function numbersOf(at: (column: number) => string): string {
  const result = `SUBSTITUTE(SUBSTITUTE(${at(stepsColumns.written)},"(",""),")","")`;
  return `"= "&${at(stepsColumns.numbers)}&" = "&${result}`;
}

function numbersText(book: Book, step: Step): string {
  const result = step.later === 1 ? newWeight(book, step) : chosenValue(book, step.column);
  return `= ${stepTexts(book, step).numbers} = ${written(result, 'alone')}`;
}
