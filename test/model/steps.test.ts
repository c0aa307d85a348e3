import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symbolsIn } from '../../src/expression/symbols.ts';
import { formulaText, symbolText } from '../../src/expression/text.ts';
import type { Row } from '../../src/expression/tree.ts';
import { formulaOf } from '../../src/model/column.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { newName, type Step } from '../../src/model/step.ts';
import { startOf, stepSections } from '../../src/model/steps.ts';
import type { Network } from '../../src/network/network.ts';
import { ITERATION, topologyOf, trainedOf } from '../../src/quantities/topology.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { classNetwork, richNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';
import { inCells } from './in-cells.ts';
import { magnitude } from './magnitude.ts';
import { training } from './training.ts';

const sectionsOf = (network: Network) => stepSections(topologyOf(network), columnGroups(topologyOf(network)));
const stepsOf = (network: Network): readonly Step[] => sectionsOf(network).flatMap(({ steps }) => steps);

/** What an iteration starts from. */
const startNames = (network: Network): readonly string[] =>
  startOf(sectionsOf(network)).map(({ name, row }) => symbolText(name, row));

/** The quantities that a step is computed from. */
const usedBy = ({ formula, aliases }: Step): readonly string[] =>
  symbolsIn(formula).map(({ name, row }) => symbolText(aliases.get(name) ?? name, row));

/** Sums over many paths leave more rounding than a column does, whose factors are rounded already; of numbers larger still, more. */
const TOLERANCE = { relative: 1e-11, floor: 1e-13, largest: 1e6 };

/** Steps whose formulas do not give the engine's number: `∂E/∂w1 in iteration 2`. */
function wrongSteps(network: Network): readonly string[] {
  const of = training(network);
  const isTame = (k: number): boolean =>
    of.columns.every(({ name }) => Math.abs(of.at(k, name)) <= TOLERANCE.largest && Number.isFinite(of.at(k, name)));
  const tame = Array.from({ length: of.iterations }, (_, k) => k + 1).filter((k) => isTame(k) && isTame(k + 1));
  return tame.flatMap((iteration) =>
    stepsOf(network)
      .filter(({ name, column, formula, aliases }) => {
        const numberOf = (symbol: string, row: Row): number =>
          of.namesIn(iteration)(aliases.get(symbol) ?? symbol, row);
        const expected = of.at(name === column ? iteration : iteration + 1, column);
        const tolerance = TOLERANCE.relative * magnitude(formula, numberOf) + TOLERANCE.floor;
        return !(Math.abs(inCells(formula, numberOf) - expected) <= tolerance);
      })
      .map(({ name }) => `${name} in iteration ${iteration}`),
  );
}

describe('the steps of random networks', () => {
  const always = (check: (network: Network) => void): void =>
    fc.assert(fc.property(anyNetwork, check), { numRuns: times(30) });

  test('give the numbers of the engine', () => {
    always((network) => {
      expect(wrongSteps(network)).toEqual([]);
    });
  });

  test('compute every quantity once, and every new value', () => {
    always((network) => {
      const topology = topologyOf(network);
      const computed = columnsOf(columnGroups(topology)).filter(
        (column) => formulaOf(column) !== undefined && !column.name.includes('@test') && !column.name.endsWith('_test'),
      );
      const names = [...computed, ...trainedOf(topology).map(({ name }) => ({ name: newName(name) }))];
      expect(
        stepsOf(network)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(names.map(({ name }) => name).sort());
    });
  });

  test('use only what the iteration starts from and what steps before them have computed', () => {
    always((network) => {
      const known = new Set(startNames(network));
      for (const step of stepsOf(network)) {
        expect(usedBy(step).filter((name) => !known.has(name))).toEqual([]);
        known.add(step.name);
      }
    });
  });

  test('start from given numbers, trained ones, η, k and old states, each named once', () => {
    always((network) => {
      const topology = topologyOf(network);
      const columns = columnsOf(columnGroups(topology));
      const given = columns.filter(({ rule }) => ['given', 'in-turn', 'learned'].includes(rule.kind));
      const old = columns.filter(({ rule }) => rule.kind === 'accumulated').map(({ name }) => `old ${name}`);
      const names = startNames(network);
      const allowed = [...given.map(({ name }) => name), ...old, topology.givenRate, ITERATION];
      expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
      expect(old.filter((name) => !names.includes(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    });
  });
});

describe('the sections', () => {
  test.each([
    [
      'of the class network',
      classNetwork,
      ['8 Forward pass', '3 Error', '10 Backward pass: output layer', '10 Backward pass: hidden layers', '8 Update'],
    ],
    [
      'of samples in turn, with momentum',
      richNetwork({ batch: 'in-turn', optimizer: { name: 'momentum' } }),
      [
        '9 Forward pass',
        '4 Error',
        '12 Backward pass: output layer',
        '11 Backward pass: hidden layers',
        '9 Optimizer: momentum',
        '9 Update',
      ],
    ],
    [
      'of a full batch, with Adam and weight decay',
      richNetwork({ optimizer: { name: 'adam', weightDecay: 0.1 } }),
      [
        '9 Sample 1: Forward pass',
        '4 Sample 1: Error',
        '12 Sample 1: Backward pass: output layer',
        '11 Sample 1: Backward pass: hidden layers',
        '9 Sample 2: Forward pass',
        '4 Sample 2: Error',
        '12 Sample 2: Backward pass: output layer',
        '11 Sample 2: Backward pass: hidden layers',
        '11 Means over the samples',
        '45 Optimizer: Adam',
        '9 Update',
      ],
    ],
  ] as const)('%s', (_, network, expected) => {
    expect(sectionsOf(network).map(({ title, steps }) => `${steps.length} ${title}`)).toEqual(expected);
  });

  test.each([
    ['in turn', richNetwork({ batch: 'in-turn' }), 'w1 i1 w2 i2 b1 slope1 w3 w4 w5 w6 b2 w7 w8 b3 t1 t2 η'],
    [
      'in a full batch with Adam',
      richNetwork({ optimizer: { name: 'adam', beta1: 0.8 } }),
      'w1 i1@1 w2 i2@1 b1 slope1 w3 w4 w5 w6 b2 w7 w8 b3 t1@1 t2@1 i1@2 i2@2 t1@2 t2@2 β1 old m_w1 β2 old s_w1 k ' +
        'old m_w2 old s_w2 old m_w3 old s_w3 old m_w4 old s_w4 old m_b1 old s_b1 old m_w5 old s_w5 old m_w6 old s_w6 ' +
        'old m_w7 old s_w7 old m_w8 old s_w8 η ε',
    ],
  ] as const)('start, %s, from what their formulas name first', (_, network, names) => {
    expect(startNames(network).join(' ')).toBe(names);
  });

  test.each([
    ['∂E/∂w5, of a softmax layer', richNetwork({ batch: 'in-turn' }), 'w5', '∂E/∂o1 · ∂o1/∂w5'],
    [
      '∂E/∂w1, before one',
      richNetwork({ batch: 'in-turn' }),
      'w1',
      '(∂E/∂o1 · ∂o1/∂a_h1 + ∂E/∂o2 · ∂o2/∂a_h1) · ∂a_h1/∂h1 · ∂h1/∂w1',
    ],
    ['∂E/∂b1, which two units share', richNetwork({ batch: 'in-turn' }), 'b1', '∂E/∂h1 + ∂E/∂h2'],
    ['∂E/∂w5 of the class', classNetwork, 'w5', '∂E/∂a_o1 · ∂a_o1/∂o1 · ∂o1/∂w5'],
    [
      '∂E/∂w1 of the class',
      classNetwork,
      'w1',
      '(∂E/∂a_o1 · ∂a_o1/∂o1 · ∂o1/∂a_h1 + ∂E/∂a_o2 · ∂a_o2/∂o2 · ∂o2/∂a_h1) · ∂a_h1/∂h1 · ∂h1/∂w1',
    ],
    [
      '∂E/∂b1 with a bias for each unit',
      richNetwork({
        batch: 'in-turn',
        layers: [
          { activation: 'tanh', weights: [[1, 2]], bias: [0.3] },
          { activation: 'linear', weights: [[1], [2]] },
        ],
        loss: 'mean-squared-error',
      }),
      'b1',
      '(∂E/∂a_o1 · ∂a_o1/∂o1 · ∂o1/∂a_h1 + ∂E/∂a_o2 · ∂a_o2/∂o2 · ∂o2/∂a_h1) · ∂a_h1/∂h1',
    ],
  ] as const)('spell out %s', (_, network, name, text) => {
    const step = stepsOf(network).find((each) => each.name === `∂E/∂${name}`);
    expect(step && formulaText(step.formula)).toBe(text);
  });
});
