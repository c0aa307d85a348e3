import { activations } from '../../../model/activation/index.ts';
import type { Unit } from '../../../quantities/layer.ts';
import { TOTAL_ERROR } from '../../../quantities/topology.ts';
import type { Book } from '../../book.ts';
import { diagramWords } from '../words.ts';
import type { DiagramWidths, LayerWidths } from './columns.ts';
import { type DiagramRows, labelOffsets } from './rows.ts';
import type { DiagramTexts } from './texts.ts';
import { choosesSample, diagramTotal, diagramValue, labelsOf } from './values.ts';

/** Sizes of the diagram's texts in points: names and numbers of the way forward, of the way back, of labels, and of what they are made of. */
export const diagramSizes = {
  name: 10,
  value: 11,
  total: 12,
  backName: 9,
  backValue: 10,
  label: 10,
  small: 9,
  formula: 8,
} as const;

/** Height of a row of the sheet in pixels. */
export const DIAGRAM_ROW_HEIGHT = 17;

/** Widths in pixels that look right where the texts are short. */
const least = {
  input: 54,
  label: 46,
  number: 58,
  next: 58,
  netInput: 66,
  symbol: 24,
  activation: 78,
  error: 82,
  total: 84,
} as const;

/** What a text leaves free of its column on both sides together: within an outline, and of labels. */
const SQUARE = 10;
const TIGHT = 5;

const TO_ERROR = 14;
const TO_TOTAL = 14;

/** The widths of the diagram's columns: as wide as their texts need, and the space for lines as they spread. */
export function diagramWidths(book: Book, rows: DiagramRows, texts: DiagramTexts): DiagramWidths {
  const { topology } = book;
  const { name: nameSize, backName, value, total, formula, label, small } = diagramSizes;
  const widest = (lowest: number, widths: readonly number[]): number => Math.max(lowest, ...widths);
  const partWidth = (of: string, decimals: number, valueSize: number = value): number =>
    SQUARE + Math.max(textWidth(of, nameSize), textWidth(numberText(numberOf(book, of), decimals), valueSize));
  const unitWidth = (of: string): number =>
    Math.max(partWidth(of, 4), SQUARE + textWidth(diagramWords.reaction(of), backName));
  const layer = (units: readonly Unit[], l: number): LayerWidths => {
    const labels = units.flatMap(({ weights, bias }) => [
      ...weights.map(({ name }) => name),
      ...(bias === undefined ? [] : [bias]),
    ]);
    const { joint } = activations[topology.layers[l]?.activation ?? 'linear'];
    const symbols = units.map((unit) => texts.symbol(unit.activation));
    const numbers = labels.map((name) => TIGHT + textWidth(numberText(numberOf(book, name), 4), label));
    return {
      ...lineWidths(rows, l, units),
      label: widest(
        least.label,
        labels.flatMap((name) => [
          TIGHT + textWidth(diagramWords.labels.weight(name), label),
          TIGHT + textWidth(diagramWords.labels.gradient(name), formula),
        ]),
      ),
      number: widest(least.number, numbers),
      next: widest(
        least.next,
        numbers.map((width) => width + textWidth('→', small)),
      ),
      netInput: widest(least.netInput, [
        ...units.map((unit) => unitWidth(unit.netInput)),
        ...(joint ? [2 * SQUARE + formulaWidth(diagramWords.sharesOfLayer, formula)] : []),
      ]),
      symbol: widest(
        least.symbol,
        symbols.map((text) => (text.length > 1 ? SQUARE + textWidth(text, nameSize) : least.symbol)),
      ),
      activation: widest(least.activation, [
        ...units.map((unit) => unitWidth(unit.activation)),
        ...(joint ? [2 * SQUARE + formulaWidth(`${diagramWords.ownSlope} = 0.2500`, formula)] : []),
      ]),
    };
  };
  const errorTexts = topology.errors.map((error) => formulaWidth(texts.loss(error.output), formula) + SQUARE);
  return {
    input: widest(
      least.input,
      topology.inputs.map((input) => partWidth(input.name, 2)),
    ),
    layers: topology.layers.map(({ units }, l) => layer(units, l)),
    toError: TO_ERROR,
    error: widest(least.error, [...topology.errors.map((error) => partWidth(error.name, 6)), ...errorTexts]),
    toTotal: spreadWidth(TO_TOTAL, [rows.height / 2]),
    total: widest(least.total, [
      partWidth(diagramTotal(topology), 6, total),
      SQUARE + formulaWidth(texts.formula(diagramTotal(topology)), formula),
      ...(choosesSample(book)
        ? [SQUARE + formulaWidth(diagramWords.meanOf(TOTAL_ERROR, topology.passes.length), formula)]
        : []),
    ]),
  };
}

/** Space for the lines before and after a layer's labels. */
function lineWidths(rows: DiagramRows, l: number, units: readonly Unit[]): Pick<LayerWidths, 'fan' | 'arrow'> {
  const offsets = labelOffsets(units[0] === undefined ? 0 : labelsOf(units[0]));
  const sources = (l === 0 ? rows.inputs : rows.layers[l - 1]) ?? [];
  const targets = rows.layers[l] ?? [];
  const steps = targets.flatMap((row) => sources.map((source, k) => row + (offsets[k] ?? 0) - source));
  return { fan: spreadWidth(NARROWEST_FAN, steps), arrow: NARROWEST_ARROW + 3 * Math.max(0, offsets.length - 4) };
}

const NARROWEST_ARROW = 12;
const NARROWEST_FAN = 34;
const WIDEST = 160;

/** The number that a cell of the diagram shows at first; of an empty one, any of its kind. */
function numberOf(book: Book, name: string): number {
  const { value } = diagramValue(book, name);
  return typeof value === 'number' ? value : 0;
}

/** Space for lines that spread up and down: the further, the wider. @param steps how many rows each line goes down */
function spreadWidth(narrowest: number, steps: readonly number[]): number {
  const spread = Math.max(...steps.map(Math.abs)) * DIAGRAM_ROW_HEIGHT;
  return Math.min(WIDEST, Math.max(narrowest, Math.round(0.12 * spread)));
}

/** A careful guess at the width of names, numbers and formulas in Calibri, in pixels. */
const textWidth = (text: string, points: number): number => Math.ceil(text.length * points * 0.62);

/** The same for formulas in italics, which have few digits. */
const formulaWidth = (text: string, points: number): number => Math.ceil(text.length * points * 0.56);

/** The same for sentences, whose letters are narrower than digits. */
export const proseWidth = (text: string, points: number): number => Math.ceil(text.length * points * 0.57);

const numberText = (value: number, decimals: number): string =>
  Number.isFinite(value) ? value.toFixed(decimals) : '#NUM!';
