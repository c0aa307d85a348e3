import { type Addresses, inOrder, type Where, written } from './addresses.ts';
import { headersOf, keyOf, type Place } from './block.ts';
import { Calculation, type Content } from './calculate.ts';
import { chanceOf } from './chance.ts';
import { decorated } from './decorations.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import type { Quantity } from './learner-network.ts';
import type { Plan } from './plan.ts';
import { type Spelling, spellingOf } from './spelling.ts';
import { cellOf, type Table, tablesOf } from './tables.ts';
import type { LearnerWorkbook } from './xlsx.ts';

/** What a learner writes in a cell: a formula with names in braces, the same as a text without its `=`, or anything else. */
export type Written = { readonly template: string } | { readonly asText: string } | Content;

/** What is written where the right formula (with names in braces) belongs, or a given number; undefined leaves it right. */
export type Change = (where: Where, right: string | undefined) => Written | undefined;

/** A cell of a table, what it is and what stands in it. */
export interface Filled extends Where {
  readonly place: Place;
  readonly key: string;
  /** The right formula in the cell's own addresses; undefined for a given number. */
  readonly right: string | undefined;
  readonly changed: boolean;
}

/** A learner's workbook, and what is known of its cells. */
export interface Made extends LearnerWorkbook {
  readonly tables: readonly Table[];
  /** In the order of the tables, the iterations and the quantities. */
  readonly filled: readonly Filled[];
  /** How the learner heads a quantity. */
  readonly headed: (name: string) => string;
}

/** Fills a workbook in as a learner does who planned it so, and calculates it. */
export function learnerWorkbook(plan: Plan, change: Change = () => undefined): Made {
  const chance = chanceOf(plan.seed + 1000);
  const tables = tablesOf(plan, chance);
  const { neat } = plan;
  const drawn = spellingOf(chance, plan.kind.headers ?? 'usual', plan.shape);
  const spelling: Spelling = neat === undefined ? drawn : ({ name }) => neat.heading?.(name) ?? name;
  const firstTable = tables[0];
  const dialect: Dialect =
    firstTable === undefined || neat !== undefined ? (_, text) => text : dialectOf(chance, inOrder(firstTable));
  const addresses: Addresses = {
    held: new Set(
      neat === undefined && chance.percent(20)
        ? plan.quantities.filter(({ role }) => role === 'input').map(({ name }) => name)
        : [],
    ),
    rateRowOnly: neat === undefined && chance.percent(20),
  };
  const cells = new Map<string, Content>();
  const filled: Filled[] = [];
  const put = (place: Place, content: Content): void => {
    const key = keyOf(place);
    if (cells.has(key)) throw new Error(`Two things stand in ${key} of ${plan.kind.kind}, ${plan.seed}`);
    cells.set(key, content);
  };
  const label = (place: Place, text: string): void => {
    if (text !== '') put(place, { text });
  };
  for (const [t, table] of tables.entries()) {
    const byName = new Map(plan.quantities.map((quantity) => [quantity.name, quantity]));
    for (const block of [...table.blocks, ...(table.outside === undefined ? [] : [table.outside])])
      for (const { name, text, place } of headersOf(block, plan.iterations)) {
        const quantity = byName.get(name ?? '');
        const sign = block.form === 'labels' && neat === undefined && plan.seed % 3 === 0 ? ' =' : '';
        label(place, quantity === undefined ? (text ?? '') : `${spelling(quantity)}${sign}`);
      }
    if (table.rateCell !== undefined && !cells.has(keyOf(table.rateCell))) {
      put(table.rateCell, { value: table.rate });
      if (table.rateLabel !== undefined) label(table.rateLabel, table.rateText);
    }
    for (let iteration = 0; iteration < plan.iterations; iteration++)
      for (const quantity of plan.quantities) {
        const once = table.onlyFirst.includes(quantity.name) || table.outside?.names.includes(quantity.name) === true;
        const place = cellOf(table, quantity.name, iteration);
        if (place === undefined || (once && iteration > 0)) continue;
        const template = rightOf(plan, quantity, iteration);
        const spoken = template === undefined ? undefined : dialect(quantity, template);
        const where: Where = { quantity, iteration, table: t };
        const changed = change(where, spoken);
        const inAddresses = (text: string): string => written(plan, table, addresses, text, where, place);
        const right = spoken === undefined ? undefined : inAddresses(spoken);
        const given: Content = { value: plan.values[quantity.name] ?? 0 };
        const content = contentOf(changed, inAddresses) ?? (right === undefined ? given : { formula: right });
        put(place, content);
        filled.push({ ...where, place, key: keyOf(place), right, changed: changed !== undefined });
      }
  }
  const headed = (name: string): string => {
    const quantity = plan.quantities.find((each) => each.name === name);
    return quantity === undefined ? name : spelling(quantity);
  };
  const merged = neat === undefined ? decorated(plan, tables, cells, chance) : [];
  const names = Object.fromEntries(
    tables.flatMap(({ rateName, rateCell }) =>
      rateName === undefined || rateCell === undefined ? [] : [[rateName, keyOf(rateCell)]],
    ),
  );
  const sheets = [...new Set([...cells.keys()].map((key) => key.slice(0, key.lastIndexOf('!'))))];
  return { sheets, cells, names, merged, calculation: new Calculation(cells, names), tables, filled, headed };
}

/** A learner's writing with the addresses of its cell. */
function contentOf(what: Written | undefined, inAddresses: (template: string) => string): Content | undefined {
  if (what === undefined) return undefined;
  if ('template' in what) return { formula: inAddresses(what.template) };
  return 'asText' in what ? { text: inAddresses(what.asText) } : what;
}

/** The right formula of a quantity in an iteration; undefined for a given number. */
function rightOf(plan: Plan, { formula, update, role }: Quantity, iteration: number): string | undefined {
  if (iteration === 0 || formula !== undefined) return formula;
  return role !== 'weight' && plan.given === 'typed' ? undefined : update;
}
