import { activations } from '../../../model/activation/index.ts';
import type { Topology } from '../../../quantities/topology.ts';
import {
  type DiagramCaption,
  type DiagramWidths,
  diagramColumns,
  type LayerColumns,
  widthsInOrder,
} from './columns.ts';
import { type DiagramRows, labelOffsets } from './rows.ts';
import { diagramTotal, labelsOf } from './values.ts';

/** A node of the diagram: names and numbers in one column or, for a unit, in two; below them those of the way back. */
export interface DiagramNode {
  readonly kind: 'input' | 'unit' | 'error' | 'total';
  readonly parts: readonly DiagramPart[];
  /** Its layer and its place there, counted from 0, where it has one. */
  readonly layer: number;
  readonly position: number;
  /** The column of the function's symbol, between the two parts of a unit that has a function of its own. */
  readonly symbolColumn?: number;
  /** Whether its function takes the whole layer, so that its two parts stand apart on both sides of it. */
  readonly apart?: true;
  /** The row of the names. */
  readonly row: number;
}

/** A name of a node, in a column. */
export interface DiagramPart {
  readonly name: string;
  readonly column: number;
}

/** The label of a weight or bias: its name, its number and its new one; below, its gradient and its step. Left of the unit that it feeds. */
export interface WeightLabel {
  readonly name: string;
  /** The first of its rows. */
  readonly row: number;
  /** The layer, counted from 0. */
  readonly layer: number;
  /** The column of the name. */
  readonly column: number;
  readonly numberColumn: number;
  readonly nextColumn: number;
  /** Where a weight comes from; a bias comes from nowhere. */
  readonly from: DiagramNode | undefined;
  readonly to: DiagramNode;
  /** How many weights and biases feed that unit. */
  readonly siblings: number;
}

/** A function that takes the whole layer, between its net inputs and its activations. */
export interface JointFunction {
  readonly column: number;
  readonly units: readonly DiagramNode[];
}

/** Where everything of the diagram stands; rows and columns are those of the sheet, counted from 1. */
export interface DiagramLayout {
  /** The captions of the way forward; those of the way back are in the row below. */
  readonly captionRow: number;
  readonly captions: readonly DiagramCaption[];
  readonly columns: readonly LayerColumns[];
  readonly inputs: readonly DiagramNode[];
  readonly layers: readonly (readonly DiagramNode[])[];
  readonly joints: readonly JointFunction[];
  readonly errors: readonly DiagramNode[];
  readonly total: DiagramNode;
  readonly weights: readonly WeightLabel[];
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly lastRow: number;
  /** Widths of its columns in pixels, from the first on. */
  readonly widths: readonly number[];
}

/** Rows of captions, and a free one below them, which outlines may reach into. */
const ROWS_ABOVE = 3;

/** Lays the diagram out. @param origin its top left corner: the first cell of the captions */
export function diagramLayout(
  topology: Topology,
  rows: DiagramRows,
  widths: DiagramWidths,
  origin: { readonly row: number; readonly column: number },
): DiagramLayout {
  const firstRow = origin.row + ROWS_ABOVE;
  const columns = diagramColumns(topology, origin.column);
  const isJoint = (l: number): boolean => activations[topology.layers[l]?.activation ?? 'linear'].joint;
  const inputs = topology.inputs.map(
    ({ name }, position): DiagramNode => ({
      kind: 'input',
      parts: [{ name, column: columns.input }],
      layer: 0,
      position,
      row: firstRow + (rows.inputs[position] ?? 0),
    }),
  );
  const rowOf = (layer: number, position: number): number => firstRow + (rows.layers[layer]?.[position] ?? 0);
  const layers = columns.layers.map(({ netInput, symbol, activation }, layer) =>
    (topology.layers[layer]?.units ?? []).map(
      (unit, position): DiagramNode => ({
        kind: 'unit',
        parts: [
          { name: unit.netInput, column: netInput },
          { name: unit.activation, column: activation },
        ],
        layer,
        position,
        row: rowOf(layer, position),
        ...(isJoint(layer) ? { apart: true } : { symbolColumn: symbol }),
      }),
    ),
  );
  const joints = layers.flatMap((units, l): readonly JointFunction[] =>
    isJoint(l) ? [{ column: columns.layers[l]?.symbol ?? 0, units }] : [],
  );
  const last = layers.length - 1;
  const errors = topology.errors.map(
    ({ name }, position): DiagramNode => ({
      kind: 'error',
      parts: [{ name, column: columns.error }],
      layer: last,
      position,
      row: rowOf(last, position),
    }),
  );
  const total: DiagramNode = {
    kind: 'total',
    parts: [{ name: diagramTotal(topology), column: columns.total }],
    layer: last,
    position: 0,
    row: firstRow + rows.total,
  };
  return {
    captionRow: origin.row,
    captions: columns.captions,
    columns: columns.layers,
    inputs,
    layers,
    joints,
    errors,
    total,
    weights: weightLabels(topology, columns.layers, [inputs, ...layers]),
    firstColumn: origin.column,
    lastColumn: columns.total,
    lastRow: firstRow + rows.height - 1,
    widths: widthsInOrder(widths),
  };
}

/** The labels of all weights and biases. @param nodes the inputs, then the units of each layer */
function weightLabels(
  topology: Topology,
  columns: readonly LayerColumns[],
  nodes: readonly (readonly DiagramNode[])[],
): readonly WeightLabel[] {
  return topology.layers.flatMap(({ units }, layer) =>
    units.flatMap((unit, u) => {
      const siblings = labelsOf(unit);
      const offsets = labelOffsets(siblings);
      const to = present(nodes[layer + 1]?.[u]);
      const { label: column = 0, number: numberColumn = 0, next: nextColumn = 0 } = columns[layer] ?? {};
      const label = (name: string, k: number, from: DiagramNode | undefined): WeightLabel => ({
        name,
        row: to.row + (offsets[k] ?? 0),
        layer,
        column,
        numberColumn,
        nextColumn,
        from,
        to,
        siblings,
      });
      return [
        ...unit.weights.map(({ name }, k) => label(name, k, present(nodes[layer]?.[k]))),
        ...(unit.bias === undefined ? [] : [label(unit.bias, siblings - 1, undefined)]),
      ];
    }),
  );
}

function present<T>(node: T | undefined): T {
  if (node === undefined) throw new RangeError('The diagram lacks a node.');
  return node;
}
