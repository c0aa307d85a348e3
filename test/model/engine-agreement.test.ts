import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expression } from '../../src/expression/tree.ts';
import type { Column } from '../../src/model/column.ts';
import type { Network } from '../../src/network/network.ts';
import { initialValues, SAMPLE } from '../../src/quantities/topology.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { times } from '../helpers/sample.ts';
import { inCells } from './in-cells.ts';
import { magnitude } from './magnitude.ts';
import { type Training, training } from './training.ts';

/** A number as a rule says it should be, and what it would be if nothing had been taken away from anything. */
interface Expected {
  readonly value: number;
  readonly size: number;
}

/** In 12 million numbers, rounding moved none by more than 5e-13 of its size. */
const TOLERANCE = { relative: 1e-12, floor: 1e-15 };

const exactly = (value: number): Expected => ({ value, size: 0 });

/** The number that a formula gives with those of the engine. */
const computed = (formula: Expression, numberOf: (name: string) => number): Expected => ({
  value: inCells(formula, numberOf),
  size: magnitude(formula, numberOf),
});

/** What a column should hold in an iteration, by its rule. */
function expected(of: Training, { name, rule }: Column, iteration: number): Expected {
  switch (rule.kind) {
    case 'given':
      return exactly(initially(of, name));
    case 'in-turn': {
      const [plain = name, place = 1] = name.split('@');
      const taken = of.topology.samples.length / rule.every;
      const sample = ((iteration - 1) % rule.every) * taken + Number(place);
      return exactly(plain === SAMPLE ? sample : initially(of, `${plain}@${sample}`));
    }
    case 'learned':
      return iteration === 1 ? exactly(initially(of, name)) : computed(rule.update, of.namesIn(iteration - 1));
    case 'computed':
    case 'accumulated':
      return computed(rule.formula, of.namesIn(iteration));
    case 'running-mean': {
      const count = Math.min(iteration, rule.iterations);
      const values = Array.from({ length: count }, (_, k) => of.at(iteration - count + 1 + k, rule.of));
      const value = values.find((each) => !Number.isFinite(each)) ?? values.reduce((a, b) => a + b) / count;
      return { value, size: value };
    }
  }
}

const initially = ({ topology }: Training, name: string): number =>
  initialValues(topology).find((each) => each.name === name)?.value ?? Number.NaN;

const agree = (engine: number, { value, size }: Expected): boolean =>
  Number.isFinite(engine)
    ? Math.abs(engine - value) <= TOLERANCE.relative * size + TOLERANCE.floor
    : Object.is(engine, value);

/** Where the rules and the engine differ: `∂E/∂w1 in iteration 2`. */
function differences(network: Network): readonly string[] {
  const of = training(network);
  return Array.from({ length: of.iterations + 1 }, (_, k) => k + 1).flatMap((iteration) =>
    of.columns
      .filter((column) => !agree(of.at(iteration, column.name), expected(of, column, iteration)))
      .map(({ name }) => `${name} in iteration ${iteration}`),
  );
}

describe('the rules that are shown and the engine agree', () => {
  test('on every number and every error of random networks', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        expect(differences(network)).toEqual([]);
      }),
      { numRuns: times(100) },
    );
  });
});
