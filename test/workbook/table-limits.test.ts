import { describe, expect, test } from 'vitest';
import { MAX_ITERATIONS } from '../../src/network/limits.ts';
import { checkAnswers, checkSize, checkWhole } from '../../src/workbook/iterations/limits.ts';

describe('a table', () => {
  test.each([
    [16_384, 1],
    [49, MAX_ITERATIONS],
    [1, MAX_ITERATIONS],
  ])('of %i columns and %i iterations fits', (columns, iterations) => {
    expect(() => checkSize(columns, iterations, 12, 1)).not.toThrow();
  });

  test.each([
    [
      16_385,
      1,
      'layers: This network needs 16385 columns, but a sheet has 16384; give it fewer units or layers (it has 12 initial values).',
    ],
    [
      100,
      1_000_000,
      'iterations: A sheet of 1000000 iterations of this network takes about 7.5 GB, but a file within a workbook holds 4.0 GB; lower the iterations to 536870.',
    ],
  ])('of %i columns and %i iterations does not', (columns, iterations, message) => {
    expect(() => checkSize(columns, iterations, 12, 1)).toThrow(message);
  });

  test('of a batch says which one would do', () => {
    expect(() => checkSize(32_768, 2, 12, 100)).toThrow(
      'A row of 100 samples needs 32768 columns, but a sheet has 16384; take a smaller batch, about 50 with those that test, or fewer units.',
    );
  });
});

describe('the tables of all learning rates', () => {
  test.each([
    [45, MAX_ITERATIONS, 6],
    [16_384, 1, 255],
  ])('of %i columns, %i iterations and %i rates fit', (columns, iterations, rates) => {
    expect(() => checkWhole(columns, iterations, rates)).not.toThrow();
  });

  test('of more than a file holds do not', () => {
    expect(() => checkWhole(45, 1_000_000, 8)).toThrow(
      'iterations: A workbook of 8 learning rates and 1000000 iterations of this network takes about 4.7 GB, but a file holds 4.0 GB; ' +
        'lower the iterations to 852176, or use fewer learning rates.',
    );
  });
});

describe('the answers to an exercise', () => {
  test('fit where their rows do', () => {
    expect(() => checkAnswers(4000, 1_000_000)).not.toThrow();
  });

  test('of more than a file holds do not', () => {
    expect(() => checkAnswers(9000, 1_000_000)).toThrow(
      'iterations: The answers to 1000000 iterations of this exercise take about 8.4 GB, but a file within a workbook holds 4.0 GB; ' +
        'lower the iterations to 477218.',
    );
  });
});
