import { describe, expect, test } from 'vitest';
import { seededNetwork } from '../helpers/networks.ts';
import { replaceFormula, withWrongValues } from '../helpers/replace-formula.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { disagreements, endToEndWithoutArrays } from '../integration/agreement.ts';
import { recalculateWithIronCalc } from './ironcalc.ts';
import { readWorkbook } from './read-workbook.ts';

const sound = await workbookBytes(seededNetwork([1, 1], 1, { learningRates: [0.5], iterations: 3 }));
const wrongIn = (bytes: Uint8Array): readonly string[] =>
  disagreements(readWorkbook(sound), recalculateWithIronCalc(bytes), endToEndWithoutArrays);

describe('calculating with IronCalc', () => {
  test('takes no value from the file', () => {
    expect(wrongIn(withWrongValues(sound))).toEqual([]);
  });

  test('follows a formula that was changed', () => {
    expect(wrongIn(replaceFormula(sound, 'LR 0.5', 'E14', 'C14+D14'))).toContain('LR 0.5!E14');
  });
});
