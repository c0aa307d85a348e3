import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { landscapes, surfaces } from '../../src/pipeline/landscape.ts';
import { lessonOf } from '../../src/pipeline/lesson.ts';
import { onlyPass, trainedOf } from '../../src/quantities/topology.ts';
import { inPass } from '../../src/quantities/view.ts';

const ready = (name: string): Network => parseNetwork({ ...JSON.parse(networkTemplate(name)), iterations: 9 });

describe.each(networkNames())('%s', (name) => {
  const { topology, runs } = lessonOf(ready(name));
  const now = runs[0]?.at(7).before;
  if (now === undefined) throw new Error('There is no run.');

  test('the landscape of every weight goes through its value and error, with its gradient as the slope', () => {
    const landscape = landscapes(topology)(now);
    for (const { name: weight } of trainedOf(topology)) {
      const value = now(weight);
      const step = 1e-5;
      const [low = 0, here = 0, high = 0] = landscape(weight, [value - step, value, value + step]);
      expect(here).toBeCloseTo(now('E_total'), 12);
      expect((high - low) / (2 * step)).toBeCloseTo(now(`∂E/∂${weight}`), 6);
    }
  });

  test('the surface has at every sample the activations of the pass', () => {
    const { samples, passes, epoch, layers, inputs } = topology;
    if (inputs.length !== 2) return;
    const units = layers.flatMap((layer) => layer.units.map(({ activation }) => activation));
    const numbers = samples.flatMap((sample) => sample.inputs.map(({ value }) => value));
    for (const [k, sample] of samples.entries()) {
      if (epoch > 1 && (7 - 1) % epoch !== k) continue;
      const [x = 0, y = 0] = sample.inputs.map(({ value }) => value);
      // A square with this sample in two of its corners.
      const { values } = surfaces(topology, units, { from: Math.min(x, y), to: Math.max(x, y), places: 2 })(now);
      const place = (value: number): number => (value === Math.min(x, y) ? 0 : 1);
      const pass = passes[k] ?? passes[0] ?? onlyPass;
      for (const [u, unit] of units.entries())
        expect(values[u]?.[place(y)]?.[place(x)]).toBeCloseTo(now(inPass(unit, pass)), 12);
    }
    expect(numbers.length).toBeGreaterThan(0);
  });
});

test('a lesson has the errors and the numbers that the training has, and those after its last iteration', () => {
  const lesson = lessonOf(ready('class'), 5);
  expect(lesson.iterations).toBe(5);
  for (const { errors, at } of lesson.runs) {
    expect(errors).toHaveLength(5);
    for (const [k, error] of errors.entries()) expect(at(k + 1).before('E_total')).toBe(error);
    for (const k of [1, 2, 4]) expect(at(k).after('w5')).toBe(at(k + 1).before('w5'));
    expect(Number.isFinite(at(5).after('w5'))).toBe(true);
  }
});
