import { describe, expect, test } from 'vitest';
import { compile, numberAt } from '../../src/engine/compile.ts';
import { train } from '../../src/engine/train.ts';
import { derivativeOf, gradientBy, quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf, weightsOf } from '../../src/quantities/topology.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';

const topology = topologyOf(classNetwork);

describe('training', () => {
  test.each(weightsOf(topology))('$name starts at $value and moves against its gradient', ({ name, value }) => {
    const trace = train(topology, 0.5, 4, [quantityOf(name), gradientBy(name)]);
    expect(trace.row(1)[0]).toBe(value);
    for (const k of [1, 2, 3]) {
      const [before = 0, gradient = 0] = trace.row(k);
      expect(trace.row(k + 1)[0]).toBe(before - 0.5 * gradient);
    }
  });

  test('keeps what was asked for, in that order', () => {
    const trace = train(topology, 0.1, 2, [quantityOf('E_total'), quantityOf('t1'), derivativeOf('a_o1', 'o1')]);
    const expected = [0.242519857348377, 0.01, 0.606477732206728 * (1 - 0.606477732206728)];
    for (const [k, value] of expected.entries()) expect(trace.row(1)[k]).toBeCloseTo(value, 14);
    expect([...trace.series('t1')]).toEqual([0.01, 0.01]);
    expect(trace.series('E_total')[1]).toBe(trace.row(2)[0]);
    expect(() => trace.series('E1')).toThrow('The trace does not hold E1.');
  });

  test('leaves the network as it is', () => {
    const runs = [1, 2].map(() => [...train(topology, 2, 5, [quantityOf('w1')]).series('w1')]);
    expect(runs[0]).toEqual(runs[1]);
  });

  test('once a number has overflowed, all that depends on it has no value any more', () => {
    const trace = train(topology, 1e308, 5, [quantityOf('E_total'), quantityOf('w5'), quantityOf('i1')]);
    expect(trace.row(1)[0]).toBeCloseTo(0.2425, 4);
    expect([...trace.row(5)]).toEqual([Number.NaN, Number.NaN, 0.05]);
  });

  test('a step too small for a cell moves nothing', () => {
    const trace = train(topology, 1e-307, 3, [quantityOf('w5')]);
    expect([...trace.series('w5')]).toEqual([0.4, 0.4, 0.4]);
  });

  test('makes E_total smaller all the way on the class network', () => {
    const totals = train(topology, 2, 100, [quantityOf('E_total')]).series('E_total');
    expect(totals.every((total, k) => k === 0 || total < (totals[k - 1] ?? 0))).toBe(true);
  });
});

describe('a compiled network', () => {
  test.each([
    [quantityOf('w9'), 'The network has no w9.'],
    [gradientBy('a_h3'), 'The network has no a_h3.'],
    [derivativeOf('h1', 'a_h1'), '∂h1/∂a_h1: a_h1 comes after h1.'],
  ])('cannot read %j', (quantity, message) => {
    expect(() => compile(topology).place(quantity)).toThrow(message);
  });

  test('keeps every derivative apart from the others', () => {
    const asked = [derivativeOf('h1', 'w1'), derivativeOf('E1', 'w5'), gradientBy('w5'), derivativeOf('a_o1', 'o1')];
    const alone = asked.map((quantity) => {
      const machine = compile(topology);
      const place = machine.place(quantity);
      machine.run();
      machine.derive();
      return numberAt(place);
    });
    const machine = compile(topology);
    const places = asked.map((quantity) => machine.place(quantity));
    machine.run();
    machine.derive();
    expect(places.map(numberAt)).toEqual(alone);
    expect(new Set(alone).size).toBe(asked.length - 1);
  });

  test('runs again with other numbers', () => {
    const machine = compile(topology);
    const [output, weight] = [machine.place(quantityOf('o1')), machine.place(quantityOf('w5'))];
    machine.run();
    const before = numberAt(output);
    weight.array[weight.index] = 0.9;
    machine.run();
    expect(before).toBeCloseTo(0.43253, 5);
    expect(numberAt(output)).toBeCloseTo(before + 0.5 * 0.506874566764534, 12);
  });

  test.each([[[1, 1]], [[3, 4, 2, 1]], [[2, 3, 3, 2]]])('of sizes %j: with one output E_total is E1', (sizes) => {
    const layered = topologyOf(seededNetwork(sizes, 1));
    const machine = compile(layered);
    const values = ['E_total', 'E1'].map((name) => machine.place(quantityOf(name)));
    const gradients = ['E1', 'E_total', ...weightsOf(layered).map(({ name }) => name)].map((name) =>
      machine.place(gradientBy(name)),
    );
    machine.run();
    const [total, error] = values.map(numberAt);
    expect(total === error).toBe(sizes.at(-1) === 1);
    const [byError, byTotal, ...byWeights] = gradients.map(numberAt);
    expect([byError, byTotal]).toEqual([1, 1]);
    expect(byWeights.every(Number.isFinite)).toBe(true);
  });
});
