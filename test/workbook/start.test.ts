import { describe, expect, test } from 'vitest';
import { relative } from '../../src/sheet/address.ts';
import { calledIn, RATES_SHEET } from '../../src/workbook/called.ts';
import { CROSS_CHECK_SHEET } from '../../src/workbook/cross-check/layout.ts';
import {
  defaultThreshold,
  START_SHEET,
  summaryColumns,
  summaryRows,
  THRESHOLD_CELL,
} from '../../src/workbook/start/layout.ts';
import { grouped, startWords } from '../../src/workbook/start/words.ts';
import { classNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { bookOf } from './book-of.ts';
import { type SpecialName, specialNames, specialWorkbook, wrongCells } from './special-networks.ts';

const classBytes = await workbookBytes(classNetwork);

/** What the summary says of a learning rate, by its position counted from 0. */
const summary = (calculated: Recalculated, column: keyof typeof summaryColumns, position: number): CellValue =>
  calculated.value(START_SHEET, relative(summaryRows.head + 1 + position, summaryColumns[column]));

describe('the summary of the class network', () => {
  const calculated = recalculateWithHyperFormula(classBytes);
  const column = (name: keyof typeof summaryColumns, edits: readonly Edit[] = []): readonly CellValue[] => {
    const shown = edits.length === 0 ? calculated : recalculateWithHyperFormula(classBytes, edits);
    return classNetwork.learningRates.map((_, position) => summary(shown, name, position));
  };
  const threshold = (value: number): readonly Edit[] => [
    { sheet: START_SHEET, address: THRESHOLD_CELL.replaceAll('$', ''), value },
  ];

  test('says when each run falls below 0.05', () => {
    expect(defaultThreshold(bookOf(classNetwork))).toBe(0.05);
    expect(column('below')).toEqual(['–', '–', 64, 40, 33, 17]);
  });

  test('follows another threshold', () => {
    expect(column('below', threshold(0.2))).toEqual([34, 18, 8, 6, 5, 3]);
    expect(column('below', threshold(0.00001))).toEqual(['–', '–', '–', '–', '–', '–']);
    expect(column('below', threshold(1))).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('says what became of each run', () => {
    expect(column('rate')).toEqual(classNetwork.learningRates);
    expect(column('at')).toEqual([100, 100, 100, 100, 100, 100]);
    expect(column('smallest')).toEqual(column('last'));
    expect(column('state')).toEqual(Array.from({ length: 6 }, () => '↘ still falls'));
  });

  test('follows a learning rate that is typed over', () => {
    const edits = [
      { sheet: 'LR 0.1', address: 'A1', value: 1e-6 },
      { sheet: 'LR 2', address: 'A1', value: 400 },
    ];
    expect(column('state', edits).at(0)).toBe('→ hardly moves');
    expect(column('state', edits).at(-1)).toBe('→ has levelled off');
    expect(column('rate', edits)).toEqual([1e-6, 0.2, 0.5, 0.8, 1, 400]);
  });

  test('leads to every sheet', () => {
    const texts = [...(readWorkbook(classBytes).sheets[0]?.cells.values() ?? [])].map(({ value }) => value);
    for (const { name } of readWorkbook(classBytes).sheets.slice(1))
      expect(texts.some((text) => text === name || text === `${name} ›`)).toBe(true);
  });
});

describe('the state of a run', () => {
  test.each([
    ['two rates of the class network', ['↘ still falls', '↘ still falls']],
    ['a single iteration', ['• one iteration only']],
    ['two iterations', ['↘ still falls', '↘ still falls']],
    ['nothing to learn', ['→ hardly moves', '→ hardly moves']],
    ['up and down', ['↕ goes up and down', '↘ still falls']],
    ['only up', ['↗ rises', '↘ still falls']],
    ['no number at all', ['✗ no number: e^(−h1) too large', '✗ no number: e^(−h1) too large']],
    ['one run that ends', ['✗ no number: e^(−o1) too large', '↘ still falls', '↘ still falls']],
  ] as const satisfies readonly (readonly [SpecialName, readonly string[]])[])('of %s', async (name, states) => {
    const calculated = recalculateWithHyperFormula(await specialWorkbook(name));
    expect(states.map((_, position) => summary(calculated, 'state', position))).toEqual(states);
  });

  test('without any number has dashes for numbers', async () => {
    const calculated = recalculateWithHyperFormula(await specialWorkbook('no number at all'));
    const shown = (['first', 'last', 'smallest', 'at', 'below'] as const).map((name) => summary(calculated, name, 0));
    expect(shown).toEqual(['–', '–', '–', '–', '–']);
  });
});

describe('the purpose', () => {
  const parts = {
    inputs: 3,
    outputs: 1,
    weights: 22,
    biases: 0,
    activation: 'sigmoid',
    iterations: 60_000,
    rates: 2,
    samples: 1,
    tests: 0,
    batches: [1],
    loss: 'half squared error',
    optimizer: 'gradient descent',
    called: calledIn(bookOf(classNetwork)),
  };
  test.each([
    [[], '3 inputs and 1 output, 22 weights; sigmoid units'],
    [[4], '3 inputs, 4 hidden units and 1 output'],
    [[1], '3 inputs, 1 hidden unit and 1 output'],
    [[4, 2], '3 inputs, hidden layers of 4 and 2 units and 1 output'],
    [[4, 3, 2], 'hidden layers of 4, 3 and 2 units'],
    [[4], '60,000 of them follow each other for each of 2 learning rates'],
  ] as const)('with hidden layers %j says "%s"', (hidden, text) => {
    expect(startWords.purpose.text({ ...parts, hidden })).toContain(text);
  });

  test('with one learning rate says nothing of each', () => {
    expect(startWords.purpose.text({ ...parts, hidden: [], rates: 1 })).toContain('follow each other. Every');
  });

  test('groups digits', () => {
    expect([1, 999, 1000, 60_000, 1_048_576].map(grouped)).toEqual(['1', '999', '1,000', '60,000', '1,048,576']);
  });
});

const sheets = [START_SHEET, RATES_SHEET, CROSS_CHECK_SHEET];

describe('calculated again by HyperFormula', () => {
  test.each(every(2, specialNames))(
    'every formula of the sheets that sum up agrees with the file: %s',
    async (name) => {
      const bytes = await specialWorkbook(name);
      expect(wrongCells(bytes, recalculateWithHyperFormula(bytes), sheets)).toEqual([]);
    },
  );
});

/** Those whose runs end unlike each other: loading a workbook takes LibreOffice most of a second. */
const loaded = every(2, [
  'twelve learning rates',
  'a single iteration',
  'up and down',
  'only up',
  'one run that ends',
  'no number at all',
] as const satisfies readonly SpecialName[]);

describeWithLibreOffice('calculated again by LibreOffice', () => {
  const results = Promise.all(loaded.map(specialWorkbook)).then(async (files) => ({
    files,
    calculated: await recalculateWithLibreOffice(files.map((bytes) => ({ bytes: thinned(bytes) }))),
  }));

  test.each(loaded)('every formula of the sheets that sum up agrees with the file: %s', async (name) => {
    const { files, calculated } = await results;
    const k = loaded.indexOf(name);
    const [bytes, shown] = [files[k], calculated[k]];
    if (bytes === undefined || shown === undefined) throw new Error(`There is no workbook of ${name}`);
    expect(wrongCells(bytes, shown, sheets)).toEqual([]);
  });
});
