import type { Unit } from '../../../quantities/layer.ts';
import { TOTAL_ERROR, type Topology } from '../../../quantities/topology.ts';
import { inPass } from '../../../quantities/view.ts';
import { absolute, onSheet } from '../../../sheet/address.ts';
import { type Book, chosenValue, traceOf } from '../../book.ts';
import { isAsked, isEmpty } from '../../exercise/exercise.ts';
import { rateSheet } from '../../layout.ts';

/** The cell on Network that says which sample of a full batch the diagram shows. */
export const SAMPLE_POSITION = { row: 3, column: 3 } as const;
const SAMPLE_CELL = absolute(SAMPLE_POSITION.row, SAMPLE_POSITION.column);

/** Whether the diagram shows one of several samples. */
export const choosesSample = ({ topology }: Pick<Book, 'topology'>): boolean => topology.passes.length > 1;

/** The name of the error that the diagram leads to: E_total, or the error of the sample that is shown. */
export const diagramTotal = (topology: Topology): string => (topology.passes.length > 1 ? 'E' : TOTAL_ERROR);

/** How many labels stand before a unit: one for each weight, and one for its bias. */
export const labelsOf = ({ weights, bias }: Unit): number => weights.length + (bias === undefined ? 0 : 1);

/** A quantity of the diagram, by its name without the suffix of a pass: its formula, and its value at first. */
export function diagramValue(book: Book, name: string): { readonly formula: string; readonly value: number | string } {
  const names = namesOf(book, name);
  const [first = name] = names;
  const references = names.map((each) =>
    book.exercise === undefined ? book.steps.reference(each) : tableReference(book, each),
  );
  const formula = references.length === 1 ? (references[0] ?? '') : `CHOOSE(${SAMPLE_CELL},${references.join(',')})`;
  if (!isAsked(book, first)) return { formula, value: chosenValue(book, first) };
  return {
    formula: `IF(ISNUMBER(${formula}),${formula},"")`,
    value:
      isEmpty(book, first) && !(book.choice.iteration === 1 && book.table.isLearned(first))
        ? ''
        : chosenValue(book, first),
  };
}

/** In an exercise the diagram shows what stands in the learner's table: there is no sheet Steps, which would give the answers. */
const tableReference = (book: Book, name: string): string =>
  onSheet(rateSheet(traceOf(book, book.choice.rate).learningRate), book.table.cell(name, book.choice.iteration));

/** The names of a quantity in all passes, or its own where it is the same in all of them. */
function namesOf({ topology, table }: Book, name: string): readonly string[] {
  return table.has(name) ? [name] : topology.passes.map((pass) => inPass(name, pass));
}

/** The name of a quantity in the first pass. */
export function firstName({ topology, table }: Pick<Book, 'topology' | 'table'>, name: string): string {
  const [pass] = topology.passes;
  return table.has(name) || pass === undefined ? name : inPass(name, pass);
}
