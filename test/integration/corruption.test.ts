import { describe, expect, test } from 'vitest';
import { columnGroups } from '../../src/model/quantities.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import { rateSheet, ratesLayout, tableLayout } from '../../src/workbook/layout.ts';
import { rateRow } from '../../src/workbook/learning-rates/places.ts';
import { classWith } from '../helpers/networks.ts';
import { replaceFormula } from '../helpers/replace-formula.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { disagreements, endToEndWithoutInt } from './agreement.ts';
import { stepFaults } from './one-step.ts';

const network = classWith({ learningRates: [0.5, 2], iterations: 16 });
const table = tableLayout(topologyOf(network), columnGroups(topologyOf(network)), network.iterations);
const sheet = rateSheet(0.5);

/** A formula with the cells of one iteration for its names, those of the iteration before for names with an apostrophe. */
const inRow = (iteration: number, formula: string): string =>
  formula.replace(/[∂\w]+(?:\/∂\w+)?'?/g, (name) =>
    /^(?:EXP|\d+)$/.test(name)
      ? name
      : table.cell(name.replace("'", ''), name.endsWith("'") ? iteration - 1 : iteration),
  );

/** One wrong formula each, most of them what learners get wrong in this exercise. */
const mistakes: readonly (readonly [name: string, iteration: number, formula: string])[] = [
  ['a_h1', 7, '1/(1+EXP(h1))'],
  ['h2', 1, 'w3*i1+w2*i2'],
  ['E2', 8, '0.5*(t1-a_o2)^2'],
  ['E_total', 16, 'E1'],
  ['∂E/∂a_h1', 9, '∂E/∂o1*w5+∂E/∂o2*w6'],
  ['∂a_h2/∂h2', 6, 'a_h1*(1-a_h1)'],
  ['∂E/∂w3', 10, '∂E/∂a_h2*∂a_h1/∂h1*i1'],
  ['∂E/∂w6', 11, '∂E/∂o1*h2'],
  ['∂E/∂w7', 12, '∂E/∂o2*a_h2'],
  ['w3', 13, "w3'-0.5*∂E/∂w1'"],
  ['w8', 14, "w8'-0.6*∂E/∂w8'"],
  ['t1', 15, "t1'+0.000001"],
];

const bytes = thinned(await workbookBytes(network));

/** The workbook with another formula in one cell. */
const withFormula = (of: string, address: string, formula: string): Recalculated =>
  recalculateWithHyperFormula(bytes, [{ sheet: of, address, value: `=${formula}` }]);

describe('one wrong formula is named, and nothing else', () => {
  test.each(every(3, mistakes))('%s of iteration %i = %s', (name, iteration, formula) => {
    const address = table.cell(name, iteration);
    const calculated = withFormula(sheet, address, inRow(iteration, formula));
    expect(disagreements(readWorkbook(bytes), calculated, endToEndWithoutInt)).toEqual([`${sheet}!${address}`]);
    // The engine sees it in the same row or, where a weight is wrong, in the row before it.
    expect(stepFaults(network, 0.5, calculated, { relative: 1e-12, floor: 1e-17 })).toContain(`${sheet}!${address}`);
    expect(stepFaults(network, 2, calculated, { relative: 1e-12, floor: 1e-17 })).toEqual([]);
  });

  test('on the sheet that compares the learning rates', () => {
    const address = relative(rateRow({ runs: [{ table }] }, 16), ratesLayout.column(1));
    const calculated = withFormula(RATES_SHEET, address, `'${sheet}'!${table.cell('E_total', 16)}`);
    expect(disagreements(readWorkbook(bytes), calculated, endToEndWithoutInt)).toEqual([`${RATES_SHEET}!${address}`]);
  });

  test('a difference within the tolerance is none', () => {
    const address = table.cell('E_total', 16);
    const calculated = withFormula(sheet, address, inRow(16, '(E1+E2)*1.0000000001'));
    expect(disagreements(readWorkbook(bytes), calculated, endToEndWithoutInt)).toEqual([]);
  });

  describeWithLibreOffice('by LibreOffice', () => {
    test('too', async () => {
      const address = table.cell('a_h1', 7);
      expect(`${sheet}!${address}`).toBe('LR 0.5!K20');
      const spoilt = replaceFormula(bytes, sheet, address, inRow(7, '1/(1+EXP(h1))'));
      const [calculated] = await recalculateWithLibreOffice([{ bytes: spoilt }]);
      expect(calculated && disagreements(readWorkbook(spoilt), calculated)).toEqual(['LR 0.5!K20']);
    });
  });
});
