import type { MarkRule } from '../sheet/sheet.ts';
import { markStyle } from './exceljs-style.ts';

/** A rule in the words of exceljs, which declares fewer comparisons than it writes. */
export function ruleOf(rule: MarkRule) {
  const { priority, mark } = rule;
  const style = markStyle(mark);
  if ('formula' in rule) return { type: 'expression' as const, priority, formulae: [rule.formula], style };
  const operator = (rule.lies === 'within' ? 'between' : 'notBetween') as 'between';
  return { type: 'cellIs' as const, priority, operator, formulae: [rule.from, rule.to], style };
}
