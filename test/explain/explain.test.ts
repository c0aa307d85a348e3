import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latexMarked, latexName } from '../../src/expression/latex.ts';
import { columnGroups } from '../../src/model/quantities.ts';
import { stepSections } from '../../src/model/steps.ts';
import { inputError } from '../../src/network/input-error.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { explain } from '../../src/pipeline/explain.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import published from '../fixtures/published.json' with { type: 'json' };
import { anyNetwork } from '../helpers/any-network.ts';
import { classNetwork, classWith, richNetwork, seededNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';
import { fencedBlocks, tableRows } from '../markdown.ts';
import { computeLatex, type Interval, meet } from './latex-interval.ts';
import { explainedSteps, startingNumbers } from './read-explanation.ts';

/** What does not follow from what stands above it, but for rounding to the digits shown. */
function wrong(markdown: string, network: Network): readonly string[] {
  const topology = topologyOf(network);
  const steps = stepSections(topology, columnGroups(topology)).flatMap((section) => section.steps);
  const aliases = steps.flatMap((step) =>
    [...step.aliases].map(([alias, quantity]) => ({ alias: latexName(alias), quantity: latexName(quantity) })),
  );
  const numbers = new Map<string, Interval>();
  const learn = (name: string, value: Interval): void => {
    numbers.set(name, value);
    for (const { alias, quantity } of aliases) if (quantity === name) numbers.set(alias, value);
  };
  for (const [name, text] of startingNumbers(markdown)) learn(name, computeLatex(text));
  return explainedSteps(markdown).flatMap(({ name, forms }) => {
    const result = computeLatex(forms.at(-1) ?? '');
    const faults = forms.filter((form) => !meet(computeLatex(form, numbers), result));
    learn(name, result);
    return faults.map((form) => `${name} = ${form}`);
  });
}

describe('an explanation', () => {
  test('of any iteration of any network: every form of every step computes to the result', () => {
    fc.assert(
      fc.property(anyNetwork, fc.nat(), (network, n) => {
        const iteration = (n % network.iterations) + 1;
        expect(wrong(explain(network, { iteration }), network)).toEqual([]);
      }),
      { numRuns: times(25) },
    );
  });

  test('with a wrong digit is noticed', () => {
    const right = explain(classNetwork);
    const spoilt = right.replace(
      '0.596478 \\cdot 0.238662 \\cdot 0.506875',
      '0.596478 \\cdot 0.238672 \\cdot 0.506875',
    );
    expect([right !== spoilt, wrong(right, classNetwork), wrong(spoilt, classNetwork).length]).toEqual([true, [], 1]);
  });

  test('of the class network has every step of the class, with the published numbers', () => {
    const steps = explainedSteps(explain(classNetwork));
    const results = new Map(steps.map(({ name, forms }) => [name, Number(forms.at(-1))]));
    const { 'iteration 1': first, 'iteration 2': second } = published['class network, learning rate 0.5'];
    const { 'dE/dw': gradients, ...forward } = first;
    const expected = new Map([
      ...Object.entries(forward).map(([name, value]) => [latexName(name), value] as const),
      ...gradients.map((value, k) => [latexName(`∂E/∂w${k + 1}`), value] as const),
      ...second.w.map((value, k) => [latexMarked(`w${k + 1}`, 'new'), value] as const),
    ]);
    expect(steps.length).toBe(39);
    for (const [name, value] of expected)
      expect([name, results.get(name)]).toEqual([name, Number(value.toPrecision(6))]);
  });

  test.each([
    ['iteration 1 at the middle rate', classNetwork, {}, ['iteration 1', '\\eta = 0.5`', 'become smaller']],
    ['another rate', classNetwork, { learningRate: 0.3 }, ['iteration 1', '\\eta = 0.3`', '- 0.3 \\cdot']],
    [
      'another iteration',
      classNetwork,
      { iteration: 2 },
      ['iteration 2', 'w_5 = 0.363921`', 'Iteration 2 starts from'],
    ],
    ['its last iteration', classNetwork, { iteration: 100 }, ['iteration 100']],
    ['a single iteration', classWith({ iterations: 1 }), {}, ['become smaller']],
    ['the lower of two middle rates', classWith({ learningRates: [1, 2, 3, 4] }), {}, ['\\eta = 2`']],
    ['a tiny step', classNetwork, { learningRate: 1e-12 }, ['\\eta = 1 \\cdot 10^{-12}`', 'no change']],
    ['a huge step', classNetwork, { learningRate: 1e300, iteration: 3 }, ['\\#\\mathrm{NUM!}', 'beyond what a cell']],
    ['a step too long', seededNetwork([1, 1], 7), { learningRate: 1e4 }, ['become larger']],
    ['several hidden layers', seededNetwork([1, 2, 2, 1], 3), {}, ['h_{2,1} &= w_3 \\cdot a_{h1,1}', 'layer 3']],
    ['a single output', seededNetwork([2, 1], 3), {}, ['E_{\\mathrm{total}} &= E_1 \\\\\n&= 0']],
    [
      'a title that is Markdown',
      classWith({ title: '*a* <b> $x$' }),
      {},
      ['\\*a\\* \\<b\\> <span>$</span>x<span>$</span>'],
    ],
    [
      'other initial values',
      withInitialValues(classNetwork, new Map([['w5', -3]])),
      {},
      ['(-3) \\cdot a', 'w_5 = -3`'],
    ],
  ] as const)('of %s', (_, network, wanted, texts) => {
    const markdown = explain(network, wanted);
    for (const text of texts) expect(markdown.replace(/\(-3\) \\cdot 0\.\d+/, '(-3) \\cdot a')).toContain(text);
  });

  test.each([
    [{ learningRate: 0 }, 'learningRate', 'must be a finite number greater than 0, not 0.'],
    [{ learningRate: Number.NaN }, 'learningRate', 'must be a finite number greater than 0, not NaN.'],
    [{ iteration: 0 }, 'iteration', "must be a whole number from 1 to 100, the network's iterations, not 0."],
    [{ iteration: 1.5 }, 'iteration', "must be a whole number from 1 to 100, the network's iterations, not 1.5."],
    [{ iteration: 101 }, 'iteration', "must be a whole number from 1 to 100, the network's iterations, not 101."],
  ])('of %o there is none', (wanted, field, message) => {
    expect(() => explain(classNetwork, wanted)).toThrow(inputError(message, field));
  });

  test('uses no macros but those that GitHub is known to render', () => {
    const networks = [seededNetwork([2, 3, 2, 2], 5), ...fc.sample(anyNetwork, { numRuns: 60, seed: 7 })];
    const blocks = networks.flatMap((network) => fencedBlocks(explain(network, { iteration: 3 }), 'math'));
    const macros = blocks.flatMap((block) => block.match(/\\[a-zA-Z]+/g) ?? []);
    const known =
      'alpha begin beta cdot cos end eta frac hat lambda left lfloor ln mathrm max min mu partial pi rfloor right sigma sqrt tanh text tfrac varepsilon';
    expect([...new Set(macros)].sort()).toEqual(known.split(' ').map((macro) => `\\${macro}`));
  });
});

const inTurn = richNetwork({ batch: 'in-turn', optimizer: { name: 'momentum', momentum: 0.5 } });
const adam = richNetwork({ optimizer: { name: 'adam', weightDecay: 0.1 } });

describe('the table of what an iteration starts from', () => {
  test.each([
    ['one sample', classNetwork, 1, ['Inputs', 'Targets', 'Weights of layer 1', 'Weights of layer 2', 'Learning rate']],
    [
      'samples in turn',
      inTurn,
      4,
      [
        'Sample, taken in turn',
        'Inputs',
        'Targets',
        'Weights of layer 1',
        'Biases of layer 1',
        'Weights of layer 2',
        'Biases of layer 2, not trained',
        'Settings',
        'What the optimizer has kept of iteration 3',
        'Learning rate',
      ],
    ],
    [
      'a full batch',
      adam,
      1,
      [
        'Inputs of sample 1',
        'Targets of sample 1',
        'Inputs of sample 2',
        'Targets of sample 2',
        'Weights of layer 1',
        'Biases of layer 1',
        'Weights of layer 2',
        'Biases of layer 2, not trained',
        'Settings',
        'What the optimizer has kept: nothing yet',
        'Number of the iteration',
        'Learning rate',
      ],
    ],
  ])('of %s', (_, network, iteration, labels) => {
    const rows = tableRows(explain(network, { iteration }), `Iteration ${iteration} starts from`, '');
    expect(rows.map(([label]) => label)).toEqual(labels);
  });

  test.each([
    ['the sample', inTurn, 4, 'Sample, taken in turn', '2 of 2'],
    ['its inputs', inTurn, 4, 'Inputs', '$`i_1 = 1`$, $`i_2 = 0.2`$'],
    ['its targets', inTurn, 3, 'Targets', '$`t_1 = 1`$, $`t_2 = 0`$'],
    ['inputs of each sample', adam, 1, 'Inputs of sample 2', '$`i_1^{(2)} = 1`$, $`i_2^{(2)} = 0.2`$'],
    ['fixed biases', adam, 5, 'Biases of layer 2, not trained', '$`b_2 = 0.1`$, $`b_3 = 0.2`$'],
    [
      'settings',
      adam,
      2,
      'Settings',
      '$`\\mathrm{slope}_1 = 0.01`$, $`\\beta_1 = 0.9`$, $`\\beta_2 = 0.999`$, $`\\varepsilon = 1 \\cdot 10^{-8}`$, $`\\lambda = 0.1`$',
    ],
    ['the iteration, where the optimizer counts', adam, 3, 'Number of the iteration', '$`k = 3`$'],
  ] as const)('has %s', (_, network, iteration, label, text) => {
    const rows = tableRows(explain(network, { iteration }), `Iteration ${iteration} starts from`, '');
    expect(rows.find(([each]) => each === label)?.[1]).toBe(text);
  });

  test.each([2, 3, 6])('has at iteration %i the states that the one before led to', (iteration) => {
    const states = new Map(
      explainedSteps(explain(adam, { iteration: iteration - 1 })).map((step) => [step.name, step.forms.at(-1)]),
    );
    const old = [...startingNumbers(explain(adam, { iteration }))].filter(([name]) =>
      name.endsWith('^{\\mathrm{old}}'),
    );
    expect(old).toHaveLength(18);
    for (const [name, value] of old) expect(value).toBe(states.get(name.replace('^{\\mathrm{old}}', '')));
  });

  test('has at iteration 1 states of 0', () => {
    const old = [...startingNumbers(explain(inTurn))].filter(([name]) => name.endsWith('^{\\mathrm{old}}'));
    expect(old.map(([, value]) => value)).toEqual(Array.from({ length: 9 }, () => '0'));
  });
});

describe('the closing sentence', () => {
  const last = (markdown: string): string => markdown.trimEnd().split('\n').at(-1) ?? '';

  test.each([
    ['of a full batch', adam, {}, /^This update takes the error from .*: it has become smaller\.$/],
    ['of samples in turn', inTurn, {}, /^This update takes the error of this sample from .*: it has become smaller\.$/],
    ['of a step too long', seededNetwork([1, 1], 7), { learningRate: 1e4 }, /larger, because the step was too long\.$/],
    [
      'of an optimizer that looks back',
      parseNetwork({ ...classNetwork, optimizer: { name: 'adam' } }),
      { learningRate: 5, iteration: 3 },
      /larger; the step follows more than the gradient of this iteration\.$/,
    ],
    [
      'of what divides by 0',
      richNetwork({ optimizer: { name: 'adagrad', epsilon: 0 }, samples: [{ inputs: [0, 0], targets: [1, 0] }] }),
      {},
      /to \$`\\#\\mathrm\{DIV\/0!\}`\$: a number is beyond what a cell can hold\.$/,
    ],
  ])('%s', (_, network, wanted, sentence) => {
    expect(last(explain(network, wanted))).toMatch(sentence);
  });

  test('of samples in turn tells of the same sample with the new weights', () => {
    const markdown = explain(inTurn, { iteration: 3 });
    const renewed = explainedSteps(markdown).flatMap(({ name, forms }) => {
      const [, letter, number] = /^([wb])_\{?(\d+)\}?\^\{\\mathrm\{new\}\}$/.exec(name) ?? [];
      return letter === undefined ? [] : [[`${letter}${number}`, Number(forms.at(-1))] as const];
    });
    const after = withInitialValues(
      { ...inTurn, samples: inTurn.samples.slice(0, 1), batch: 'full' },
      new Map(renewed),
    );
    const error = explainedSteps(explain(after))
      .find(({ name }) => name === 'E_{\\mathrm{total}}')
      ?.forms.at(-1);
    const [, told] = /to \$`([\d.]+)`\$/.exec(last(markdown)) ?? [];
    expect(Number(told)).toBeCloseTo(Number(error), 5);
  });
});
