import { type Attributes, coordinate, drawn, label, type PictureNode } from '../element.ts';
import { fixedText } from '../number-text.ts';
import type { Box } from './places.ts';
import type { Drawing } from './scene.ts';

/** What stands in place of a number that is not there yet. */
export const NOT_YET = '· · · ·';

/** How wide a place for a number to write in is. */
const BLANK = 56;

/** A number that ends at a place, so that decimal points stand in line; dots, or a line to write on, where it is not there. */
export function numberElement(
  { blanks = false }: Drawing,
  kind: string,
  x: number,
  y: number,
  value: number | undefined,
  decimals: number,
  anchor: 'end' | 'middle' = 'end',
): PictureNode {
  const end = { 'text-anchor': anchor };
  if (value !== undefined) return label(kind, x, y, fixedText(value, decimals), end);
  return blanks
    ? drawn('path', {
        class: 'blank',
        d: `M${coordinate(x - (anchor === 'end' ? BLANK : BLANK / 2))} ${coordinate(y + 3)}h${BLANK}`,
      })
    : label(`${kind} not-yet`, x, y, NOT_YET, end);
}

/** A rectangle with round corners. */
export const roundedBox = (
  kind: string,
  { x, y, width, height }: Box,
  radius: number,
  more: Attributes = {},
): PictureNode =>
  drawn('rect', {
    class: kind,
    x: coordinate(x),
    y: coordinate(y),
    width: coordinate(width),
    height: coordinate(height),
    rx: radius,
    ...more,
  });

/** What lights up when something is pointed at that a name belongs to. */
export const glow = (drawing: Drawing, name: string, box: Box): readonly PictureNode[] =>
  drawing.isLit(name) ? [roundedBox('glow', box, 5)] : [];
