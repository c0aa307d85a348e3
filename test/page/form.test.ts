import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/network/input-error.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { type FormField, formOf, type NetworkForm, networkOfForm } from '../../src/page/form.ts';
import { withSet } from '../../src/page/form-data.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { classNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';

/** What two networks have to have in common: plain gradient descent and a full batch need not be written. */
const meaning = ({ optimizer, batch, samples, ...rest }: Network): object => ({
  ...rest,
  samples,
  optimizer: optimizer ?? { name: 'sgd' },
  batch: samples.length > 1 ? (batch ?? 'full') : 'full',
});

const changed = (form: Partial<NetworkForm>, of = classNetwork): Network =>
  networkOfForm({ ...formOf(of), ...form }, of);

describe('the form of a network', () => {
  test.each(networkNames())('gives %s back as it is', (name) => {
    const network = parseNetwork(JSON.parse(networkTemplate(name)));
    expect(meaning(networkOfForm(formOf(network), network))).toEqual(meaning(network));
  });

  test('gives any network back as it is', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        expect(meaning(networkOfForm(formOf(network), network))).toEqual(meaning(network));
      }),
      { numRuns: times(30) },
    );
  });

  test('draws weights for other layers, the same for the same seed', () => {
    const [one, same, other] = ['7', '7', '8'].map((seed) => changed({ hidden: '4 3', seed }));
    expect(one?.layers.map(({ weights }) => weights.map(({ length }) => length))).toEqual([
      [2, 2, 2, 2],
      [4, 4, 4],
      [3, 3],
    ]);
    expect(one?.layers).toEqual(same?.layers);
    expect(one?.layers).not.toEqual(other?.layers);
  });

  test('makes room for other samples', () => {
    const network = changed({ samples: '1 2 3 → 0.5\n4, 5, 6 -> 1', batch: 'in-turn' });
    expect(network.samples).toEqual([
      { inputs: [1, 2, 3], targets: [0.5] },
      { inputs: [4, 5, 6], targets: [1] },
    ]);
    expect(network.batch).toBe('in-turn');
    expect(network.layers.at(-1)?.weights).toHaveLength(1);
  });

  test('takes ready samples, some of them to test with', () => {
    const form = withSet({ ...formOf(classNetwork), data: 'iris' }, classNetwork);
    const { title, samples, testSamples, layers } = networkOfForm(form, classNetwork);
    expect([title, samples.length, testSamples?.length, layers.at(-1)?.weights.length]).toEqual(['Iris', 120, 30, 3]);
    expect(samples[0]?.inputs).toHaveLength(4);
  });

  test('gives layers the biases that are asked for', () => {
    expect(changed({ biases: 'unit' }).layers.map(({ bias }) => bias)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(changed({ biases: 'layer' }).layers.map(({ bias }) => bias)).toEqual([0, 0]);
  });

  test('pulls weights towards 0, or no more', () => {
    const { optimizer } = changed({ weightDecay: '0.1', l1: '0.01' });
    expect(optimizer).toEqual({ name: 'sgd', weightDecay: 0.1, l1: 0.01 });
    expect(networkOfForm({ ...formOf(changed({ l1: '0.01' })), l1: '' }, classNetwork).optimizer).toEqual({
      name: 'sgd',
    });
  });

  test('compares runs in place of learning rates, and these again', () => {
    const compared = changed({ compare: 'seed = 1, 2' });
    expect(compared.runs?.map(({ name }) => name)).toEqual(['seed 1', 'seed 2']);
    expect(compared.learningRates).toHaveLength(1);
    expect(changed({ compare: '' }, compared).runs).toBeUndefined();
  });

  test.each<[FormField, Partial<NetworkForm>, RegExp]>([
    ['learningRates', { learningRates: '0.5 two' }, /"two" is not a finite number/],
    ['learningRates', { learningRates: '-1' }, /0/],
    ['learningRates', { learningRates: '' }, /./],
    ['hidden', { hidden: '2.5' }, /./],
    ['iterations', { iterations: '0' }, /./],
    ['seed', { seed: '-1' }, /./],
    ['samples', { samples: '' }, /./],
    ['samples', { samples: '1 2 → 0 0\n1 → 0 0' }, /./],
    ['output', { loss: 'cross-entropy' }, /softmax/],
    ['activation', { activation: 'softmax' }, /softmax/],
    ['samples', { loss: 'hinge' }, /−1 or 1/],
    ['l1', { l1: '-1' }, /greater than 0/],
    ['compare', { compare: 'optimiser=sgd' }, /did you mean "optimizer"/],
    ['compare', { compare: 'batch=2' }, /must divide/],
  ])('says at the field %s what is wrong with %j', (field, form, words) => {
    try {
      changed(form);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.faults.map(({ path }) => path)).toContain(field);
      expect(error.faults.map(({ message }) => message).join('\n')).toMatch(words);
    }
  });
});
