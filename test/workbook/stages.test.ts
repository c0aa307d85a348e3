import { describe, expect, test } from 'vitest';
import { symbolsIn } from '../../src/expression/symbols.ts';
import { formulaOf } from '../../src/model/column.ts';
import { stageNumber, stagesByName } from '../../src/model/layer-stages.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { isFormula } from '../../src/sheet/cell.ts';
import { STAGE_POSITION, withoutStage } from '../../src/workbook/network/diagram/stage.ts';
import { NETWORK_SHEET } from '../../src/workbook/network/layout.ts';
import { networkSheet } from '../../src/workbook/network/sheet.ts';
import { listedStages } from '../../src/workbook/network/stage-list.ts';
import { STEPS_SHEET, stepsColumns } from '../../src/workbook/steps/layout.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { askedIn, exerciseBytes } from '../helpers/exercise.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { formatAddress } from '../support/addresses.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { bookOf } from './book-of.ts';

const network = classWith({ iterations: 2, learningRates: [0.5] });
const book = bookOf(network);

/** What each step brings, in the order in which class goes through them. */
const brings: readonly (readonly [name: string, quantities: readonly string[]])[] = [
  ['1 inputs and weights', ['i1', 'i2', 't1', 't2', 'w1', 'w8']],
  ['2 net inputs, hidden', ['h1', 'h2']],
  ['3 activations, hidden', ['a_h1', 'a_h2']],
  ['4 net inputs, output', ['o1', 'o2']],
  ['5 outputs', ['a_o1', 'a_o2']],
  ['6 the error', ['E1', 'E2', 'E_total']],
  ['7 ∂E/∂a, output', ['∂E/∂a_o1', '∂E/∂a_o2']],
  ['8 δ, output', ['∂E/∂o1', '∂E/∂o2', '∂a_o1/∂o1', '∂a_o2/∂o2']],
  ['9 gradients, output', ['∂E/∂w5', '∂E/∂w6', '∂E/∂w7', '∂E/∂w8']],
  ['10 ∂E/∂a, hidden', ['∂E/∂a_h1', '∂E/∂a_h2']],
  ['11 δ, hidden', ['∂E/∂h1', '∂E/∂h2', '∂a_h1/∂h1', '∂a_h2/∂h2']],
  ['12 gradients, hidden', ['∂E/∂w1', '∂E/∂w2', '∂E/∂w3', '∂E/∂w4']],
  ['13 new weights', ['new w1', 'new w5', 'new w8']],
  ['all', []],
];

/** The cells of the diagram by what they show. */
const addresses = new Map(
  networkSheet(book).cells.flatMap(({ row, column, content }) =>
    isFormula(content) ? [[withoutStage(content.formula), formatAddress(row, column)] as const] : [],
  ),
);

const addressOf = (name: string): string => addresses.get(book.steps.reference(name)) ?? '';
const typed = formatAddress(STAGE_POSITION.row, STAGE_POSITION.column);

/** The mean of (1.88256 + 3.76513 + 2.24813 + 4.49627)E-4, and that of the four of the output layer. */
const means =
  'Mean |∂E/∂w|, layer by layer: 3.09802E-4, 0.0575181: the further from the error, the smaller, and the slower the layer learns.';

describe('the list "Show up to" of the class network', () => {
  const bytes = beforeTests(() => workbookBytes(network));

  test('has the steps of class in their order', () => {
    expect(listedStages(book).map(({ name }) => name)).toEqual(brings.map(([name]) => name));
  });

  test.each(brings.map(([name], k) => [name, k] as const))('%s: what comes later is blank, nothing else', (name, k) => {
    const calculated = recalculateWithHyperFormula(bytes(), [{ sheet: NETWORK_SHEET, address: typed, value: name }]);
    const blank = brings.flatMap(([, quantities]) =>
      quantities.filter((quantity) => calculated.value(NETWORK_SHEET, addressOf(quantity)) === ''),
    );
    expect(blank).toEqual(brings.slice(k + 1).flatMap(([, quantities]) => quantities));
    expect(calculated.value(STEPS_SHEET, formatAddress(3, stepsColumns.stage))).toBe(k + 1);
  });

  test.each([
    ['all', means],
    ['9 gradients, output', ''],
  ])('%s: what is said of the gradients is “%s”', (name, sentence) => {
    const calculated = recalculateWithHyperFormula(bytes(), [{ sheet: NETWORK_SHEET, address: typed, value: name }]);
    const { row, column } =
      networkSheet(book).cells.find(({ content }) => isFormula(content) && content.value === means) ?? {};
    expect(calculated.value(NETWORK_SHEET, formatAddress(row ?? 0, column ?? 0))).toBe(sentence);
  });

  test.each([
    ['10 ∂E/∂a, hidden', '∂E/∂a_h1 = ∂E/∂o1 · w5 + ∂E/∂o2 · w7', '= 0.142357 × 0.4 + (−0.0837589) × 0.5 = 0.0150633'],
    ['13 new weights', 'new w1 = w1 − η · ∂E/∂w1', '= 0.15 − 0.5 × 1.88256E-4 = 0.149906'],
    ['no such step', '◄ there is no such step: showing all', '= 0.596478 × 0.238662 × 0.506875 = 0.0721571'],
  ])('%s: the formula is %s', (name, symbols, numbers) => {
    const calculated = recalculateWithHyperFormula(bytes(), [{ sheet: NETWORK_SHEET, address: typed, value: name }]);
    const column = book.initial.lastColumn + 3;
    const lines = [3, 4].map((row) => calculated.value(NETWORK_SHEET, formatAddress(row, column)));
    expect(lines).toEqual([symbols, numbers]);
  });

  test('fits the cell that it is chosen in', () => {
    expect(listedStages(bookOf(seededNetwork([2, 2, 2, 2], 1))).filter(({ name }) => name.length > 24)).toEqual([]);
  });
});

describe.each(['class', 'xor', 'three-classes', 'deep', 'xor-in-turn'])('the stages of %s', (name) => {
  const topology = topologyOf(parseNetwork(JSON.parse(networkTemplate(name))));
  const columns = columnsOf(columnGroups(topology));
  const stages = stagesByName(topology);

  test('rest on those before them: no formula reads what comes later', () => {
    const at = (of: string): number => stages.get(of) ?? 1;
    const early = columns.flatMap((column) =>
      column.role === 'state'
        ? []
        : symbolsIn(formulaOf(column) ?? { kind: 'number', value: 0 })
            .filter(({ name: read }) => at(read) > at(column.name))
            .map(({ name: read }) => `${column.name} reads ${read}`),
    );
    expect(early).toEqual([]);
  });

  test('have every computed quantity, each before the update', () => {
    const computed = columns
      .filter(({ rule, role }) => role !== 'state' && 'formula' in rule)
      .map((column) => column.name);
    expect(computed.filter((of) => !stages.has(of))).toEqual([]);
    expect(Math.max(...stages.values())).toBe(stageNumber(topology, 'update') - 1);
  });
});

describe('the diagram of an exercise', () => {
  test.each(['output-gradients', 'hidden-gradients', 'all'] as const)('tells nothing of %s', async (blank) => {
    const { sheets } = readWorkbook(await exerciseBytes(network, { blank }));
    const cells = [...(sheets.find(({ name }) => name === NETWORK_SHEET)?.cells.values() ?? [])];
    const asked = askedIn(network, blank);
    const told = new Set(
      asked.map((name) => Math.abs(book.traces[0]?.row(1)[book.table.column(name) - 2] ?? 0).toFixed(6)),
    );
    // The first weights are given.
    const numbers = cells.flatMap(({ value }) => (typeof value === 'number' ? [Math.abs(value).toFixed(6)] : []));
    const given = new Set(network.layers.flatMap(({ weights }) => weights.flat().map((each) => each.toFixed(6))));
    expect(numbers.filter((number) => told.has(number) && !given.has(number))).toEqual([]);
    expect(cells.filter(({ formula }) => /Steps/.test(String(formula)))).toEqual([]);
    expect(cells.filter(({ value }) => /Show up to|: lit/.test(String(value)))).toEqual([]);
  });
});
