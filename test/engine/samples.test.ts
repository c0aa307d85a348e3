import { describe, expect, test } from 'vitest';
import { calculatorOf } from '../../src/engine/calculator.ts';
import { train } from '../../src/engine/train.ts';
import type { ActivationName, Network, NetworkLayer } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { derivativeOf, gradientBy, type Quantity, quantityName, quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf, weightsOf } from '../../src/quantities/topology.ts';
import { classNetwork } from '../helpers/networks.ts';

const samples = [
  { inputs: [0.05, 0.1], targets: [0.01, 0.99] },
  { inputs: [1, -0.5], targets: [0.8, 0.3] },
  { inputs: [-0.7, 0.4], targets: [0, 0.6] },
] satisfies Network['samples'];

/** The class network with other samples. */
const withSamples = (of: Network['samples'], more: Partial<Network> = {}): Network =>
  parseNetwork({ ...classNetwork, samples: of, ...more });

/** A layer of two units that two feed. */
const layer = (activation: ActivationName, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): NetworkLayer => ({
  activation,
  weights: [
    [a, b],
    [c, d],
  ],
});

const alone = samples.map((sample) => withSamples([sample]));
const full = withSamples(samples);
const inTurn = withSamples(samples, { batch: 'in-turn' });

/** A quantity in each of the first iterations. */
function seriesOf(network: Network, quantity: Quantity, iterations: number): readonly number[] {
  const trace = train(topologyOf(network), 0.5, iterations, [quantity]);
  return [...trace.series(quantityName(quantity))];
}

/** Its first value. */
const firstOf = (network: Network, quantity: Quantity): number => seriesOf(network, quantity, 1)[0] ?? Number.NaN;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const weights = weightsOf(topologyOf(classNetwork)).map(({ name }) => name);

describe('a full batch', () => {
  test.each([1, 2, 3])('holds sample %i as a network of that sample alone has it', (number) => {
    const single = alone[number - 1] ?? classNetwork;
    for (const name of ['i1', 't2', 'h1', 'a_h2', 'o1', 'a_o2', 'E1'])
      expect(firstOf(full, quantityOf(`${name}@${number}`))).toBe(firstOf(single, quantityOf(name)));
    expect(firstOf(full, quantityOf(`E@${number}`))).toBe(firstOf(single, quantityOf('E_total')));
    expect(firstOf(full, derivativeOf(`E@${number}`, 'w3'))).toBe(firstOf(single, gradientBy('w3')));
    expect(firstOf(full, derivativeOf(`a_h1@${number}`, `h1@${number}`))).toBe(
      firstOf(single, derivativeOf('a_h1', 'h1')),
    );
  });

  test('has the mean of their errors', () => {
    const errors = alone.map((single) => firstOf(single, quantityOf('E_total')));
    expect(firstOf(full, quantityOf('E_total'))).toBeCloseTo(meanOf(errors), 15);
  });

  test.each(weights)('moves %s by the mean of its gradients', (name) => {
    const gradients = alone.map((single) => firstOf(single, gradientBy(name)));
    expect(firstOf(full, gradientBy(name))).toBeCloseTo(meanOf(gradients), 15);
    const [before = Number.NaN, after] = seriesOf(full, quantityOf(name), 2);
    expect(after).toBe(before - 0.5 * firstOf(full, gradientBy(name)));
  });

  test.each([
    ['several samples', samples, { batch: 'full' }, 'E@3', true],
    ['several samples, unless said otherwise', samples, {}, 'E@3', true],
    ['a single sample', samples.slice(0, 1), { batch: 'full' }, 'E@1', false],
    ['samples in turn', samples, { batch: 'in-turn' }, 'E@3', false],
  ] as const)('of %s', (_, of, more, name, exists) => {
    const reading = () => firstOf(withSamples(of, more), quantityOf(name));
    if (exists) expect(reading()).toBeGreaterThan(0);
    else expect(reading).toThrow(`The network has no ${name}.`);
  });

  test('is not spoilt for one sample by what another cannot compute', () => {
    const huge = { inputs: [1e308, 1e308], targets: [0, 1] };
    const layers = [layer('linear', [9, 9, 9, 9]), layer('linear', [1, 2, 3, 4])];
    const spoilt = withSamples([huge, ...samples], { layers });
    const [first, second] = [1, 2].map((number) => firstOf(spoilt, derivativeOf(`E@${number}`, 'w5')));
    expect(first).toBeNaN();
    expect(second).toBe(firstOf(withSamples(samples.slice(0, 1), { layers }), gradientBy('w5')));
    expect(firstOf(spoilt, gradientBy('w5'))).toBeNaN();
  });
});

describe('samples in turn', () => {
  test.each([
    ['sample', [1, 2, 3, 1, 2, 3, 1]],
    ['i1', [0.05, 1, -0.7, 0.05, 1, -0.7, 0.05]],
    ['t2', [0.99, 0.3, 0.6, 0.99, 0.3, 0.6, 0.99]],
  ])('%s goes round: %j', (name, expected) => {
    expect(seriesOf(inTurn, quantityOf(name), 7)).toEqual(expected);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'iteration %i is that of its sample alone, with the weights that it starts from',
    (iteration) => {
      const at = (quantity: Quantity): number => seriesOf(inTurn, quantity, iteration)[iteration - 1] ?? Number.NaN;
      const [w = [], v = []] = [0, 4].map((k) => weights.slice(k, k + 4).map((name) => at(quantityOf(name))));
      const layers = [w, v].map((numbers) => layer('sigmoid', numbers));
      const single = parseNetwork({ ...alone[(iteration - 1) % 3], layers });
      for (const quantity of [quantityOf('E_total'), gradientBy('w2'), gradientBy('w7')])
        expect(at(quantity)).toBe(firstOf(single, quantity));
    },
  );

  test('E_mean is the mean of the last errors, once through the samples, or of as many as there are', () => {
    const totals = seriesOf(inTurn, quantityOf('E_total'), 7);
    const means = totals.map((_, k) => meanOf(totals.slice(Math.max(0, k - 2), k + 1)));
    for (const [k, mean] of seriesOf(inTurn, quantityOf('E_mean'), 7).entries())
      expect(mean).toBeCloseTo(means[k] ?? 0, 15);
  });

  test('of a single sample are plain training', () => {
    const [single = classNetwork] = alone;
    const turned = { ...single, batch: 'in-turn' } as const;
    expect(seriesOf(turned, quantityOf('w5'), 4)).toEqual(seriesOf(single, quantityOf('w5'), 4));
  });
});

describe('batches of two of four samples', () => {
  const four = [...samples, { inputs: [0.3, 0.9], targets: [0.2, 0.1] }];
  const batches = withSamples(four, { batch: 2 });

  test.each([
    ['sample@1', [1, 3, 1, 3, 1]],
    ['sample@2', [2, 4, 2, 4, 2]],
    ['i1@2', [1, 0.3, 1, 0.3, 1]],
    ['t2@1', [0.99, 0.6, 0.99, 0.6, 0.99]],
  ])('%s goes round: %j', (name, expected) => {
    expect(seriesOf(batches, quantityOf(name), 5)).toEqual(expected);
  });

  test('an iteration is that of a full batch of its samples, with the weights that it starts from', () => {
    const at = (quantity: Quantity): number => seriesOf(batches, quantity, 2)[1] ?? Number.NaN;
    const [w = [], v = []] = [0, 4].map((k) => weights.slice(k, k + 4).map((name) => at(quantityOf(name))));
    const second = withSamples(four.slice(2), { layers: [w, v].map((numbers) => layer('sigmoid', numbers)) });
    for (const quantity of [quantityOf('E@1'), quantityOf('E_total'), gradientBy('w2'), derivativeOf('E@2', 'w7')])
      expect(at(quantity)).toBe(firstOf(second, quantity));
  });

  test('E_mean is the mean over an epoch of two iterations', () => {
    const [a = 0, b = 0, c = 0] = seriesOf(batches, quantityOf('E_total'), 3);
    expect(seriesOf(batches, quantityOf('E_mean'), 3)).toEqual([a, (a + b) / 2, (b + c) / 2]);
  });
});

describe('a calculator', () => {
  test.each([
    ['of one sample', classNetwork, { i1: 1, i2: -0.5, t1: 0.8, t2: 0.3 }, 'E_total', 'E_total'],
    ['of samples in turn begins with the first', inTurn, { i1: 1, i2: -0.5, t1: 0.8, t2: 0.3 }, 'E_total', 'E_total'],
    ['of a full batch', full, { 'i1@3': 1, 'i2@3': -0.5, 't1@3': 0.8, 't2@3': 0.3 }, 'E@3', 'E_total'],
  ] as const)('%s takes other numbers, and goes back to its own', (_, network, given, name, plain) => {
    const { forward } = calculatorOf(topologyOf(network));
    const own = forward(new Map())(name);
    expect(forward(new Map(Object.entries(given)))(name)).toBe(firstOf(alone[1] ?? classNetwork, quantityOf(plain)));
    expect(forward(new Map())(name)).toBe(own);
  });
});
