import { describe, expect, test } from 'vitest';
import { readyData } from '../../src/data/ready.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { type Settings, withSettings } from '../../src/settings/settings.ts';
import { SAMPLE_POSITION } from '../../src/workbook/network/diagram/values.ts';
import { NETWORK_SHEET, networkLayouts } from '../../src/workbook/network/layout.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { formatAddress } from '../support/addresses.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { disagreements, endToEndWithoutInt } from './agreement.ts';

const madeOf = (name: string, settings: Settings) =>
  withSettings(parseNetwork(JSON.parse(networkTemplate(name))), { learningRates: [0.5], iterations: 2, ...settings });

const many = madeOf('xor', { data: readyData({ set: 'gaussians', samples: 44 }) });
const tested = madeOf('three-classes', {
  data: readyData({ set: 'iris', samples: 10, standardise: true }),
  batch: 4,
  iterations: 3,
});

describe('a workbook of a ready set', () => {
  // Many samples take long to calculate.
  test.runIf(process.env.EVERY)('of many samples shows each of them by its place', async () => {
    const bytes = await workbookBytes(many);
    const workbook = readWorkbook(bytes);
    expect(disagreements(workbook, recalculateWithHyperFormula(bytes), endToEndWithoutInt)).toEqual([]);
    const cells = workbook.sheets.find(({ name }) => name === NETWORK_SHEET)?.cells ?? new Map();
    const activation = [...cells.values()].find(({ formula }) => /,INDEX\('Steps'!/.test(formula ?? ''));
    const typed = { sheet: NETWORK_SHEET, address: formatAddress(SAMPLE_POSITION.row, SAMPLE_POSITION.column) };
    const at = (value: number) =>
      recalculateWithHyperFormula(bytes, [{ ...typed, value }]).value(NETWORK_SHEET, activation?.address ?? '');
    expect(at(2)).not.toEqual(at(1));
  });

  test('tests, says how many classes are right, and keeps the numbers by which inputs are standardised', async () => {
    const bytes = thinned(await workbookBytes(tested));
    const workbook = readWorkbook(bytes);
    expect(disagreements(workbook, recalculateWithHyperFormula(bytes), endToEndWithoutInt)).toEqual([]);
    const scaleRow = networkLayouts([topologyOf(tested)], [''])[0]?.scaleRow ?? 0;
    const cells = workbook.sheets.find(({ name }) => name === NETWORK_SHEET)?.cells;
    const kept = [1, 2].map((k) => cells?.get(formatAddress(scaleRow + k, 3))?.value);
    expect(kept).toEqual([tested.inputs?.[0]?.mean, tested.inputs?.[0]?.deviation]);
  });
});
