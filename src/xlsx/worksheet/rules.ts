import type { ColorScale, MarkRule, RuleSet } from '../../sheet/sheet.ts';
import { rgb } from '../exceljs-style.ts';
import type { Shared } from '../shared.ts';
import { type Element, element } from '../xml.ts';

/** Rules over some cells (ECMA-376 Part 1, 18.3.1.18 conditionalFormatting). */
export function rulesElement({ range, rules, scale }: RuleSet, shared: Shared): Element {
  const marks = rules.map((rule) => ruleElement(rule, shared));
  return element('conditionalFormatting', { sqref: range }, [
    ...marks,
    ...(scale === undefined ? [] : [scaleElement(scale)]),
  ]);
}

function ruleElement(rule: MarkRule, shared: Shared): Element {
  const formulas = 'formula' in rule ? [rule.formula] : [rule.from, rule.to];
  const attributes = {
    type: 'formula' in rule ? 'expression' : 'cellIs',
    dxfId: shared.mark(rule.mark),
    priority: rule.priority,
    operator: 'formula' in rule ? undefined : rule.lies === 'within' ? 'between' : 'notBetween',
  };
  return element(
    'cfRule',
    attributes,
    formulas.map((formula) => element('formula', {}, [String(formula)])),
  );
}

const scaleElement = ({ priority, points }: ColorScale): Element =>
  element('cfRule', { type: 'colorScale', priority }, [
    element('colorScale', {}, [
      ...points.map(({ at }) => element('cfvo', { type: typeof at === 'number' ? 'num' : 'formula', val: at })),
      ...points.map(({ color }) => element('color', { rgb: rgb(color) })),
    ]),
  ]);
