import type { Table } from '../table/table.ts';
import { above, inLine, shifted, whereIs } from '../terms/symbols.ts';
import { lineWords } from './learner.ts';

/** What sort of quantity a name is of: names of a sort are taken for one another. */
function sortOf(name: string): string {
  const derivative = /^∂(.+?)\/∂/.exec(name);
  return derivative === null ? name.replace(/[\d_@]+$/, '').replace(/^a_$/, 'a') : `∂${name.replace(/\d+/g, '')}`;
}

/** The names that a learner may take for a name: its siblings, net input for activation, another row. */
export function siblingsOf(table: Table): (name: string) => readonly string[] {
  const columns = [...table.tracks.keys()]
    .filter((name) => !/^(?:new |Δ|−)/u.test(name))
    .map((name) => ({ name, sort: sortOf(name) }));
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const siblings = known.get(name) ?? siblingsIn(table, columns, name);
    known.set(name, siblings);
    return siblings;
  };
}

function siblingsIn(
  table: Table,
  columns: readonly { readonly name: string; readonly sort: string }[],
  name: string,
): readonly string[] {
  const where = whereIs(name);
  if (where.kind !== 'distance') return [];
  const { of, distance } = where;
  const sort = sortOf(of);
  const near = columns.filter(
    (other) => other.name !== of && (related(sort, other.sort) || `a_${of}` === other.name || `a_${other.name}` === of),
  );
  const rows =
    table.given.has(of) || !table.tracks.has(of) ? [] : [distance === 0 ? above(of) : of, shifted(of, distance + 1)];
  const sites = rows.length === 0 ? [] : (table.tracks.get(of)?.sites.slice(0, 2) ?? []);
  const fixed = sites.map((site, k) => inLine(of, k, lineWords(table.upright, site)));
  return [...new Set([...near.map((other) => shifted(other.name, distance)), ...rows, ...fixed])].filter(
    (each) => each !== name,
  );
}

/** Sorts that stand for one another in formulas: activations of all layers and what feeds them. */
const related = (a: string, b: string): boolean => a === b || (fed.has(a) && fed.has(b));

const fed: ReadonlySet<string> = new Set(['i', 't', 'a_h', 'a_o', 'h', 'o']);
