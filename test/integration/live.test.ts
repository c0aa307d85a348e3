import { expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups } from '../../src/model/quantities.ts';
import { stepSections } from '../../src/model/steps.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { initialValues, TOTAL_ERROR, topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { withSettings } from '../../src/settings/settings.ts';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import { CROSS_CHECK_SHEET } from '../../src/workbook/cross-check/layout.ts';
import { learningRateName, rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { initialName } from '../../src/workbook/network/layout.ts';
import { START_SHEET, THRESHOLD_CELL } from '../../src/workbook/start/layout.ts';
import { STEPS_SHEET, type StepsLayout, stepsLayouts } from '../../src/workbook/steps/layout.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { drawnRange } from '../helpers/drawn-range.ts';
import { classWith } from '../helpers/networks.ts';
import { near } from '../helpers/numbers.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { formatAddress, parseArea } from '../support/addresses.ts';
import {
  type Chart,
  type ChartData,
  describeWithLibreOffice,
  type RecalculatedWithCharts,
  recalculateWithLibreOffice,
} from '../support/libreoffice.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { agrees, endToEnd } from './agreement.ts';

/** What a person types into the class workbook, and the network that this should make of it. */
const typed = { i1: 0.7, w5: -0.9, w2: 1.25, t2: 0.4 };
const network = classWith({ learningRates: [0.1, 0.5, 2], iterations: 30 });
const rates = network.learningRates.map((rate) => (rate === 0.5 ? 0.35 : rate));
const edited = withInitialValues(withSettings(network, { learningRates: rates }), new Map(Object.entries(typed)));

const topology = topologyOf(edited);
const groups = columnGroups(topology);
const table = tableLayout(topology, groups, edited.iterations);
const [steps] = stepsLayouts([{ groups, sections: stepSections(topology, groups), givenRate: topology.givenRate }]) as [
  StepsLayout,
];

const before = await workbookBytes(network);
const workbook = readWorkbook(before);
const expected = readWorkbook(await workbookBytes(edited));

/** The cells of the sheet that stands in the expected workbook where this one stands; its name may say another learning rate. */
function expectedCells(sheet: string) {
  return expected.sheets[workbook.sheets.findIndex(({ name }) => name === sheet)]?.cells;
}

const THRESHOLD = THRESHOLD_CELL.replaceAll('$', '');

/** The cell behind a defined name. */
function cellOf(name: string): { readonly sheet: string; readonly address: string } {
  const [, sheet = '', address = ''] = /^'?(.*?)'?!(.*)$/.exec(workbook.definedNames.get(name) ?? '') ?? [];
  return { sheet, address: address.replaceAll('$', '') };
}

const edits = [
  ...initialValues(topology)
    .filter(({ name }) => name in typed)
    .map((given) => ({ ...cellOf(initialName(given)), value: given.value })),
  { ...cellOf(learningRateName(2)), value: 0.35 },
  // Two more cells are for typing: what Steps shows, and the threshold of Start, which suits the run at first.
  { sheet: STEPS_SHEET, address: steps.rateCell.replaceAll('$', ''), value: 0.35 },
  { sheet: START_SHEET, address: THRESHOLD, value: Number(expectedCells(START_SHEET)?.get(THRESHOLD)?.value) },
];

const TOLERANCE = { relative: 1e-9, floor: 1e-15 };

/** What the cells of a range show, from top to bottom. */
function shown(range: string, calculated: Recalculated): readonly CellValue[] {
  const [, sheet = '', reference = ''] = /^'(.*)'!(.*)$/.exec(range) ?? [];
  const { firstRow, lastRow, firstColumn } = parseArea(reference);
  return Array.from({ length: lastRow - firstRow + 1 }, (_, k) =>
    calculated.value(sheet, formatAddress(firstRow + k, firstColumn)),
  );
}

/** The lines of a chart; marks on some of their points are series of their own, after them. */
const linesOf = ({ series }: Chart): Chart['series'] =>
  series.filter(({ values }) => values?.data.length === network.iterations);

const chartSheets = [RATES_SHEET, ...network.learningRates.map(rateSheet)];

describeWithLibreOffice('LibreOffice, when values are typed over', () => {
  const results = beforeTests(() =>
    recalculateWithLibreOffice([
      { bytes: before, charts: chartSheets },
      { bytes: before, charts: chartSheets, edits },
    ]),
  );
  const untouched = () => results()[0] as RecalculatedWithCharts;
  const after = () => results()[1] as RecalculatedWithCharts;

  test('shows in every cell what the workbook of these values shows', () => {
    const calculated = after();
    // Cross-check keeps what the workbook was made with, so it alone must not follow.
    const following = workbook.sheets.filter(({ name }) => name !== CROSS_CHECK_SHEET);
    const differing = following.flatMap(({ name, cells }) =>
      [...cells.values()].flatMap(({ address, formula, value }) => {
        // Numbers that are no formulas belong to the comparison too: one of them could have been pasted.
        if (formula === undefined && typeof value !== 'number') return [];
        const wanted = expectedCells(name)?.get(address)?.value ?? null;
        const tolerance = endToEnd(formula ?? '') ?? TOLERANCE;
        return agrees(calculated.value(name, address), wanted, tolerance) ? [] : [`${name}!${address}`];
      }),
    );
    expect(differing).toEqual([]);
  });

  test.each(rates.map((rate, k) => ({ rate, sheet: rateSheet(network.learningRates[k] ?? Number.NaN) })))(
    'trains with η = $rate on $sheet',
    ({ rate, sheet }) => {
      const calculated = after();
      const totals = train(topology, rate, edited.iterations, [quantityOf(TOTAL_ERROR)]).series(TOTAL_ERROR);
      const cells = Array.from(totals, (_, k) => Number(calculated.value(sheet, table.cell(TOTAL_ERROR, k + 1))));
      expect(cells.filter((value, k) => !near(value, totals[k] ?? Number.NaN, TOLERANCE))).toEqual([]);
    },
  );

  const iterations = Array.from({ length: network.iterations }, (_, k) => k + 1);

  test.each(chartSheets)('draws every line on %s over all iterations, the first included', (sheet) => {
    for (const calculated of [untouched(), after()]) {
      const charts = calculated.charts(sheet);
      expect(charts.map(({ types }) => types)).toEqual(charts.map(() => ['ScatterChartType']));
      expect(charts.length).toBeGreaterThanOrEqual(sheet === RATES_SHEET ? 1 : 4);
      for (const { label, values, categories } of charts.flatMap(linesOf)) {
        expect(categories?.data).toEqual(iterations);
        expect(values?.data).toEqual(shown(values?.range ?? '', calculated));
        expect(values?.data).toHaveLength(iterations.length);
        expect(label?.data.map(String)).toEqual(shown(label?.range ?? '', calculated).map(String));
      }
    }
  });

  test('marks points of the lines of the comparison', () => {
    for (const chart of [...untouched().charts(RATES_SHEET), ...after().charts(RATES_SHEET)]) {
      const lines = linesOf(chart);
      const marks = chart.series.slice(lines.length);
      expect(marks).toHaveLength(lines.length);
      for (const [k, { values, categories }] of marks.entries()) {
        const at = categories?.data.map(Number) ?? [];
        expect(at.length).toBeGreaterThan(2);
        expect(values?.data).toEqual(at.map((iteration) => lines[k]?.values?.data[iteration - 1]));
      }
    }
  });

  const named = (chart: Chart | undefined, part: 'label' | 'values'): readonly (ChartData | null)[] =>
    (chart === undefined ? [] : linesOf(chart)).map((series) => series[part]);

  test('labels every line of the comparison by its learning rate, also a new one', () => {
    for (const [calculated, wanted] of [
      [untouched(), network.learningRates],
      [after(), rates],
    ] as const) {
      for (const chart of calculated.charts(RATES_SHEET))
        expect(named(chart, 'label').map((label) => Number(label?.data[0]))).toEqual(wanted);
    }
  });

  test.each(['E_total', 'w5', 'a_o1', '∂E/∂w1'])('draws %s of each learning rate from its own sheet', (name) => {
    const calculated = after();
    for (const rate of network.learningRates) {
      const ranges = calculated
        .charts(rateSheet(rate))
        .flatMap((chart) => named(chart, 'values').map((values) => values?.range));
      expect(ranges).toContain(drawnRange(table, name, rate));
    }
  });
});
