import { evaluate } from '../../../expression/evaluate.ts';
import { excelFormula } from '../../../expression/excel.ts';
import { type Expression, negation, product, symbol } from '../../../expression/tree.ts';
import { newName } from '../../../model/step.ts';
import { movesByGradient, newValue } from '../../../model/update.ts';
import { gradientBy, quantityName } from '../../../quantities/quantity.ts';
import { LEARNING_RATE } from '../../../quantities/topology.ts';
import { type Book, chosenValue } from '../../book.ts';
import { newWeight } from '../../steps/rows.ts';
import { startValue } from '../../steps/values.ts';
import { type DiagramValue, diagramValue } from './values.ts';

/** The number that the next iteration starts with. */
export function newWeightValue(book: Book, name: string): DiagramValue {
  const { topology, steps } = book;
  const value = newWeight(book, { column: name, formula: newValue(topology.optimizer, name) });
  return { formula: steps.reference(newName(name)), value };
}

/** How far a weight goes: −η·∂E/∂w, or what an optimizer makes of it, which is the difference of the new one and the old one. */
export function stepValue(book: Book, name: string): DiagramValue {
  const { steps } = book;
  if (!movesByGradient(book.topology)) {
    const [next, now] = [newWeightValue(book, name), diagramValue(book, name)];
    return { formula: `${next.formula}-${now.formula}`, value: next.value - now.value };
  }
  const step: Expression = product(negation(symbol(LEARNING_RATE)), symbol(quantityName(gradientBy(name))));
  const numbers = [startValue(book, LEARNING_RATE), chosenValue(book, quantityName(gradientBy(name)))];
  // The first error is what a cell shows; a sign would make another one of it.
  const error = numbers.find((value) => !Number.isFinite(value));
  const read = (of: string): number => (of === LEARNING_RATE ? startValue(book, of) : chosenValue(book, of));
  return { formula: excelFormula(step, (of) => steps.reference(of)), value: error ?? evaluate(step, read) };
}
