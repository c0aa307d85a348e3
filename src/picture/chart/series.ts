import type { LineStyle, MarkerStyle, Series } from '../../sheet/line-chart.ts';
import { coordinate, type Drawn, drawn } from '../element.ts';
import { polyline, type ValueRange } from '../plot/polyline.ts';
import type { Scale } from '../plot/scale.ts';
import type { Theme } from '../theme.ts';

/** Pixels of a point. */
const PIXELS = 4 / 3;

/** Dashes and gaps, in widths of the line (ECMA-376 Part 1, 20.1.10.48 ST_PresetLineDashVal). */
const dashes: Readonly<Record<LineStyle['dash'], readonly number[]>> = {
  solid: [],
  dash: [4, 3],
  sysDash: [3, 1],
  sysDot: [1, 1],
  dashDot: [4, 3, 1, 3],
  lgDash: [8, 3],
  lgDashDot: [8, 3, 1, 3],
};

/** How a line is drawn. */
export function strokeOf({ color, width, dash }: LineStyle, theme: Theme): Drawn['attributes'] {
  const pattern = dashes[dash].map((part) => coordinate(part * width * PIXELS));
  return {
    fill: 'none',
    stroke: theme.shown(color),
    'stroke-width': coordinate(width * PIXELS),
    'stroke-linejoin': 'round',
    'stroke-dasharray': pattern.length === 0 ? undefined : pattern.join(' '),
  };
}

/** Where the lines of a chart are drawn. */
export interface Axes {
  readonly iterations: Float64Array;
  readonly x: Scale;
  readonly y: Scale;
  readonly shown: ValueRange;
}

/** A line with its marks. */
export function seriesLine({ values: { values }, line, marker }: Series, axes: Axes, theme: Theme): readonly Drawn[] {
  const { iterations, x, y, shown } = axes;
  const points = Array.from(values, (value, k): readonly [number, number] => [iterations[k] ?? k + 1, value]);
  const marked = points.filter(
    ([, value], k) =>
      marker !== undefined && isMarked(marker, k) && value >= shown.from && value <= shown.to && Number.isFinite(value),
  );
  const path = marked.map(([at, value]) => markAt(marker?.symbol ?? 'circle', x(at), y(value))).join('');
  return [
    drawn('path', { ...strokeOf(line, theme), d: polyline(points, x, y, shown) }),
    ...(path === ''
      ? []
      : [
          drawn('path', {
            d: path,
            fill: marker?.symbol === 'x' ? 'none' : theme.shown(line.color),
            stroke: theme.shown(line.color),
            'stroke-width': 1.25,
          }),
        ]),
  ];
}

const isMarked = ({ first, every }: MarkerStyle, k: number): boolean => k >= first && (k - first) % every === 0;

function markAt(symbol: MarkerStyle['symbol'], x: number, y: number): string {
  const start = (dx: number, dy: number): string => `M${coordinate(x + dx)} ${coordinate(y + dy)}`;
  switch (symbol) {
    case 'square':
      return `${start(-3.5, -3.5)}h7v7h-7z`;
    case 'triangle':
      return `${start(0, -4)}l4 7h-8z`;
    case 'diamond':
      return `${start(0, -4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`;
    case 'x':
      return `${start(-3.5, -3.5)}l7 7m0 -7l-7 7`;
    default:
      return `${start(-4, 0)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`;
  }
}
