import { LEARNING_RATE } from '../spec/topology.ts';
import { absolute, onSheet } from './address.ts';
import { type Book, chosenFormula, chosenValue, traceOf } from './book.ts';
import { LEARNING_RATE_CELL, rateSheet } from './layout.ts';

/** Cells of the sheet that hold the choice, as formulas on this sheet see them. */
export const choiceCells = ({ steps }: Book): { readonly position: string; readonly iteration: string } => ({
  position: steps.positionCell,
  iteration: steps.iterationCell,
});

/** The formula of a number that the iteration starts from, read from the sheet of the chosen learning rate. */
export function startFormula(book: Book, name: string): string {
  if (name !== LEARNING_RATE) return chosenFormula(book, name, choiceCells(book));
  const { row, column } = LEARNING_RATE_CELL;
  const cells = book.traces.map((trace) => onSheet(rateSheet(trace.learningRate), absolute(row, column)));
  return cells.length === 1 ? (cells[0] ?? '') : `CHOOSE(${book.steps.positionCell},${cells.join(',')})`;
}

/** The same number, as it is when the workbook is opened. */
export const startValue = (book: Book, name: string): number =>
  name === LEARNING_RATE ? traceOf(book, book.choice.rate).learningRate : chosenValue(book, name);
