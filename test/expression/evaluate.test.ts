import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { excelFormula } from '../../src/expression/excel.ts';
import { formulaText, textNotation } from '../../src/expression/text.ts';
import {
  apply,
  conditional,
  type Expression,
  exponential,
  negation,
  number,
  ONE,
  power,
  product,
  quotient,
  square,
  sum,
  symbol,
  vanishing,
  ZERO,
} from '../../src/expression/tree.ts';
import { near } from '../helpers/numbers.ts';
import { valueOfShown } from '../helpers/shown-formula.ts';
import { treesOf } from './trees.ts';

const calculator = HyperFormula.buildFromArray([[]], {
  licenseKey: 'gpl-v3',
  smartRounding: false,
  precisionEpsilon: 0,
  evaluateNullToZero: true,
});
afterAll(() => calculator.destroy());

const NAMES = ['x', 'y', 'z'];

/** The cells of three symbols. */
const addresses: Readonly<Record<string, string>> = { x: 'A1', y: 'B1', z: 'C1' };

type Values = readonly number[];

/** What a spreadsheet computes from a tree's printed formula; NaN for an error. */
function inSpreadsheet(tree: Expression, values: Values): number {
  calculator.setCellContents({ sheet: 0, row: 0, col: 0 }, [[...values]]);
  return Number(calculator.calculateFormula(`=${excelFormula(tree, (name) => addresses[name] ?? '')}`, 0));
}

/** What a person reads off the formula with the numbers put in. */
function byReading(tree: Expression, values: Values): number {
  const written = (name: string): string => String(values[NAMES.indexOf(name)]).replace('-', '−');
  const symbolWritten = (name: string): string =>
    written(name).startsWith('−') ? `(${written(name)})` : written(name);
  return valueOfShown(formulaText(tree, { ...textNotation, symbol: symbolWritten, named: () => undefined }));
}

/** What the tree itself says. */
const byTree = (tree: Expression, values: Values): number =>
  evaluate(tree, (name) => values[NAMES.indexOf(name)] ?? Number.NaN);

const digit = fc.integer({ min: -9, max: 9 });
const whole = treesOf(
  NAMES,
  digit.map((value) => number(value)),
  ['sum', 'product', 'power', 'negation', 'max', 'conditional', 'vanishing product', 'named'],
);

const tenth = fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10);
const fractional = treesOf(
  NAMES,
  tenth.map((value) => number(value)),
  [
    'sum',
    'product',
    'quotient',
    'power',
    'power of a tree',
    'falling exponential',
    'function',
    'max',
    'conditional',
    'vanishing quotient',
  ],
);

describe('a printed formula computes what its tree says:', () => {
  test.each([
    ['in a spreadsheet', inSpreadsheet],
    ['for people', byReading],
  ] as const)('%s, with whole numbers of either sign, exactly', (_, compute) => {
    fc.assert(
      fc.property(whole, fc.tuple(digit, digit, digit), (tree, values) => {
        const expected = byTree(tree, values);
        fc.pre(Number.isSafeInteger(expected));
        expect(near(compute(tree, values), expected, { relative: 0, floor: 0 })).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['in a spreadsheet', inSpreadsheet],
    ['for people', byReading],
  ] as const)('%s, with positive fractions, quotients and functions, up to rounding', (_, compute) => {
    fc.assert(
      fc.property(fractional, fc.tuple(tenth, tenth, tenth), (tree, values) => {
        const expected = byTree(tree, values);
        fc.pre(Math.abs(expected) > 1e-6 && Math.abs(expected) < 1e12);
        expect(near(compute(tree, values), expected, { relative: 1e-9, floor: 0 })).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a formula without a value is NaN, and so is all that is computed from it:', () => {
  const [x, y] = [symbol('x'), symbol('y')];

  test.each([
    ['1 / x', quotient(ONE, x), [0]],
    ['e^(x)', exponential(x), [1000]],
    ['ln(x)', apply('ln', x), [0]],
    ['ln(x)', apply('ln', x), [-1]],
    ['√(x)', apply('sqrt', x), [-1]],
    ['x²', square(x), [1e200]],
    ['x^y', power(x, y), [-8, 0.5]],
    ['1 / (1 / x)', quotient(ONE, quotient(ONE, x)), [0]],
    ['1 / e^(x)', quotient(ONE, exponential(x)), [1000]],
    ['0·(1 / x)', product(ZERO, quotient(ONE, x)), [0]],
    ['max(1 / x, 1)', apply('max', quotient(ONE, x), ONE), [0]],
    ['1 if ln(x) > 0, else 2', conditional(apply('ln', x), ZERO, ONE, number(2)), [-1]],
    ['1 if 0 > ln(x), else 2', conditional(ZERO, apply('ln', x), ONE, number(2)), [-1]],
    ['ln(x), vanishing', vanishing(apply('ln', x), apply('ln', x)), [-1]],
  ] as const)('%s at %3$j', (_, tree, values) => {
    expect(byTree(tree, values)).toBeNaN();
    expect(inSpreadsheet(tree, values)).toBeNaN();
  });

  test.each([
    ['1 if x > 0, else 1 / x', conditional(x, ZERO, ONE, quotient(ONE, x)), [2], 1],
    ['x·ln(y)', vanishing(x, product(x, apply('ln', y))), [0, 0], 0],
    ['x / y', vanishing(x, quotient(x, y)), [0, 0], 0],
    ['e^(x)', exponential(x), [-1000], 0],
    ['max(0, x)', apply('max', ZERO, x), [-3], 0],
    ['tanh(x)', apply('tanh', x), [1000], 1],
    ['x + −x', sum(x, negation(x)), [1e308], 0],
  ] as const)('but not %s at %3$j', (_, tree, values, value) => {
    expect(byTree(tree, values) + 0).toBe(value);
    expect(inSpreadsheet(tree, values) + 0).toBe(value);
  });
});
