import type { Anchor, Rectangle } from './anchor.ts';

/** What is drawn on a sheet besides charts. */
export type Figure = Shape | Connector;

/** The outline of a figure; what is beneath it shows through. */
export interface Shape {
  readonly kind: 'shape';
  /** How lists of a drawing's objects call it. */
  readonly name: string;
  /** For those who cannot see the shape. */
  readonly description: string;
  readonly form: Form;
  readonly line: Stroke;
  /** Where the shape stands, in pixels from the top-left of the sheet, and by the cells beneath it. */
  readonly bounds: Rectangle;
  readonly anchor: Anchor;
}

/** An ellipse, or a rectangle whose corners are rounded: 0 leaves them sharp, 1 makes half circles of the short sides. */
export type Form = 'ellipse' | { readonly rounding: number };

/** How an outline or a connector is drawn. */
export interface Stroke {
  /** RRGGBB */
  readonly color: string;
  /** points */
  readonly width: number;
}

/** A position in pixels from the top-left of the sheet. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight line from one point to another. */
export interface Connector {
  readonly kind: 'connector';
  /** How lists of a drawing's objects call it. */
  readonly name: string;
  /** For those who cannot see the line. */
  readonly description: string;
  readonly from: Point;
  readonly to: Point;
  /** Whether the line ends in an arrowhead. */
  readonly arrow: boolean;
  readonly line: Stroke;
  /** The cells beneath {@link connectorBounds}. */
  readonly anchor: Anchor;
}

/** The smallest rectangle that holds a line. */
export function connectorBounds({ from, to }: Pick<Connector, 'from' | 'to'>): Rectangle {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}
