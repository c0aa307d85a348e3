import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { cellLimits, type RunEnd, reasonOf, runEnd, shortOf } from '../../src/model/run-end.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';

/** How the run of a network at its first learning rate ends. */
function endOf(network: Network): RunEnd | undefined {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  const quantities = columns.map(({ quantity }) => quantity);
  const trace = train(topology, network.learningRates[0] ?? 1, network.iterations, quantities);
  const at = (name: string, k: number): number =>
    trace.row(k)[columns.findIndex((column) => column.name === name)] ?? Number.NaN;
  return runEnd(topology, trace.series(trace.curve), at);
}

const one = (file: object): Network =>
  parseNetwork({
    title: 'One unit',
    samples: [{ inputs: [1], targets: [1] }],
    layers: [{ activation: 'linear', weights: [[0.5]] }],
    loss: 'half-squared-error',
    learningRates: [0.5],
    iterations: 4,
    ...file,
  });

const overshoot = parseNetwork({ ...JSON.parse(networkTemplate('overshoot')), learningRates: [3] });
const started = (values: Readonly<Record<string, number>>): Network =>
  withInitialValues(classWith({ learningRates: [0.5], iterations: 3 }), new Map(Object.entries(values)));

describe('why a run has no numbers left', () => {
  test.each<readonly [what: string, network: Network, end: RunEnd | undefined]>([
    ['it has some', classWith({ learningRates: [2] }), undefined],
    ['they grew beyond all bounds', overshoot, { iteration: 8, kind: 'diverged', of: '' }],
    ['a sigmoid far below 0', started({ i1: -5000 }), { iteration: 1, kind: 'exponential', of: 'h1' }],
    ['the second unit alone', started({ w4: -8000 }), { iteration: 1, kind: 'exponential', of: 'h2' }],
    [
      'an output that underflows',
      one({
        samples: [{ inputs: [1], targets: [1, 0] }],
        layers: [{ activation: 'softmax', weights: [[-800], [0]] }],
        loss: 'cross-entropy',
      }),
      { iteration: 1, kind: 'logarithm', of: 'E1' },
    ],
    [
      'too much from the start',
      one({ layers: [{ activation: 'linear', weights: [[1e200]] }] }),
      { iteration: 1, kind: 'overflow', of: '' },
    ],
    [
      'nothing divided by nothing',
      one({
        samples: [{ inputs: [0], targets: [0.5] }],
        optimizer: { name: 'adagrad', epsilon: 0 },
      }),
      { iteration: 2, kind: 'error', of: '' },
    ],
  ])('%s', (_, network, end) => {
    expect(endOf(network)).toEqual(end);
  });

  test('is said in words, and only one of them says that it diverged', () => {
    const kinds = ['diverged', 'exponential', 'logarithm', 'overflow', 'error'] as const;
    const texts = kinds.map((kind) => shortOf({ kind, of: 'h1', iteration: 3 }));
    expect(texts.filter((text) => text.includes('diverged'))).toEqual(['✗ diverged at iteration 3']);
    expect(reasonOf({ kind: 'exponential', of: 'h1' })).toMatch(/^e\^\(−h1\) is too large for a cell; the true σ is 0/);
  });

  test('of more limits than a formula can look for is not said to be divergence', () => {
    const wide = seededNetwork([1, 90, 1], 1, { iterations: 2 });
    expect(cellLimits(topologyOf(wide)).exponentials).toHaveLength(91);
    const topology = topologyOf(wide);
    expect(runEnd(topology, Float64Array.of(1, 2, Number.NaN), () => 0)).toMatchObject({ kind: 'overflow' });
  });
});
