import { formulaText } from '../expression/text.ts';
import { type Expression, sum, symbol } from '../expression/tree.ts';
import type { Column } from '../model/column.ts';
import { columnsOf } from '../model/quantities.ts';
import type { TableLayout } from './layout.ts';
import { words } from './words.ts';

/** What the diagram says of the quantities of a network. */
export interface DiagramTexts {
  /** The formula of a quantity in symbols, or what it is where nothing is computed. */
  formula(name: string): string;
  /** The symbol of the function that turns a net input into the activation of that name. */
  symbol(activation: string): string;
}

/** Longer sums show their first and their last term only. */
const LONGEST_FORMULA = 26;

/** The texts of the diagram, printed from the columns of the table. */
export function diagramTexts(table: TableLayout): DiagramTexts {
  const columns = new Map(columnsOf(table.groups).map((column) => [column.name, column]));
  const columnOf = (name: string): Column => {
    const column = columns.get(name);
    if (column === undefined) throw new RangeError(`The table has no column ${name}.`);
    return column;
  };
  return {
    formula: (name) => {
      const { rule } = columnOf(name);
      return rule.kind === 'computed' ? shortened(rule.formula) : words.table.given.input;
    },
    symbol: (activation) => {
      const { rule } = columnOf(activation);
      return rule.kind === 'computed' && rule.formula.kind === 'named' ? rule.formula.symbol : ANY_FUNCTION;
    },
  };
}

/** What stands for a function that has no symbol of its own. */
const ANY_FUNCTION = 'f';

function shortened(formula: Expression): string {
  const text = formulaText(formula);
  if (text.length <= LONGEST_FORMULA || formula.kind !== 'sum' || formula.terms.length < 3) return text;
  const { 0: first, [formula.terms.length - 1]: last } = formula.terms;
  return first === undefined || last === undefined ? text : formulaText(sum(first, symbol('…'), last));
}
