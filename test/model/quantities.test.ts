import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symbolsIn } from '../../src/expression/symbols.ts';
import { formulaText } from '../../src/expression/text.ts';
import { ONE } from '../../src/expression/tree.ts';
import { type ColumnGroup, formulaOf } from '../../src/model/column.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { FIRST_RATE, ITERATION, LEARNING_RATE, topologyOf } from '../../src/quantities/topology.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const namesOf = (sizes: readonly number[]): readonly string[] =>
  columnsOf(columnGroups(topologyOf(seededNetwork(sizes, 1)))).map(({ name }) => name);

describe('the quantities of the class network', () => {
  const groups = columnGroups(topologyOf(classNetwork));
  const columns = columnsOf(groups);

  test('stand in the order of the class sheet, the factors of the chain rule before the gradients', () => {
    expect(columns.map(({ name }) => name)).toEqual(
      words(`t1 t2 i1 i2 w1 w2 w3 w4 h1 a_h1 h2 a_h2 w5 w6 w7 w8 o1 a_o1 o2 a_o2 E1 E2 E_total
        ∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2
        ∂E/∂a_h1 ∂a_h1/∂h1 ∂E/∂h1 ∂E/∂a_h2 ∂a_h2/∂h2 ∂E/∂h2
        ∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8`),
    );
  });

  test('have headings', () => {
    expect(groups.map(({ title, columns: { length } }) => `${length} ${title}`)).toEqual([
      '4 Inputs & targets',
      '4 Layer 1 weights',
      '4 Hidden layer',
      '4 Layer 2 weights',
      '4 Output layer',
      '3 Error',
      '12 Backward: chain-rule factors',
      '8 Gradients',
    ]);
  });

  test.each([
    ['h2', 'w3·i1 + w4·i2'],
    ['a_h1', 'σ(h1)'],
    ['o1', 'w5·a_h1 + w6·a_h2'],
    ['a_o2', 'σ(o2)'],
    ['E1', '½(t1 − a_o1)²'],
    ['E2', '½(t2 − a_o2)²'],
    ['E_total', 'E1 + E2'],
    ['∂E/∂a_o1', 'a_o1 − t1'],
    ['∂a_o2/∂o2', 'a_o2·(1 − a_o2)'],
    ['∂E/∂o1', '∂E/∂a_o1 · ∂a_o1/∂o1'],
    ['∂E/∂a_h1', '∂E/∂o1 · w5 + ∂E/∂o2 · w7'],
    ['∂E/∂a_h2', '∂E/∂o1 · w6 + ∂E/∂o2 · w8'],
    ['∂a_h2/∂h2', 'a_h2·(1 − a_h2)'],
    ['∂E/∂h2', '∂E/∂a_h2 · ∂a_h2/∂h2'],
    ['∂E/∂w2', '∂E/∂h1 · i2'],
    ['∂E/∂w3', '∂E/∂h2 · i1'],
    ['∂E/∂w8', '∂E/∂o2 · a_h2'],
    ['w8', 'w8 − η · ∂E/∂w8'],
  ])('%s = %s', (name, text) => {
    const rule = columns.find((column) => column.name === name)?.rule;
    const formula = rule?.kind === 'computed' ? rule.formula : rule?.kind === 'learned' ? rule.update : undefined;
    expect(formula && formulaText(formula)).toBe(text);
  });

  test('are told in words, each ending in a full stop and none like another', () => {
    const meanings = columns.map(({ meaning }) => meaning);
    expect(meanings.filter((meaning) => !/^[A-Z].*\.$/.test(meaning))).toEqual([]);
    expect(new Set(meanings).size).toBe(meanings.length);
  });
});

describe('the quantities of other networks', () => {
  test.each([
    [[1, 1], 't1 i1 w1 o1 a_o1 E1 E_total ∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂w1'],
    [
      [1, 1, 1, 1],
      `t1 i1 w1 h1_1 a_h1_1 w2 h2_1 a_h2_1 w3 o1 a_o1 E1 E_total ∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1
        ∂E/∂a_h2_1 ∂a_h2_1/∂h2_1 ∂E/∂h2_1 ∂E/∂a_h1_1 ∂a_h1_1/∂h1_1 ∂E/∂h1_1 ∂E/∂w1 ∂E/∂w2 ∂E/∂w3`,
    ],
  ])('of sizes %j', (sizes, names) => {
    expect(namesOf(sizes)).toEqual(words(names));
  });

  test.each([
    [[2, 3, 3, 2], 'a_h2_3'],
    [[3, 4, 2, 1], 'h1_4'],
    [[2, 2, 2], 'h2'],
  ])('of sizes %j have %s', (sizes, name) => {
    expect(namesOf(sizes)).toContain(name);
  });

  test.each([[[1, 1]], [[3, 4, 2, 1]], [[5, 5, 5, 5, 5]]])('of sizes %j: no name stands twice', (sizes) => {
    const names = namesOf(sizes);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the quantities of random networks', () => {
  const always = (check: (groups: readonly ColumnGroup[]) => void): void =>
    fc.assert(
      fc.property(anyNetwork, (network) => check(columnGroups(topologyOf(network)))),
      { numRuns: times(50) },
    );

  test('have names of their own, headings and meanings in whole sentences', () => {
    always((groups) => {
      const columns = columnsOf(groups);
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
      expect(groups.filter(({ title, columns: { length } }) => title === '' || length === 0)).toEqual([]);
      expect(columns.filter(({ meaning }) => !/^[A-Z∂].*\.$/.test(meaning))).toEqual([]);
    });
  });

  test('stand in an order in which they can be computed', () => {
    always((groups) => {
      const known = new Set([FIRST_RATE, ITERATION]);
      for (const column of columnsOf(groups)) {
        const own = column.rule.kind === 'accumulated' ? [column.name] : [];
        const used = symbolsIn(formulaOf(column) ?? ONE);
        expect(used.filter(({ name, row }) => !(row === 0 ? known.has(name) : own.includes(name)))).toEqual([]);
        known.add(column.name);
      }
    });
  });

  test('are updated from what the row holds', () => {
    always((groups) => {
      const columns = columnsOf(groups);
      const known = new Set([...columns.map(({ name }) => name), LEARNING_RATE, ITERATION]);
      const updates = columns.flatMap(({ rule }) => (rule.kind === 'learned' ? [rule.update] : []));
      expect(updates.flatMap(symbolsIn).filter(({ name, row }) => row !== 0 || !known.has(name))).toEqual([]);
    });
  });
});

describe('the quantities of samples, biases, functions and optimizers', () => {
  const samples = [
    { inputs: [0.5], targets: [1, 0] },
    { inputs: [1], targets: [0, 1] },
  ];
  const network = (changes: object) =>
    parseNetwork({
      title: 'A network',
      samples,
      layers: [{ activation: 'softmax', weights: [[1], [2]], bias: [0.1, 0.2] }],
      loss: 'cross-entropy',
      learningRates: [1],
      iterations: 1,
      ...changes,
    });
  const [one] = samples;
  const layer = (activation: string, more: object = {}) => ({
    layers: [{ activation, weights: [[1], [2]], ...more }],
    loss: 'half-squared-error',
  });

  test.each([
    [
      'samples in turn',
      { batch: 'in-turn' },
      `sample t1 t2 i1 w1 w2 b1 b2 o1 o2 o_max a_o1 a_o2 E1 E2 E_total E_mean correct accuracy ∂E/∂a_o1 ∂E/∂a_o2
        ∂a_o1/∂o1 ∂a_o1/∂o2 ∂a_o2/∂o1 ∂a_o2/∂o2 ∂E/∂o1 ∂E/∂o2 ∂E/∂w1 ∂E/∂w2 ∂E/∂b1 ∂E/∂b2`,
    ],
    [
      'a full batch',
      { ...layer('leaky-relu'), optimizer: { name: 'momentum' } },
      `slope1 μ w1 w2 t1@1 t2@1 i1@1 o1@1 a_o1@1 o2@1 a_o2@1 E1@1 E2@1 E@1 correct@1 t1@2 t2@2 i1@2 o1@2 a_o1@2 o2@2 a_o2@2
        E1@2 E2@2 E@2 correct@2 E_total accuracy ∂E@1/∂a_o1@1 ∂a_o1@1/∂o1@1 ∂E@1/∂o1@1 ∂E@1/∂a_o2@1 ∂a_o2@1/∂o2@1 ∂E@1/∂o2@1
        ∂E@1/∂w1 ∂E@1/∂w2 ∂E@2/∂a_o1@2 ∂a_o1@2/∂o1@2 ∂E@2/∂o1@2 ∂E@2/∂a_o2@2 ∂a_o2@2/∂o2@2 ∂E@2/∂o2@2
        ∂E@2/∂w1 ∂E@2/∂w2 ∂E/∂w1 ∂E/∂w2 v_w1 v_w2`,
    ],
    [
      'samples that test',
      { samples: [one], testSamples: samples.slice(1), ...layer('linear') },
      `t1 t2 i1 w1 w2 o1 a_o1 o2 a_o2 E1 E2 E_total ∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2 ∂E/∂w1 ∂E/∂w2
        t1@test1 t2@test1 i1@test1 o1@test1 a_o1@test1 o2@test1 a_o2@test1 E1@test1 E2@test1 E@test1 E_test`,
    ],
    [
      'a fixed bias that units share, with weight decay',
      {
        samples: [one],
        ...layer('linear', { bias: 0.5, trainBias: false }),
        optimizer: { name: 'adam', weightDecay: 1 },
      },
      `t1 t2 i1 β1 β2 ε λ w1 w2 b1 o1 a_o1 o2 a_o2 E1 E2 E_total ∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2
        ∂E/∂w1 ∂E/∂w2 g_w1 m_w1 s_w1 m̂_w1 ŝ_w1 g_w2 m_w2 s_w2 m̂_w2 ŝ_w2`,
    ],
  ])('of %s', (_, changes, names) => {
    expect(columnsOf(columnGroups(topologyOf(network(changes)))).map(({ name }) => name)).toEqual(words(names));
  });

  test.each([
    ['o2', {}, 'w2·i1@2 + b2', '@2'],
    ['o_max', {}, 'max(o1@1, o2@1)', '@1'],
    ['a_o2', {}, 'softmax(o2@1)', '@1'],
    ['E1', {}, '−(t1@1·ln(a_o1@1))', '@1'],
    ['E_total', {}, '(E@1 + E@2) / 2', ''],
    ['∂E/∂b1', {}, '(∂E@1/∂b1 + ∂E@2/∂b1) / 2', ''],
    ['correct', {}, 't1@1·(1 if a_o1@1 > a_o2@1, else 0) + t2@1·(1 if a_o2@1 > a_o1@1, else 0)', '@1'],
    ['accuracy', {}, '(correct@1 + correct@2) / 2', ''],
    ['a_o1', layer('tanh'), 'tanh(o1@1)', '@1'],
    ['a_o1', layer('relu'), 'ReLU(o1@1)', '@1'],
    ['a_o1', layer('linear'), 'o1@1', '@1'],
    ['E@1', { ...layer('linear'), loss: 'mean-squared-error' }, '(E1@1 + E2@1) / 2', ''],
    ['E1', { ...layer('linear'), loss: 'mean-squared-error' }, '(t1@1 − a_o1@1)²', '@1'],
    [
      'E1',
      { ...layer('sigmoid'), loss: 'binary-cross-entropy' },
      '−(t1@1·ln(a_o1@1) + (1 − t1@1)·ln(1 − a_o1@1))',
      '@1',
    ],
    ['g_w1', { optimizer: { name: 'sgd', weightDecay: 0.1 } }, '∂E/∂w1 + λ·w1', ''],
    ['s_b2', { optimizer: { name: 'adagrad' } }, 'old s_b2 + (∂E/∂b2)²', ''],
    ['m̂_w1', { optimizer: { name: 'adam' } }, 'm_w1 / (1 − β1^k)', ''],
  ])('%s of %j is %s', (name, changes, text, suffix) => {
    const found = columnsOf(columnGroups(topologyOf(network(changes)))).find((column) => column.name === name + suffix);
    const formula = found && formulaOf(found);
    expect(formula && formulaText(formula)).toBe(text);
  });
});
