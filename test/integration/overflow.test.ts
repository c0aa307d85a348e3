import { describe, expect, test } from 'vitest';
import { columnGroups } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { classWith } from '../helpers/networks.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';

const classOf = (values: Readonly<Record<string, number>>, learningRates = [2]): Network =>
  withInitialValues(classWith({ learningRates, iterations: 5 }), new Map(Object.entries(values)));

/** Networks whose numbers leave what a cell can hold; a cell in which they do, and one in which they do not. */
const cases: readonly (readonly [what: string, network: Network, failing: string, sound: string])[] = [
  ['EXP of a large net input', classOf({ w1: -20_000 }), 'a_h1', 'a_h2'],
  ['a product beyond the largest number', classOf({ w1: 1e308, i1: 1e10 }), 'h1', 'h2'],
  ['a sum beyond the largest number', classOf({ w3: 1.5e308, w4: 1.5e308, i1: 1, i2: 1 }), 'h2', 'h1'],
];

const NUM = { error: '#NUM!' };
const isError = (value: CellValue): boolean => typeof value === 'object' && value !== null;

const made = await Promise.all(cases.map(async ([, network]) => thinned(await workbookBytes(network))));

describe('what overflows shows an error:', () => {
  const tableOf = (network: Network) => {
    const topology = topologyOf(network);
    return tableLayout(topology, columnGroups(topology), network.iterations);
  };

  test.each(cases.map(([what, network, failing, sound], k) => ({ what, network, failing, sound, k })))(
    '$what, held by the file in $failing and all that depends on it, not in $sound',
    ({ network, failing, sound, k }) => {
      const table = tableOf(network);
      const cells = readWorkbook(made[k] ?? new Uint8Array()).sheets.find(({ name }) => name === rateSheet(2))?.cells;
      const shownFor = (name: string, iteration: number): CellValue =>
        cells?.get(table.cell(name, iteration))?.value ?? null;
      expect([failing, 'o1', 'E_total', '∂E/∂w1'].map((name) => shownFor(name, 1))).toEqual([NUM, NUM, NUM, NUM]);
      expect(shownFor('E_total', 5)).toEqual(NUM);
      expect(shownFor(sound, 1)).toEqual(expect.any(Number));
    },
  );

  /** The cells where one shows an error and the other does not. */
  const unlike = (bytes: Uint8Array, calculated: Recalculated): readonly string[] =>
    readWorkbook(bytes).sheets.flatMap(({ name, cells }) =>
      [...cells.values()]
        .filter(({ address, value }) => isError(value) !== isError(calculated.value(name, address)))
        .map(({ address }) => `${name}!${address}`),
    );

  test.each(cases.map(([what], k) => ({ what, k })))('$what, in the same cells in HyperFormula', ({ k }) => {
    const bytes = made[k] ?? new Uint8Array();
    expect(unlike(bytes, recalculateWithHyperFormula(bytes))).toEqual([]);
  });

  describeWithLibreOffice('LibreOffice', () => {
    const results = beforeTests(() => recalculateWithLibreOffice(made.map((bytes) => ({ bytes }))));

    test.each(cases.map(([what], k) => ({ what, k })))('$what, in the same cells', ({ k }) => {
      const calculated = results()[k] as Recalculated;
      expect(unlike(made[k] ?? new Uint8Array(), calculated)).toEqual([]);
    });
  });
});
