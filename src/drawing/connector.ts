import { type Anchor, anchorTexts, EMU_PER_POINT, extentTexts, type Rectangle } from './anchor.ts';
import type { Stroke } from './shape.ts';
import { type DrawingTemplates, fill } from './template.ts';
import type { Element } from './xml.ts';

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

/** The anchor of a connector in a drawing part (ECMA-376 Part 1, 20.5.2.13 cxnSp): a diagonal of its bounds, flipped as needed. */
export function connectorAnchor(connector: Connector, id: number, templates: DrawingTemplates): Element {
  const { from, to, line } = connector;
  return fill(templates.connector, {
    ...anchorTexts(connector.anchor),
    ...extentTexts(connectorBounds(connector)),
    id,
    name: connector.name,
    description: connector.description,
    leftwards: to.x < from.x ? 1 : 0,
    upwards: to.y < from.y ? 1 : 0,
    end: connector.arrow ? 'triangle' : 'none',
    lineWidth: Math.round(line.width * EMU_PER_POINT),
    color: line.color,
  });
}
