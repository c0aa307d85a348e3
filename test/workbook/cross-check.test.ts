import { describe, expect, test } from 'vitest';
import type { NetworkArguments } from '../../src/cli/network-options.ts';
import { sourceOfCommand } from '../../src/cli/source.ts';
import { generate } from '../../src/index.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import type { NetworkSource } from '../../src/network/source.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { sourceOf } from '../../src/settings/source.ts';
import { relative } from '../../src/sheet/address.ts';
import type { Book } from '../../src/workbook/book.ts';
import {
  CROSS_CHECK_SHEET,
  compareColumns,
  comparedIterations,
  comparedQuantities,
  crossCheckLayout,
  crossCheckRows,
  givenColumns,
} from '../../src/workbook/cross-check/layout.ts';
import { classNetwork, classWith, seededNetwork } from '../helpers/networks.ts';
import { replaceFormula } from '../helpers/replace-formula.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { bookOf } from './book-of.ts';
import { specialWorkbook } from './special-networks.ts';

const network = classWith({ learningRates: [0.5, 2], iterations: 20 });
const book = bookOf(network);
const layout = crossCheckLayout(book);
const bytes = await workbookBytes(network);

type Line = Exclude<keyof typeof crossCheckRows, 'firstBlock' | 'note' | 'commandNote'>;

/** What a line above the comparisons says. */
const says = (calculated: Recalculated, line: Line): CellValue =>
  calculated.value(
    CROSS_CHECK_SHEET,
    relative(crossCheckRows[line], line === 'command' ? compareColumns.engine(0) : compareColumns.name),
  );

/** Types over initial values and learning rates, by their names and by their sheets. */
function edited(changes: Readonly<Record<string, number>>, of: Book = book): readonly Edit[] {
  return Object.entries(changes).map(([name, value]) => {
    if (name.startsWith('LR ')) return { sheet: name, address: 'A1', value };
    const [, sheet = '', cell = ''] = /^'(.*)'!(.*)$/.exec(of.initial.reference(name)) ?? [];
    return { sheet, address: cell.replaceAll('$', ''), value };
  });
}

/** The marks of all comparisons, block by block. */
const marks = (calculated: Recalculated): readonly CellValue[] =>
  layout.blocks.flatMap(({ barRow }) =>
    book.traces.map((_, k) => calculated.value(CROSS_CHECK_SHEET, relative(barRow, compareColumns.difference(k)))),
  );

describe('what is compared', () => {
  test.each([
    [1, [1]],
    [2, [1, 2]],
    [3, [1, 2, 3]],
    [4, [1, 2, 3, 4]],
    [10, [1, 2, 3, 5, 10]],
    [100, [1, 2, 3, 50, 100]],
  ])('of %i iterations: %j', (iterations, compared) => {
    expect(comparedIterations(iterations)).toEqual(compared);
  });

  test('of few weights all, of many the first and the last ten', () => {
    const names = (sizes: readonly number[]) =>
      comparedQuantities(bookOf(seededNetwork(sizes, 1, { iterations: 1 })).topology).map((quantity) =>
        'name' in quantity ? quantity.name : quantity.leftOut.join('…'),
      );
    expect(names([2, 2, 2])).toEqual(['E_total', 'a_o1', 'a_o2', ...Array.from({ length: 8 }, (_, k) => `w${k + 1}`)]);
    expect(names([10, 2])).toHaveLength(1 + 2 + 20);
    expect(names([7, 3])).toHaveLength(1 + 3 + 21);
    expect(names([7, 3])[14]).toBe('w11…w11');
    expect(names([1, 25]).filter((name) => name.includes('…'))).toEqual(['a_o11…a_o15', 'w11…w15']);
  });
});

/** The workbook, as a command line made it. */
async function bytesWith(source: NetworkSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await generate(network, { source })).bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

test.each([
  ['xor', parseNetwork(JSON.parse(networkTemplate('xor'))), { words: 'xor', set: [] }],
  [
    'with other values',
    withInitialValues(
      network,
      new Map([
        ['w5', 0.3],
        ['i1', 1],
      ]),
    ),
    { words: 'class', set: ['i1', 'w5'] },
  ],
  ['of another network', seededNetwork([2, 3, 1], 1), { words: 'network.json', set: [], file: 'network.json' }],
  ['of another title', { ...network, title: 'Mine' }, { words: 'network.json', set: [], file: 'network.json' }],
])('the source that a network itself tells: %s', (_, of, source) => {
  expect(sourceOf(of)).toEqual(source);
});

test('other data are told by their flags, and a table has to be at hand', () => {
  const given: NetworkArguments = {
    ...NOTHING,
    data: '/home/me/flowers.csv',
    targets: ['the species'],
    standardise: true,
  };
  expect(sourceOfCommand('xor', given)).toEqual({
    words: 'xor --data flowers.csv --targets "the species" --standardise',
    set: [],
    file: 'flowers.csv',
  });
  expect(sourceOfCommand('xor', { ...NOTHING, data: 'moons' })).toEqual({ words: 'xor --data moons', set: [] });
});

test('the source that the command line tells: the name of a file without its folder, in quotes where it needs them', () => {
  const given = { ...NOTHING, hidden: ['4', '2'], weightDecay: '0.1', seed: '7', set: ['w1=0.5', ' momentum =0.8'] };
  expect(sourceOfCommand('/home/me/my net.json', given)).toEqual({
    words: '"my net.json" --hidden 4 2 --weight-decay 0.1 --seed 7',
    set: ['w1', 'momentum'],
    file: 'my net.json',
  });
});

const NOTHING: NetworkArguments = {
  data: undefined,
  targets: undefined,
  samples: undefined,
  noise: undefined,
  dataSeed: undefined,
  test: undefined,
  standardise: undefined,
  hidden: undefined,
  activation: undefined,
  biases: undefined,
  loss: undefined,
  batch: undefined,
  optimizer: undefined,
  weightDecay: undefined,
  l1: undefined,
  schedule: undefined,
  warmUp: undefined,
  seed: undefined,
  compare: undefined,
  set: undefined,
};

describe('an untouched workbook', () => {
  const calculated = recalculateWithHyperFormula(bytes);

  test('agrees with the engine, in words', () => {
    expect(says(calculated, 'verdict')).toBe('✓ The workbook agrees with the engine in all 110 numbers.');
    expect(says(calculated, 'changes')).toMatch(/^No starting value and no learning rate was changed/);
    expect(new Set(marks(calculated))).toEqual(new Set(['✓']));
  });

  test('tells the command that makes it', () => {
    expect(says(calculated, 'command')).toBe('backprop-workbook generate class -r 0.5 2 -n 20');
  });

  test('whatever it was made of', async () => {
    const own = await bytesWith({ words: 'my-net.json --hidden 3', set: ['w1'], file: 'my-net.json' });
    const command = (edits: readonly Edit[] = []) => says(recalculateWithHyperFormula(own, edits), 'command');
    expect(command()).toBe('backprop-workbook generate my-net.json --hidden 3 --set w1=0.15 -r 0.5 2 -n 20');
    expect(command(edited({ w1: -1.5e-7, w2: 0.25, 'LR 2': 2e-7 }))).toBe(
      'backprop-workbook generate my-net.json --hidden 3 --set w1=-1.5e-7 --set w2=0.25 -r 0.5 2e-7 -n 20',
    );
  });

  test('agrees about errors as well', async () => {
    const failing = recalculateWithHyperFormula(await specialWorkbook('no number at all'));
    expect(says(failing, 'verdict')).toMatch(/^✓ /);
  });
});

describe('a changed workbook', () => {
  test('says how many values were changed, which, and how to make it again', () => {
    const calculated = recalculateWithHyperFormula(bytes, edited({ w5: 0.3, i2: -0.125, 'LR 2': 2.5 }));
    expect(says(calculated, 'verdict')).toBe(
      '✗ The workbook differs from the engine in 10 of 10 comparisons; each is marked ✗.',
    );
    expect(says(calculated, 'changes')).toMatch(/^Changed since the workbook was made: 3 of 14 given numbers, so /);
    expect(says(calculated, 'command')).toBe(
      'backprop-workbook generate class --set i2=-0.125 --set w5=0.3 -r 0.5 2.5 -n 20',
    );
    const marked = Array.from({ length: layout.lastGivenRow - layout.firstGivenRow + 1 }, (_, k) => {
      const cell = (column: number) => calculated.value(CROSS_CHECK_SHEET, relative(layout.firstGivenRow + k, column));
      return cell(givenColumns.changed) === 'changed' ? [cell(givenColumns.name)] : [];
    });
    expect(marked.flat()).toEqual(['i2', 'w5', 'η of LR 2']);
  });

  test('marks only the runs that follow: the first iteration does not know the learning rate', () => {
    const calculated = recalculateWithHyperFormula(bytes, edited({ 'LR 2': 2.5 }));
    expect(marks(calculated)).toEqual(['✓', '✓', '✓', '✗', '✓', '✗', '✓', '✗', '✓', '✗']);
  });

  test('with errors in its cells differs', () => {
    const calculated = recalculateWithHyperFormula(bytes, edited({ w1: -1e6 }));
    expect(says(calculated, 'verdict')).toMatch(/^✗ .* in 10 of 10 /);
  });

  test('of which a formula was overwritten does not blame what was given', () => {
    const spoilt = replaceFormula(bytes, 'LR 0.5', book.table.cell('w5', 2), '0.4');
    const calculated = recalculateWithHyperFormula(spoilt);
    expect(says(calculated, 'verdict')).toMatch(/^✗ .* in 4 of 10 /);
    expect(says(calculated, 'changes')).toMatch(/so a formula must have been overwritten/);
  });

  test('made again with its command agrees', async () => {
    const calculated = recalculateWithHyperFormula(bytes, edited({ w5: 0.3, 'LR 2': 2.5 }));
    const command = String(says(calculated, 'command'));
    const rates = /-r ([\d. ]+) -n/.exec(command)?.[1]?.split(' ').map(Number) ?? [];
    const weights = network.layers.map(({ activation, weights: rows }, l) => ({
      activation,
      weights: rows.map((row, u) => row.map((value, k) => (l === 1 && u === 0 && k === 0 ? 0.3 : value))),
    }));
    expect(command).toContain('--set w5=0.3');
    const again = await workbookBytes(parseNetwork({ ...network, layers: weights, learningRates: rates }));
    const table = recalculateWithHyperFormula(again);
    for (const iteration of [1, 2, 20])
      expect(table.value('LR 2.5', book.table.cell('E_total', iteration))).toBe(
        calculated.value('LR 2', book.table.cell('E_total', iteration)),
      );
  });
});

test('no formula grows with the network', async () => {
  const wide = bookOf(seededNetwork([12, 4, 2], 1, { iterations: 2, learningRates: [0.5] }));
  const rows = crossCheckLayout(wide);
  expect(rows.lastInitialRow - rows.firstGivenRow + 1).toBe(12 + 2 + 56);
  const sheet = readWorkbook(await workbookBytes(wide.network)).sheets.find(({ name }) => name === CROSS_CHECK_SHEET);
  const formulas = [...(sheet?.cells.values() ?? [])].map(({ formula = '' }) => formula.length);
  expect(Math.max(...formulas)).toBeLessThan(500);
});

test('the class network has all its weights compared', () => {
  expect(crossCheckLayout(bookOf(classNetwork)).quantities).toHaveLength(11);
});
