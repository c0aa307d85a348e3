import { describe, expect, test } from 'vitest';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import type { RecalculatedWithCharts } from '../support/libreoffice.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { packageFaults } from '../support/package-checks.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { disagreements } from './agreement.ts';

/** More iterations than charts show; LENGTHS=64,65,66,1000,20000 tries others. */
const lengths = (process.env.LENGTHS ?? '1001').split(',').map(Number);

/** The sheets whose charts draw iterations. */
const DRAWN = [RATES_SHEET, 'LR 0.5'];

const files = await Promise.all(
  lengths.map((iterations) => workbookBytes(seededNetwork([1, 2, 1], 1, { learningRates: [0.5], iterations }))),
);

describe('the workbook of a long run', () => {
  test.each(lengths)('is sound: %i iterations', (iterations) => {
    expect(packageFaults(files[lengths.indexOf(iterations)] ?? new Uint8Array())).toEqual([]);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    const results = beforeTests(() => recalculateWithLibreOffice(files.map((bytes) => ({ bytes, charts: DRAWN }))));
    const resultOf = (iterations: number) => results()[lengths.indexOf(iterations)] as RecalculatedWithCharts;

    test.each(lengths)('shows in every cell what the file holds: %i iterations', (iterations) => {
      const workbook = readWorkbook(files[lengths.indexOf(iterations)] ?? new Uint8Array());
      expect(disagreements(workbook, resultOf(iterations))).toEqual([]);
    });

    test.each(lengths)(
      'draws at most 1,000 points a line, the last of them the last iteration: %i iterations',
      (iterations) => {
        const calculated = resultOf(iterations);
        const charts = DRAWN.flatMap((sheet) => calculated.charts(sheet));
        const series = charts.flatMap((chart) => chart.series);
        // Marks on some of the points are a series of their own.
        const lines = series.filter(({ values }) => (values?.data.length ?? 0) > 20);
        expect(lines.length).toBeGreaterThan(10);
        for (const { categories, values } of lines) {
          expect(values?.data).toHaveLength(Math.min(iterations, 1000));
          expect(categories?.data.at(-1)).toBe(iterations);
        }
      },
    );
  });
});
