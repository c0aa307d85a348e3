import type { Unit } from '../../../quantities/layer.ts';
import type { Book } from '../../book.ts';
import { diagramWords } from '../words.ts';
import type { DiagramWidths, LayerWidths } from './columns.ts';
import { type DiagramRows, labelOffsets } from './rows.ts';
import type { DiagramTexts } from './texts.ts';
import { diagramTotal, diagramValue, labelsOf } from './values.ts';

/** Sizes of the diagram's texts in points. */
export const diagramSizes = { name: 11, value: 12, total: 13, formula: 8, label: 10 } as const;

/** Height of a row of the sheet in pixels. */
export const DIAGRAM_ROW_HEIGHT = 22;

/** Widths in pixels that look right where the texts are short. */
const least = {
  input: 62,
  label: 34,
  number: 42,
  netInput: 80,
  symbol: 26,
  activation: 72,
  error: 84,
  total: 90,
} as const;

/** What a text leaves free of its column on both sides together: under the round ends of a node, and elsewhere. */
const ROUND = 24;
const SQUARE = 16;
/** What a label or its number leaves free of its column. */
const TIGHT = 5;
/** What the lowest text of a node leaves free besides, where the round ends come nearer. */
const CORNERS = 10;

const TO_ERROR = 22;
const TO_TOTAL = 30;

/** The widths of the diagram's columns: as wide as their texts need, and the space for lines as they spread. */
export function diagramWidths(book: Book, rows: DiagramRows, texts: DiagramTexts): DiagramWidths {
  const { topology } = book;
  const { name: nameSize, value, total, formula, label } = diagramSizes;
  const partWidth = (of: string, margin: number, decimals: number, valueSize: number = value): number =>
    margin +
    Math.max(
      textWidth(of, nameSize),
      textWidth(numberText(numberOf(book, of), decimals), valueSize),
      formulaWidth(texts.formula(of), formula) + (margin === ROUND ? CORNERS : 0),
    );
  const widest = (lowest: number, widths: readonly number[]): number => Math.max(lowest, ...widths);
  const layer = (units: readonly Unit[], l: number): LayerWidths => {
    const labels = units.flatMap(({ weights, bias }) => [
      ...weights.map(({ name }) => name),
      ...(bias === undefined ? [] : [bias]),
    ]);
    const symbols = units.map((unit) => texts.symbol(unit.activation));
    return {
      ...lineWidths(rows, l, units),
      label: widest(
        least.label,
        labels.map((name) => TIGHT + textWidth(diagramWords.labels.weight(name), label)),
      ),
      number: widest(
        least.number,
        labels.map((name) => TIGHT + textWidth(numberText(numberOf(book, name), 4), label)),
      ),
      netInput: widest(
        least.netInput,
        units.map((unit) => partWidth(unit.netInput, ROUND, 4)),
      ),
      symbol: widest(
        least.symbol,
        symbols.map((text) => (text.length > 1 ? SQUARE + 6 + textWidth(text, value) : least.symbol)),
      ),
      activation: widest(
        least.activation,
        units.map((unit) => partWidth(unit.activation, ROUND, 4)),
      ),
    };
  };
  return {
    input: widest(
      least.input,
      topology.inputs.map((input) => partWidth(input.name, ROUND, 2)),
    ),
    layers: topology.layers.map(({ units }, l) => layer(units, l)),
    toError: TO_ERROR,
    error: widest(
      least.error,
      topology.errors.map((error) => partWidth(error.name, SQUARE, 6)),
    ),
    toTotal: spreadWidth(TO_TOTAL, rows.layers.at(-1) ?? []),
    total: Math.max(least.total, partWidth(diagramTotal(topology), SQUARE, 6, total)),
  };
}

/** Space for the lines before and after a layer's labels. */
function lineWidths(rows: DiagramRows, l: number, units: readonly Unit[]): Pick<LayerWidths, 'fan' | 'arrow'> {
  const offsets = labelOffsets(units[0] === undefined ? 0 : labelsOf(units[0]));
  const sources = (l === 0 ? rows.inputs : rows.layers[l - 1]) ?? [];
  const targets = rows.layers[l] ?? [];
  const steps = targets.flatMap((row) => sources.map((source, k) => row + (offsets[k] ?? 0) - source));
  return { fan: spreadWidth(NARROWEST_FAN, steps), arrow: 22 + 3 * Math.max(0, offsets.length - 3) };
}

const NARROWEST_FAN = 36;
const WIDEST = 160;

/** The number that a cell of the diagram shows at first; of an empty one, any of its kind. */
function numberOf(book: Book, name: string): number {
  const { value } = diagramValue(book, name);
  return typeof value === 'number' ? value : 0;
}

/** Space for lines that spread up and down: the further, the wider. @param steps how many rows each line goes down */
function spreadWidth(narrowest: number, steps: readonly number[]): number {
  const spread = Math.max(...steps.map(Math.abs)) * DIAGRAM_ROW_HEIGHT;
  return Math.min(WIDEST, Math.max(narrowest, Math.round(6 + 0.2 * spread)));
}

/** A careful guess at the width of names, numbers and formulas in Calibri, in pixels. */
const textWidth = (text: string, points: number): number => Math.ceil(text.length * points * 0.62);

/** The same for formulas in italics, which have few digits. */
const formulaWidth = (text: string, points: number): number => Math.ceil(text.length * points * 0.56);

/** The same for sentences, whose letters are narrower than digits. */
export const proseWidth = (text: string, points: number): number => Math.ceil(text.length * points * 0.57);

const numberText = (value: number, decimals: number): string =>
  Number.isFinite(value) ? value.toFixed(decimals) : '#NUM!';
