import { coordinate, type Drawn, drawn, group, label } from '../element.ts';
import { contour } from './contour.ts';
import { plotElement } from './curves.ts';
import type { PlotSize } from './frame.ts';
import { linearScale, ticks, tickText } from './scale.ts';

/** Numbers over a square: rows from the bottom up. */
export type SquareNumbers = readonly ArrayLike<number>[];

/** A training example on the surface. */
export interface SurfaceSample {
  readonly x: number;
  readonly y: number;
  /** What the output should become. */
  readonly target: number;
}

/** What the picture of an output over both inputs shows. */
export interface SurfaceScene extends PlotSize {
  readonly grid: SquareNumbers;
  /** Both inputs go from here to there. */
  readonly from: number;
  readonly to: number;
  /** The least and the largest number that has a colour. */
  readonly least: number;
  readonly largest: number;
  readonly samples: readonly SurfaceSample[];
  /** The hidden units, each with its numbers, drawn small. */
  readonly units: readonly {
    readonly name: string;
    readonly grid: SquareNumbers;
    readonly least: number;
    readonly largest: number;
  }[];
  readonly title: string;
}

/** Bands of colour, from orange to blue. */
const BANDS = 12;

/** How many pixels a place of the surface has. */
const CELL = 3;
const SMALL = 46;

/** An output over both inputs, with the line at half way, the samples, and the hidden units. */
export function surfacePicture(scene: SurfaceScene): Drawn {
  const { grid, width, height, least, largest, samples, units } = scene;
  const [left, top] = [34, 14];
  const below = units.length === 0 ? 0 : SMALL + 24;
  const side = Math.floor(Math.min(width - left - 64, height - top - 26 - below) / CELL) * CELL;
  const start = Math.max(left, Math.round((width - side - 64 + left) / 2));
  const [right, bottom] = [start + side, top + side];
  const x = linearScale(scene.from, scene.to, start, right);
  const y = linearScale(scene.from, scene.to, bottom, top);
  const marks = ticks(scene.from, scene.to, 3);
  const fine = resampled(grid, side / CELL);
  const half = (least + largest) / 2;
  const line = contour(fine, half, (column, row) => [start + (column + 0.5) * CELL, bottom - (row + 0.5) * CELL]);
  return plotElement(
    scene,
    scene.title,
    group({ 'shape-rendering': 'crispEdges' }, ...bands(fine, least, largest, start, bottom, CELL)),
    drawn('path', { class: 'contour-halo', d: line }),
    drawn('path', { class: 'contour', d: line }),
    ...marks.flatMap((mark) => [
      label('tick', x(mark), bottom + 16, tickText(mark), { 'text-anchor': 'middle' }),
      label('tick', start - 7, y(mark) + 4, tickText(mark), { 'text-anchor': 'end' }),
    ]),
    label('tick', right + 6, bottom + 16, 'i1', { 'text-anchor': 'start' }),
    label('tick', start - 7, top - 3, 'i2', { 'text-anchor': 'end' }),
    ...samples.flatMap((sample) => disc(x(sample.x), y(sample.y), sample, samples.length)),
    ...key(right + 14, top, side, least, largest),
    ...units.slice(0, Math.floor((width - 8) / (SMALL + 14))).flatMap((unit, k, shown) => {
      const at = Math.round((width - shown.length * (SMALL + 14) + 14) / 2) + k * (SMALL + 14);
      const cells = SMALL / 2;
      return [
        label('tick', at, bottom + 38, unit.name),
        group(
          { 'shape-rendering': 'crispEdges' },
          ...bands(resampled(unit.grid, cells), unit.least, unit.largest, at, bottom + 42 + SMALL, 2),
        ),
      ];
    }),
  );
}

/** A grid with another number of places along each side, straight between those that are known. */
function resampled(grid: SquareNumbers, places: number): SquareNumbers {
  const known = grid.length;
  return Array.from({ length: places }, (_, r) => {
    const [row, down] = between(r, places, known);
    const [lower, upper] = [grid[row] ?? [], grid[Math.min(known - 1, row + 1)] ?? []];
    return Float64Array.from({ length: places }, (__, c) => {
      const [column, share] = between(c, places, known);
      const next = Math.min(known - 1, column + 1);
      const mix = (line: ArrayLike<number>): number => (line[column] ?? 0) * (1 - share) + (line[next] ?? 0) * share;
      return mix(lower) * (1 - down) + mix(upper) * down;
    });
  });
}

/** The known place before a place, and how far it is from there. */
function between(k: number, places: number, known: number): readonly [number, number] {
  const at = ((k + 0.5) / places) * (known - 1);
  const place = Math.min(known - 1, Math.floor(at));
  return [place, at - place];
}

/** One path for each band of colour, made of a rectangle for each run of places along a row. */
function bands(
  grid: SquareNumbers,
  least: number,
  largest: number,
  left: number,
  bottom: number,
  cell: number,
): readonly Drawn[] {
  const paths = Array.from({ length: BANDS }, () => '');
  const bandOf = (value: number): number =>
    Number.isFinite(value)
      ? Math.max(0, Math.min(BANDS - 1, Math.floor(((value - least) / (largest - least || 1)) * BANDS)))
      : -1;
  for (const [r, row] of grid.entries()) {
    let begin = 0;
    for (let c = 1; c <= row.length; c++) {
      const band = bandOf(row[begin] as number);
      if (c < row.length && bandOf(row[c] as number) === band) continue;
      if (band >= 0)
        paths[band] +=
          `M${left + begin * cell} ${bottom - (r + 1) * cell}h${(c - begin) * cell}v${cell}h${(begin - c) * cell}z`;
      begin = c;
    }
  }
  return paths.flatMap((d, band) => (d === '' ? [] : [drawn('path', { ...bandLook(band), d })]));
}

/** Blue above the middle, orange below, stronger towards the ends. */
function bandLook(band: number): { readonly class: string; readonly opacity: number } {
  const share = (band + 0.5) / BANDS - 0.5;
  return { class: share < 0 ? 'negative-fill' : 'positive-fill', opacity: coordinate(0.1 + 1.7 * Math.abs(share)) };
}

const disc = (x: number, y: number, { target }: SurfaceSample, count: number): readonly Drawn[] =>
  count > 40
    ? [
        drawn('circle', {
          class: `disc ${target < 0.5 ? 'negative-fill' : 'positive-fill'}`,
          cx: coordinate(x),
          cy: coordinate(y),
          r: 4,
        }),
      ]
    : [
        drawn('circle', { class: 'disc', cx: coordinate(x), cy: coordinate(y), r: 9 }),
        label(Number.isInteger(target) ? 'bold' : 'bold tiny', x, y + 4, tickText(Number(target.toPrecision(2))), {
          'text-anchor': 'middle',
        }),
      ];

/** Which colour stands for which number. */
function key(x: number, top: number, side: number, least: number, largest: number): readonly Drawn[] {
  const height = side / BANDS;
  const texts = [least, (least + largest) / 2, largest].map((value) => tickText(Number(value.toPrecision(2))));
  return [
    ...Array.from({ length: BANDS }, (_, band) =>
      drawn('rect', {
        ...bandLook(band),
        x,
        y: coordinate(top + side - (band + 1) * height),
        width: 8,
        height: coordinate(height),
      }),
    ),
    ...texts.map((text, k) => label('tick', x + 13, top + side - (k * side) / 2 + 4.5 * k, text)),
  ];
}
