import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { topologyOf, weightsOf } from '../../src/quantities/topology.ts';

type Layer = Readonly<Record<string, unknown>>;

/** The weights, w1 first, of a network with two inputs. */
function weights(layers: readonly Layer[], initialWeights?: Layer): readonly number[] {
  const outputs = layers.at(-1);
  const targets = new Array<number>(Number(outputs?.units ?? 1)).fill(0);
  const network = parseNetwork({
    title: 'Drawn',
    samples: [{ inputs: [1, 2], targets }],
    layers: layers.map((layer) => ({ activation: 'sigmoid', ...layer })),
    ...(initialWeights === undefined ? {} : { initialWeights }),
    loss: 'half-squared-error',
    learningRates: [1],
    iterations: 1,
  });
  return weightsOf(topologyOf(network)).map(({ value }) => value);
}

const hidden = [{ units: 3 }, { units: 1 }];
const uniform = (seed: number) => ({ rule: 'uniform', seed });

describe('weights that are drawn', () => {
  test('are the same for the same seed, on every machine', () => {
    expect(weights(hidden, uniform(1))).toEqual(weights(hidden, uniform(1)));
    expect(weights(hidden, uniform(1))).toEqual([
      0.1894, -0.3992, -0.4927, -0.1507, -0.1076, 0.4097, 0.4207, -0.3841, -0.1069,
    ]);
  });

  test('are others for another seed', () => {
    const seeds = [0, 1, 2, 3, 0xff_ff_ff_ff];
    expect(new Set(seeds.map((seed) => weights(hidden, uniform(seed)).join())).size).toBe(seeds.length);
  });

  test('are drawn by xavier and the seed 1 where the file names no rule', () => {
    expect(weights(hidden)).toEqual(weights(hidden, { rule: 'xavier', seed: 1 }));
  });

  test('leave those that are given as they are', () => {
    const given = weights(
      [
        {
          weights: [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
        },
        { units: 1 },
      ],
      uniform(1),
    );
    expect(given.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    // The first three that are drawn, in the order w1, w2 …
    expect(given.slice(6)).toEqual(weights(hidden, uniform(1)).slice(0, 3));
  });

  test('have four decimals at most, and none is −0', () => {
    const drawn = weights([{ units: 200 }], uniform(5));
    expect(drawn.filter((weight) => Number(weight.toFixed(4)) !== weight || Object.is(weight, -0))).toEqual([]);
  });

  // The bounds of a layer of 100 units with 2 inputs, and of a layer of 100 units that is fed by 100.
  test.each([
    [{ rule: 'uniform' }, 0.5, 0.5],
    [{ rule: 'uniform', range: 3 }, 3, 3],
    [{ rule: 'xavier' }, Math.sqrt(6 / 102), Math.sqrt(6 / 200)],
    [{ rule: 'he' }, Math.sqrt(6 / 2), Math.sqrt(6 / 100)],
  ])('by %j fill the span of each layer evenly', (rule, first, second) => {
    const drawn = weights([{ units: 100 }, { units: 100 }], { ...rule, seed: 7 });
    for (const [bound, layer] of [
      [first, drawn.slice(0, 200)],
      [second, drawn.slice(200)],
    ] as const) {
      const rounded = bound + 0.00005;
      expect(layer.filter((weight) => Math.abs(weight) > rounded)).toEqual([]);
      expect(Math.max(...layer)).toBeGreaterThan(0.95 * bound);
      expect(Math.min(...layer)).toBeLessThan(-0.95 * bound);
      // Of numbers spread evenly, the mean size is half the bound.
      const size = layer.reduce((sum, weight) => sum + Math.abs(weight), 0) / layer.length;
      expect(Math.abs(size / bound - 0.5)).toBeLessThan(0.05);
    }
  });
});
