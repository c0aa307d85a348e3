import { beforeAll, describe, expect, it } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { stepSections } from '../../src/model/steps.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { columnLetters } from '../../src/sheet/address.ts';
import { STEPS_SHEET, type StepsLayout, stepsColumns, stepsLayouts } from '../../src/workbook/steps/layout.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { near } from '../helpers/numbers.ts';
import { every } from '../helpers/sample.ts';
import { valueOfShown } from '../helpers/shown-formula.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';

/** A network and what is chosen on Steps. */
interface Choice {
  readonly network: Network;
  readonly rate: number;
  readonly iteration: number;
}

const deep = seededNetwork([2, 3, 3, 2], 7, { learningRates: [0.4, 1.5], iterations: 12 });

const classNetwork = classWith({ learningRates: [0.1, 0.5, 2], iterations: 12 });

const choices: readonly Choice[] = [
  { network: classNetwork, rate: 0.5, iteration: 1 },
  { network: classNetwork, rate: 2, iteration: 7 },
  { network: classNetwork, rate: 0.1, iteration: 12 },
  { network: deep, rate: 1.5, iteration: 5 },
];

const layoutOf = (network: Network) => {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const [layout] = stepsLayouts([{ groups, sections: stepSections(topology, groups), givenRate: topology.givenRate }]);
  return layout as StepsLayout;
};

const editsOf = ({ network, rate, iteration }: Choice) => {
  const steps = layoutOf(network);
  const cell = (address: string): string => address.replaceAll('$', '');
  return [
    { sheet: STEPS_SHEET, address: cell(steps.rateCell), value: rate },
    { sheet: STEPS_SHEET, address: cell(steps.typedIterationCell), value: iteration },
  ] satisfies Edit[];
};

/** What is wrong on Steps: numbers other than the engine's, formulas that do not give their result, missing ✓. */
function faultsOnSteps({ network, rate, iteration }: Choice, calculated: Recalculated): readonly string[] {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  const trace = train(
    topology,
    rate,
    network.iterations + 1,
    columns.map((column) => column.quantity),
  );
  const engine = (name: string, k: number): number =>
    trace.row(k)[columns.findIndex((column) => column.name === name)] ?? Number.NaN;
  const steps = layoutOf(network);
  const at = (column: number, row: number) => calculated.value(STEPS_SHEET, `${columnLetters(column)}${row}`);
  return steps.sections.flatMap(({ section }) =>
    section.steps.flatMap((step) => {
      const row = steps.row(step.name);
      const isNew = step.name !== step.column;
      const expected = engine(step.column, isNew ? iteration + 1 : iteration);
      const result = at(stepsColumns.result, row);
      const shown = valueOfShown(String(at(stepsColumns.numbers, row)));
      const agrees = at(stepsColumns.agrees, row);
      const wanted = isNew && iteration === network.iterations ? '–' : '✓';
      return [
        ...(typeof result === 'number' && near(result, expected, { relative: 1e-9, floor: 1e-15 })
          ? []
          : [`${step.name} is ${result}, not ${expected}`]),
        // Six decimals are put in, so a product of small factors keeps about three digits.
        ...(near(shown, expected, { relative: 2e-3, floor: 2e-6 })
          ? []
          : [`${step.name}: what is shown gives ${shown}, not ${expected}`]),
        ...(agrees === wanted ? [] : [`${step.name} is marked ${agrees}`]),
      ];
    }),
  );
}

describe('Steps shows the numbers of the engine', () => {
  const files = new Map<Network, Uint8Array>();
  beforeAll(async () => {
    for (const { network } of choices)
      if (!files.has(network)) files.set(network, thinned(await workbookBytes(network)));
  });
  const bytesOf = (choice: Choice): Uint8Array => files.get(choice.network) ?? new Uint8Array();

  it.each(choices)('in HyperFormula at η = $rate, iteration $iteration of $network.title', (choice) => {
    const calculated = recalculateWithHyperFormula(bytesOf(choice), editsOf(choice));
    expect(faultsOnSteps(choice, calculated)).toEqual([]);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    it('for every choice', async () => {
      const some = every(2, choices);
      const jobs = some.map((choice) => ({ bytes: bytesOf(choice), edits: editsOf(choice) }));
      const results = await recalculateWithLibreOffice(jobs);
      expect(results.flatMap((calculated, k) => faultsOnSteps(some[k] as Choice, calculated))).toEqual([]);
    });
  });
});
