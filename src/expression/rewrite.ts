import { conditional, type Expression, type Mention, symbol } from './tree.ts';

/** The parts of a tree, in order. */
export function partsOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'number':
    case 'symbol':
      return [];
    case 'sum':
      return tree.terms;
    case 'product':
      return tree.factors;
    case 'quotient':
      return [tree.numerator, tree.denominator];
    case 'power':
      return [tree.base, tree.exponent];
    case 'negation':
      return [tree.of];
    case 'exponential':
      return [tree.exponent];
    case 'function':
      return tree.arguments;
    case 'conditional':
      return [tree.a, tree.b, tree.then, tree.otherwise];
    case 'vanishing':
      return [tree.factor, tree.term];
    case 'named':
      return [tree.definition];
  }
}

/** The same tree with other parts. */
export function withParts(tree: Expression, parts: readonly Expression[]): Expression {
  const part = (k: number): Expression => {
    const found = parts[k];
    if (found === undefined) throw new RangeError('A part is missing.');
    return found;
  };
  switch (tree.kind) {
    case 'number':
    case 'symbol':
      return tree;
    case 'sum':
      return { kind: 'sum', terms: parts };
    case 'product':
      return { kind: 'product', factors: parts };
    case 'quotient':
      return { ...tree, numerator: part(0), denominator: part(1) };
    case 'power':
      return { ...tree, base: part(0), exponent: part(1) };
    case 'negation':
      return { ...tree, of: part(0) };
    case 'exponential':
      return { ...tree, exponent: part(0) };
    case 'function':
      return { ...tree, arguments: parts };
    case 'conditional':
      return conditional(part(0), part(1), part(2), part(3));
    case 'vanishing':
      return { ...tree, factor: part(0), term: part(1) };
    case 'named':
      return part(0);
  }
}

/** Replaces every symbol. Functions with a symbol of their own are written out. */
export function mapSymbols(tree: Expression, replace: (mention: Mention) => Expression): Expression {
  if (tree.kind === 'symbol') return replace(tree);
  const parts = partsOf(tree);
  return parts.length === 0
    ? tree
    : withParts(
        tree,
        parts.map((part) => mapSymbols(part, replace)),
      );
}

/** Products within products and sums within sums as one. */
export function flat(tree: Expression): Expression {
  const parts = partsOf(tree).map(flat);
  if (tree.kind === 'product')
    return { kind: 'product', factors: parts.flatMap((part) => (part.kind === 'product' ? part.factors : [part])) };
  if (tree.kind === 'sum')
    return { kind: 'sum', terms: parts.flatMap((part) => (part.kind === 'sum' ? part.terms : [part])) };
  return parts.length === 0 ? tree : withParts(tree, parts);
}

/** A formula as the row below reads it. */
export const inRowAbove = (tree: Expression): Expression =>
  mapSymbols(tree, (mention) => (typeof mention.row === 'number' ? symbol(mention.name, mention.row - 1) : mention));

/** The number of parts of a tree. */
export const sizeOf = (tree: Expression): number => partsOf(tree).reduce((total, part) => total + sizeOf(part), 1);

/** Formulas that are written into one; in a deep network there would be millions. */
const MOST_WRITTEN = 300;

/**
 * Writes a formula with the quantities that a learner's table has columns of: every other one is replaced by its own formula.
 *
 * @param formulaOf gives the formula of a quantity; undefined where it stays as it is
 * @returns undefined where it would be too long
 */
export function expanded(
  tree: Expression,
  formulaOf: (name: string) => Expression | undefined,
): Expression | undefined {
  let left = MOST_WRITTEN;
  const write = (some: Expression, depth: number): Expression =>
    mapSymbols(some, (mention) => {
      const { name, row } = mention;
      const isNear = row === 0 || row === -1;
      const own = depth > 40 || left < 0 || !isNear ? undefined : formulaOf(name);
      if (own === undefined) return mention;
      left--;
      return write(row === 0 ? own : inRowAbove(own), depth + 1);
    });
  const written = write(tree, 0);
  return left < 0 ? undefined : flat(written);
}
