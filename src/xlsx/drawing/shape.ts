import type { Shape } from '../../sheet/figure.ts';
import { type Element, element } from '../xml.ts';
import { anchorTexts, EMU_PER_POINT, extentTexts } from './anchor.ts';
import { type DrawingTemplates, fillTemplate } from './template.ts';

/** The adjustment of roundRect that makes half circles of its short sides (ECMA-376 Part 1, 20.1.10.56). */
const FULLY_ROUND = 50_000;

/** The anchor of a shape in a drawing part (ECMA-376 Part 1, 20.5.2.29 sp). */
export function shapeAnchor(shape: Shape, id: number, templates: DrawingTemplates): Element {
  const { form } = shape;
  return fillTemplate(templates.shape, {
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
