import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { derivativeOf, gradientBy, type Quantity, quantityName, quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { layoutKinds } from './workbooks/layout-kinds.ts';
import { biasOf, hiddenWeight, outputWeight } from './workbooks/learner-network.ts';
import { type Filled, learnerWorkbook, type Made } from './workbooks/learner-workbook.ts';
import { type Plan, planOf } from './workbooks/plan.ts';
import { xlsx } from './workbooks/xlsx.ts';

/** Seeds of each layout; SEEDS=40 tries more of them. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 3) }, (_, k) => k + 1);
const plans: readonly Plan[] = layoutKinds.flatMap((kind, k) => SEEDS.map((seed) => planOf(seed * 100 + k, kind)));
const told = ({ kind, seed }: Plan): string => `${kind.kind}, ${seed}`;

/** The network file of a plan. */
function networkOf({ shape, values }: Plan): Network {
  const many = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k + 1);
  const numbers = (names: readonly (string | undefined)[]): number[] => names.map((name) => values[name ?? ''] ?? 0);
  const layer = (l: number, weights: readonly (readonly string[])[]) => ({
    activation: 'sigmoid',
    weights: weights.map(numbers),
    ...(shape.biases === 'unit' ? { bias: numbers(weights.map((_, k) => biasOf(shape, l, k + 1))) } : {}),
    ...(shape.biases === 'layer' ? { bias: values[biasOf(shape, l, 1) ?? ''] } : {}),
  });
  return parseNetwork({
    title: 'A plan',
    samples: [
      {
        inputs: numbers(many(shape.inputs).map((k) => `i${k}`)),
        targets: numbers(many(shape.outputs).map((k) => `t${k}`)),
      },
    ],
    layers: [
      layer(
        0,
        many(shape.hidden).map((h) => many(shape.inputs).map((i) => hiddenWeight(shape, h, i))),
      ),
      layer(
        1,
        many(shape.outputs).map((o) => many(shape.hidden).map((h) => outputWeight(shape, o, h))),
      ),
    ],
    loss: 'half-squared-error',
    learningRates: [0.5],
    iterations: 2,
  });
}

/** What the engine calls a quantity of a learner's table, and the factor between the two. */
function inEngine(name: string, iteration: number, rate: number): readonly (readonly [Quantity, number, at: number])[] {
  const weight = name.replace(/^(?:new |Δ|−?∂E\/∂)/, '');
  if (name.startsWith('new ')) return [[quantityOf(weight), 1, iteration + 1]];
  if (name.startsWith('Δ')) return [[gradientBy(weight), -rate, iteration]];
  if (name.startsWith('−')) return [[gradientBy(weight), -1, iteration]];
  if (/^∂E\/∂[wb]/.test(name)) return [[gradientBy(weight), 1, iteration]];
  if (name.startsWith('δ_')) return [[derivativeOf('E_total', name.slice(2)), 1, iteration]];
  if (name.startsWith('∂E/∂a_')) return [[derivativeOf('E_total', name.slice(4)), 1, iteration]];
  return name.startsWith('∂a_') ? [] : [[quantityOf(name), 1, iteration]];
}

const shownBy = (made: Made, { key }: Filled): number => Number(made.calculation.shown(key));

describe('a right workbook of the generator', () => {
  test.each(plans.map((plan) => [told(plan), plan] as const))('has the engine’s numbers: %s', (_, plan) => {
    const made = learnerWorkbook(plan);
    const topology = topologyOf(networkOf(plan));
    for (const [t, { rate }] of made.tables.entries()) {
      const compared = made.filled
        .filter(({ table }) => table === t)
        .flatMap((filled) => inEngine(filled.quantity.name, filled.iteration, rate).map((of) => ({ filled, of })));
      const quantities = new Map(compared.map(({ of: [quantity] }) => [quantityName(quantity), quantity]));
      const trace = train(topology, rate, plan.iterations + 1, [...quantities.values()]);
      const columns = [...quantities.keys()];
      for (const { filled, of } of compared) {
        const [quantity, factor, at] = of;
        const expected = trace.row(at + 1)[columns.indexOf(quantityName(quantity))] ?? Number.NaN;
        const off = Math.abs(shownBy(made, filled) - factor * expected);
        expect(off, `${filled.quantity.name} ${filled.key}`).toBeLessThan(1e-9 * Math.max(1e-3, Math.abs(expected)));
      }
    }
  });

  test.each(plans.filter((_, k) => k % 3 === 1).map((plan) => [told(plan), plan] as const))(
    'has the numbers of a spreadsheet program: %s',
    (_, plan) => {
      const made = learnerWorkbook(plan);
      const calculated = recalculateWithHyperFormula(xlsx(made, { sharedStrings: true, sharedFormulas: true }));
      for (const { key } of made.filled) {
        const cut = key.lastIndexOf('!');
        const there = Number(calculated.value(key.slice(0, cut), key.slice(cut + 1)));
        expect(there, `${key} ${JSON.stringify(made.cells.get(key))}`).toBeCloseTo(
          Number(made.calculation.shown(key)),
          12,
        );
      }
    },
  );
});
