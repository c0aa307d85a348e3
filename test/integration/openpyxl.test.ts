import { expect, test } from 'vitest';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { topologyOf, weightsOf } from '../../src/quantities/topology.ts';
import { absolute, columnLetters, columnRange, onSheet } from '../../src/sheet/address.ts';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import { drawnCellFormula } from '../../src/workbook/iterations/drawn-columns.ts';
import { rowFormula } from '../../src/workbook/iterations/rows.ts';
import { LANDSCAPE_SHEET } from '../../src/workbook/landscape/layout.ts';
import { rateSheet, ratesLayout, tableLayout, tableOn } from '../../src/workbook/layout.ts';
import { evenColumn } from '../../src/workbook/learning-rates/columns.ts';
import { rateRow } from '../../src/workbook/learning-rates/places.ts';
import { shownIterations } from '../../src/workbook/numbers/shown.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { drawnRange } from '../helpers/drawn-range.ts';
import { classWith } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithOpenpyxl, readWithOpenpyxl } from '../support/openpyxl.ts';
import { readWorkbook, sharedFormulas } from '../support/read-workbook.ts';

const network = classWith({ learningRates: [0.5, 2], iterations: 140 });
const topology = topologyOf(network);
const table = tableLayout(topology, columnGroups(topology), network.iterations);
const columns = columnsOf(table.groups);

/** Iteration 2 is filled down: groups begin in the iterations 3, 67 and 131. */
const AROUND_GROUPS = [2, 3, 4, 65, 66, 67, 68, 129, 130, 131, 132, 140];

const bytes = await workbookBytes(network);
const workbook = readWorkbook(bytes);

describeWithOpenpyxl('openpyxl', () => {
  const seen = beforeTests(() => readWithOpenpyxl(bytes));

  test('sees the sheets in order and misses nothing', () => {
    expect(seen().sheets).toEqual(workbook.sheets.map(({ name }) => name));
    expect(seen().warnings).toEqual([]);
  });

  test('sees charts of numbers, with the iterations of their own sheet along the axis', () => {
    expect(seen().charts.filter(({ type }) => type !== 'ScatterChart')).toEqual([]);
    expect(seen().charts.some(({ sheet }) => sheet === LANDSCAPE_SHEET)).toBe(true);
    for (const { sheet, series } of seen().charts) {
      if (sheet === LANDSCAPE_SHEET) continue;
      const rate = network.learningRates.find((each) => rateSheet(each) === sheet);
      if (rate === undefined) continue;
      for (const { categories, values } of series) {
        expect(categories).toBe(tableOn(sheet, table).iterationRange);
        expect(values).toContain(onSheet(sheet, ''));
      }
    }
  });

  test.each(network.learningRates)(
    'sees E_total, every weight, output and gradient of η = %d, each by its name',
    (rate) => {
      const drawn = seen()
        .charts.filter(({ sheet }) => sheet === rateSheet(rate))
        .flatMap(({ series }) => series.map(({ name, values }) => `${name} ${values}`));
      const names = [
        'E_total',
        ...weightsOf(topology).flatMap(({ name }) => [name, `∂E/∂${name}`]),
        ...topology.errors.flatMap(({ name, output, target }) => [name, output, target]),
      ];
      expect(drawn).toEqual(
        expect.arrayContaining(
          names.map((name) => `${tableOn(rateSheet(rate), table).header(name)} ${drawnRange(table, name, rate)}`),
        ),
      );
    },
  );

  test('sees one line per learning rate in the comparison, named by the cell of the rate', () => {
    const { headerRow, iterationColumn, column } = ratesLayout;
    const [firstRow, last] = [1, network.iterations].map((k) => rateRow({ runs: [{ table }] }, k)) as [number, number];
    // Marks on some of the points are a series of their own, after the lines.
    const charts = seen()
      .charts.filter(({ sheet }) => sheet === RATES_SHEET)
      .map(({ series }) => ({ series: series.slice(0, network.learningRates.length) }));
    expect(charts.length).toBeGreaterThan(0);
    const [even] = charts;
    expect(even?.series.map(({ values }) => values)).toEqual(
      network.learningRates.map((_, k) =>
        columnRange(RATES_SHEET, evenColumn({ traces: network.learningRates }, k), firstRow, last),
      ),
    );
    // A logarithmic axis has a column of its own for what it can show.
    for (const { series } of charts)
      expect(series.map(({ name, categories }) => ({ name, categories }))).toEqual(
        network.learningRates.map((_, k) => ({
          name: onSheet(RATES_SHEET, absolute(headerRow, column(k))),
          categories: columnRange(RATES_SHEET, iterationColumn, firstRow, last),
        })),
      );
  });

  test.each(AROUND_GROUPS)(
    'reads in iteration %i, near the border of a group of shared formulas, what a plain writer writes',
    (k) => {
      const row = table.row(k);
      for (const rate of network.learningRates) {
        const formulas = seen().formulas.get(rateSheet(rate));
        const read = columns.map((column) => formulas?.get(`${columnLetters(table.column(column.name))}${row}`));
        expect(read).toEqual(columns.map((column) => rowFormula(column, table, k)));
        const shown = shownIterations(network.iterations);
        const drawn = table.drawn.map((name) => formulas?.get(`${columnLetters(table.drawnColumn(name))}${row}`));
        expect(drawn).toEqual(table.drawn.map((name) => drawnCellFormula({ table, shown }, name, k)));
      }
    },
  );

  test.each(workbook.sheets)('translates every formula of $name as this reader does', ({ name, cells }) => {
    const own = [...cells.values()].flatMap(({ address, formula }) =>
      formula === undefined ? [] : [[address, formula]],
    );
    expect([...(seen().formulas.get(name) ?? [])].sort()).toEqual(own.sort());
  });

  test('does so across the borders of shared groups, of which every column has three', () => {
    const sheet = rateSheet(2);
    const groups = sharedFormulas(bytes).filter((group) => group.sheet === sheet);
    const computed = columnsOf(table.groups).length + 1 + table.drawn.length;
    expect(groups).toHaveLength(3 * computed);
    for (const k of [2, 3, 66, 67, 130, 131, 140]) {
      const formula = seen().formulas.get(sheet)?.get(table.cell('a_h1', k));
      expect(formula).toBe(`1/(1+EXP(-${table.cell('h1', k)}))`);
    }
  });
});
