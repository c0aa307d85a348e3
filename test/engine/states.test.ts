import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import type { OptimizerFile } from '../../src/network/network.ts';
import { optimizerParts } from '../../src/network/optimizer.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { gradientBy, quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { classNetwork } from '../helpers/networks.ts';

const RATE = 0.5;

/** Reads w5, its gradient and what is kept of it over five iterations. */
function runOf(optimizer: OptimizerFile, names: readonly string[]) {
  const topology = topologyOf(parseNetwork({ ...classNetwork, optimizer }));
  const trace = train(topology, RATE, 5, [quantityOf('w5'), gradientBy('w5'), ...names.map(quantityOf)]);
  return [1, 2, 3, 4, 5].map((k) => {
    const [w = Number.NaN, gradient = Number.NaN, ...kept] = trace.row(k);
    const of = (name: string): number => kept[names.indexOf(name)] ?? Number.NaN;
    return { k, w, gradient, of };
  });
}

type Row = ReturnType<typeof runOf>[number];
type Kept = (row: Row, before: Row | undefined) => number;

const old = (before: Row | undefined, name: string): number => before?.of(name) ?? 0;

// Each optimizer by hand: what it keeps of w5, and how far w5 moves.
const cases: readonly (readonly [OptimizerFile, Readonly<Record<string, Kept>>, (row: Row) => number])[] = [
  [{ name: 'sgd' }, {}, ({ gradient }) => gradient],
  [{ name: 'sgd', weightDecay: 0.1 }, { g_w5: ({ w, gradient }) => gradient + 0.1 * w }, ({ of }) => of('g_w5')],
  [
    { name: 'momentum' },
    { v_w5: ({ gradient }, before) => 0.9 * old(before, 'v_w5') + gradient },
    ({ of }) => of('v_w5'),
  ],
  [
    { name: 'momentum', momentum: 0.5, weightDecay: 0.2 },
    {
      g_w5: ({ w, gradient }) => gradient + 0.2 * w,
      v_w5: ({ of }, before) => 0.5 * old(before, 'v_w5') + of('g_w5'),
    },
    ({ of }) => of('v_w5'),
  ],
  [
    { name: 'nesterov', momentum: 0.8 },
    { v_w5: ({ gradient }, before) => 0.8 * old(before, 'v_w5') + gradient },
    ({ gradient, of }) => gradient + 0.8 * of('v_w5'),
  ],
  [
    { name: 'adagrad' },
    { s_w5: ({ gradient }, before) => old(before, 's_w5') + gradient ** 2 },
    ({ gradient, of }) => gradient / (Math.sqrt(of('s_w5')) + 1e-10),
  ],
  [
    { name: 'rmsprop', alpha: 0.7, epsilon: 0.1 },
    { s_w5: ({ gradient }, before) => 0.7 * old(before, 's_w5') + 0.3 * gradient ** 2 },
    ({ gradient, of }) => gradient / (Math.sqrt(of('s_w5')) + 0.1),
  ],
  [
    { name: 'adam' },
    {
      m_w5: ({ gradient }, before) => 0.9 * old(before, 'm_w5') + 0.1 * gradient,
      s_w5: ({ gradient }, before) => 0.999 * old(before, 's_w5') + 0.001 * gradient ** 2,
      m̂_w5: ({ of, k }) => of('m_w5') / (1 - 0.9 ** k),
      ŝ_w5: ({ of, k }) => of('s_w5') / (1 - 0.999 ** k),
    },
    ({ of }) => of('m̂_w5') / (Math.sqrt(of('ŝ_w5')) + 1e-8),
  ],
];

describe('what an optimizer keeps, and how it moves a weight:', () => {
  test.each(cases)('%j', (optimizer, kept, move) => {
    const rows = runOf(optimizer, Object.keys(kept));
    for (const [k, row] of rows.entries()) {
      for (const [name, expected] of Object.entries(kept))
        expect(row.of(name)).toBeCloseTo(expected(row, rows[k - 1]), 14);
      if (k > 0) expect(row.w).toBeCloseTo((rows[k - 1]?.w ?? 0) - RATE * move(rows[k - 1] ?? row), 14);
    }
  });

  test('every optimizer is in the table', () => {
    expect(new Set(cases.map(([{ name }]) => name))).toEqual(new Set(Object.keys(optimizerParts)));
  });

  test('Adam begins with the gradient itself', () => {
    const [first] = runOf({ name: 'adam' }, ['m̂_w5', 'ŝ_w5']);
    expect(first?.of('m̂_w5')).toBeCloseTo(first?.gradient ?? 0, 15);
    expect(first?.of('ŝ_w5')).toBeCloseTo((first?.gradient ?? 0) ** 2, 15);
  });
});

describe('biases', () => {
  const [hidden, output] = classNetwork.layers;
  const withBiases = (trainBias: boolean, bias: number | readonly number[]) =>
    topologyOf(
      parseNetwork({
        ...classNetwork,
        layers: [
          { ...hidden, bias: 0.35, trainBias },
          { ...output, bias },
        ],
      }),
    );

  test.each([
    ['one of a layer', true, 0.6, 'b1 b2'],
    ['one of each unit', true, [0.6, 0.7], 'b1 b2 b3'],
    ['fixed ones', false, 0.6, 'b2'],
  ] as const)('move against their gradients: %s', (_, trained, bias, moving) => {
    const names = ['b1', 'b2', ...(typeof bias === 'number' ? [] : ['b3'])];
    const quantities = names.flatMap((name) => [quantityOf(name), gradientBy(name)]);
    const trace = train(withBiases(trained, bias), RATE, 2, quantities);
    const moved = names.filter((_, k) => trace.row(2)[2 * k] !== trace.row(1)[2 * k]);
    expect(moved.join(' ')).toBe(moving);
    for (const [k, name] of names.entries()) {
      const [value = 0, gradient = 0] = [...trace.row(1)].slice(2 * k);
      expect(trace.row(2)[2 * k]).toBe(moved.includes(name) ? value - RATE * gradient : value);
    }
  });

  test('the gradient of one that units share is the sum of theirs', () => {
    const trace = train(withBiases(true, 0.6), RATE, 1, ['b1', 'h1', 'h2', 'b2', 'o1', 'o2'].map(gradientBy));
    const [b1, h1 = 0, h2 = 0, b2, o1 = 0, o2 = 0] = trace.row(1);
    expect(b1).toBeCloseTo(h1 + h2, 15);
    expect(b2).toBeCloseTo(o1 + o2, 15);
  });
});
