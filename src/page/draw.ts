import { h, type VNode } from 'preact';
import type { Drawn } from '../picture/element.ts';
import type { TextMeasure } from '../picture/measure.ts';

/** A picture as the page draws it. */
export const draw = ({ tag, attributes, children }: Drawn): VNode =>
  h(tag, attributes, ...children.map((child) => (typeof child === 'string' ? child : draw(child))));

/** The fonts of the page. */
export const FONTS =
  '"Segoe UI Variable Text","Segoe UI",-apple-system,BlinkMacSystemFont,Roboto,Carlito,"Noto Sans","Liberation Sans",sans-serif';

const known = new Map<string, number>();

const context = document.createElement('canvas').getContext('2d');

/** Measures texts in the font that is in use. */
export const measure: TextMeasure = (text, size, bold = false) => {
  const key = `${size} ${bold} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (context === null) return text.length * size * 0.6;
  context.font = `${bold ? 650 : 400} ${size}px ${FONTS}`;
  const width = Math.ceil(context.measureText(text).width) + 1;
  known.set(key, width);
  return width;
};
