import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/model/column.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { stepSections } from '../../src/model/steps.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { classNetwork, richNetwork } from '../helpers/networks.ts';

const groupsOf = (network: Network) => columnGroups(topologyOf(network));
const sectionsOf = (network: Network) => stepSections(topologyOf(network), groupsOf(network));

const batch = richNetwork({});
const inTurn = richNetwork({ batch: 'in-turn', optimizer: { name: 'momentum' } });

/** The quantities of a role, in order. */
const ofRole = (network: Network, role: Role): string =>
  columnsOf(groupsOf(network))
    .flatMap((column) => (column.role === role ? [column.name] : []))
    .join(' ');

describe('the role of a quantity', () => {
  test.each<[Role, Network, string]>([
    ['input', classNetwork, 'i1 i2'],
    ['target', classNetwork, 't1 t2'],
    ['weight', classNetwork, 'w1 w2 w3 w4 w5 w6 w7 w8'],
    ['forward', classNetwork, 'h1 a_h1 h2 a_h2 o1 a_o1 o2 a_o2'],
    ['error', classNetwork, 'E1 E2'],
    ['total', classNetwork, 'E_total'],
    [
      'factor',
      classNetwork,
      '∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2 ∂E/∂a_h1 ∂a_h1/∂h1 ∂E/∂h1 ∂E/∂a_h2 ∂a_h2/∂h2 ∂E/∂h2',
    ],
    ['gradient', classNetwork, '∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8'],
    ['setting', batch, 'slope1'],
    ['weight', batch, 'w1 w2 w3 w4 b1 w5 w6 w7 w8 b2 b3'],
    ['error', batch, 'E1@1 E2@1 E@1 E1@2 E2@2 E@2'],
    ['total', batch, 'E_total'],
    ['gradient', batch, '∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂b1 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8'],
    ['forward', inTurn, 'h1 a_h1 h2 a_h2 o1 o2 o_max a_o1 a_o2'],
    ['input', inTurn, 'sample i1 i2'],
    ['total', inTurn, 'E_total E_mean'],
    ['state', inTurn, 'v_w1 v_w2 v_w3 v_w4 v_b1 v_w5 v_w6 v_w7 v_w8'],
  ])('%s', (role, network, names) => {
    expect(ofRole(network, role)).toBe(names);
  });
});

describe('in words', () => {
  const meaning = (network: Network, wanted: string): string | undefined =>
    columnsOf(groupsOf(network)).find(({ name }) => name === wanted)?.meaning;

  test.each([
    ['w3', classNetwork, 'How strongly i1 feeds h2. Training moves it a little downhill after every iteration.'],
    ['t2', classNetwork, 'Target 2: what a_o2 should become.'],
    ['∂E/∂a_o1', classNetwork, 'How the total error reacts to a_o1.'],
    ['∂a_h2/∂h2', classNetwork, 'How a_h2 reacts to h2: the slope of the sigmoid at this point.'],
    ['E_total', classNetwork, 'The sum of all errors: the one number that training makes smaller.'],
    ['∂E@2/∂w1', batch, 'How the error of sample 2 reacts to w1, which carries i1@2 into h1@2.'],
    ['E@2', batch, 'The sum of all errors of sample 2.'],
    ['b1', batch, 'A bias that h1 and h2 share: it is added whatever the inputs are. Training moves it like a weight.'],
    ['b3', batch, 'The bias of o2: it is added whatever the inputs are. It stays as it is.'],
    ['h2', inTurn, 'Net input: the weighted sum that arrives at unit h2, and its bias b1.'],
  ])('%s', (name, network, text) => {
    expect(meaning(network, name)).toBe(text);
  });

  test('of a bias that three units share', () => {
    const weights = [[1], [2], [3]];
    const network = richNetwork({
      samples: [{ inputs: [1], targets: [1, 0, 0] }],
      layers: [{ activation: 'softmax', weights, bias: 0.1 }],
    });
    expect(meaning(network, 'b1')).toContain('A bias that o1, o2 and o3 share: it is added');
  });

  test('headings say where there are biases', () => {
    const titles = (network: Network) => groupsOf(network).map(({ title }) => title);
    expect(titles(classNetwork)).toContain('Layer 1 weights');
    expect(titles(inTurn)).toEqual([
      'Inputs & targets',
      'Settings',
      'Layer 1 weights & biases',
      'Hidden layer',
      'Layer 2 weights & biases',
      'Output layer',
      'Error',
      'Backward: chain-rule factors',
      'Gradients',
      'Optimizer: momentum',
    ]);
  });
});

describe('the sections of the steps', () => {
  const told = (network: Network): readonly string[] =>
    sectionsOf(network).map(
      ({ kind, steps }) => `${kind}: ${steps.map(({ name, role }) => `${name} ${role}`).join(', ')}`,
    );

  test('of the class network, the gradients of the hidden layer backwards', () => {
    const all = (names: string, role: Role): string =>
      names
        .split(' ')
        .map((name) => `${name} ${role}`)
        .join(', ');
    expect(told(classNetwork)).toEqual([
      `forward: ${all('h1 a_h1 h2 a_h2 o1 a_o1 o2 a_o2', 'forward')}`,
      `error: ${all('E1 E2', 'error')}, E_total total`,
      `backward-output: ${all('∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2', 'factor')}, ` +
        all('∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8', 'gradient'),
      `backward-hidden: ${all('∂E/∂a_h1 ∂a_h1/∂h1 ∂E/∂h1 ∂E/∂a_h2 ∂a_h2/∂h2 ∂E/∂h2', 'factor')}, ` +
        all('∂E/∂w4 ∂E/∂w3 ∂E/∂w2 ∂E/∂w1', 'gradient'),
      `update: ${all([1, 2, 3, 4, 5, 6, 7, 8].map((k) => `w${k}`).join(' '), 'weight').replace(/w\d/g, 'new $&')}`,
    ]);
  });

  test('of samples, biases and an optimizer', () => {
    expect(sectionsOf(batch).map(({ kind }) => kind)).toEqual([
      ...['forward', 'error', 'backward-output', 'backward-hidden'],
      ...['forward', 'error', 'backward-output', 'backward-hidden'],
      ...['mean', 'update'],
    ]);
    expect(sectionsOf(inTurn).map(({ kind }) => kind)).toEqual([
      ...['forward', 'error', 'backward-output', 'backward-hidden', 'optimizer', 'update'],
    ]);
    const biasSteps = sectionsOf(inTurn).flatMap(({ steps }) => steps.filter(({ name }) => name === '∂E/∂b1'));
    expect(biasSteps.map(({ role }) => role)).toEqual(['gradient']);
  });
});
