import { beforeAll, describe, expect, it } from 'vitest';
import { columnGroups } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { topologyOf, weightsOf } from '../../src/quantities/topology.ts';
import { columnLetters } from '../../src/sheet/address.ts';
import { GRADIENT_CHECK_SHEET, gradientCheckLayout, verdictColumns } from '../../src/workbook/gradient-check/layout.ts';
import { rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { replaceFormula } from '../helpers/replace-formula.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import type { Recalculated } from '../support/recalculated.ts';

const classNetwork = classWith({ learningRates: [0.5, 2], iterations: 3 });

const networks: readonly Network[] = [
  classNetwork,
  seededNetwork([3, 4, 2, 1], 3, { iterations: 2 }),
  seededNetwork([1, 1], 5, { iterations: 1 }),
  // A weight of 0 has the slope 0 of |w|, which a nudge to either side finds too.
  parseNetwork({
    ...classNetwork,
    title: 'pulled towards 0',
    layers: [
      {
        activation: 'softplus',
        weights: [
          [0, 0.2],
          [-0.25, 0.3],
        ],
        bias: 0,
      },
      {
        activation: 'hard-sigmoid',
        weights: [
          [0.4, -0.45],
          [0.5, 0.55],
        ],
        bias: [0, 0.1],
      },
    ],
    loss: 'huber',
    optimizer: { name: 'momentum', weightDecay: 0.1, l1: 0.02 },
    learningRates: [0.5],
  }),
];

/** Both units stand where their function bends: of b1 at 3, of w2 and b2 at 0; w1 moves nothing. */
const bent = parseNetwork({
  title: 'at its bends',
  samples: [{ inputs: [0], targets: [1] }],
  layers: [
    { activation: 'hard-sigmoid', weights: [[1]], bias: [3] },
    { activation: 'elu', weights: [[0.5]], bias: [-0.5] },
  ],
  loss: 'mean-absolute-error',
  learningRates: [0.5],
  iterations: 1,
});

const tableOf = (network: Network) => {
  const topology = topologyOf(network);
  return tableLayout(topology, columnGroups(topology), network.iterations);
};

/** Per weight: its name, the relative difference, and the sign beside it. */
function verdicts(network: Network, calculated: Recalculated): readonly (readonly [string, unknown, unknown])[] {
  const topology = topologyOf(network);
  const layout = gradientCheckLayout(topology, tableOf(network));
  const at = (column: number, row: number) => calculated.value(GRADIENT_CHECK_SHEET, `${columnLetters(column)}${row}`);
  return weightsOf(topology).map(({ name }, k) => {
    const row = layout.firstRow + k;
    return [name, at(verdictColumns.difference, row), at(verdictColumns.agrees, row)];
  });
}

const failing = (network: Network, calculated: Recalculated): readonly string[] =>
  verdicts(network, calculated).flatMap(([name, difference, sign]) =>
    typeof difference === 'number' && difference < 1e-6 && sign === '✓' ? [] : [name],
  );

/** The class workbook with ∂E/∂w3 built on a_h1's slope, the mistake that learners make most. */
async function withWrongGradient(): Promise<Uint8Array> {
  const table = tableOf(classNetwork);
  const cell = (name: string): string => table.cell(name, 1);
  const wrong = `${cell('∂E/∂a_h2')}*${cell('∂a_h1/∂h1')}*${cell('i1')}`;
  return replaceFormula(thinned(await workbookBytes(classNetwork)), rateSheet(0.5), cell('∂E/∂w3'), wrong);
}

describe('Gradient check', () => {
  let files: readonly Uint8Array[] = [];
  let spoiled = new Uint8Array();
  beforeAll(async () => {
    files = (await Promise.all(networks.map(workbookBytes))).map(thinned);
    spoiled = new Uint8Array(await withWrongGradient());
  });

  it.each(networks.map((network, k) => ({ title: network.title, network, k })))(
    'is all ✓ for $title',
    ({ network, k }) => {
      expect(failing(network, recalculateWithHyperFormula(files[k] as Uint8Array))).toEqual([]);
    },
  );

  it('turns ✗ at the one gradient that is wrong, though it is off by a few parts in ten thousand', () => {
    expect(failing(classNetwork, recalculateWithHyperFormula(spoiled))).toEqual(['w3']);
  });

  it('says – where a nudge goes over a bend, and compares what does not move', async () => {
    const calculated = recalculateWithHyperFormula(await workbookBytes(bent));
    const { firstRow } = gradientCheckLayout(topologyOf(bent), tableOf(bent));
    const letters = columnLetters(verdictColumns.agrees);
    const signs = [0, 1, 2, 3].map((k) => calculated.value(GRADIENT_CHECK_SHEET, `${letters}${firstRow + k}`));
    expect(signs).toEqual(['✓', '–', '–', '–']);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    it('says the same', async () => {
      const some = every(3, networks);
      const made = some.map((network) => files[networks.indexOf(network)] as Uint8Array);
      const results = await recalculateWithLibreOffice([...made, spoiled].map((bytes) => ({ bytes })));
      const found = results.map((calculated, k) => failing(some[k] ?? classNetwork, calculated));
      expect(found).toEqual([...some.map(() => []), ['w3']]);
    });
  });
});
