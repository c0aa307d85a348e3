import { expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';

/** LAST_ROW=1048562 goes to the last row that a sheet has, in some minutes. */
const ITERATIONS = Number(process.env.LAST_ROW ?? 5000);
const HOUR = 3_600_000;

const network = parseNetwork({
  title: 'One weight',
  samples: [{ inputs: [1], targets: [0.2] }],
  layers: [{ activation: 'sigmoid', weights: [[0.5]] }],
  loss: 'half-squared-error',
  // So small that the run is still on its way at its end, and no number is near 0.
  learningRates: [1e-5],
  iterations: ITERATIONS,
});
const topology = topologyOf(network);
const groups = columnGroups(topology);

describeWithLibreOffice('LibreOffice opens a sheet of very many rows', () => {
  test(`and has in its last row the numbers of iteration ${ITERATIONS}`, { timeout: HOUR }, async () => {
    const bytes = await workbookBytes(network);
    const [calculated] = await recalculateWithLibreOffice([{ bytes, lastRows: 1, patience: HOUR }]);
    const table = tableLayout(topology, groups, ITERATIONS);
    const quantities = columnsOf(groups).map(({ quantity }) => quantity);
    const expected = train(topology, 1e-5, ITERATIONS, quantities, new Set()).row(ITERATIONS);
    for (const [k, { name }] of columnsOf(groups).entries()) {
      const shown = Number(calculated?.value(rateSheet(1e-5), table.cell(name, ITERATIONS)));
      expect(shown / (expected[k] as number), name).toBeCloseTo(1, 9);
    }
  });
});
