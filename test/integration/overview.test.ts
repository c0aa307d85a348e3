import { beforeAll, describe, expect, it } from 'vitest';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import { CROSS_CHECK_SHEET } from '../../src/workbook/cross-check/layout.ts';
import { START_SHEET, THRESHOLD_CELL } from '../../src/workbook/start/layout.ts';
import { classNetwork, classWith } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';

const threshold = THRESHOLD_CELL.replaceAll('$', '');

describe('what the sheets say of the class network', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await workbookBytes(classNetwork);
    untouched = recalculateWithHyperFormula(bytes);
  });
  let untouched: Recalculated;
  const shown = (sheet: string, address: string, ...edits: readonly Edit[]) =>
    (edits.length === 0 ? untouched : recalculateWithHyperFormula(bytes, edits)).value(sheet, address);
  const edit = (sheet: string, address: string, value: number): Edit => ({ sheet, address, value });

  it.each([
    ['η = 2 falls below 0.05 at iteration 17', START_SHEET, 'K24', 17, []],
    ['η = 0.1 does not in 100 iterations', START_SHEET, 'K19', '–', []],
    ['η = 2 falls below 0.01 later', START_SHEET, 'K24', 60, [edit(START_SHEET, threshold, 0.01)]],
    ['η = 2 still falls', START_SHEET, 'L24', '↘ still falls', []],
    ['a tiny learning rate hardly moves it', START_SHEET, 'L19', '→ hardly moves', [edit('LR 0.1', 'A1', 0.00001)]],
    ['the smallest E_total comes last', START_SHEET, 'J21', 100, []],
    ['η = 2 is the fastest', RATES_SHEET, 'M2', 2, []],
    ['η = 0.1 is the slowest', RATES_SHEET, 'N2', 0.1, []],
    ['another rate can become the slowest', RATES_SHEET, 'N2', 0.01, [edit('LR 0.8', 'A1', 0.01)]],
    ['no run diverged', RATES_SHEET, 'O2', 0, []],
    [
      'all numbers of the engine agree',
      CROSS_CHECK_SHEET,
      'B3',
      '✓ The workbook agrees with the engine in all 330 numbers.',
      [],
    ],
  ] as const)('%s', (_, sheet, address, expected, edits) => {
    expect(shown(sheet, address, ...edits)).toBe(expected);
  });

  it('Cross-check says that a value was changed, and how to make the workbook again', () => {
    const calculated = recalculateWithHyperFormula(bytes, [edit('Network', 'C6', 0.07), edit('LR 0.5', 'A1', 0.6)]);
    expect(calculated.value(CROSS_CHECK_SHEET, 'B3')).toMatch(/^✗ The workbook differs from the engine in 30 of 30/);
    expect(calculated.value(CROSS_CHECK_SHEET, 'B4')).toMatch(
      /^Changed since the workbook was made: 2 of 18 given numbers/,
    );
    expect(calculated.value(CROSS_CHECK_SHEET, 'C5')).toBe(
      'backprop-workbook generate class --set i1=0.07 -r 0.1 0.2 0.6 0.8 1 2 -n 100',
    );
  });
});

it('a run that meets what a cell cannot compute says what, and the comparison has no number', async () => {
  const network = withInitialValues(classWith({ learningRates: [0.5], iterations: 3 }), new Map([['w1', -1e6]]));
  const calculated = recalculateWithHyperFormula(await workbookBytes(network));
  expect(calculated.value(START_SHEET, 'L19')).toBe('✗ no number: e^(−h1) too large');
  expect(calculated.value(RATES_SHEET, 'H2')).toBe('–');
});
