import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { LEARNING_RATE, TOTAL_ERROR, topologyOf } from '../../src/quantities/topology.ts';
import { near } from '../helpers/numbers.ts';

/** Training runs of PyTorch, made by the scripts of test/fixtures. */
interface Fixture {
  readonly cases: readonly {
    readonly network: { readonly title: string; readonly learningRates: readonly number[] };
    readonly iterations: readonly {
      readonly E_total: number;
      readonly rate?: number;
      readonly parameters: Readonly<Record<string, number>>;
    }[];
  }[];
}

const cases = ['pytorch', 'functions', 'schedules'].flatMap((name) => {
  const url = new URL(`../fixtures/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as Fixture).cases;
});

// Numbers that pass close to 0 by cancellation keep the digits of what they were made of.
const TOLERANCE = { relative: 1e-9, floor: 1e-12 };

describe('PyTorch trains the same network to the same numbers:', () => {
  test.each(cases.map((fixture, k) => ({ ...fixture, k, title: fixture.network.title })))(
    '$k $title',
    ({ network: file, iterations }) => {
      const network = parseNetwork(file);
      const [first] = iterations;
      const names = [
        TOTAL_ERROR,
        ...(first?.rate === undefined ? [] : [LEARNING_RATE]),
        ...Object.keys(first?.parameters ?? {}),
      ];
      const [rate = Number.NaN] = network.learningRates;
      const trace = train(topologyOf(network), rate, iterations.length, names.map(quantityOf));
      const off = iterations.flatMap(({ E_total, rate = Number.NaN, parameters }, k) => {
        const wanted: Readonly<Record<string, number>> = {
          ...parameters,
          [TOTAL_ERROR]: E_total,
          [LEARNING_RATE]: rate,
        };
        return names.filter(
          (name, c) => !near(trace.row(k + 1)[c] ?? Number.NaN, wanted[name] ?? Number.NaN, TOLERANCE),
        );
      });
      expect(off).toEqual([]);
    },
  );
});
