import { describe, expect, test } from 'vitest';
import { markup } from '../../src/picture/element.ts';
import { carefulMeasure } from '../../src/picture/measure.ts';
import { contour } from '../../src/picture/plot/contour.ts';
import { landscapePicture } from '../../src/picture/plot/landscape.ts';
import { surfacePicture } from '../../src/picture/plot/surface.ts';

const size = { width: 390, height: 260, measure: carefulMeasure };

describe('the contour of a level', () => {
  const place = (column: number, row: number): readonly [number, number] => [column * 10, row * 10];

  test('crosses a slope where the level is', () => {
    expect(
      contour(
        [
          [0, 1],
          [0, 1],
        ],
        0.25,
        place,
      ),
    ).toBe('M2.5 0L2.5 10');
  });

  test('is two lines through a saddle', () => {
    expect(
      contour(
        [
          [0, 1],
          [1, 0],
        ],
        0.5,
        place,
      ).match(/M/g),
    ).toHaveLength(2);
  });

  test.each([
    [
      'all below',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'all above',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'where a number is missing',
      [
        [0, Number.NaN],
        [1, 1],
      ],
    ],
  ])('is not there: %s', (_, grid) => {
    expect(contour(grid, 0.5, place)).toBe('');
  });
});

describe('the picture of a surface', () => {
  const ramp = Array.from({ length: 9 }, () => Float64Array.from({ length: 9 }, (_, column) => column / 8));
  const scene = { ...size, grid: ramp, from: -0.25, to: 1.25, least: 0, largest: 1, units: [], title: 'a_o1' };

  test('has every band of colour once, from orange to blue, and covers the square', () => {
    const text = markup(surfacePicture({ ...scene, samples: [] }));
    const paths = [...text.matchAll(/<path class="(\w+)-fill" opacity="[\d.]+" d="([^"]*)"/g)];
    expect(paths.map(([, sign]) => sign)).toEqual([...Array(6).fill('negative'), ...Array(6).fill('positive')]);
    const cells = paths.flatMap(([, , d = '']) => [...d.matchAll(/h(\d+)v3/g)].map(([, width]) => Number(width) / 3));
    const side = Math.sqrt(cells.reduce((sum, count) => sum + count, 0));
    expect(side).toBe(Math.round(side));
  });

  test('holds the target of every sample', () => {
    const samples = [0, 1].map((target) => ({ x: target, y: 0.5, target }));
    const text = markup(surfacePicture({ ...scene, samples }));
    expect(text).toMatch(/class="bold"[^>]*>0<.*class="bold"[^>]*>1</s);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  test('draws the hidden units small', () => {
    const units = ['a_h1', 'a_h2'].map((name) => ({ name, grid: ramp, least: -1, largest: 1 }));
    expect(markup(surfacePicture({ ...scene, samples: [], units }))).toMatch(/>a_h1<.*>a_h2</s);
  });
});

describe('the picture of a landscape', () => {
  const points = Array.from({ length: 21 }, (_, k): readonly [number, number] => [k / 10 - 1, (k / 10 - 1) ** 2]);
  const scene = { ...size, weight: 'w5', points, value: 0.5, error: 0.25, path: [0.9, 0.7, 0.5], title: 'E over w5' };

  test('has the slope as a tangent, the point now and the next one', () => {
    const text = markup(landscapePicture({ ...scene, slope: 1, next: [0.3, 0.09] }));
    expect(text).toContain('>slope ∂E/∂w5 = 1.0000<');
    for (const kind of ['tangent', 'now', 'next', 'landscape']) expect(text).toContain(`class="${kind}"`);
  });

  test('has neither before they are known', () => {
    const text = markup(landscapePicture({ ...scene, slope: undefined, next: undefined }));
    expect(text).toContain('>at w5 = 0.5000: E = 0.2500<');
    for (const kind of ['tangent', 'next']) expect(text).not.toContain(`class="${kind}"`);
  });

  test('stays in its field where the error is no number', () => {
    const broken = points.map(([x, y], k): readonly [number, number] => [x, k > 10 ? Number.POSITIVE_INFINITY : y]);
    const text = markup(
      landscapePicture({
        ...scene,
        points: broken,
        value: Number.NaN,
        error: Number.NaN,
        slope: Number.NaN,
        next: undefined,
      }),
    );
    expect(text).not.toMatch(/"[^"]*(?:NaN|Infinity)[^"]*"/);
  });
});
