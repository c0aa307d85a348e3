import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { ACCURACY, CORRECT, TEST_ACCURACY, TEST_ERROR } from '../../src/quantities/classes.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { TOTAL_ERROR, topologyOf } from '../../src/quantities/topology.ts';
import { near } from '../helpers/numbers.ts';

/** Training runs of PyTorch: E_total, the share right, and both of the samples that test, in every iteration. */
interface Fixture {
  readonly cases: readonly {
    readonly network: { readonly title: string };
    readonly iterations: readonly (readonly number[])[];
  }[];
}

const { cases } = JSON.parse(readFileSync(new URL('../fixtures/data.json', import.meta.url), 'utf8')) as Fixture;

test.each(cases.map((each) => ({ ...each, title: each.network.title })))(
  'PyTorch finds as many classes right, and as large an error of the test: $title',
  ({ network: file, iterations }) => {
    const network = parseNetwork(file);
    const topology = topologyOf(network);
    const names = [TOTAL_ERROR, CORRECT, TEST_ERROR, TEST_ACCURACY, ACCURACY];
    const trace = train(topology, network.learningRates[0] ?? 0, iterations.length, names.map(quantityOf));
    const off = iterations.flatMap((wanted, k) =>
      wanted.filter((each, c) => !near(trace.row(k + 1)[c] ?? Number.NaN, each, { relative: 1e-9, floor: 1e-12 })),
    );
    expect(off).toEqual([]);
    // The share of an epoch is that of its latest iterations.
    const latest = iterations.slice(-topology.epoch).map(([, correct = 0]) => correct);
    const mean = latest.reduce((sum, each) => sum + each, 0) / latest.length;
    expect(trace.row(iterations.length)[4]).toBeCloseTo(mean, 12);
  },
);

describe('a class', () => {
  const shareOf = (weights: readonly (readonly number[])[], targets: readonly (readonly number[])[]): number => {
    const network = parseNetwork({
      title: 'Outputs that are the weights',
      samples: targets.map((each) => ({ inputs: [1], targets: each })),
      layers: [{ activation: 'linear', weights }],
      loss: 'half-squared-error',
      learningRates: [1],
      iterations: 1,
    });
    return train(topologyOf(network), 1, 1, [quantityOf(ACCURACY)]).row(1)[0] ?? Number.NaN;
  };

  test.each([
    [
      'of the largest output',
      [[-1], [-2], [-3]],
      [
        [1, 0, 0],
        [0, 0, 1],
      ],
      0.5,
    ],
    [
      'is not right where two outputs are as large',
      [[2], [2]],
      [
        [1, 0],
        [0, 1],
      ],
      0,
    ],
    ['of a single output is that of its side', [[0.6]], [[1], [0], [1]], 2 / 3],
    ['of a single output is not right in the middle', [[0.5]], [[1], [0]], 0],
    ['of signs is told by the sign', [[-0.1]], [[-1], [1]], 0.5],
  ])('%s', (_, weights, targets, share) => {
    expect(shareOf(weights, targets)).toBeCloseTo(share, 12);
  });
});
