import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { classNetwork } from '../helpers/networks.ts';
import { faultsOf } from './faults-of.ts';

const { samples, ...bare } = classNetwork;
const units = (...counts: readonly number[]) => counts.map((count) => ({ activation: 'sigmoid', units: count }));
const withData = (data: unknown, more: object = {}): unknown => ({ ...bare, layers: units(2, 1), data, ...more });

describe('the field data', () => {
  test('gives samples, tests, and what inputs and outputs are', () => {
    const network = parseNetwork(withData({ set: 'iris', samples: 10, standardise: true }, { layers: units(4, 3) }));
    expect(network).not.toHaveProperty('data');
    expect([network.samples.length, network.testSamples?.length]).toEqual([8, 2]);
    expect(network.inputs?.map(({ name, mean }) => [name, typeof mean])[0]).toEqual(['sepal length', 'number']);
    expect(network.outputs).toEqual(['setosa', 'versicolor', 'virginica']);
    expect(parseNetwork(network)).toEqual(network);
  });

  test.each([
    [units(2, 1), 'half-squared-error', [0], [1]],
    [units(2, 2), 'half-squared-error', [1, 0], [0, 1]],
    [units(2, 1), 'hinge', [-1], [1]],
    [units(2, 2), 'hinge', [1, -1], [-1, 1]],
  ])('writes two classes for %j and %s as %j and %j', (layers, loss, first, second) => {
    const { samples } = parseNetwork(withData({ set: 'moons', samples: 2 }, { layers, loss }));
    expect(samples.map(({ targets }) => targets)).toEqual([first, second]);
  });

  test.each<readonly [fault: string, value: unknown]>([
    ['samples: missing; give a list in [ ], or "data".', { ...bare }],
    ['samples: stands beside "data"; keep one of the two.', withData({ set: 'xor' }, { samples })],
    ['data: names neither a "set" nor a "file"; give one of the two.', withData({})],
    ['data.file: stands beside "set"; keep one of the two.', withData({ set: 'xor', file: 'a.csv' })],
    ['data.file: cannot be read from here, but only where a network file is on disk.', withData({ file: 'a.csv' })],
    ['data.targets: has a meaning for a table only; remove it.', withData({ set: 'xor', targets: ['y'] })],
    ['data.samples: must be at most 150, all that "iris" has, not 151.', withData({ set: 'iris', samples: 151 })],
    [
      'data.test: 0.1 of 4 leaves no sample to test with; give another share, or more samples.',
      withData({ set: 'or', test: 0.1 }),
    ],
    [
      'data.set: must be "and", "or", "nand", "xor", "circle", "moons", "spirals", "gaussians" or "iris", not "mons"; did you mean "moons"?',
      withData({ set: 'mons' }),
    ],
    [
      'layers[1]: has 2 units, but the data have 3 classes; give it 3.',
      withData({ set: 'iris' }, { layers: units(2, 2) }),
    ],
    [
      'testSamples[0].inputs: holds 1 inputs, but samples[0] holds 2; give all samples the same number.',
      { ...classNetwork, testSamples: [{ inputs: [1], targets: [0, 1] }] },
    ],
    [
      'outputs: names 1 outputs, but the samples hold 2 targets; name each of them.',
      { ...classNetwork, outputs: ['one'] },
    ],
  ])('%s', (fault, value) => {
    expect(faultsOf(value)).toEqual([fault]);
  });
});
