import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { absolute } from '../../src/sheet/address.ts';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import { LANDSCAPE_SHEET } from '../../src/workbook/landscape/layout.ts';
import { logarithmicColumn } from '../../src/workbook/learning-rates/columns.ts';
import { rateRow } from '../../src/workbook/learning-rates/places.ts';
import { READING_CELL, thresholdCell } from '../../src/workbook/learning-rates/reading.ts';
import { START_SHEET, THRESHOLD_CELL } from '../../src/workbook/start/layout.ts';
import { classNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { unzipParts } from '../support/package-parts.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { bookOf } from './book-of.ts';
import { type SpecialName, specialNetworks, specialWorkbook } from './special-networks.ts';

const plain = (cell: string): string => cell.replaceAll('$', '');
const classBytes = await workbookBytes(classNetwork);

describe('the reading of the comparison', () => {
  test.each([
    [
      'two rates of the class network',
      'Fastest after 20 iterations: η = 2 (smallest E_total); slowest: η = 0.5 (largest).',
    ],
    ['a single iteration', 'One learning rate only: the comparison needs more of them.'],
    ['twelve learning rates', 'Fastest after 8 iterations: η = 100 (smallest E_total); slowest: η = 1E-6 (largest).'],
    ['only up', 'Fastest after 3 iterations: η = 0.001 (smallest E_total); the error rose at η = 1.2 (largest).'],
    ['nothing to learn', 'At iteration 4 all learning rates have the same E_total.'],
    ['no number at all', 'No run has a number left at iteration 5: the sheets of the learning rates say why.'],
    [
      'one run that ends',
      'Fastest after 8 iterations: η = 20 (smallest E_total); slowest: η = 0.1 (largest). No number left: 1 of 3.',
    ],
    ['one run that is left', 'Only η = 0.1 still has a number at iteration 8. No number left: 2 of 3.'],
  ] as const satisfies readonly (readonly [SpecialName, string])[])('of %s', async (name, text) => {
    const calculated = recalculateWithHyperFormula(await specialWorkbook(name));
    expect(calculated.value(RATES_SHEET, plain(READING_CELL))).toBe(text);
  });

  test('follows what is typed over', () => {
    const read = (...rates: readonly (readonly [string, number])[]) =>
      recalculateWithHyperFormula(
        classBytes,
        rates.map(([sheet, value]) => ({ sheet, address: 'A1', value })),
      ).value(RATES_SHEET, plain(READING_CELL));
    expect(read(['LR 0.1', 3])).toBe(
      'Fastest after 100 iterations: η = 3 (smallest E_total); slowest: η = 0.2 (largest).',
    );
    const all = classNetwork.learningRates.map((rate) => [`LR ${rate}`, 0.5] as const);
    expect(read(...all)).toBe('At iteration 100 all learning rates have the same E_total.');
  });
});

test('the mean over samples in turn is never called by the name of the error of one of them', async () => {
  const bytes = await workbookBytes(
    parseNetwork({ ...JSON.parse(networkTemplate('xor-in-turn')), iterations: 6, learningRates: [0.2, 1] }),
  );
  const { sheets } = readWorkbook(bytes);
  const charts = [...unzipParts(bytes)]
    .filter(([path]) => /charts\/chart\d+\.xml$/.test(path))
    .map(([, part]) => new TextDecoder().decode(part))
    // The landscape is that of the iteration's own sample.
    .filter((part) => !part.includes(`'${LANDSCAPE_SHEET}'!`));
  const texts = sheets
    .filter(({ name }) => name === START_SHEET || name === RATES_SHEET)
    .flatMap(({ cells }) => [...cells.values()].map(({ value, formula = '' }) => `${value} ${formula}`));
  expect([...texts, ...charts].filter((text) => text.includes('E_total'))).toEqual([]);
  expect([...texts, ...charts].filter((text) => text.includes('E_mean')).length).toBeGreaterThan(8);
});

describe('the threshold', () => {
  test('above the charts is that of Start', () => {
    const cell = plain(thresholdCell(bookOf(classNetwork)));
    const edit = { sheet: START_SHEET, address: plain(THRESHOLD_CELL), value: 0.125 };
    expect(recalculateWithHyperFormula(classBytes).value(RATES_SHEET, cell)).toBe(0.05);
    expect(recalculateWithHyperFormula(classBytes, [edit]).value(RATES_SHEET, cell)).toBe(0.125);
  });

  test('turns the table blue, not the sheet of another learning rate', () => {
    const parts = unzipParts(classBytes);
    const sheets = [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet'));
    const rule = `B6&lt;${thresholdCell(bookOf(classNetwork))}`;
    const blue = sheets.filter(([, bytes]) => new TextDecoder().decode(bytes).includes(rule));
    expect(
      blue.map(([, bytes]) => /<conditionalFormatting sqref="([^"]*)"/.exec(new TextDecoder().decode(bytes))?.[1]),
    ).toEqual(['B6:G105']);
  });
});

test('the logarithmic chart leaves out what is not above 0', async () => {
  const name = 'nothing to learn';
  const book = bookOf(specialNetworks[name]);
  const bytes = await specialWorkbook(name);
  const calculated = recalculateWithHyperFormula(bytes);
  const cell = plain(absolute(rateRow(book, 1), logarithmicColumn(book, 0)));
  expect(calculated.value(RATES_SHEET, 'B6')).toBe(0);
  expect(calculated.value(RATES_SHEET, cell)).toEqual({ error: '#N/A' });
  const charts = [...unzipParts(bytes)].filter(([path]) => /charts\/chart\d+\.xml$/.test(path));
  const logarithmic = charts
    .map(([, part]) => new TextDecoder().decode(part))
    .filter((xml) => xml.includes('c:logBase'));
  expect(logarithmic).toHaveLength(1);
  expect(logarithmic[0]).toContain(`${absolute(rateRow(book, 1), logarithmicColumn(book, 0))}:`);
});
