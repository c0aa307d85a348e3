import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { isEverything } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { disagreements, endToEndWithoutInt, type Judge } from './agreement.ts';

/** Functions whose textbook forms have powers of the net input; that of the sigmoid stays. */
const names = ['elu', 'softplus', 'silu', 'gelu', 'hard-sigmoid'] as const;

/** Units whose net inputs are 800 and −800, where e^(±x) would be beyond a cell. */
const files = await Promise.all(
  names.map(async (activation) =>
    thinned(
      await workbookBytes(
        parseNetwork({
          title: activation,
          samples: [{ inputs: [800], targets: [0.5] }],
          layers: [
            { activation, weights: [[1], [-1]] },
            { activation: 'linear', weights: [[0.001, 0.002]] },
          ],
          loss: 'huber',
          learningRates: [0.001],
          iterations: 1,
        }),
      ),
    ),
  ),
);

const contents = files.map(readWorkbook);

describe('net inputs of 800 and −800 have numbers for all that follows', () => {
  const check = (k: number, calculated: Recalculated, judge?: Judge): void => {
    const workbook = contents[k] ?? readWorkbook(new Uint8Array());
    expect(disagreements(workbook, calculated, judge)).toEqual([]);
    const cells = workbook.sheets
      .filter(({ name }) => name.startsWith('LR'))
      .flatMap((sheet) => [...sheet.cells.values()]);
    const errors = cells.filter(({ value }) => typeof value === 'object' && value !== null && value.error === '#NUM!');
    expect(errors.map(({ address }) => address)).toEqual([]);
  };

  test.each(names.map((name, k) => ({ name, k })))('$name, in HyperFormula', ({ k }) => {
    check(k, recalculateWithHyperFormula(files[k] ?? new Uint8Array()), endToEndWithoutInt);
  });

  const inLibreOffice = isEverything ? describeWithLibreOffice : describe.skip;
  inLibreOffice('in LibreOffice', () => {
    const results = beforeTests(() => recalculateWithLibreOffice(files.map((bytes) => ({ bytes }))));
    test.each(names.map((name, k) => ({ name, k })))('$name', ({ k }) => {
      check(k, results()[k] as Recalculated);
    });
  });
});
