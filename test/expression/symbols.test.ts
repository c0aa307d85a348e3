import { describe, expect, test } from 'vitest';
import { symbolsIn } from '../../src/expression/symbols.ts';
import {
  apply,
  conditional,
  exponential,
  HALF,
  named,
  negation,
  ONE,
  power,
  product,
  quotient,
  sum,
  symbol,
  vanishing,
} from '../../src/expression/tree.ts';

const [a, b, c, d] = [symbol('a'), symbol('b'), symbol('c'), symbol('d')];

describe('the symbols in', () => {
  test.each([
    ['1', ONE, ''],
    ['a', a, 'a'],
    ['½(b + a + b)', product(HALF, sum(b, a, b)), 'b a b'],
    ['−a / b', quotient(negation(a), b), 'a b'],
    ['a^b', power(a, b), 'a b'],
    ['e^(−a)', exponential(negation(a)), 'a'],
    ['max(a, 1, b)', apply('max', a, ONE, b), 'a b'],
    ['c if a > b, else d', conditional(a, b, c, d), 'a b c d'],
    ['a·ln b, 0 where a is', vanishing(a, product(a, apply('ln', b))), 'a a b'],
    ['f(a), which is b·a', named('f', a, product(b, a)), 'b a'],
  ])('%s', (_, tree, names) => {
    expect(
      symbolsIn(tree)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });
});
