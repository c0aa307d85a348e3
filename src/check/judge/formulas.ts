import type { Expression } from '../../expression/tree.ts';
import type { Table } from '../table/table.ts';
import { expanded } from '../terms/rewrite.ts';

/** The formula of a quantity in the columns that the learner's table has; undefined where none is expected. */
export function formulaIn(table: Table, name: string): Expression | undefined {
  const rule = table.expected.get(name);
  if (rule?.kind !== 'formula') return undefined;
  return expanded(rule.formula, (each) => (table.tracks.has(each) ? undefined : ownFormula(table, each)));
}

/** The same down to inputs, targets and weights. */
export function formulaFromWeights(table: Table, name: string): Expression | undefined {
  const rule = table.expected.get(name);
  return rule?.kind !== 'formula' ? undefined : expanded(rule.formula, (each) => ownFormula(table, each));
}

/** The same with every derivative written out, and all values as they are in the row. */
export function formulaInValues(table: Table, tree: Expression): Expression {
  return expanded(tree, (each) => (/^(?:−?∂|Δ)/u.test(each) ? ownFormula(table, each) : undefined));
}

/** How a row computes a quantity from its own numbers. */
function ownFormula(table: Table, name: string): Expression | undefined {
  const rule = table.expected.get(name);
  return rule?.kind === 'formula' && !rule.learned ? rule.formula : undefined;
}
