import { expect, test } from 'vitest';
import { choiceLists } from '../../src/workbook/own-choice.ts';
import { classWith } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

const book = bookOf(classWith({ learningRates: [0.5], iterations: 2 }));

test.each([
  [32_766, 'list'],
  [32_767, 'whole'],
])('one of %i iterations is typed as one of a kind: %s', (iterations, kind) => {
  const { iteration } = choiceLists({ ...book, table: { ...book.table, iterations } });
  expect(iteration.validation?.allowed).toMatchObject({ kind });
});
