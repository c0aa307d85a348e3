import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { classNetwork, classWith, richNetwork, seededNetwork } from '../helpers/networks.ts';
import { withWrongValues } from '../helpers/replace-formula.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { disagreements, endToEndWithoutInt, type Judge } from './agreement.ts';
import { stepFaults } from './one-step.ts';

const networks: readonly Network[] = every(2, [
  classNetwork,
  seededNetwork([3, 4, 2, 1], 1, { learningRates: [3], iterations: 40 }),
  seededNetwork([2, 3, 3, 2], 3, { learningRates: [3], iterations: 40 }),
  seededNetwork([1, 1], 2),
  richNetwork({
    title: 'Batches, a cosine and a warm-up',
    samples: [1, 2, 3, 4].map((k) => ({ inputs: [k / 2, -1 / k], targets: [k % 2, 1 - (k % 2)] })),
    ...{ batch: 2, schedule: { name: 'cosine', least: 0.01 }, warmUp: 3, iterations: 9 },
  }),
]);

/** What LibreOffice makes of a sum that cancels is off by 1e-17 even where next to nothing is left of it. */
const ONE_STEP = { relative: 1e-12, floor: 1e-17 };

const files = (await Promise.all(networks.map(workbookBytes))).map(thinned);

const small = thinned(await workbookBytes(classWith({ learningRates: [0.5, 2], iterations: 20 })));
const sound = readWorkbook(small);
const wrong = withWrongValues(small);

/** The workbooks of all networks, and the one with wrong values, calculated again. */
type Calculate = (files: readonly Uint8Array[]) => Promise<readonly Recalculated[]>;

function proofs(calculate: Calculate, judge?: Judge): void {
  const results = beforeTests(() => calculate([...files, wrong]));
  const resultOf = (network: Network): Recalculated => results()[networks.indexOf(network)] as Recalculated;

  test.each(networks)('every formula of $title gives the value that the file holds', (network) => {
    const workbook = readWorkbook(files[networks.indexOf(network)] ?? new Uint8Array());
    expect(disagreements(workbook, resultOf(network), judge)).toEqual([]);
  });

  test.each(networks)('every row of $title is one step of the engine from its own weights', (network) => {
    const calculated = resultOf(network);
    expect(network.learningRates.flatMap((rate) => stepFaults(network, rate, calculated, ONE_STEP))).toEqual([]);
  });

  test('whatever wrong values the file holds', () => {
    const calculated = results()[networks.length] as Recalculated;
    expect(disagreements(sound, calculated, judge)).toEqual([]);
  });
}

test('the file with wrong values has them in every formula cell', () => {
  const cells = readWorkbook(wrong).sheets.flatMap((sheet) => [...sheet.cells.values()]);
  const formulas = cells.filter(({ formula }) => formula !== undefined);
  expect(formulas.length).toBeGreaterThan(2_000);
  expect(formulas.filter(({ value }) => Number(value) !== 7)).toEqual([]);
});

describe('calculated again by HyperFormula', () => {
  proofs((bytes) => Promise.resolve(bytes.map((each) => recalculateWithHyperFormula(each))), endToEndWithoutInt);
});

describeWithLibreOffice('calculated again by LibreOffice', () => {
  proofs((bytes) => recalculateWithLibreOffice(bytes.map((each) => ({ bytes: each }))));
});
