import type { Notation } from '../../../expression/print.ts';
import { formulaText, textNotation } from '../../../expression/text.ts';
import { type Expression, sum, symbol } from '../../../expression/tree.ts';
import type { Column } from '../../../model/column.ts';
import { losses } from '../../../model/loss/index.ts';
import { columnsOf } from '../../../model/quantities.ts';
import { errorBy, quantityName } from '../../../quantities/quantity.ts';
import type { Topology } from '../../../quantities/topology.ts';
import { inPass, plainNames } from '../../../quantities/view.ts';
import type { Book } from '../../book.ts';
import { words } from '../../words.ts';
import { diagramWords } from '../words.ts';
import { diagramTotal, firstName } from './values.ts';

/** What the diagram says of the quantities of a network. */
export interface DiagramTexts {
  /** The formula of a quantity in symbols, or what it is where nothing is computed. */
  formula(name: string): string;
  /** How an error reacts to the output of that name, in symbols; in words where that is long. */
  loss(output: string): string;
  /** The symbol of the function that turns a net input into the activation of that name. */
  symbol(activation: string): string;
}

/** Sums of more terms show their first and their last one only, and so do sums of three long terms. */
const MOST_TERMS = 3;
const LONGEST_FORMULA = 24;
const LONGEST_LOSS = 18;

/** The texts of the diagram, printed from the columns of the table. */
export function diagramTexts(book: Pick<Book, 'table' | 'topology'>): DiagramTexts {
  const { table, topology } = book;
  const [pass] = topology.passes;
  const plain = pass === undefined ? new Map<string, string>() : plainNames(topology, pass);
  const columns = new Map(columnsOf(table.groups).map((column) => [column.name, column]));
  const columnOf = (name: string): Column => {
    const column = columns.get(firstName(book, name));
    if (column === undefined) throw new RangeError(`The table has no column ${name}.`);
    return column;
  };
  return {
    formula: (name) => {
      const { rule, role } = columnOf(name);
      if (rule.kind !== 'computed') return words.table.given.input;
      const text = shortened(rule.formula, plain);
      // A long loss goes by its name: the formula stands on Steps.
      return role === 'error' && text.length > LONGEST_LOSS ? losses[topology.loss].title : text;
    },
    loss: (output) => {
      const { rule } = columnOf(reactionName(topology, output));
      const text = rule.kind === 'computed' ? formulaText(rule.formula, plainNotation(plain)) : '';
      return text.length > LONGEST_LOSS ? diagramWords.slopeOfError : `← ${text}`;
    },
    symbol: (activation) => {
      const { rule } = columnOf(activation);
      return rule.kind === 'computed' ? functionSymbol(rule.formula) : ANY_FUNCTION;
    },
  };
}

/** What stands for a function that has no symbol of its own. */
const ANY_FUNCTION = 'f';

/** The symbol of a function, as short as it can be. */
function functionSymbol(formula: Expression): string {
  switch (formula.kind) {
    case 'named':
      return formula.symbol;
    case 'function':
      return formula.name;
    case 'symbol':
      return '=';
    default:
      return ANY_FUNCTION;
  }
}

/** Formulas in which quantities go by these names. */
const plainNotation = (plain: ReadonlyMap<string, string>): Notation => ({
  ...textNotation,
  symbol: (name: string) => plain.get(name) ?? name,
});

/** @param plain names without the sample, which the diagram leaves out */
function shortened(formula: Expression, plain: ReadonlyMap<string, string>): string {
  const notation = plainNotation(plain);
  const text = formulaText(formula, notation);
  if (formula.kind !== 'sum' || formula.terms.length < MOST_TERMS) return text;
  if (formula.terms.length === MOST_TERMS && text.length <= LONGEST_FORMULA) return text;
  const { 0: first, [formula.terms.length - 1]: last } = formula.terms;
  return first === undefined || last === undefined ? text : formulaText(sum(first, symbol('…'), last), notation);
}

/** The formulas that the diagram shows in symbols, with the names of what they compute. */
export function shownFormulas(
  book: Pick<Book, 'table' | 'topology'>,
): readonly (readonly [name: string, text: string])[] {
  const { topology } = book;
  const texts = diagramTexts(book);
  const total = diagramTotal(topology);
  return [
    [firstName(book, total), texts.formula(total)],
    ...topology.errors.map(({ output }) => [reactionName(topology, output), texts.loss(output)] as const),
  ];
}

/** How the error of the first pass reacts to an output. */
function reactionName({ passes: [first] }: Topology, output: string): string {
  return first === undefined ? output : quantityName(errorBy(first, inPass(output, first)));
}
