import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { excelFormula } from '../../src/expression/excel.ts';
import { apply, symbol } from '../../src/expression/tree.ts';
import { columnGroups } from '../../src/model/quantities.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { topologyOf, trainedOf } from '../../src/quantities/topology.ts';
import { checkedOf } from '../../src/workbook/gradient-check/layout.ts';
import { tableLines } from '../../src/workbook/iterations/lines.ts';
import { tableLayout } from '../../src/workbook/layout.ts';
import { live } from '../../src/workbook/numbers/live.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';

const wide = topologyOf(seededNetwork([30, 10, 2], 1));

describe('a wide network', () => {
  test('draws the first 24 of its lines, and says so', async () => {
    const { weights, gradients, trained } = tableLines(wide);
    expect([weights.length, gradients.length, trained]).toEqual([24, 24, 320]);
    const bytes = await workbookBytes(seededNetwork([20, 3, 2], 1, { iterations: 2, learningRates: [1] }));
    const sheets = Object.entries(unzipSync(bytes)).flatMap(([path, part]) =>
      path.startsWith('xl/worksheets/') ? [new TextDecoder().decode(part)] : [],
    );
    for (const heading of ['The weights (the first 24 of 66)', 'The gradients (the first 24 of 66)'])
      expect(sheets.filter((sheet) => sheet.includes(heading))).toHaveLength(1);
  });

  test('has 60 of its gradients checked, from the first to the last', () => {
    const names = checkedOf(wide).map(({ name }) => name);
    const all = trainedOf(wide).map(({ name }) => name);
    expect([names.length, names[0], names.at(-1)]).toEqual([60, all[0], all.at(-1)]);
    expect(new Set(names).size).toBe(60);
  });

  test('whose sums do not fit into a cell is refused with the figure', async () => {
    const network = seededNetwork([400, 2, 1], 1, { iterations: 2, learningRates: [1] });
    const message = 'layers: This network needs a formula of 10295 characters, but a cell holds 8192';
    await expect(workbookBytes(network)).rejects.toThrow(message);
  });

  test('may need more columns than there are', () => {
    const network = parseNetwork({
      title: 'wide',
      samples: Array.from({ length: 200 }, (_, k) => ({ inputs: [k], targets: [0] })),
      layers: [
        { activation: 'tanh', units: 30 },
        { activation: 'tanh', units: 1 },
      ],
      loss: 'half-squared-error',
      learningRates: [1],
      iterations: 2,
    });
    const topology = topologyOf(network);
    expect(() => tableLayout(topology, columnGroups(topology), 2)).toThrow(/needs \d+ columns, but a sheet has 16384/);
  });

  test('a formula is measured at the last row that it is filled down to', () => {
    const formula = Array.from({ length: 1000 }, (_, k) => `A${10 + (k % 90)}`).join('+');
    expect(formula.length).toBeLessThan(8192);
    expect(() => live(formula, 0)).not.toThrow();
    expect(() => live(formula, 0, 1_000_000)).toThrow('a formula of 8999 characters');
  });

  test('a function of more than 255 numbers takes them in groups', () => {
    const names = Array.from({ length: 300 }, (_, k) => `x${k}`);
    const formula = excelFormula(apply('max', ...names.map(symbol)), (name) => name);
    expect(formula).toMatch(/^MAX\(MAX\(x0,.*,x254\),MAX\(x255,.*,x299\)\)$/);
  });
});
