import { type Connector, connectorBounds } from '../../sheet/figure.ts';
import type { Element } from '../xml.ts';
import { anchorTexts, EMU_PER_POINT, extentTexts } from './anchor.ts';
import { type DrawingTemplates, fillTemplate } from './template.ts';

/** The anchor of a connector in a drawing part (ECMA-376 Part 1, 20.5.2.13 cxnSp): a diagonal of its bounds, flipped as needed. */
export function connectorAnchor(connector: Connector, id: number, templates: DrawingTemplates): Element {
  const { from, to, line } = connector;
  return fillTemplate(templates.connector, {
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
