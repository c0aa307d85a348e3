import { expanded, mapSymbols } from '../../expression/rewrite.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import { isConstant } from '../table/expected.ts';
import type { Table } from '../table/table.ts';

/** The formula of a quantity in the columns that the learner's table has; undefined where none is expected, or it is too long. */
export function formulaIn(table: Table, name: string): Expression | undefined {
  const own = known.get(table) ?? new Map<string, Expression | undefined>();
  known.set(table, own);
  if (!own.has(name)) own.set(name, writtenIn(table, name));
  return own.get(name);
}

/** Formulas are asked for again and again. */
const known = new WeakMap<Table, Map<string, Expression | undefined>>();
const knownInValues = new WeakMap<Table, WeakMap<Expression, Expression>>();

function writtenIn(table: Table, name: string): Expression | undefined {
  const rule = table.expected.get(name);
  if (rule?.kind !== 'formula') return undefined;
  const written = expanded(rule.formula, (each) => (table.tracks.has(each) ? undefined : ownFormula(table, each)));
  return (
    written &&
    mapSymbols(written, (mention) =>
      mention.row === -1 && isConstant(table.topology, mention.name) ? symbol(mention.name) : mention,
    )
  );
}

/** A formula with every derivative written out, where that is not too long, and all values as they are in the row. */
export function formulaInValues(table: Table, tree: Expression): Expression {
  const own = knownInValues.get(table) ?? new WeakMap<Expression, Expression>();
  knownInValues.set(table, own);
  const written = own.get(tree) ?? inValues(table, tree);
  own.set(tree, written);
  return written;
}

function inValues(table: Table, tree: Expression): Expression {
  return expanded(tree, (each) => (/^(?:−?∂|Δ)/u.test(each) ? ownFormula(table, each) : undefined)) ?? tree;
}

/** How a row computes a quantity from its own numbers; undefined where it does not. */
export function ownFormula(table: Table, name: string): Expression | undefined {
  const rule = table.expected.get(name);
  return rule?.kind === 'formula' && !rule.learned ? rule.formula : undefined;
}
