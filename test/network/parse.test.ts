import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/network/nearest.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { pathText } from '../../src/network/path-text.ts';
import { classNetwork } from '../helpers/networks.ts';
import { changed, faultsOf } from './faults-of.ts';

const ACTIVATIONS =
  '"sigmoid", "tanh", "relu", "leaky-relu", "elu", "softplus", "silu", "gelu", "hard-sigmoid", "linear" or "softmax"';
const LOSSES =
  '"half-squared-error", "mean-squared-error", "mean-absolute-error", "huber", "hinge", "binary-cross-entropy" or "cross-entropy"';
const [hidden, output] = classNetwork.layers;
const withBias = (bias: unknown): unknown => changed({ layers: [{ ...hidden, bias }, output] });
const sample = (inputs: unknown, targets: unknown): unknown => changed({ samples: [{ inputs, targets }] });

/** What a title and the line about a network cannot hold. */
const texts: readonly (readonly [text: string, fault: string])[] = [
  ['a\u0000b', 'holds a character that no text can hold, U+0000, after "a"; remove it.'],
  ['a\u0007b', 'holds a character that no text can hold, U+0007, after "a"; remove it.'],
  ['ab\u007f', 'holds a character that no text can hold, U+007F, after "ab"; remove it.'],
  ['🙂\u009bm', 'holds a character that no text can hold, U+009B, after "🙂"; remove it.'],
  ['\ud83d!', 'holds a character that no text can hold, U+D83D, at its start; remove it.'],
  ['a\udc00', 'holds a character that no text can hold, U+DC00, after "a"; remove it.'],
  ['a\uffff', 'holds a character that no text can hold, U+FFFF, after "a"; remove it.'],
  ['a\nb', 'holds a line end, U+000A, after "a"; remove it.'],
  ['a\r\nb', 'holds a line end, U+000D, after "a"; remove it.'],
  ['a\u2028b', 'holds a line end, U+2028, after "a"; remove it.'],
  ['a\tb', 'holds a tab, U+0009, after "a"; remove it.'],
];

/** Numbers that are nearer to 0 than a cell can hold. */
const tiny = 'must be 0 or at least 2.2250738585072014e-308 in size, the smallest number of a cell, not';

describe('a network file with a fault', () => {
  test.each<readonly [fault: string, value: unknown]>([
    ['must be an object in { }, not null.', null],
    ['must be an object in { }, not a list.', []],
    ['must be an object in { }, not "class".', 'class'],
    ['title: missing; give a text in quotes.', changed({ title: undefined })],
    ['title: must not be empty.', changed({ title: '  ' })],
    ['title: must be a text in quotes, not 7.', changed({ title: 7 })],
    ['title: is too long; at most 200 characters are possible.', changed({ title: 'x'.repeat(201) })],
    ...texts.flatMap(([text, fault]): [string, unknown][] =>
      ['title', 'about'].map((field) => [`${field}: ${fault}`, changed({ [field]: text })]),
    ),
    ['samples: must not be empty.', changed({ samples: [] })],
    ['samples: must be a list in [ ], not an object.', changed({ samples: {} })],
    ['samples[0].inputs[1]: must be a finite number, not "0.1".', sample([0.05, '0.1'], [0.01, 0.99])],
    ['samples[0].inputs[1]: must be a finite number, not null.', sample([0.05, null], [0.01, 0.99])],
    ['samples[0].inputs[1]: must be a finite number, not NaN.', sample([0.05, Number.NaN], [0.01, 0.99])],
    [
      'samples[0].targets: holds 1 targets, but must hold 2: one for each unit of the output layer.',
      sample([0.05, 0.1], [0.01]),
    ],
    [
      'layers[0].weights[0]: holds 2 weights, but must hold 1: one for each of the inputs of the samples.\n' +
        'layers[0].weights[1]: holds 2 weights, but must hold 1: one for each of the inputs of the samples.',
      sample([1], [0.01, 0.99]),
    ],
    [
      'layers[1].weights[1]: holds 1 weights, but must hold 2: one for each of the units of layers[0].',
      changed({ layers: [hidden, { ...output, weights: [[0.4, 0.45], [0.5]] }] }),
    ],
    ['layers: must not be empty.', changed({ layers: [] })],
    ['layers[0].weights: must not be empty.', changed({ layers: [{ ...hidden, weights: [] }, output] })],
    [
      `layers[0].activation: must be ${ACTIVATIONS}, not "leakyrelu"; did you mean "leaky-relu"?`,
      changed({ layers: [{ ...hidden, activation: 'leakyrelu' }, output] }),
    ],
    [
      `layers[0].activation: must be ${ACTIVATIONS}, not 7.`,
      changed({ layers: [{ ...hidden, activation: 7 }, output] }),
    ],
    [
      `layers[1].activation: missing; give ${ACTIVATIONS}.`,
      changed({ layers: [hidden, { weights: output?.weights }] }),
    ],
    [`loss: must be ${LOSSES}, not "mse".`, changed({ loss: 'mse' })],
    [
      'batch: must be "full", "in-turn" or a whole number, not "in turn"; did you mean "in-turn"?',
      changed({ batch: 'in turn' }),
    ],
    ['batch: must be a whole number, not 1.5.', changed({ batch: 1.5 })],
    ['batch: must be at least 1, not 0.', changed({ batch: 0 })],
    ['batch: must be at most 1000, not 2000.', changed({ batch: 2000 })],
    ['optimizer: must be an object in { }, not "adam".', changed({ optimizer: 'adam' })],
    ['optimizer.momentum: must be less than 1, not 1.', changed({ optimizer: { name: 'momentum', momentum: 1 } })],
    [
      'optimizer.momentun: unknown field; did you mean "momentum"?',
      changed({ optimizer: { name: 'momentum', momentun: 0.5 } }),
    ],
    ['optimizer.weightDecay: must be greater than 0, not 0.', changed({ optimizer: { name: 'sgd', weightDecay: 0 } })],
    ['optimizer.l1: must be greater than 0, not -1.', changed({ optimizer: { name: 'sgd', l1: -1 } })],
    ['initialWeights.seed: must be a whole number, not 0.5.', changed({ initialWeights: { rule: 'he', seed: 0.5 } })],
    [
      'initialWeights.sed: unknown field; did you mean "seed"?',
      changed({ initialWeights: { rule: 'he', seed: 1, sed: 2 } }),
    ],
    ['layers[0].bias: must be a finite number, or a list of finite numbers in [ ], not "1".', withBias('1')],
    ['layers[0].bias[1]: must be a finite number, not "1".', withBias([0, '1'])],
    ['layers[0].bias: must not be empty.', withBias([])],
    ['learningRates: must not be empty.', changed({ learningRates: [] })],
    ['learningRates[1]: must be greater than 0, not -1.', changed({ learningRates: [0.1, -1] })],
    ['learningRates[1]: must be greater than 0, not 0.', changed({ learningRates: [0.1, 0] })],
    ['learningRates[2]: repeats 0.1; give each learning rate once.', changed({ learningRates: [0.1, 0.2, 0.1] })],
    [
      'learningRates: holds too many entries; at most 100 are possible.',
      changed({ learningRates: Array.from({ length: 256 }, (_, k) => k + 1) }),
    ],
    ['iterations: must be at least 1, not 0.', changed({ iterations: 0 })],
    ['iterations: must be a whole number, not 2.5.', changed({ iterations: 2.5 })],
    ['iterations: must be a finite number, not "100".', changed({ iterations: '100' })],
    [
      'iterations: must be at most 1048563, the rows that Excel has for them, not 1048564.',
      changed({ iterations: 1_048_564 }),
    ],
    [
      'iterations: must be at most 1048563, the rows that Excel has for them, not 1e+21.',
      changed({ iterations: 1e21 }),
    ],
    ['initialWeights.seed: must be at least 0, not -1e+21.', changed({ initialWeights: { rule: 'he', seed: -1e21 } })],
    [`samples[0].inputs[0]: ${tiny} 5e-324.`, sample([5e-324, 0], [0, 1])],
    [`layers[0].bias: ${tiny} -1e-310.`, withBias(-1e-310)],
    [`layers[0].bias[1]: ${tiny} 1e-310.`, withBias([0, 1e-310])],
    [`optimizer.momentum: ${tiny} 1e-310.`, changed({ optimizer: { name: 'momentum', momentum: 1e-310 } })],
    [`learningRates[0]: ${tiny} 1e-320.`, changed({ learningRates: [1e-320] })],
    ['__proto__: unknown field; remove it.', JSON.parse(JSON.stringify(classNetwork).replace('{', '{"__proto__":{},'))],
    ['constructor: unknown field; remove it.', changed({ constructor: {} })],
    ['["a\\nb"]: unknown field; remove it.', changed({ 'a\nb': 1 })],
    ['iteratons: unknown field; did you mean "iterations"?', changed({ iteratons: 3 })],
    ['biases: unknown field; remove it.', changed({ biases: [] })],
    [
      'layers[0].wieghts: unknown field; did you mean "weights"?',
      changed({ layers: [{ ...hidden, wieghts: 1 }, output] }),
    ],
    [
      'samples[0].input: unknown field; did you mean "inputs"?',
      changed({ samples: [{ ...classNetwork.samples[0], input: 1 }] }),
    ],
  ])('%s', (fault, value) => {
    expect(faultsOf(value).join('\n')).toBe(fault);
  });

  test('is told of a list that is too long, and not of each of its entries', () => {
    const faults = faultsOf(sample(Array(1e6).fill('x'), [0, 1]));
    expect(faults[0]).toBe('samples[0].inputs: holds too many entries; at most 16384 are possible.');
    expect(faults.length).toBeLessThan(5);
  });

  test('is told a thousand faults, and how many more there are', () => {
    const faults = faultsOf(sample(Array(16_000).fill('x'), [0, 1]));
    expect(faults).toHaveLength(1001);
    expect(faults.at(-1)).toBe('… and 15,003 more faults.');
  });

  test('has all its faults told at once, each behind its source', () => {
    const faults = faultsOf(changed({ title: '', loss: 'mse', learningRates: [0.5, 0.5], iterations: 0 }), 'a.json');
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual([
      'a.json: title',
      'a.json: loss',
      'a.json: iterations',
      'a.json: learningRates[1]',
    ]);
  });

  test('is told by path and message, too', () => {
    expect(() => parseNetwork(changed({ iterations: 0 }))).toThrow(
      expect.objectContaining({ faults: [{ path: 'iterations', message: 'must be at least 1, not 0.' }] }),
    );
  });
});

describe('a network file without fault', () => {
  test.each([
    [{}],
    [{ about: undefined, $schema: undefined }],
    [{ title: ' <&>"\' 🙂 =1+1 ' }],
    [{ title: "=cmd|' /C calc'!A0", about: '@SUM(1)' }],
    [{ title: '👩‍👩‍👧‍👦 שלום _x0041_ é' }],
    [{ title: ' x\n' }],
    [{ samples: [{ inputs: [2.2250738585072014e-308, -0], targets: [1.7976931348623157e308, 0] }] }],
    [{ iterations: 1_048_563 }],
    [{ learningRates: [2.3e-308, 1e-300, 1e300] }],
    [{ samples: [{ inputs: [-1e9], targets: [0] }], layers: [{ activation: 'sigmoid', weights: [[0]] }] }],
  ])('%j', (changes) => {
    expect(faultsOf(changed(changes))).toEqual([]);
  });

  test('its title is trimmed', () => {
    expect(parseNetwork(changed({ title: ' Mine ' })).title).toBe('Mine');
  });
});

describe('the nearest word', () => {
  test.each([
    ['clas', ['class', 'xor'], 'class'],
    ['CLASS', ['class'], 'class'],
    ['xr', ['class', 'xor'], 'xor'],
    ['mazur', ['class', 'xor'], undefined],
    ['anything', [], undefined],
  ])('to %s of %j is %s', (word, words, found) => {
    expect(nearest(word, words)).toBe(found);
  });
});

test.each([
  [[], ''],
  [['layers', 0, 'weights', 1, 2], 'layers[0].weights[1][2]'],
  [['title'], 'title'],
  [['$schema'], '$schema'],
  [['samples', 0, 'größe'], 'samples[0].größe'],
  [['a.b'], '["a.b"]'],
  [['optimizer', ''], 'optimizer[""]'],
  [['layers', 1, 'a\nb'], 'layers[1]["a\\nb"]'],
  [['x'.repeat(41)], `["${'x'.repeat(40)}…"]`],
])('the path %j is written %s', (path, text) => {
  expect(pathText(path)).toBe(text);
});
