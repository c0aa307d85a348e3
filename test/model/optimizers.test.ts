import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizerUpdates as engine } from '../../src/engine/optimizers.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import { formulaText, symbolText } from '../../src/expression/text.ts';
import { above, symbol } from '../../src/expression/tree.ts';
import { optimizers, type UpdateSymbols } from '../../src/model/optimizer/index.ts';
import type { OptimizerName } from '../../src/network/network.ts';
import { optimizerParts } from '../../src/network/optimizer.ts';
import { ITERATION, LEARNING_RATE } from '../../src/quantities/topology.ts';
import { near } from '../helpers/numbers.ts';
import { times } from '../helpers/sample.ts';

const names = Object.keys(optimizers) as OptimizerName[];

const symbols: UpdateSymbols = {
  value: symbol('w'),
  gradient: symbol('gradient'),
  state: (of) => symbol(of),
  old: above,
};

/** What an update starts from, by the names in its formulas. */
type Given = Readonly<Record<string, number>>;

/** The states after an update, then the new value, as the formulas have them. */
function byFormulas(name: OptimizerName, given: Given): readonly number[] {
  const { states, update } = optimizers[name];
  const numbers = new Map(Object.entries(given));
  const compute = (formula: ReturnType<typeof update>): number =>
    evaluate(formula, (of, row) => numbers.get(symbolText(of, row)) ?? Number.NaN);
  for (const state of states) numbers.set(state.symbol, compute(state.formula(symbols)));
  return [...states.map((state) => numbers.get(state.symbol) ?? Number.NaN), compute(update(symbols))];
}

/** The same by the engine. */
function byEngine(name: OptimizerName, given: Given): readonly number[] {
  const of = (symbolOf: string): number => given[symbolOf] ?? Number.NaN;
  const states = Float64Array.from(optimizerParts[name].states, (state) => of(`old ${state}`));
  const update = engine[name](of);
  const after = update(of('w'), of('gradient'), states, of(LEARNING_RATE), of(ITERATION));
  return [...states, after];
}

const signed = fc.double({ min: -2, max: 2, noNaN: true });
const positive = fc.double({ min: 0.001, max: 2, noNaN: true });
const share = fc.integer({ min: 0, max: 99 }).map((hundredths) => hundredths / 100);
const anything: fc.Arbitrary<Given> = fc.record({
  w: signed,
  gradient: signed,
  'old v': signed,
  'old m': signed,
  'old s': positive,
  'old m̂': signed,
  'old ŝ': positive,
  μ: share,
  α: share,
  β1: share,
  β2: share,
  ε: fc.constantFrom(1e-10, 1e-8, 0.1),
  [LEARNING_RATE]: positive,
  [ITERATION]: fc.integer({ min: 1, max: 50 }),
});

// Terms up to 4 that cancel leave what rounding did to them.
const TOLERANCE = { relative: 1e-12, floor: 1e-14 };

describe('the formulas of an optimizer and the engine agree:', () => {
  test.each(names)('%s', (name) => {
    fc.assert(
      fc.property(anything, (given) => {
        const expected = byEngine(name, given);
        const off = byFormulas(name, given).filter((value, k) => !near(value, expected[k] ?? Number.NaN, TOLERANCE));
        expect(off).toEqual([]);
      }),
      { numRuns: times(60) },
    );
  });

  test.each(names)('%s keeps the same states', (name) => {
    expect(optimizers[name].states.map((state) => state.symbol)).toEqual(optimizerParts[name].states);
  });
});

describe('the formulas of an optimizer read as in class:', () => {
  test.each([
    ['sgd', []],
    ['momentum', ['v = μ·old v + gradient']],
    ['nesterov', ['v = μ·old v + gradient']],
    ['adagrad', ['s = old s + gradient²']],
    ['rmsprop', ['s = α·old s + (1 − α)·gradient²']],
    [
      'adam',
      [
        'm = β1·old m + (1 − β1)·gradient',
        's = β2·old s + (1 − β2)·gradient²',
        'm̂ = m / (1 − β1^k)',
        'ŝ = s / (1 − β2^k)',
      ],
    ],
  ] as const)('%s keeps %j', (name, states) => {
    const shown = optimizers[name].states.map((state) => `${state.symbol} = ${formulaText(state.formula(symbols))}`);
    expect(shown).toEqual(states);
  });

  test.each([
    ['sgd', 'w − η·gradient'],
    ['momentum', 'w − η·v'],
    ['nesterov', 'w − η·(gradient + μ·v)'],
    ['adagrad', 'w − η·gradient / (√(s) + ε)'],
    ['rmsprop', 'w − η·gradient / (√(s) + ε)'],
    ['adam', 'w − η·m̂ / (√(ŝ) + ε)'],
  ] as const)('%s goes to %s', (name, update) => {
    expect(formulaText(optimizers[name].update(symbols))).toBe(update);
  });
});
