import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { comparedNetworks } from '../../src/network/runs.ts';
import { gradientBy, type Quantity, quantityName, quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import type { Trace } from '../../src/training/trace.ts';

const named = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

/** What a learning rate makes of a network: one number of every iteration. */
function courseOf(network: Network, rate: number, quantity?: Quantity): readonly number[] {
  const topology = topologyOf(network);
  const wanted = quantity ?? quantityOf(topology.curve);
  return [...train(topology, rate, network.iterations, [wanted]).series(quantityName(wanted))];
}

/** A network after its last iteration, with what it makes of every sample. */
function outputsAtTheEnd(network: Network, rate: number): readonly (readonly number[])[] {
  const { samples } = network;
  // In turn, the last iterations take each sample once; in a full batch, each iteration takes them all.
  const inTurn = network.batch === 'in-turn';
  const topology = topologyOf(network);
  const outputs = topology.layers.at(-1)?.units.map(({ activation }) => activation) ?? [];
  const names = inTurn ? outputs : samples.flatMap((_, s) => outputs.map((output) => `${output}@${s + 1}`));
  const trace: Trace = train(topology, rate, network.iterations, names.map(quantityOf));
  return samples.map((_, s) => {
    if (!inTurn) return [...trace.row(network.iterations)].slice(s * outputs.length, (s + 1) * outputs.length);
    const back = (((network.iterations - 1 - s) % samples.length) + samples.length) % samples.length;
    return [...trace.row(network.iterations - back)];
  });
}

const falls = (errors: readonly number[]): boolean =>
  errors.every((error, k) => k === 0 || error < (errors[k - 1] ?? 0));
const firstAndLast = (errors: readonly number[]) => [errors[0] ?? Number.NaN, errors.at(-1) ?? Number.NaN] as const;

describe('the ready-made network', () => {
  test.each(networkNames())('%s says in a line what it teaches', (name) => {
    const { about = '', title, $schema } = named(name);
    expect(about).toMatch(/^[A-Z].{20,130}\.$/);
    expect(title).not.toBe(about);
    expect($schema).toBe('../network.schema.json');
  });

  const comparing = networkNames().filter((name) => named(name).runs !== undefined);

  test.each(comparing)('%s has a run that learns, and one that does so far less', (name) => {
    const left = comparedNetworks(named(name)).map(({ network }) => {
      const [first, last] = firstAndLast(courseOf(network, network.learningRates[0] ?? 0));
      return last / first;
    });
    expect(Math.min(...left)).toBeLessThan(0.1);
    expect(Math.max(...left)).toBeGreaterThan(0.6);
  });

  test.each(networkNames().filter((name) => name !== 'overshoot' && !comparing.includes(name)))(
    '%s learns with every learning rate',
    (name) => {
      const network = named(name);
      for (const rate of network.learningRates) {
        const [first, last] = firstAndLast(courseOf(network, rate));
        expect(last, `${rate}`).toBeLessThan(first * 0.6);
      }
    },
  );

  test.each(['class', 'era', 'eva6', 'mazur', 'mazur-trained', 'deep'])(
    '%s has an error that falls at every step',
    (name) => {
      const network = named(name);
      expect(network.learningRates.filter((rate) => !falls(courseOf(network, rate)))).toEqual([]);
    },
  );

  test.each(['xor', 'xor-in-turn', 'three-classes'])('%s tells its samples apart', (name) => {
    const network = named(name);
    for (const rate of network.learningRates) {
      const nearest = outputsAtTheEnd(network, rate).map((outputs) => outputs.map(Math.round));
      expect(nearest, `${rate}`).toEqual(network.samples.map(({ targets }) => targets));
    }
  });
});

describe('what they claim of themselves:', () => {
  test('era has outputs that come down to the middle', () => {
    const outputs = ['a_o1', 'a_o2'].map((name) => courseOf(named('era'), 2, quantityOf(name)));
    for (const output of outputs) {
      expect(falls(output)).toBe(true);
      expect(output.at(-1)).toBeCloseTo(0.5, 3);
    }
  });

  test('eva6 has nearly the same way down as class', () => {
    for (const rate of named('class').learningRates) {
      const other = courseOf(named('eva6'), rate);
      const off = courseOf(named('class'), rate).map((error, k) => Math.abs((other[k] ?? Number.NaN) / error - 1));
      expect(Math.max(...off)).toBeLessThan(0.05);
    }
  });

  test('mazur has biases that stay, mazur-trained ones whose gradient is the sum over their units', () => {
    expect(new Set(courseOf(named('mazur'), 0.5, quantityOf('b1')))).toEqual(new Set([0.35]));
    const network = named('mazur-trained');
    const [b2, ...units] = ['b2', 'o1', 'o2'].map((name) => courseOf(network, 0.5, gradientBy(name)));
    expect(b2).toEqual(units[0]?.map((gradient, k) => gradient + (units[1]?.[k] ?? Number.NaN)));
    expect(courseOf(network, 0.5, quantityOf('b2'))[1]).toBe(0.6 - 0.5 * (b2?.[0] ?? Number.NaN));
  });

  test('deep has smaller gradients the further a layer is from the error', () => {
    const network = named('deep');
    const sizes = topologyOf(network).layers.map(({ units }) => {
      const weights = units.flatMap((unit) => unit.weights);
      const gradients = weights.map(({ name }) => Math.abs(courseOf(network, 1, gradientBy(name))[0] ?? Number.NaN));
      return gradients.reduce((sum, gradient) => sum + gradient, 0) / weights.length;
    });
    const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = sizes;
    expect(first).toBeLessThan(second / 2);
    expect(second).toBeLessThan(third / 2);
  });

  test('overshoot has an error that falls, swings, grows, or is no number any more, by the learning rate', () => {
    const network = named('overshoot');
    const [low = [], middle = [], high = [], highest = []] = network.learningRates.map((rate) =>
      courseOf(network, rate),
    );
    const turns = (errors: readonly number[]): number =>
      errors.slice(2).filter((error, k) => {
        const [before = 0, between = 0] = errors.slice(k, k + 2);
        return (between - before) * (error - between) < 0;
      }).length;

    expect(falls(low)).toBe(true);
    expect(turns(middle)).toBe(network.iterations - 2);
    expect(middle.at(-1)).toBeLessThan(middle[0] ?? 0);
    expect(turns(high)).toBeGreaterThan(network.iterations - 5);
    expect(Math.min(...high.slice(1))).toBeGreaterThan(high[0] ?? Number.NaN);
    expect(highest.findIndex(Number.isNaN)).toBe(7);
    expect(falls(highest.slice(0, 7).reverse())).toBe(true);
    expect(highest.slice(7).every(Number.isNaN)).toBe(true);
  });

  test('xor-in-turn has an error that jumps, and a mean that falls', () => {
    const network = named('xor-in-turn');
    for (const rate of network.learningRates) {
      const jumps = courseOf(network, rate, quantityOf('E_total'));
      expect(falls(jumps)).toBe(false);
      const mean = courseOf(network, rate);
      const every100 = [100, 200, 300, 400].map((k) => mean[k - 1] ?? Number.NaN);
      expect(falls(every100)).toBe(true);
    }
  });

  test('three-classes has outputs that add up to 1', () => {
    for (const outputs of outputsAtTheEnd(named('three-classes'), 0.5))
      expect(outputs.reduce((sum, output) => sum + output)).toBeCloseTo(1, 12);
  });
});
