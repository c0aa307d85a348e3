import { describe, expect, test } from 'vitest';
import { formulaText } from '../../src/expression/text.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { topologyOf } from '../../src/spec/topology.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';

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
