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

/** Widths of the seven columns of a layer, from left to right. */
export interface LayerWidths {
  /** Where the lines from the layer before spread out to the labels. */
  readonly fan: number;
  readonly label: number;
  /** The number of a weight, right of its label. */
  readonly number: number;
  /** Between the labels and the units. */
  readonly arrow: number;
  readonly netInput: number;
  /** Between net input and activation: the symbol of the function. */
  readonly symbol: number;
  readonly activation: number;
}

/** A heading over some columns. */
export interface DiagramCaption {
  readonly over: 'inputs' | 'weights' | 'layer' | 'gap' | 'error' | 'total';
  readonly role: Role;
  /** The layer, counted from 0, where there is one. */
  readonly layer: number;
  readonly column: number;
  readonly columns: number;
}

/** Columns of the diagram, counted from 1 as on the sheet. */
export interface DiagramColumns {
  readonly input: number;
  readonly layers: readonly Readonly<Record<'label' | 'number' | 'netInput' | 'symbol' | 'activation', number>>[];
  /** Right of the names of the targets. */
  readonly error: number;
  readonly total: number;
  readonly captions: readonly DiagramCaption[];
}

const LAYER_COLUMNS = 7;

/** Places the columns from left to right: inputs, for each layer its weights and its units, errors, total. */
export function diagramColumns(topology: Topology, first: number): DiagramColumns {
  const layerStart = (l: number): number => first + 1 + l * LAYER_COLUMNS;
  const layers = topology.layers.map((_, l) => ({
    label: layerStart(l) + 1,
    number: layerStart(l) + 2,
    netInput: layerStart(l) + 4,
    symbol: layerStart(l) + 5,
    activation: layerStart(l) + 6,
  }));
  const end = layerStart(layers.length);
  const captions: readonly DiagramCaption[] = [
    { over: 'inputs', role: 'input', layer: 0, column: first, columns: 1 },
    ...layers.flatMap(({ netInput }, layer): readonly DiagramCaption[] => [
      { over: 'weights', role: 'weight', layer, column: layerStart(layer), columns: netInput - layerStart(layer) },
      { over: 'layer', role: 'forward', layer, column: netInput, columns: layerStart(layer + 1) - netInput },
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
  ...layers.flatMap(({ fan, label, number, arrow, netInput, symbol, activation }) => [
    fan,
    label,
    number,
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
