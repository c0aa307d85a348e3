import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithGnumeric, recalculateWithGnumeric } from '../support/gnumeric.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { recalculateWithIronCalc } from '../support/ironcalc.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { disagreements, endToEndWithoutArrays, endToEndWithoutInt } from './agreement.ts';

/** A ready-made network, its first and its last learning rate, and no more iterations than it needs to show everything. */
function shortened(name: string): Network {
  const network = parseNetwork(JSON.parse(networkTemplate(name)));
  const { learningRates, samples } = network;
  const ends = [...new Set([...learningRates.slice(0, 1), ...learningRates.slice(-1)])];
  return { ...network, learningRates: ends, iterations: samples.length + 4 };
}

const names = every(4, networkNames());
const files = await Promise.all(names.map((name) => workbookBytes(shortened(name))));
const wholeOf = (name: string): Uint8Array => files[names.indexOf(name)] ?? new Uint8Array();
const thin = files.map(thinned);
const fileOf = (name: string): Uint8Array => thin[names.indexOf(name)] ?? new Uint8Array();

describe('every cell of a ready-made network shows what the file holds', () => {
  test.each(names)('in HyperFormula: %s', (name) => {
    const bytes = fileOf(name);
    expect(disagreements(readWorkbook(bytes), recalculateWithHyperFormula(bytes), endToEndWithoutInt)).toEqual([]);
  });

  // IronCalc takes what is next to 0 for 0, and there the errors of this network end.
  test.each(names.filter((name) => name !== 'overshoot'))('in IronCalc: %s', (name) => {
    const bytes = fileOf(name);
    expect(disagreements(readWorkbook(bytes), recalculateWithIronCalc(bytes), endToEndWithoutArrays)).toEqual([]);
  });

  // All of their formulas, of whatever kind of network.
  describeWithLibreOffice('in LibreOffice', () => {
    const results = beforeTests(() => recalculateWithLibreOffice(names.map((name) => ({ bytes: wholeOf(name) }))));

    test.each(names)('%s', (name) => {
      const calculated = results()[names.indexOf(name)] as Recalculated;
      expect(disagreements(readWorkbook(wholeOf(name)), calculated)).toEqual([]);
    });
  });

  describeWithGnumeric('in Gnumeric', () => {
    const results = beforeTests(() => recalculateWithGnumeric(names.map(fileOf)));

    test.each(names)('%s', (name) => {
      const calculated = results()[names.indexOf(name)] as Recalculated;
      expect(disagreements(readWorkbook(fileOf(name)), calculated)).toEqual([]);
    });
  });
});
