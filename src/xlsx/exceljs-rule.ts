import type { MarkRule, RuleSet } from '../sheet/sheet.ts';
import { argb, markStyle } from './exceljs-style.ts';

/** The rules over some cells in the words of exceljs. */
export function rulesOf({ rules, scale }: RuleSet) {
  const marks = rules.map(ruleOf);
  if (scale === undefined) return marks;
  const { priority, points } = scale;
  const cfvo = points.map(({ at }) =>
    typeof at === 'number' ? { type: 'num' as const, value: at } : { type: 'formula' as const, value: at as never },
  );
  return [...marks, { type: 'colorScale' as const, priority, cfvo, color: points.map(({ color }) => argb(color)) }];
}

/** exceljs declares fewer comparisons than it writes. */
function ruleOf(rule: MarkRule) {
  const { priority, mark } = rule;
  const style = markStyle(mark);
  if ('formula' in rule) return { type: 'expression' as const, priority, formulae: [rule.formula], style };
  const operator = (rule.lies === 'within' ? 'between' : 'notBetween') as 'between';
  return { type: 'cellIs' as const, priority, operator, formulae: [rule.from, rule.to], style };
}
