import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/spec/input-error.ts';
import { nearest, parseNetwork, pathText } from '../../src/spec/parse.ts';
import { classNetwork } from '../helpers/networks.ts';

/** The lines of the error that a value of unknown type gives; empty where it is a network. */
function faultsOf(value: unknown, source?: string): readonly string[] {
  try {
    parseNetwork(value, source);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
}

const changed = (changes: Readonly<Record<string, unknown>>): unknown => ({ ...classNetwork, ...changes });
const [hidden, output] = classNetwork.layers;
const sample = (inputs: unknown, targets: unknown): unknown => changed({ samples: [{ inputs, targets }] });

describe('a network file with a fault', () => {
  test.each<readonly [fault: string, value: unknown]>([
    ['must be an object in { }, not null.', null],
    ['must be an object in { }, not a list.', []],
    ['must be an object in { }, not "class".', 'class'],
    ['title: missing; give a text in quotes.', changed({ title: undefined })],
    ['title: must not be empty.', changed({ title: '  ' })],
    ['title: must be a text in quotes, not 7.', changed({ title: 7 })],
    ['title: is too long; at most 200 characters are possible.', changed({ title: 'x'.repeat(201) })],
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
      'layers[0].weights[0]: holds 2 weights, but must hold 1: one for each of the inputs of the sample.\n' +
        'layers[0].weights[1]: holds 2 weights, but must hold 1: one for each of the inputs of the sample.',
      sample([1], [0.01, 0.99]),
    ],
    [
      'layers[1].weights[1]: holds 1 weights, but must hold 2: one for each of the units of layers[0].',
      changed({ layers: [hidden, { ...output, weights: [[0.4, 0.45], [0.5]] }] }),
    ],
    ['layers: must not be empty.', changed({ layers: [] })],
    ['layers[0].weights: must not be empty.', changed({ layers: [{ ...hidden, weights: [] }, output] })],
    [
      'layers[0].activation: must be "sigmoid", not "relu".',
      changed({ layers: [{ ...hidden, activation: 'relu' }, output] }),
    ],
    ['layers[1].activation: missing; give "sigmoid".', changed({ layers: [hidden, { weights: output?.weights }] })],
    ['loss: must be "half-squared-error", not "mse".', changed({ loss: 'mse' })],
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
    [{ iterations: 1_048_563 }],
    [{ learningRates: [1e-300, 1e300] }],
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
])('the path %j is written %s', (path, text) => {
  expect(pathText(path)).toBe(text);
});
