import { describe, expect, test } from 'vitest';
import { entriesOf, toNumbers } from '../../src/cli/options.ts';

describe('lists of numbers', () => {
  test.each([
    [
      ['0.5', '1'],
      [0.5, 1],
    ],
    [['0.1,0.5'], [0.1, 0.5]],
    [
      ['0.1,', '0.5'],
      [0.1, 0.5],
    ],
    [['1,2,3'], [1, 2, 3]],
    [['1e-3,2'], [0.001, 2]],
    [['0.1 0.5'], [0.1, 0.5]],
    [['-1'], [-1]],
  ])('%j are %j', (words, numbers) => {
    expect(toNumbers(words, '-r')).toEqual(numbers);
  });

  test.each(['0,5', '1,000', ',5', '0,5,', '-0,5'])('%s may be one number or two, and is refused', (word) => {
    expect(() => toNumbers(['1', word], '-r')).toThrow('can be read in two ways');
  });

  test('of names may have commas and spaces between', () => {
    expect(entriesOf(['tanh,sigmoid', 'relu'])).toEqual(['tanh', 'sigmoid', 'relu']);
  });
});
