import { keyOf } from '../../expression/symbols.ts';
import { type Mention, symbol } from '../../expression/tree.ts';
import type { Table } from '../table/table.ts';
import { inLine } from '../terms/symbols.ts';
import { lineWords } from './learner.ts';

/** What sort of quantity a name is of: names of a sort are taken for one another. */
function sortOf(name: string): string {
  const derivative = /^∂(.+?)\/∂/.exec(name);
  return derivative === null ? name.replace(/[\d_@]+$/, '').replace(/^a_$/, 'a') : `∂${name.replace(/\d+/g, '')}`;
}

/** What a learner may take for a quantity: its siblings, net input for activation, another row. */
export function siblingsOf(table: Table): (mention: Mention) => readonly Mention[] {
  const columns = [...table.tracks.keys()]
    .filter((name) => !/^(?:new |Δ|−)/u.test(name))
    .map((name) => ({ name, sort: sortOf(name) }));
  const known = new Map<string, readonly Mention[]>();
  return (mention) => {
    const key = keyOf(mention);
    const siblings = known.get(key) ?? siblingsIn(table, columns, mention);
    known.set(key, siblings);
    return siblings;
  };
}

function siblingsIn(
  table: Table,
  columns: readonly { readonly name: string; readonly sort: string }[],
  mention: Mention,
): readonly Mention[] {
  const { name: of, row } = mention;
  if (typeof row !== 'number') return [];
  const sort = sortOf(of);
  const near = columns.filter(
    (other) => other.name !== of && (related(sort, other.sort) || `a_${of}` === other.name || `a_${other.name}` === of),
  );
  const rows =
    table.given.has(of) || !table.tracks.has(of) ? [] : [symbol(of, row === 0 ? -1 : 0), symbol(of, row + 1)];
  const sites = rows.length === 0 ? [] : (table.tracks.get(of)?.sites.slice(0, 2) ?? []);
  const fixed = sites.map((site, k) => inLine(of, k, lineWords(table.upright, site)));
  const all = [...near.map((other) => symbol(other.name, row)), ...rows, ...fixed];
  const own = keyOf(mention);
  return [...new Map(all.map((each) => [keyOf(each), each])).values()].filter((each) => keyOf(each) !== own);
}

/** Sorts that stand for one another in formulas: activations of all layers and what feeds them. */
const related = (a: string, b: string): boolean => a === b || (fed.has(a) && fed.has(b));

const fed: ReadonlySet<string> = new Set(['i', 't', 'a_h', 'a_o', 'h', 'o']);
