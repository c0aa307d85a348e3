import { type Anchor, anchorTexts, EMU_PER_POINT, extentTexts, type Rectangle } from './anchor.ts';
import { type DrawingTemplates, fill } from './template.ts';
import { type Element, element } from './xml.ts';

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

/** The adjustment of roundRect that makes half circles of its short sides (ECMA-376 Part 1, 20.1.10.56). */
const FULLY_ROUND = 50_000;

/** The anchor of a shape in a drawing part (ECMA-376 Part 1, 20.5.2.29 sp). */
export function shapeAnchor(shape: Shape, id: number, templates: DrawingTemplates): Element {
  const { form } = shape;
  return fill(templates.shape, {
    ...anchorTexts(shape.anchor),
    ...extentTexts(shape.bounds),
    id,
    name: shape.name,
    description: shape.description,
    form: form === 'ellipse' ? form : 'roundRect',
    adjustments:
      form === 'ellipse'
        ? []
        : [element('a:gd', { name: 'adj', fmla: `val ${Math.round(form.rounding * FULLY_ROUND)}` })],
    lineWidth: Math.round(shape.line.width * EMU_PER_POINT),
    color: shape.line.color,
  });
}
