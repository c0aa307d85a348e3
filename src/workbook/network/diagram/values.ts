import { tellingSample } from '../../../network/moment.ts';
import type { Unit } from '../../../quantities/layer.ts';
import { derivativeOf, errorBy, gradientBy, quantityName } from '../../../quantities/quantity.ts';
import { PASS_ERROR, type Pass, TOTAL_ERROR, type Topology } from '../../../quantities/topology.ts';
import { inPass } from '../../../quantities/view.ts';
import type { Formula } from '../../../sheet/cell.ts';
import { type Book, chosenValue } from '../../book.ts';
import { cellOfShown } from './shown-cell.ts';

/** The cell on Network that says which sample of a batch the diagram shows. */
export const SAMPLE_POSITION = { row: 4, column: 3 } as const;

/** Whether the diagram shows one of several samples. */
export const choosesSample = ({ topology }: Pick<Book, 'topology'>): boolean => topology.passes.length > 1;

/** The name of the error that the diagram leads to: E_total, or the error of the sample that is shown. */
export const diagramTotal = (topology: Topology): string => (topology.passes.length > 1 ? PASS_ERROR : TOTAL_ERROR);

/** How many labels stand before a unit: one for each weight, and one for its bias. */
export const labelsOf = ({ weights, bias }: Unit): number => weights.length + (bias === undefined ? 0 : 1);

/** A quantity of the diagram, by its name without a sample: its formula, and its value at first. */
export const diagramValue = (book: Book, name: string): DiagramValue => numberOf(book, namesOf(book, name));

/** How the error of the sample that is shown reacts to what is named so. */
export const reactionValue = (book: Book, name: string): DiagramValue =>
  numberOf(
    book,
    book.topology.passes.map((pass) => quantityName(errorBy(pass, inOwnPass(book, name, pass)))),
  );

/** How one number of a layer reacts to the one before it, in the sample that is shown. */
export const slopeValue = (book: Book, name: string, by: string): DiagramValue =>
  numberOf(
    book,
    book.topology.passes.map((pass) => quantityName(derivativeOf(inPass(name, pass), inPass(by, pass)))),
  );

/** The gradient that training follows: of several samples, the mean. */
export const meanGradientValue = (book: Book, name: string): DiagramValue =>
  numberOf(book, [quantityName(gradientBy(name))]);

/** A number of the diagram: the formula of its cell, and its value at first. */
export interface DiagramValue extends Formula {
  readonly value: number;
}

const numberOf = (book: Book, names: readonly string[]): DiagramValue => ({
  formula: diagramFormula(names, book.steps.reference),
  value: chosenValue(book, openingName(book, names)),
});

/** A weight has no name of its own in a pass. */
const inOwnPass = ({ table }: Pick<Book, 'table'>, name: string, pass: Pass): string =>
  table.has(name) ? name : inPass(name, pass);

/** Of the names of a quantity in all passes, that of the sample that is shown at first. */
export const openingName = (book: Pick<Book, 'topology' | 'network'>, names: readonly string[]): string =>
  names[names.length > 1 ? openingSample(book) : 0] ?? '';

/** The place in its batch, counted from 0, of the sample that the diagram shows at first. */
export const openingSample = ({ topology, network }: Pick<Book, 'topology' | 'network'>): number =>
  tellingSample(network.samples) % topology.passes.length;

/** The cell of the sample that is shown, among those of a quantity in all passes. */
export const diagramFormula = (names: readonly string[], reference: (name: string) => string): string =>
  cellOfShown(names.map(reference));

/** The names of a quantity in all passes, or its own where it is the same in all of them. */
function namesOf({ topology, table }: Pick<Book, 'topology' | 'table'>, name: string): readonly string[] {
  return table.has(name) ? [name] : topology.passes.map((pass) => inPass(name, pass));
}

/** The name of a quantity in the first pass. */
export function firstName({ topology, table }: Pick<Book, 'topology' | 'table'>, name: string): string {
  const [pass] = topology.passes;
  return table.has(name) || pass === undefined ? name : inPass(name, pass);
}
