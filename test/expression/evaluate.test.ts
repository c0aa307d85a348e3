import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { excelFormula } from '../../src/expression/excel.ts';
import {
  type Expression,
  exponential,
  named,
  negation,
  number,
  product,
  quotient,
  sum,
  symbol,
} from '../../src/expression/tree.ts';

const calculator = HyperFormula.buildFromArray([[]], {
  licenseKey: 'gpl-v3',
  smartRounding: false,
  precisionEpsilon: 0,
  evaluateNullToZero: true,
});
afterAll(() => calculator.destroy());

/** The cells of three symbols. */
const addresses: Readonly<Record<string, string>> = { x: 'A1', y: 'B1', z: 'C1' };

/** What a spreadsheet computes from a tree's printed formula. */
function inSpreadsheet(tree: Expression, values: readonly number[]): unknown {
  calculator.setCellContents({ sheet: 0, row: 0, col: 0 }, [[...values]]);
  return calculator.calculateFormula(`=${excelFormula(tree, (name) => addresses[name] ?? '')}`, 0);
}

/** What the tree itself says. */
function byTree(tree: Expression, values: readonly number[]): number {
  return evaluate(tree, (name) => values['xyz'.indexOf(name)] ?? Number.NaN);
}

/** Random trees over x, y, z and the given numbers. */
function trees(
  numbers: fc.Arbitrary<number>,
  combinations: (tree: fc.Arbitrary<Expression>) => readonly fc.Arbitrary<Expression>[],
): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(
    fc.constantFrom('x', 'y', 'z').map(symbol),
    numbers.map((value) => number(value)),
  );
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4, depthIdentifier: 'tree' }, leaf, ...combinations(tie('tree'))),
  })).tree;
}

const several = (tree: fc.Arbitrary<Expression>): fc.Arbitrary<Expression[]> =>
  fc.array(tree, { minLength: 2, maxLength: 3, depthIdentifier: 'tree' });
const powers = (tree: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.tuple(tree, fc.integer({ min: 2, max: 3 })).map(([base, exponent]) => ({ kind: 'power', base, exponent }));
const sums = (tree: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> => several(tree).map((of) => sum(...of));
const products = (tree: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  several(tree).map((of) => product(...of));
const functions = (tree: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  tree.map((definition) => named('f', symbol('x'), definition));

describe('a printed formula computes what its tree says', () => {
  test('with whole numbers of either sign, exactly', () => {
    const digit = fc.integer({ min: -9, max: 9 });
    const whole = trees(digit, (tree) => [
      sums(tree),
      products(tree),
      powers(tree),
      tree.map(negation),
      functions(tree),
    ]);
    fc.assert(
      fc.property(whole, fc.tuple(digit, digit, digit), (tree, values) => {
        const expected = byTree(tree, values);
        fc.pre(Number.isSafeInteger(expected));
        expect(Number(inSpreadsheet(tree, values)) - expected).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('with positive fractions, quotients and powers of e, up to rounding', () => {
    const fraction = fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10);
    const positive = trees(fraction, (tree) => [
      sums(tree),
      products(tree),
      powers(tree),
      fc.tuple(tree, tree).map(([above, below]) => quotient(above, below)),
      tree.map((exponent) => exponential(negation(exponent))),
    ]);
    fc.assert(
      fc.property(positive, fc.tuple(fraction, fraction, fraction), (tree, values) => {
        const expected = byTree(tree, values);
        fc.pre(expected > 1e-12 && expected < 1e12);
        expect(Math.abs(Number(inSpreadsheet(tree, values)) / expected - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});
