import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/spec/network.ts';
import { classNetwork, classWith, seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { packageFaults } from '../support/package-checks.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { validateAll } from '../support/validator.ts';

const titles = [
  `<&>"' ]]>`,
  '🙂 größe ∂E/∂w',
  '=1+1',
  '+1',
  '@SUM(A1)',
  'x'.repeat(200),
  'two\nlines',
  "'quoted'",
  '{title}',
];

/** Networks whose workbooks have to be sound, by what is special about them. */
const cases: readonly (readonly [what: string, network: Network])[] = [
  ['the class network', classNetwork],
  ['3-4-2-1', seededNetwork([3, 4, 2, 1], 1)],
  ['1-1', seededNetwork([1, 1], 2)],
  ['2-3-3-2', seededNetwork([2, 3, 3, 2], 3)],
  ['5-5-5-5-5', seededNetwork([5, 5, 5, 5, 5], 4, { iterations: 3 })],
  ['1-9-1', seededNetwork([1, 9, 1], 5, { iterations: 3 })],
  ...[1, 2, 3, 64, 65, 66, 67, 130].map((iterations): [string, Network] => [
    `${iterations} iterations`,
    classWith({ learningRates: [0.5], iterations }),
  ]),
  ['12 learning rates', classWith({ learningRates: Array.from({ length: 12 }, (_, k) => (k + 1) / 8), iterations: 4 })],
  [
    'long learning rates',
    classWith({ learningRates: [0.12345678901234568, 1e-300, 1e21, 123456789.5], iterations: 4 }),
  ],
  ['errors in cells', classWith({ learningRates: [1e308], iterations: 70 })],
  ...titles.map((title): [string, Network] => [
    `the title ${title}`,
    classWith({ title, learningRates: [1], iterations: 1 }),
  ]),
];

const files = await Promise.all(cases.map(([, network]) => workbookBytes(network)));

describe('a workbook is sound:', () => {
  const errors = validateAll(files);

  test.each(cases.map(([what], k) => ({ what, k })))("Microsoft's validator finds nothing in $what", async ({ k }) => {
    expect((await errors)[k]).toEqual([]);
  });

  test.each(cases.map(([what], k) => ({ what, k })))('nothing else is wrong in $what', ({ k }) => {
    expect(packageFaults(files[k] ?? new Uint8Array())).toEqual([]);
  });
});

describe('a title', () => {
  test.each(titles.map((title) => ({ title })))(
    'of $title stands in the workbook as it is, never as a formula',
    ({ title }) => {
      const k = cases.findIndex(([, network]) => network.title === title);
      const cells = readWorkbook(files[k] ?? new Uint8Array()).sheets.flatMap((sheet) => [...sheet.cells.values()]);
      const holders = cells.filter(({ value }) => value === title);
      expect(holders.length).toBeGreaterThan(0);
      expect(holders.filter(({ formula }) => formula !== undefined)).toEqual([]);
    },
  );
});
