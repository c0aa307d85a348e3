import type { Chance } from './chance.ts';
import type { Change } from './learner-workbook.ts';
import { changing, type Drawn, drawnQuantity, firstOf, plain, scopeOf } from './mistake.ts';
import type { Plan } from './plan.ts';

export const rateTyped = ({ rateAt }: Plan): boolean => rateAt === 'typed' || rateAt === 'sheet name';

/** Where the rate is typed in the formulas: another one in the formula of one weight. */
export function otherRate(plan: Plan, chance: Chance): Drawn {
  const quantity = drawnQuantity(plan, chance, ({ formula, update }) => (formula ?? update ?? '').includes('{rate}'));
  if (quantity === undefined) return undefined;
  const rate = chance.oneOf([0.01, 0.05, 0.3, 0.6, 5]);
  return {
    ...plain,
    what: `${quantity.name} with the learning rate ${rate}`,
    change: changing(
      new Map([[quantity.name, (right) => right.replaceAll('{rate}', String(rate))]]),
      scopeOf(plan, chance, firstOf(quantity)),
    ),
    quantities: [quantity.name],
    words: [/η|rate|0\.|5/],
    named: true,
    numeric: true,
  };
}

/** The learning rate, or a given number outside the table, without `$`. */
export function slidingAddress(plan: Plan, chance: Chance): Drawn {
  const { kind, iterations } = plan;
  if (iterations < 3 || kind.kind === 'a sheet for every iteration') return undefined;
  const outside = plan.given === 'outside' || plan.given === 'first';
  const what = outside && chance.percent(50) ? '{i1}' : '{rate}';
  if (what === '{rate}' && ['typed', 'sheet name'].includes(plan.rateAt)) return undefined;
  const quantity = drawnQuantity(plan, chance, ({ formula, update }) => (formula ?? update ?? '').includes(what));
  if (quantity === undefined) return undefined;
  const name = what.slice(1, -1);
  const first = firstOf(quantity);
  const change = (right: string): string => right.replaceAll(what, `{slide ${name}}`);
  return {
    ...plain,
    what: `${quantity.name} with ${name} without $`,
    change: changing(new Map([[quantity.name, change]]), ({ iteration }) => iteration >= first),
    quantities: [quantity.name],
    words: [/\$|slid|anchor|absolute/i],
    named: true,
    numeric: false,
  };
}

/** A formula without `=` is text. */
export function textForFormula(plan: Plan, chance: Chance): Drawn {
  const quantity = drawnQuantity(plan, chance);
  if (quantity === undefined) return undefined;
  const scope = scopeOf(plan, chance, firstOf(quantity));
  return {
    ...plain,
    what: `${quantity.name} without =`,
    change: (where, right) =>
      where.quantity.name === quantity.name && right !== undefined && scope(where) ? { asText: right } : undefined,
    quantities: [quantity.name],
    words: [/=/],
  };
}

/** 0,25 is text where numbers have points. */
export function decimalComma(plan: Plan, chance: Chance): Drawn {
  const names = Object.keys(plan.values);
  const name = chance.oneOf(names);
  const text = String(plan.values[name]).replace('.', ',');
  if (!text.includes(',')) return undefined;
  return {
    ...plain,
    what: `${name} is the text ${text}`,
    change: ({ quantity, iteration, table }) =>
      quantity.name === name && iteration === 0 && table === 0 ? { text } : undefined,
    quantities: [name],
    words: [/comma|text/i],
  };
}

/** A cell that is gone, or a name that nobody defined. */
export function noNumber(plan: Plan, chance: Chance): Drawn {
  const quantity = drawnQuantity(plan, chance);
  if (quantity === undefined) return undefined;
  const gone = chance.percent(60);
  const change = (right: string): string =>
    gone ? right.replace(/\{(?:old )?[^}:]+\}/, '{gone}') : right.replace(/\{(?:old )?[^}:]+\}/, 'etta');
  return {
    ...plain,
    what: `${quantity.name} reads ${gone ? '#REF!' : 'a name that is not defined'}`,
    change: changing(new Map([[quantity.name, change]]), scopeOf(plan, chance, firstOf(quantity))),
    quantities: [quantity.name],
    words: [gone ? /#REF!|gone|deleted/i : /#NAME\?|name|etta/i],
  };
}

/** A net input that reads its own activation, an activation that reads itself, and the like. */
export function circle(plan: Plan, chance: Chance): Drawn {
  const quantity = drawnQuantity(plan, chance, ({ role }) => role === 'net' || role === 'activation');
  if (quantity === undefined) return undefined;
  const reads = quantity.role === 'net' ? `a_${quantity.name}` : quantity.name;
  const change = (right: string): string => right.replace(/\{[^}:]+\}/, `{${reads}}`);
  const scope = scopeOf(plan, chance, 0);
  return {
    ...plain,
    what: `${quantity.name} reads ${reads}: a circle`,
    change: changing(new Map([[quantity.name, change]]), scope),
    quantities: [quantity.name, reads],
    words: [/circ|itself/i],
  };
}

/** A number in place of a formula: a stale one, or one of another row. */
export function typedNumber(plan: Plan, chance: Chance): Drawn {
  const quantity = drawnQuantity(plan, chance);
  const { iterations } = plan;
  if (quantity === undefined) return undefined;
  const at = chance.from(firstOf(quantity), Math.max(firstOf(quantity), iterations - 1));
  const value = chance.from(1, 99_999) / 100_000;
  const table = chance.from(0, plan.rates.length - 1);
  return {
    ...plain,
    what: `${quantity.name} is the number ${value} in iteration ${at + 1}`,
    change: (where) =>
      where.quantity.name === quantity.name && where.iteration === at && where.table === table ? { value } : undefined,
    quantities: [quantity.name],
    numeric: true,
  };
}

/** Weights that stay, that are typed again in every row, or that read an empty cell. */
export function notUpdated(plan: Plan, chance: Chance): Drawn {
  const { update } = plan.style;
  const way = chance.oneOf(['stay', 'typed', 'read nothing'] as const);
  const role = update === 'new' ? 'new' : 'weight';
  const change: Change = ({ quantity, iteration }, right) => {
    if (quantity.role !== role || right === undefined || (role === 'weight' && iteration === 0)) return undefined;
    const weight = quantity.name.replace('new ', '');
    if (way === 'typed') return { value: plan.values[weight] ?? 0 };
    const before = role === 'new' ? `{${weight}}` : `{old ${weight}}`;
    return { template: way === 'stay' ? before : `${before}-{rate}*{empty}` };
  };
  return {
    ...plain,
    what: `weights: ${way}`,
    change,
    quantities: [],
    words: [/stay|never|updat|same|typed|missing|change|empty|nothing|read/i],
    numeric: way !== 'read nothing',
  };
}
