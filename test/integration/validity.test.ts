import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { classNetwork, classWith, seededNetwork } from '../helpers/networks.ts';
import { every, isEverything } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { packageFaults } from '../support/package-checks.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { validateAll } from '../support/validator.ts';

/** Titles that look like something else, one for each number of iterations. */
const titles = new Map([
  [2, '🙂 größe ∂E/∂w'],
  [64, '+1'],
  [65, '@SUM(A1)'],
  [66, 'x'.repeat(200)],
  [67, '_x000A_ _x0041_'],
]);

/** Networks whose workbooks have to be sound, by what is special about them. */
const all: readonly (readonly [what: string, network: Network])[] = [
  // Of each sheet one more block of rows than one.
  ['the class network', isEverything ? classNetwork : classWith({ learningRates: [0.1, 2], iterations: 70 })],
  ['3-4-2-1', seededNetwork([3, 4, 2, 1], 1, { iterations: 5 })],
  ['1-1', seededNetwork([1, 1], 2, { iterations: 5 })],
  ['2-3-3-2', seededNetwork([2, 3, 3, 2], 3, { iterations: 5 })],
  [
    '12 learning rates, some long, some making errors in cells',
    seededNetwork([1, 1], 6, {
      learningRates: [0.12345678901234568, 1e-300, 1e308, 123456789.5, 1, 2, 3, 4, 5, 6, 7, 8],
      iterations: 4,
    }),
  ],
  ...[...titles].map(([iterations, title]): [string, Network] => [
    `${iterations} iterations of ${title}`,
    seededNetwork([1, 2, 1], 5, { title, learningRates: [0.5], iterations }),
  ]),
];

const cases = every(4, all);

const files = await Promise.all(cases.map(([, network]) => workbookBytes(network)));

describe('a workbook is sound:', () => {
  const errors = beforeTests(() => validateAll(files));

  test.each(cases.map(([what], k) => ({ what, k })))("Microsoft's validator finds nothing in $what", ({ k }) => {
    expect(errors()[k]).toEqual([]);
  });

  test.each(cases.map(([what], k) => ({ what, k })))('nothing else is wrong in $what', ({ k }) => {
    expect(packageFaults(files[k] ?? new Uint8Array())).toEqual([]);
  });
});

describe('a title', () => {
  test.each([...titles.values()].filter((title) => cases.some(([, network]) => network.title === title)))(
    'of %s stands in the workbook as it is, never as a formula',
    (title) => {
      const k = cases.findIndex(([, network]) => network.title === title);
      const cells = readWorkbook(files[k] ?? new Uint8Array()).sheets.flatMap((sheet) => [...sheet.cells.values()]);
      const holders = cells.filter(({ value }) => value === title);
      expect(holders.length).toBeGreaterThan(0);
      expect(holders.filter(({ formula }) => formula !== undefined)).toEqual([]);
    },
  );
});
