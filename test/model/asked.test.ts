import { describe, expect, test } from 'vitest';
import { askedColumns, type Blank } from '../../src/model/asked.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { classNetwork, richNetwork, seededNetwork } from '../helpers/networks.ts';

function asked(network: Network, blank: Blank, iterations = 2): string {
  const topology = topologyOf(network);
  return askedColumns(topology, columnsOf(columnGroups(topology)), blank, iterations).join(' ');
}

const inTurn = richNetwork({ batch: 'in-turn', optimizer: { name: 'momentum' } });

const CLASS_FORWARD = 'h1 a_h1 h2 a_h2 o1 a_o1 o2 a_o2 E1 E2 E_total';
const CLASS_OUTPUT = '∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2';
const CLASS_HIDDEN = '∂E/∂a_h1 ∂a_h1/∂h1 ∂E/∂h1 ∂E/∂a_h2 ∂a_h2/∂h2 ∂E/∂h2';

describe('an exercise asks for', () => {
  test.each<[Blank, string, Network, string]>([
    ['forward', 'class', classNetwork, CLASS_FORWARD],
    ['output-gradients', 'class', classNetwork, `${CLASS_OUTPUT} ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8`],
    ['hidden-gradients', 'class', classNetwork, `${CLASS_HIDDEN} ∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4`],
    ['updates', 'class', classNetwork, 'w1 w2 w3 w4 w5 w6 w7 w8'],
    [
      'all',
      'class',
      classNetwork,
      `w1 w2 w3 w4 h1 a_h1 h2 a_h2 w5 w6 w7 w8 o1 a_o1 o2 a_o2 E1 E2 E_total ${CLASS_OUTPUT} ${CLASS_HIDDEN} ` +
        '∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8',
    ],
    [
      'hidden-gradients',
      'two hidden layers',
      seededNetwork([1, 1, 1, 1], 1),
      '∂E/∂a_h2_1 ∂a_h2_1/∂h2_1 ∂E/∂h2_1 ∂E/∂a_h1_1 ∂a_h1_1/∂h1_1 ∂E/∂h1_1 ∂E/∂w1 ∂E/∂w2',
    ],
    [
      'output-gradients',
      'softmax, samples in turn',
      inTurn,
      '∂E/∂a_o1 ∂E/∂a_o2 ∂a_o1/∂o1 ∂a_o1/∂o2 ∂a_o2/∂o1 ∂a_o2/∂o2 ∂E/∂o1 ∂E/∂o2 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8',
    ],
    ['hidden-gradients', 'a shared bias', inTurn, `${CLASS_HIDDEN} ∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂b1`],
    [
      'updates',
      'momentum, fixed biases',
      inTurn,
      'w1 w2 w3 w4 b1 w5 w6 w7 w8 v_w1 v_w2 v_w3 v_w4 v_b1 v_w5 v_w6 v_w7 v_w8',
    ],
    ['forward', 'samples in turn', inTurn, 'h1 a_h1 h2 a_h2 o1 o2 o_max a_o1 a_o2 E1 E2 E_total'],
    [
      'hidden-gradients',
      'a full batch',
      richNetwork({}),
      `${['@1', '@2']
        .map(
          (at) =>
            `∂E${at}/∂a_h1${at} ∂a_h1${at}/∂h1${at} ∂E${at}/∂h1${at} ∂E${at}/∂a_h2${at} ∂a_h2${at}/∂h2${at} ∂E${at}/∂h2${at} ` +
            `∂E${at}/∂w1 ∂E${at}/∂w2 ∂E${at}/∂w3 ∂E${at}/∂w4 ∂E${at}/∂b1 `,
        )
        .join('')}∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂b1`,
    ],
  ])('%s: %s', (blank, _, network, names) => {
    expect(asked(network, blank)).toBe(names);
  });

  test('all but updates, where there is one iteration', () => {
    expect(asked(classNetwork, 'all', 1)).toMatch(/^h1 a_h1 h2 a_h2 o1 a_o1 o2 a_o2 E1 E2 E_total ∂E\/∂a_o1/);
  });

  test.each<[Blank, Network, number, string]>([
    ['updates', classNetwork, 1, 'blank: asks for updates, which need a second iteration; give 2 iterations or more.'],
    [
      'hidden-gradients',
      seededNetwork([2, 1], 1),
      2,
      'blank: asks for gradients of hidden layers, but this network has none; choose output-gradients.',
    ],
  ])('nothing, which is refused: %s', (blank, network, iterations, message) => {
    expect(() => asked(network, blank, iterations)).toThrow(message);
  });
});
