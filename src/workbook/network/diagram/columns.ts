import type { Role } from '../../../model/column.ts';
import type { Topology } from '../../../quantities/topology.ts';

/** Widths of the diagram's columns, in pixels. */
export interface DiagramWidths {
  readonly input: number;
  readonly layers: readonly LayerWidths[];
  /** Between an output and its error, and between the errors and their total. */
  readonly toError: number;
  readonly error: number;
  readonly toTotal: number;
  readonly total: number;
}

/** Widths of the eight columns of a layer, from left to right. */
export interface LayerWidths {
  /** Where the lines from the layer before spread out to the labels. */
  readonly fan: number;
  readonly label: number;
  /** The number of a weight, and its gradient below. */
  readonly number: number;
  /** The new number of a weight, and its step below. */
  readonly next: number;
  /** Between the labels and the units. */
  readonly arrow: number;
  readonly netInput: number;
  /** Between net input and activation: the symbol of the function. */
  readonly symbol: number;
  readonly activation: number;
}

/** A heading over some columns: of the way forward, and of the way back below it. */
export interface DiagramCaption {
  readonly over: 'inputs' | 'gap' | 'weight' | 'next' | 'layer' | 'error' | 'total';
  readonly role: Role;
  /** The layer, counted from 0, where there is one. */
  readonly layer: number;
  readonly column: number;
  readonly columns: number;
}

/** Columns of a layer, counted from 1 as on the sheet. */
export type LayerColumns = Readonly<Record<'label' | 'number' | 'next' | 'netInput' | 'symbol' | 'activation', number>>;

/** Columns of the diagram, counted from 1 as on the sheet. */
export interface DiagramColumns {
  readonly input: number;
  readonly layers: readonly LayerColumns[];
  readonly error: number;
  readonly total: number;
  readonly captions: readonly DiagramCaption[];
}

const LAYER_COLUMNS = 8;

/** Places the columns from left to right: inputs, for each layer its weights and its units, errors, total. */
export function diagramColumns(topology: Topology, first: number): DiagramColumns {
  const layerStart = (l: number): number => first + 1 + l * LAYER_COLUMNS;
  const layers = topology.layers.map((_, l) => ({
    label: layerStart(l) + 1,
    number: layerStart(l) + 2,
    next: layerStart(l) + 3,
    netInput: layerStart(l) + 5,
    symbol: layerStart(l) + 6,
    activation: layerStart(l) + 7,
  }));
  const end = layerStart(layers.length);
  const captions: readonly DiagramCaption[] = [
    { over: 'inputs', role: 'input', layer: 0, column: first, columns: 1 },
    ...layers.flatMap(({ label, number, next, netInput }, layer): readonly DiagramCaption[] => [
      { over: 'gap', role: 'weight', layer, column: label - 1, columns: 2 },
      { over: 'weight', role: 'weight', layer, column: number, columns: 1 },
      { over: 'next', role: 'weight', layer, column: next, columns: 1 },
      { over: 'gap', role: 'weight', layer, column: next + 1, columns: 1 },
      { over: 'layer', role: 'forward', layer, column: netInput, columns: 3 },
    ]),
    { over: 'gap', role: 'error', layer: 0, column: end, columns: 1 },
    { over: 'error', role: 'error', layer: 0, column: end + 1, columns: 1 },
    { over: 'gap', role: 'error', layer: 0, column: end + 2, columns: 1 },
    { over: 'total', role: 'total', layer: 0, column: end + 3, columns: 1 },
  ];
  return { input: first, layers, error: end + 1, total: end + 3, captions };
}

/** The widths of all columns, from left to right. */
export const widthsInOrder = ({ input, layers, toError, error, toTotal, total }: DiagramWidths): readonly number[] => [
  input,
  ...layers.flatMap(({ fan, label, number, next, arrow, netInput, symbol, activation }) => [
    fan,
    label,
    number,
    next,
    arrow,
    netInput,
    symbol,
    activation,
  ]),
  toError,
  error,
  toTotal,
  total,
];
