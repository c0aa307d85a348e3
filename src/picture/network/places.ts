import type { Unit } from '../../quantities/layer.ts';
import type { Pass } from '../../quantities/topology.ts';
import type { View } from '../../quantities/view.ts';

/** A rectangle, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a weight or bias of a unit stands. */
export interface SlotPlace extends Box {
  readonly name: string;
  /** Where the line comes from; undefined for a bias. */
  readonly from: { readonly x: number; readonly y: number } | undefined;
}

/** Where a unit stands, with what feeds it. */
export interface UnitPlace {
  readonly unit: Unit;
  readonly card: Box;
  readonly slots: readonly SlotPlace[];
}

/** A column with its heading. */
export interface Head extends Box {
  readonly kind: 'inputs' | 'slots' | 'units' | 'error';
  /** The layer, counted from 0; −1 for what belongs to none. */
  readonly layer: number;
}

/** Where everything stands in the picture of a network. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  /** Whether there is room for nothing but inputs, activations and lines. */
  readonly dense: boolean;
  /** How wide what lies under a gradient is. */
  readonly chip: number;
  readonly view: View;
  readonly pass: Pass;
  readonly heads: readonly Head[];
  readonly inputs: readonly Box[];
  readonly layers: readonly (readonly UnitPlace[])[];
  readonly errors: readonly Box[];
  readonly total: Box;
  /** Whether the errors are led to their total between them, or along its right side. */
  readonly totalBetween: boolean;
}
