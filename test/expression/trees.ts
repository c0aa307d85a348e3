import fc from 'fast-check';
import {
  apply,
  conditional,
  type Expression,
  exponential,
  named,
  negation,
  number,
  ONE,
  power,
  product,
  quotient,
  sum,
  symbol,
  vanishing,
} from '../../src/expression/tree.ts';

type Trees = fc.Arbitrary<Expression>;

/** Random trees over some symbols and numbers, from some of the {@link combinations}. */
export function treesOf(names: readonly string[], numbers: Trees, kinds: readonly Kind[]): Trees {
  const leaf = fc.oneof(fc.constantFrom(...names).map(symbol), numbers);
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree' },
      leaf,
      ...kinds.map((kind) => combinations[kind](tie('tree'))),
    ),
  })).tree;
}

/** A way to make a tree of others. */
export type Kind = keyof typeof combinations;

const several = (tree: Trees): fc.Arbitrary<Expression[]> =>
  fc.array(tree, { minLength: 2, maxLength: 3, depthIdentifier: 'tree' });

/** 1, 2, 3, 10 and 1 + 1. */
const exponents = fc.constantFrom(ONE, number(2), number(3), number(10), sum(ONE, ONE));

const combinations = {
  sum: (tree: Trees): Trees => several(tree).map((terms) => sum(...terms)),
  product: (tree: Trees): Trees => several(tree).map((factors) => product(...factors)),
  quotient: (tree: Trees): Trees => fc.tuple(tree, tree).map(([above, below]) => quotient(above, below)),
  power: (tree: Trees): Trees => fc.tuple(tree, exponents).map(([base, exponent]) => power(base, exponent)),
  'power of a tree': (tree: Trees): Trees => fc.tuple(tree, tree).map(([base, exponent]) => power(base, exponent)),
  negation: (tree: Trees): Trees => tree.map(negation),
  exponential: (tree: Trees): Trees => tree.map(exponential),
  'falling exponential': (tree: Trees): Trees => tree.map((exponent) => exponential(negation(exponent))),
  function: (tree: Trees): Trees =>
    fc.tuple(fc.constantFrom('tanh', 'ln', 'sqrt', 'abs', 'sign'), tree).map(([name, of]) => apply(name, of)),
  max: (tree: Trees): Trees =>
    fc.tuple(fc.constantFrom('max', 'min'), several(tree)).map(([name, of]) => apply(name, ...of)),
  conditional: (tree: Trees): Trees =>
    fc.tuple(tree, tree, tree, tree).map(([a, b, then, otherwise]) => conditional(a, b, then, otherwise)),
  'vanishing product': (tree: Trees): Trees =>
    fc.tuple(tree, tree).map(([factor, other]) => vanishing(factor, product(factor, other))),
  'vanishing quotient': (tree: Trees): Trees =>
    fc.tuple(tree, tree).map(([numerator, other]) => vanishing(numerator, quotient(numerator, other))),
  named: (tree: Trees): Trees => tree.map((definition) => named('f', symbol('x'), definition)),
};
