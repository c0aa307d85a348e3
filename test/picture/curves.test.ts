import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { markup } from '../../src/picture/element.ts';
import { carefulMeasure } from '../../src/picture/measure.ts';
import { curvesAt, curvesPicture } from '../../src/picture/plot/curves.ts';
import { polyline, thinned } from '../../src/picture/plot/polyline.ts';
import type { Curve } from '../../src/picture/plot/range.ts';
import { linearScale, quarterTicks, ticks } from '../../src/picture/plot/scale.ts';
import { spread } from '../../src/picture/plot/spread.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { times } from '../helpers/sample.ts';

const size = { width: 480, height: 230, measure: carefulMeasure };

function curvesOf(name: string): readonly Curve[] {
  const network = parseNetwork(JSON.parse(networkTemplate(name)));
  const topology = topologyOf(network);
  return network.learningRates.map((learningRate) => {
    const trace = train(topology, learningRate, network.iterations, [quantityOf(topology.curve)]);
    return { learningRate, errors: trace.series(topology.curve) };
  });
}

describe('the picture of error curves', () => {
  test.each([false, true])('has a label for every learning rate, logarithmic: %s', (logarithmic) => {
    const curves = curvesOf('class');
    const text = markup(curvesAt({ ...size, curves, chosen: 2, logarithmic, title: 'Errors' }, 12));
    for (const { learningRate } of curves) expect(text).toContain(`>${learningRate}</text>`);
    expect(text).toContain(`>at 12: E = ${curves[2]?.errors[11]?.toFixed(4)}</text>`);
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  test('ends a curve that diverges, and says where', () => {
    const curves = curvesOf('overshoot');
    const last = curves.at(-1);
    const at = Array.from(last?.errors ?? []).findIndex((error) => !Number.isFinite(error)) + 1;
    expect(at).toBeGreaterThan(1);
    const text = markup(curvesAt({ ...size, curves, chosen: 3, logarithmic: false, title: 'Errors' }, 40));
    expect(text).toContain(`>∞ at ${at}</text>`);
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  test('draws shares from 0 to 1, by their own name', () => {
    const curves = [{ learningRate: 0.5, errors: [0.25, 0.5] }];
    const scene = { ...size, curves, chosen: 0, logarithmic: false, share: 'accuracy', title: 'Accuracy' };
    const text = markup(curvesAt(scene, 2));
    expect(text).toContain('>at 2: accuracy = 0.5000</text>');
    expect(text).toContain('>1</text>');
  });

  test('finds the iteration at a place again', () => {
    const curves = curvesOf('class');
    const { marker, iterationAt } = curvesPicture({ ...size, curves, chosen: 0, logarithmic: false, title: '' });
    for (const iteration of [1, 37, 100]) {
      const [line] = marker(iteration);
      const x = Number(/^M([\d.]+)/.exec(String(line?.attributes.d))?.[1]);
      expect(iterationAt(x)).toBe(iteration);
    }
  });
});

describe('a curve', () => {
  const x = linearScale(0, 10, 0, 100);
  const y = linearScale(0, 1, 100, 0);
  const range = { from: 0, to: 1 };
  test.each<[string, readonly (readonly [number, number])[], string]>([
    [
      'goes through its points',
      [
        [0, 0],
        [5, 0.5],
        [10, 1],
      ],
      'M0 100L50 50L100 0',
    ],
    [
      'ends at the edge of what is shown',
      [
        [0, 0],
        [10, 2],
      ],
      'M0 100L50 0',
    ],
    [
      'comes back from there',
      [
        [0, 2],
        [10, 0],
      ],
      'M50 0L100 100',
    ],
    [
      'has a gap where there is no number',
      [
        [0, 0],
        [1, Number.NaN],
        [2, 0],
        [3, 0],
      ],
      'M0 100M20 100L30 100',
    ],
    [
      'stops before infinity',
      [
        [0, 0],
        [1, Number.POSITIVE_INFINITY],
      ],
      'M0 100',
    ],
  ])('%s', (_, points, path) => {
    expect(polyline(points, x, y, range)).toBe(path);
  });

  test('of very many points keeps the least and the largest of every stretch', () => {
    const values = Float64Array.from({ length: 10_000 }, (_, k) => Math.sin(k) + (k === 7777 ? 9 : 0));
    const kept = thinned(values, 100);
    expect(kept.length).toBeLessThan(210);
    expect(kept.map(([, value]) => value)).toContain(values[7777]);
    expect(kept.map(([k]) => k)).toEqual([...kept.map(([k]) => k)].sort((a, b) => a - b));
  });
});

test('labels stand apart, in the order of their curves, and inside', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 }), (wanted) => {
      const places = spread(wanted, 17, 0, 100);
      const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0)).map((k) => places[k] ?? 0);
      for (const [k, place] of order.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-9);
        expect(place).toBeLessThanOrEqual(100);
        if (k > 0) expect(place - (order[k - 1] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-9);
      }
    }),
    { numRuns: times(50) },
  );
});

describe('ticks', () => {
  test.each([
    [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
    [0, 1, 4, [0, 0.25, 0.5, 0.75, 1]],
    [-2.2, 2.1, 4, [-2, 0, 2]],
    [3, 3, 4, [3]],
  ])('from %d to %d', (from, to, about, wanted) => {
    expect(ticks(from, to, about)).toEqual(wanted);
  });

  test.each([
    [100, [1, 25, 50, 75, 100]],
    [3, [1, 2, 3]],
    [1, [1]],
  ])('of %d iterations', (last, wanted) => {
    expect(quarterTicks(last)).toEqual(wanted);
  });
});
