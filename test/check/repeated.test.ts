import { expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { exerciseBytes, filledIn, notRight } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { readWorkbook } from '../support/read-workbook.ts';

const network = classWith({ learningRates: [0.5], iterations: 4 });
const blank = 'hidden-gradients';
const bytes = await exerciseBytes(network, { blank });

const cells = readWorkbook(bytes).sheets.find(({ name }) => name === 'LR 0.5')?.cells ?? new Map();
const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0]);
const [title = ''] = [...cells].find(([, { value }]) => String(value).startsWith('Once more, ')) ?? [];
const below = [...cells].filter(([address]) => rowOf(address) > rowOf(title));

/** Where a cell of the table stands once more. */
const repeated = new Map(
  below.flatMap(([address, { formula }]) => (formula === undefined ? [] : [[formula, address]])),
);

/** The right formula, read from below the table as far as it stands there. */
const fromBelow = (formula: string): string =>
  formula.replaceAll(/[A-Z]+\d+/g, (reference) => repeated.get(reference) ?? reference);

test('what the hidden gradients are made of stands below a short table', () => {
  const names = below.flatMap(([address, { value }]) => (rowOf(address) === rowOf(title) + 1 ? [value] : []));
  expect(names).toEqual(['iteration', 'a_h1', 'a_h2', 'w5', 'w6', 'w7', 'w8', '∂E/∂o1', '∂E/∂o2', 'i1', 'i2']);
});

test('what is repeated is no table of the learner’s, whatever is asked for', async () => {
  const whole = await exerciseBytes(network, { blank: 'all' });
  expect(checkWorkbook(filledIn(network, 'all', whole))).toMatchObject({ verdict: 'right', notJudged: [] });
});

test('formulas that read it there are right, in the sheet and in check', async () => {
  const filled = filledIn(network, blank, bytes, ({ right }) => fromBelow(right));
  expect(notRight(network, blank, recalculateWithHyperFormula(filled))).toEqual({});
  expect(checkWorkbook(filled)).toMatchObject({ verdict: 'right', notJudged: [] });
});

test('a slip there is named as one of the table', async () => {
  const slip = repeated.get('M14') ?? '';
  const filled = filledIn(network, blank, bytes, ({ name, right }) =>
    name === '∂a_h2/∂h2'
      ? fromBelow(right).replaceAll(slip.replace(/\d+/, ''), (repeated.get('K14') ?? '').replace(/\d+/, ''))
      : fromBelow(right),
  );
  const { findings } = checkWorkbook(filled);
  expect(findings.filter(({ mistake }) => mistake).map(({ message }) => message)).toEqual([
    expect.stringContaining('uses a_h1·(1 − a_h1); it should use a_h2·(1 − a_h2)'),
  ]);
});
