import type { Row } from '../../expression/tree.ts';
import { readIteration } from '../../model/read-rule.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { type Book, chosenFormula, chosenValue, runSheets, traceOf } from '../book.ts';
import { LEARNING_RATE_CELL } from '../layout.ts';
import { choice } from '../numbers/choice.ts';

/** Cells of the sheet that hold the choice, as formulas on this sheet see them. */
export const choiceCells = ({ steps }: Book): { readonly position: string; readonly iteration: string } => ({
  position: steps.positionCell,
  iteration: steps.iterationCell,
});

/** The formula of a number that the iteration starts from, read from the sheet of the chosen learning rate. */
export function startFormula(book: Book, name: string, row: Row = 0): string {
  const { steps, topology } = book;
  const { row: rateRow, column } = LEARNING_RATE_CELL;
  const rates = runSheets(book).map((sheet) => onSheet(sheet, absolute(rateRow, column)));
  // Iterations are counted from the chosen one; whether that is the first, the formula finds out.
  const read = readIteration(0, {
    quantity: (of, later) => {
      const chosen = chosenFormula(book, of, choiceCells(book), later);
      return later === 0 ? chosen : `IF(${steps.iterationCell}=1,0,${chosen})`;
    },
    iteration: () => steps.iterationCell,
    givenRate: topology.givenRate,
    learningRate: rates.length === 1 ? (rates[0] ?? '') : choice(steps.positionCell, rates),
    first: Number.NEGATIVE_INFINITY,
    before: '',
  });
  return read(name, row);
}

/** The same number, as it is when the workbook is opened. */
export function startValue(book: Book, name: string, row: Row = 0): number {
  const { choice, topology } = book;
  const read = readIteration(choice.iteration, {
    quantity: (of, iteration) => chosenValue(book, of, iteration - choice.iteration),
    iteration: (iteration) => iteration,
    givenRate: topology.givenRate,
    learningRate: traceOf(book, choice.rate).learningRate,
    first: 1,
    before: 0,
  });
  return read(name, row);
}
