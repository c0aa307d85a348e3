import { expect, test } from 'vitest';
import { plainData } from '../../src/data/data.ts';
import { readyData } from '../../src/data/ready.ts';
import { setNames } from '../../src/data/sets/index.ts';

const single = { single: true, no: 0 } as const;
const means = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length);

test.each(setNames)('%s has every class as often, and draws the same for a seed', (set) => {
  const data = readyData({ set, noise: 0.1, seed: 7 });
  const counts = data.answers.names.map((_, k) => data.training.filter(({ answer }) => answer === k).length);
  const gate = data.training.length === 4;
  expect(gate ? counts.reduce((sum, count) => sum + count) : new Set(counts).size).toBe(gate ? 4 : 1);
  expect(readyData({ set, noise: 0.1, seed: 7 })).toEqual(data);
  expect(readyData({ set, noise: 0.1, seed: 8 })).not.toEqual(data);
});

test.each([
  ['and', [0, 0, 0, 1]],
  ['or', [0, 1, 1, 1]],
  ['nand', [1, 1, 1, 0]],
  ['xor', [0, 1, 1, 0]],
] as const)('%s gives %j', (set, outputs) => {
  const { samples } = plainData(readyData({ set }), single);
  expect(samples.map(({ targets }) => targets[0])).toEqual(outputs);
  expect(samples.map(({ inputs }) => 2 * (inputs[0] ?? 0) + (inputs[1] ?? 0))).toEqual([0, 1, 2, 3]);
});

test('points lie where the sets say', () => {
  const of = (set: (typeof setNames)[number], class_: number) =>
    readyData({ set })
      .training.filter(({ answer }) => answer === class_)
      .map(({ inputs: [x = 0, y = 0] }) => [x, y] as const);
  expect(Math.max(...of('circle', 1).map(([x, y]) => Math.hypot(x, y)))).toBeLessThan(0.51);
  expect(Math.min(...of('circle', 0).map(([x, y]) => Math.hypot(x, y)))).toBeGreaterThan(0.69);
  for (const [x, y] of of('moons', 0)) expect(Math.hypot(x, y)).toBeCloseTo(1, 2);
  for (const [x, y] of of('moons', 1)) expect(Math.hypot(x - 1, y - 0.5)).toBeCloseTo(1, 2);
  const [lower, upper] = [0, 1].map((each) => means(of('gaussians', each)));
  for (const k of [0, 1]) expect((upper?.[k] ?? 0) - (lower?.[k] ?? 0)).toBeGreaterThan(0.7);
});

/** Means of Fisher's measurements by species, as R's `iris` has them. */
const FLOWERS = [
  [5.006, 3.428, 1.462, 0.246],
  [5.936, 2.77, 4.26, 1.326],
  [6.588, 2.974, 5.552, 2.026],
];

test('iris is that of Fisher; 30 flowers test, 10 of each species', () => {
  const { training, test: tests } = readyData({ set: 'iris' });
  expect([training.length, tests.length]).toEqual([120, 30]);
  for (const [species, wanted] of FLOWERS.entries()) {
    const own = [...training, ...tests].filter(({ answer }) => answer === species);
    expect(own).toHaveLength(50);
    expect(tests.filter(({ answer }) => answer === species)).toHaveLength(10);
    for (const [k, mean] of means(own.map(({ inputs }) => inputs)).entries())
      expect(mean).toBeCloseTo(wanted[k] ?? 0, 9);
  }
});
