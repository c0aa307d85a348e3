import { describe, expect, test } from 'vitest';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { type Stage, stageNames, stageOfColumns, stageSteps, stagesIn } from '../../src/model/stages.ts';
import { stepSections } from '../../src/model/steps.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { onlyPass, topologyOf } from '../../src/quantities/topology.ts';

const ready = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

function partsOf(network: Network) {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  return { topology, columns: columnsOf(groups), sections: stepSections(topology, groups) };
}

/** The names of a stage's steps, for the first pass. */
function stepsOf(network: Network, stage: Stage, pass = 0): string {
  const { topology, columns, sections } = partsOf(network);
  const all = stageSteps(topology, columns, sections, topology.passes[pass] ?? onlyPass);
  return (all.find((each) => each.stage === stage)?.steps ?? []).map(({ name }) => name).join(' ');
}

describe('the steps of a stage', () => {
  test.each<[Stage, string]>([
    ['forward', 'h1 a_h1 h2 a_h2 o1 a_o1 o2 a_o2'],
    ['error', 'E1 E2 E_total'],
    ['backward-output', '∂E/∂a_o1 ∂a_o1/∂o1 ∂E/∂o1 ∂E/∂a_o2 ∂a_o2/∂o2 ∂E/∂o2 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8'],
    ['backward-hidden', '∂E/∂a_h1 ∂a_h1/∂h1 ∂E/∂h1 ∂E/∂a_h2 ∂a_h2/∂h2 ∂E/∂h2 ∂E/∂w4 ∂E/∂w3 ∂E/∂w2 ∂E/∂w1'],
    ['update', 'new w1 new w2 new w3 new w4 new w5 new w6 new w7 new w8'],
  ])('%s of the class network', (stage, names) => {
    expect(stepsOf(ready('class'), stage)).toBe(names);
  });

  test('of a full batch are those of one sample, and the means at their stage', () => {
    expect(stepsOf(ready('xor'), 'error', 1)).toBe('E1@2 E@2 correct@2 E_total accuracy');
    const output = stepsOf(ready('xor'), 'backward-output', 1);
    expect(output).toMatch(/^∂E@2\/∂a_o1@2 .* ∂E\/∂w7 ∂E\/∂w8 ∂E\/∂w9 ∂E\/∂b4$/);
    expect(output).not.toContain('@1');
  });

  test('of an optimizer that keeps something belong to the update', () => {
    const network = parseNetwork({ ...ready('class'), optimizer: { name: 'momentum' } });
    expect(stepsOf(network, 'update')).toMatch(/^v_w1 .* v_w8 new w1 .* new w8$/);
  });
});

test('a network without hidden layers has no stage for them', () => {
  const network = parseNetwork({
    ...ready('class'),
    layers: [
      {
        activation: 'sigmoid',
        weights: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  });
  expect(stagesIn(topologyOf(network))).toEqual(stageNames.filter((stage) => stage !== 'backward-hidden'));
});

describe.each(networkNames())('%s', (name) => {
  const { topology, columns, sections } = partsOf(ready(name));

  test('every step of every sample stands in a stage', () => {
    const shown = topology.passes.flatMap((pass) =>
      stageSteps(topology, columns, sections, pass).flatMap(({ steps }) => steps),
    );
    expect(new Set(shown)).toEqual(new Set(sections.flatMap(({ steps }) => steps)));
  });

  test('no step rests on one of a later stage', () => {
    const stageOf = stageOfColumns(topology);
    const place = new Map(columns.map((column) => [column.name, stageNames.indexOf(stageOf(column))]));
    const reads = columns.flatMap((column) => {
      const { rule } = column;
      if (rule.kind !== 'computed' && rule.kind !== 'accumulated') return [];
      const own = place.get(column.name) ?? -1;
      return JSON.stringify(rule.formula)
        .split('"kind":"symbol","name":"')
        .slice(1)
        .map((text) => text.split('"')[0] ?? '')
        .filter((read) => (place.get(read) ?? 0) > own)
        .map((read) => `${column.name} reads ${read}`);
    });
    expect(reads).toEqual([]);
  });
});
