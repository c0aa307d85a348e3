import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { isFormula } from '../../src/sheet/cell.ts';
import { stepsSheet } from '../../src/workbook/steps/sheet.ts';
import { exerciseBytes } from '../helpers/exercise.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { EXCEL_FUNCTIONS, functionsUsed } from '../support/checks/excel-functions.ts';
import { viewPackage } from '../support/checks/package-view.ts';
import { packageFaults } from '../support/package-checks.ts';
import { bookOf } from '../workbook/book-of.ts';

/** A run as short as it can be and still have rows that are filled down. */
const short = { learningRates: [0.5], iterations: 3 } as const;

/** More than LibreOffice can choose from at once. */
const many = Array.from({ length: 31 }, (_, k) => (k + 1) / 10);

/** Networks that come near one of Excel's bounds, by what there is much of. */
const large: readonly (readonly [what: string, network: Network])[] = every(2, [
  ['number formats: 8-8-8-8', seededNetwork([8, 8, 8, 8], 1, short)],
  ['learning rates: 31 of them', seededNetwork([1, 1], 2, { learningRates: many, iterations: 3 })],
  ['notes and terms of a sum: 2-40-2', seededNetwork([2, 40, 2], 3, short)],
]);

const files = await Promise.all(large.map(async ([, network]) => thinned(await workbookBytes(network))));

test.each(large.map(([what], k) => ({ what, k })))('no bound of Excel is passed by many $what', ({ k }) => {
  expect(packageFaults(files[k] ?? new Uint8Array())).toEqual([]);
});

// That every function is known, and early enough, is asked of each package.
test.runIf(process.env.EVERY !== undefined)('of functions, none is listed that no sheet uses', async () => {
  const sampled = { learningRates: [0.5], iterations: 1001, optimizer: { name: 'adam' } };
  const workbooks = await Promise.all([
    ...['xor-in-turn', 'three-classes'].map((name) =>
      workbookBytes(parseNetwork({ ...JSON.parse(networkTemplate(name)), iterations: 6, learningRates: [0.5, 1] })),
    ),
    workbookBytes(parseNetwork({ ...seededNetwork([1, 1], 4), ...sampled })),
    ...[{ name: 'step' }, { name: 'cosine' }].map((schedule) =>
      workbookBytes(parseNetwork({ ...seededNetwork([1, 1], 4, short), schedule, warmUp: 2 })),
    ),
    exerciseBytes(classWith(short), { blank: 'all' }),
  ]);
  const used = new Set([...files, ...workbooks].flatMap((bytes) => [...functionsUsed(viewPackage(bytes).view).keys()]));
  expect([...used].sort()).toEqual(Object.keys(EXCEL_FUNCTIONS));
});

describe('the sheet Steps', () => {
  const iterationOf = (iterations: number) => {
    const sheet = stepsSheet(bookOf(seededNetwork([1, 1], 5, { learningRates: [0.5], iterations })));
    return sheet.cells.flatMap(({ validation }) => validation ?? []).at(-1);
  };

  test('lets an iteration be chosen from a list, and where that would be too long for Excel, typed', () => {
    expect(iterationOf(32_766)?.allowed).toMatchObject({ kind: 'list' });
    expect(iterationOf(32_767)?.allowed).toEqual({ kind: 'whole', from: 1, to: 32_767 });
  });

  test.each([[2], [60], [200]])('has no row higher than 545 pixels, and shows every text: 2-%i-2', (units) => {
    const sheet = stepsSheet(bookOf(seededNetwork([2, units, 2], 6, short)));
    expect(Math.max(...sheet.heights.values())).toBeLessThanOrEqual(545);
    for (const { row, column, content } of sheet.cells) {
      if (!isFormula(content) || typeof content.value !== 'string' || column !== 5) continue;
      const lines = Math.floor((sheet.heights.get(row) ?? 20) / 15);
      expect((lines * (sheet.widths[column - 1] ?? 0)) / content.value.length).toBeGreaterThan(5);
    }
  });
});
