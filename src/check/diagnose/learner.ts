import { flat, partsOf, withParts } from '../../expression/rewrite.ts';
import { distinctSymbols, keyOf } from '../../expression/symbols.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import { ITERATION } from '../../quantities/topology.ts';
import { type CellPosition, lettersOf } from '../file/address.ts';
import type { Cell } from '../file/sheet.ts';
import { type Site, siteKey } from '../find/track.ts';
import type { Reference } from '../formula/ast.ts';
import { translated } from '../formula/translate.ts';
import type { Reading } from '../judge/reading.ts';
import { same } from '../judge/tolerance.ts';
import { cellOutside, inLine } from '../terms/symbols.ts';

/** Helper cells within helper cells that are followed. */
const MAX_HELPERS = 12;

/** Parts of a formula that is still read as a learner's; with its helper cells written out. */
const MAX_SIZE = 2_000;

/**
 * The formula of a learner's cell in symbols; undefined where it cannot be read.
 *
 * @param k the iteration that the cell belongs to
 * @param right names that it should have
 */
export function learnersFormula(reading: Reading, cell: Cell, k: number, right: Expression): Expression | undefined {
  const { grid, table } = reading;
  const { givenRate } = table.topology;
  const ast = grid.formula(cell);
  if (ast === undefined) return undefined;
  const budget = reading.budget.share(4 * MAX_SIZE);
  const needsIteration = distinctSymbols(right).some(({ name }) => name === ITERATION);
  const meaning =
    (sheet: string, depth: number) =>
    (reference: Reference, target: CellPosition): Expression | undefined => {
      const site = { sheet: reference.sheet ?? sheet, ...target };
      if (isRate(reading, site)) return symbol(givenRate);
      const meant = table.meaningAt(site);
      if (meant !== undefined) {
        const { name } = meant;
        if (table.given.has(name) && name !== givenRate)
          // What is given in the first row only is not to be had in the others.
          return grid.cell(site.sheet, site) === undefined ? cellOutside(undefined, target) : symbol(name);
        if (table.upright ? reference.fixedColumn : reference.fixedRow)
          return inLine(name, meant.k, lineWords(table.upright, target));
        // A learning rate of its own in each row is that of the row or of the one before, as the learner likes.
        return symbol(name, name === givenRate ? 0 : meant.k - k);
      }
      const label = reading.labelled.get(siteKey(site));
      if (label !== undefined) return symbol(label);
      const iteration = needsIteration ? iterationAt(reading, cell, site, k) : undefined;
      if (iteration !== undefined) return symbol(ITERATION, iteration);
      const other = grid.cell(site.sheet, target);
      const own = other === undefined ? undefined : grid.formula(other);
      if (other !== undefined && own !== undefined && depth < MAX_HELPERS)
        return translated(own, other, meaning(site.sheet, depth + 1), budget);
      return cellOutside(site.sheet === cell.sheet ? undefined : site.sheet, target);
    };
  const tree = translated(ast, cell, meaning(cell.sheet, 0), budget);
  return tree === undefined || size(tree) > MAX_SIZE ? undefined : flat(withTypedNumbers(reading, tree, right));
}

/** What people call the line of a cell. */
export const lineWords = (upright: boolean, { row, column }: CellPosition): string =>
  upright ? `column ${lettersOf(column)}` : `row ${row}`;

/** The row of a number that counts the iterations, seen from a cell: its own, or the one above. */
function iterationAt({ grid, table }: Reading, cell: Cell, site: Site, k: number): 0 | -1 | undefined {
  const away = table.upright ? site.column - cell.column : site.row - cell.row;
  const row = away === 0 ? 0 : -1;
  return away <= 0 && grid.number(site.sheet, site) === k + 1 + row ? row : undefined;
}

function isRate({ rate }: Reading, site: Site): boolean {
  return rate?.cell !== undefined && siteKey(rate.cell) === siteKey(site);
}

const size = (tree: Expression): number => 1 + partsOf(tree).reduce((total, part) => total + size(part), 0);

/** A typed number that is that of a given quantity, in a formula that lacks the quantity, stands for it. */
function withTypedNumbers({ rate, given, table }: Reading, tree: Expression, right: Expression): Expression {
  const has = new Set(distinctSymbols(tree).map(keyOf));
  const lacking = distinctSymbols(right).filter((mention) => mention.row === 0 && !has.has(keyOf(mention)));
  const known = lacking.flatMap(({ name }): [string, number][] => {
    const value = name === table.topology.givenRate ? rate?.value : given.get(name);
    return value === undefined || (name !== table.topology.givenRate && Number.isInteger(value)) ? [] : [[name, value]];
  });
  if (known.length === 0) return tree;
  const replace = (node: Expression): Expression => {
    if (node.kind === 'number') {
      const found = known.find(([, value]) => same(value, node.value));
      return found === undefined ? node : symbol(found[0]);
    }
    const parts = partsOf(node);
    return parts.length === 0 ? node : withParts(node, parts.map(replace));
  };
  return replace(tree);
}
