import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { LEARNING_RATE, trainedOf } from '../../src/quantities/topology.ts';
import { isFormula, shownContent } from '../../src/sheet/cell.ts';
import { type Book, chosenValue } from '../../src/workbook/book.ts';
import { withoutStage } from '../../src/workbook/network/diagram/stage.ts';
import { NETWORK_SHEET } from '../../src/workbook/network/layout.ts';
import { headingAt, networkSheet } from '../../src/workbook/network/sheet.ts';
import { networkWords } from '../../src/workbook/network/words.ts';
import { STEPS_SHEET } from '../../src/workbook/steps/layout.ts';
import { classNetwork, classWith, seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { formatAddress, parseAddress } from '../support/addresses.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { bookOf } from './book-of.ts';

/** A cell of the sheet that holds something. */
interface Shown {
  readonly address: string;
  readonly text: number | string;
  readonly formula: string | undefined;
  readonly format: string | undefined;
}

function shown(network: Network): { readonly book: Book; readonly cells: readonly Shown[] } {
  const book = bookOf(network);
  const cells = networkSheet(book).cells.flatMap(({ row, column, content, look }) => {
    const text = shownContent(content);
    const formula = isFormula(content) ? content.formula : undefined;
    return text === null ? [] : [{ address: formatAddress(row, column), text, formula, format: look.format }];
  });
  return { book, cells };
}

const byReference = (cells: readonly Shown[]): ReadonlyMap<string, Shown> =>
  new Map(cells.flatMap((cell) => (cell.formula === undefined ? [] : [[withoutStage(cell.formula), cell] as const])));

describe('the sheet Network', () => {
  const { book, cells } = shown(classNetwork);
  const texts = cells.map(({ text }) => text);

  test.each(book.table.groups.flatMap(({ columns }) => columns.map(({ name }) => name)))(
    'shows %s as Steps does, on the way forward and back',
    (name) => {
      expect(byReference(cells).get(book.steps.reference(name))?.text).toBe(chosenValue(book, name));
    },
  );

  test.each(trainedOf(book.topology).map(({ name }) => name))('shows the step of %s, and where it leads', (name) => {
    const [old, next] = [0, 1].map((later) => chosenValue(book, name, later)) as [number, number];
    expect(byReference(cells).get(book.steps.reference(`new ${name}`))?.text).toBe(next);
    const [rate, gradient] = [LEARNING_RATE, `∂E/∂${name}`].map(book.steps.reference);
    expect(byReference(cells).get(`-${rate}*${gradient}`)?.text).toBeCloseTo(next - old, 12);
  });

  test('names weights and gradients in the cells before their numbers', () => {
    for (const [name, label] of [
      ['w3', '× w3 ='],
      ['∂E/∂w3', '∂E/∂w3 ='],
    ] as const) {
      const { row, column } = parseAddress(byReference(cells).get(book.steps.reference(name))?.address ?? '');
      const before = formatAddress(row, column - 1);
      expect(cells.find(({ address }) => address === before)?.text).toBe(label);
    }
  });

  test('says how the error begins to go back, and how it is shared', () => {
    expect(texts).toEqual(expect.arrayContaining(['← a_o1 − t1', '∂E/∂E = 1', 'E1 + E2', '= 0.0569 − 0.0419']));
  });

  test('says what each number of the table connects', () => {
    expect(texts).toEqual(expect.arrayContaining(['i1', 't1  for a_o1', 'w2  i2 → h1', 'w7  a_h1 → o2']));
  });

  test('says which iteration is shown', () => {
    expect(cells.map(({ text }) => text)).toContain('η = 0.5, iteration 1');
  });

  test('takes numbers only, and explains every one of them', () => {
    const { cells } = networkSheet(book);
    for (const { name } of book.initial.blocks.flatMap((block) => block.items)) {
      const input = cells.find(
        ({ row, column }) => row === book.initial.row(name) && column === book.initial.column(name),
      );
      expect(input?.validation).toMatchObject({
        allowed: { kind: 'decimal' },
        refusal: networkWords.notANumber,
        prompt: { title: name },
      });
      // Excel's own bounds for the message beside a cell.
      expect(input?.validation?.prompt?.title.length).toBeLessThanOrEqual(32);
      expect(input?.validation?.prompt?.text.length).toBeLessThanOrEqual(255);
    }
  });
});

test('the diagram follows the choice on Steps', async () => {
  const network = classWith({ iterations: 12, learningRates: [0.5, 2] });
  const book = bookOf(network);
  const other: Book = { ...book, choice: { rate: 1, iteration: 9 } };
  const { steps } = book;
  const typed = [
    { sheet: STEPS_SHEET, address: steps.rateCell.replaceAll('$', ''), value: 2 },
    { sheet: STEPS_SHEET, address: steps.typedIterationCell.replaceAll('$', ''), value: 9 },
  ];
  const calculated = recalculateWithHyperFormula(await workbookBytes(network), typed);
  const { cells } = shown(network);
  for (const name of ['i1', 't2', 'w3', 'h2', 'a_h2', 'o1', 'a_o1', 'E2', 'E_total', '∂E/∂a_h1', '∂E/∂o2', '∂E/∂w8']) {
    const address = byReference(cells).get(steps.reference(name))?.address ?? '';
    expect(calculated.value(NETWORK_SHEET, address)).toBeCloseTo(chosenValue(other, name), 9);
  }
  const heading = headingAt(book);
  expect(calculated.value(NETWORK_SHEET, formatAddress(heading.row, heading.column))).toBe('η = 2, iteration 9');
});

describe('a network too large for the diagram', () => {
  const { book, cells } = shown(seededNetwork([3, 9, 2], 1, { iterations: 2 }));

  test('says so', () => {
    expect(cells.map(({ text }) => text)).toContain(
      'The diagram is left out because the network has more than 6 layers or 8 units in a layer.',
    );
  });

  test('has tables with the net input and activation of every unit, and every error, instead', () => {
    const units = book.topology.layers.flatMap((layer) => layer.units);
    const names = [
      ...units.flatMap((unit) => [unit.netInput, unit.activation]),
      ...book.topology.errors.map((error) => error.name),
      'E_total',
    ];
    const references = byReference(cells);
    expect(
      names.filter((name) => references.get(book.steps.reference(name))?.text !== chosenValue(book, name)),
    ).toEqual([]);
  });

  test('has no shapes', () => {
    expect(networkSheet(book).figures).toEqual([]);
  });
});

test('long sums show their ends only', () => {
  const texts = shown(seededNetwork([5, 3, 4], 1, { iterations: 1 })).cells.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['E1 + … + E4']));
});
