import { activations } from '../../../model/activation/index.ts';
import type { Topology } from '../../../quantities/topology.ts';
import { type DiagramCaption, type DiagramWidths, diagramColumns, widthsInOrder } from './columns.ts';
import { type DiagramRows, labelOffsets, NODE_ROWS, targetOffset } from './rows.ts';
import { diagramTotal, labelsOf } from './values.ts';

/** A node of the diagram: three rows that hold a name, its number and its formula, in one column or, for a unit, in two. */
export interface DiagramNode {
  readonly kind: 'input' | 'unit' | 'error' | 'total';
  readonly parts: readonly DiagramPart[];
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

/** The label of a weight or bias: its name and its number, left of the unit that it feeds. */
export interface WeightLabel {
  readonly name: string;
  readonly row: number;
  /** The column of the name. */
  readonly column: number;
  readonly numberColumn: number;
  /** Where a weight comes from; a bias comes from nowhere. */
  readonly from: DiagramNode | undefined;
  readonly to: DiagramNode;
  /** How many weights and biases feed that unit. */
  readonly siblings: number;
}

/** A target: its number above or below the error that it belongs to, its name left of that. */
export interface TargetLabel {
  readonly name: string;
  readonly row: number;
  /** The column of the name. */
  readonly column: number;
  readonly numberColumn: number;
  readonly to: DiagramNode;
}

/** A function that takes the whole layer, between its net inputs and its activations. */
export interface JointFunction {
  readonly column: number;
  readonly units: readonly DiagramNode[];
}

/** Where everything of the diagram stands; rows and columns are those of the sheet, counted from 1. */
export interface DiagramLayout {
  readonly captionRow: number;
  readonly captions: readonly DiagramCaption[];
  readonly inputs: readonly DiagramNode[];
  readonly layers: readonly (readonly DiagramNode[])[];
  readonly joints: readonly JointFunction[];
  readonly errors: readonly DiagramNode[];
  readonly total: DiagramNode;
  readonly weights: readonly WeightLabel[];
  readonly targets: readonly TargetLabel[];
  /** Rows of the two long arrows under the diagram. */
  readonly forwardRow: number;
  readonly backwardRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Widths of its columns in pixels, from the first on. */
  readonly widths: readonly number[];
}

/** Lays the diagram out. @param origin its top left corner: the first cell of the captions */
export function diagramLayout(
  topology: Topology,
  rows: DiagramRows,
  widths: DiagramWidths,
  origin: { readonly row: number; readonly column: number },
): DiagramLayout {
  const middle = origin.row + 1 - rows.first;
  const node = (
    kind: DiagramNode['kind'],
    middleRow: number,
    parts: readonly DiagramPart[],
    symbol: Pick<DiagramNode, 'symbolColumn' | 'apart'> = {},
  ): DiagramNode => ({
    kind,
    parts,
    ...symbol,
    row: middle + middleRow - (NODE_ROWS - 1) / 2,
  });

  const columns = diagramColumns(topology, origin.column);
  const isJoint = (l: number): boolean => activations[topology.layers[l]?.activation ?? 'linear'].joint;
  const inputs = topology.inputs.map(({ name }, k) =>
    node('input', rows.inputs[k] ?? 0, [{ name, column: columns.input }]),
  );
  const layers = columns.layers.map(({ netInput, symbol, activation }, l) =>
    (topology.layers[l]?.units ?? []).map((unit, u) => {
      const parts = [
        { name: unit.netInput, column: netInput },
        { name: unit.activation, column: activation },
      ];
      return node('unit', rows.layers[l]?.[u] ?? 0, parts, isJoint(l) ? { apart: true } : { symbolColumn: symbol });
    }),
  );
  const joints = layers.flatMap((units, l): readonly JointFunction[] =>
    isJoint(l) ? [{ column: columns.layers[l]?.symbol ?? 0, units }] : [],
  );
  const outputRows = rows.layers.at(-1) ?? [];
  const errors = topology.errors.map(({ name }, k) =>
    node('error', outputRows[k] ?? 0, [{ name, column: columns.error }]),
  );
  const total = node('total', 0, [{ name: diagramTotal(topology), column: columns.total }]);

  const feeders = [inputs, ...layers];
  const weights = topology.layers.flatMap(({ units }, l) =>
    units.flatMap((unit, u) => {
      const siblings = labelsOf(unit);
      const offsets = labelOffsets(siblings);
      const to = present(layers[l]?.[u]);
      const label = (name: string, k: number, from: DiagramNode | undefined): WeightLabel => {
        const row = middle + (rows.layers[l]?.[u] ?? 0) + (offsets[k] ?? 0);
        const { label: column = 0, number: numberColumn = 0 } = columns.layers[l] ?? {};
        return { name, row, column, numberColumn, from, to, siblings };
      };
      return [
        ...unit.weights.map(({ name }, k) => label(name, k, present(feeders[l]?.[k]))),
        ...(unit.bias === undefined ? [] : [label(unit.bias, siblings - 1, undefined)]),
      ];
    }),
  );
  const targets = topology.errors.map(({ target }, k): TargetLabel => {
    const row = middle + (outputRows[k] ?? 0) + targetOffset(k, topology.errors.length);
    return { name: target, row, column: columns.error - 1, numberColumn: columns.error, to: present(errors[k]) };
  });

  return {
    captionRow: origin.row,
    captions: columns.captions,
    inputs,
    layers,
    joints,
    errors,
    total,
    weights,
    targets,
    forwardRow: middle + rows.last + 2,
    backwardRow: middle + rows.last + 3,
    firstColumn: origin.column,
    lastColumn: columns.total,
    widths: widthsInOrder(widths),
  };
}

function present<T>(node: T | undefined): T {
  if (node === undefined) throw new RangeError('The diagram lacks a node.');
  return node;
}
