import { coordinate, type Drawn, drawn, markup } from './element.ts';
import type { Theme } from './theme.ts';

/** Fonts that are narrow enough for the columns of a workbook, where they are there. */
const FONTS = "Calibri, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** What a picture that stands alone is made of. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  /** Rules of CSS; all colours fixed. */
  readonly style?: string;
  readonly children: readonly Drawn[];
}

/** A picture as the text of an SVG file, on the ground of a theme. It needs nothing from outside. */
export function standalone({ width, height, title, style, children }: Picture, { palette }: Theme): string {
  const [w, h] = [coordinate(width), coordinate(height)];
  const root = drawn(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ viewBox: `0 0 ${w} ${h}`, width: w, height: h, role: 'img', 'font-family': FONTS },
    },
    drawn('title', {}, title),
    ...(style === undefined ? [] : [drawn('style', {}, style)]),
    drawn('rect', { width: w, height: h, rx: 8, fill: `#${palette.panel}` }),
    ...children,
  );
  return `${markup(root)}\n`;
}
