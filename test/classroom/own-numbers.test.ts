import { describe, expect, test } from 'vitest';
import { learnsWell, unitsDiffer } from '../../src/classroom/learns-well.ts';
import { withOwnNumbers } from '../../src/classroom/own-numbers.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { initialValues, topologyOf } from '../../src/quantities/topology.ts';
import { classNetwork } from '../helpers/networks.ts';
import { isEverything } from '../helpers/sample.ts';

/** As many as a large lecture has, or a class. */
const LEARNERS = isEverything ? 300 : 50;

/** The learners who have each ready-made network. */
const OF_EACH = isEverything ? 20 : 5;

const readyMade = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

const numbersOf = (network: Network): string =>
  initialValues(topologyOf(network))
    .map(({ name, value }) => `${name} ${value}`)
    .join(' ');

describe('numbers of one’s own', () => {
  test.each([
    ['Jane Doe', 1, 'i1 0.07 i2 0.49 t1 0.15 t2 0.99 w1 0.16 w2 0.17 w3 0.25 w4 0.23 w5 0.43 w6 0.5 w7 0.55 w8 0.33'],
    ['Jane Doe', 2, 'i1 0.28 i2 0.5 t1 0.02 t2 0.93 w1 0.11 w2 0.16 w3 0.25 w4 0.24 w5 0.47 w6 0.3 w7 0.52 w8 0.31'],
    ['Zoë', 1, 'i1 0.13 i2 0.35 t1 0.18 t2 0.89 w1 0.29 w2 0.21 w3 0.13 w4 0.11 w5 0.49 w6 0.39 w7 0.36 w8 0.18'],
  ])('of %s with the seed %i are the same for ever', (name, seed, numbers) => {
    expect(numbersOf(withOwnNumbers(classNetwork, name, seed))).toBe(numbers);
  });

  test.each([
    ['Jane Doe', 'jane  doe '],
    ['Zoë', 'Zoe\u0308'],
  ])('are the same of %s and %s', (one, other) => {
    expect(withOwnNumbers(classNetwork, one, 1)).toEqual(withOwnNumbers(classNetwork, other, 1));
  });

  test(`are another set for each of ${LEARNERS} learners`, () => {
    const sets = Array.from({ length: LEARNERS }, (_, k) => numbersOf(withOwnNumbers(classNetwork, `Learner ${k}`, 1)));
    expect(new Set(sets).size).toBe(LEARNERS);
  });

  test.each(networkNames())('suit the network %s: it learns from them as from its own', (name) => {
    const network = readyMade(name);
    for (let k = 0; k < OF_EACH; k++) {
      const own = withOwnNumbers(network, `Learner ${k}`, 7);
      expect(parseNetwork(own)).toEqual(parseNetwork(own));
      expect(learnsWell(own, network)).toBe(true);
      expect(numbersOf(own)).not.toBe(numbersOf(network));
      // Several samples are the task itself.
      if (network.samples.length > 1) expect(own.samples).toEqual(network.samples);
    }
  });

  test.each([
    ['silu', 'hard-sigmoid', 'huber', [0.01, 0.99]],
    ['softplus', 'elu', 'hinge', [-1, 1]],
  ] as const)('suit %s and %s with the loss %s, whose targets they leave what they have to be', (...given) => {
    const [hidden, output, loss, targets] = given;
    const network = parseNetwork({
      ...classNetwork,
      samples: [{ inputs: [0.05, 0.1], targets }],
      layers: classNetwork.layers.map((layer, l) => ({ ...layer, activation: l === 0 ? hidden : output })),
      loss,
    });
    const own = parseNetwork(withOwnNumbers(network, 'Jane Doe', 1));
    const [sample] = own.samples;
    expect(learnsWell(own, network)).toBe(true);
    if (loss === 'hinge') expect(sample?.targets).toEqual(targets);
    else expect(sample?.targets.map(Math.round)).toEqual([0, 1]);
  });

  test('leave no unit dead', () => {
    const dead = parseNetwork({
      ...classNetwork,
      layers: classNetwork.layers.map((layer) => ({
        ...layer,
        weights: [
          [60, 60],
          [0.1, 0.2],
        ],
      })),
    });
    expect(learnsWell(dead, classNetwork)).toBe(false);
    expect(learnsWell(classNetwork, dead)).toBe(true);
  });

  test('an error that grows is seen', () => {
    const overshoot = readyMade('overshoot');
    const steep = parseNetwork({ ...overshoot, samples: [{ inputs: [9], targets: [1] }] });
    expect(learnsWell(steep, overshoot)).toBe(false);
  });

  test.each([
    [
      'the class network',
      [
        [0.15, 0.2],
        [0.25, 0.3],
      ],
      false,
    ],
    [
      'weights that differ more',
      [
        [0.15, 0.2],
        [0.9, 0.8],
      ],
      true,
    ],
    [
      'units that are the same',
      [
        [0.15, 0.2],
        [0.15, 0.2],
      ],
      false,
    ],
  ])('units too much alike are told: %s', (_, weights, differ) => {
    const [, output] = classNetwork.layers;
    const layers = [{ activation: 'sigmoid', weights }, output];
    expect(unitsDiffer(parseNetwork({ ...classNetwork, layers }))).toBe(differ);
  });
});
