import { ITERATION, LEARNING_RATE } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { type Book, chosenFormula, chosenValue, traceOf } from '../book.ts';
import { LEARNING_RATE_CELL, rateSheet } from '../layout.ts';

/** Cells of the sheet that hold the choice, as formulas on this sheet see them. */
export const choiceCells = ({ steps }: Book): { readonly position: string; readonly iteration: string } => ({
  position: steps.positionCell,
  iteration: steps.iterationCell,
});

/** What a state was after the iteration before, by the name `old …`; undefined for every other name. */
const stateOf = (name: string): string | undefined => /^old (.+)$/.exec(name)?.[1];

/** The formula of a number that the iteration starts from, read from the sheet of the chosen learning rate. */
export function startFormula(book: Book, name: string): string {
  const { steps } = book;
  if (name === ITERATION) return steps.iterationCell;
  const state = stateOf(name);
  if (state !== undefined) return `IF(${steps.iterationCell}=1,0,${chosenFormula(book, state, choiceCells(book), -1)})`;
  if (name !== LEARNING_RATE) return chosenFormula(book, name, choiceCells(book));
  const { row, column } = LEARNING_RATE_CELL;
  const cells = book.traces.map((trace) => onSheet(rateSheet(trace.learningRate), absolute(row, column)));
  return cells.length === 1 ? (cells[0] ?? '') : `CHOOSE(${steps.positionCell},${cells.join(',')})`;
}

/** The same number, as it is when the workbook is opened. */
export function startValue(book: Book, name: string): number {
  const { choice } = book;
  if (name === ITERATION) return choice.iteration;
  if (name === LEARNING_RATE) return traceOf(book, choice.rate).learningRate;
  const state = stateOf(name);
  if (state === undefined) return chosenValue(book, name);
  return choice.iteration === 1 ? 0 : chosenValue(book, state, -1);
}
