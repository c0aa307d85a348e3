import { expect, test } from 'vitest';
import { plainData } from '../../src/data/data.ts';
import { DataFaults } from '../../src/data/fault.ts';
import { tableData } from '../../src/data/table.ts';

const read = (text: string, more: object = {}) => tableData(text, { title: 'a table', most: 1000, ...more });
const samplesOf = (text: string, more: object = {}) => plainData(read(text, more), { single: false, no: 0 }).samples;
const faultsIn = (text: string, more: object = {}): readonly string[] => {
  try {
    read(text, more);
  } catch (error) {
    if (error instanceof DataFaults) return error.faults.map(({ message }) => message);
  }
  return [];
};

test.each([
  ['commas', 'a,b,y\n1,0.5,2\n'],
  ['semicolons and decimal commas', 'a;b;y\r\n1;0,5;2\r\n\r\n'],
  ['tabs, and what is around cells', '\ufeffa\tb\ty\n 1 \t.5\t2e0'],
  ['cells in quotes', '"a","b","y"\n"1","0,5","2"'],
])('%s part cells', (_, text) => {
  expect(samplesOf(text)).toEqual([{ inputs: [1, 0.5], targets: [2] }]);
});

test('words are classes in the order in which they appear, one-hot', () => {
  const text = 'y,a\nred,1\nblue,−2\nred,3\n';
  expect(samplesOf(text, { targets: ['Y'] }).map(({ targets }) => targets)).toEqual([
    [1, 0],
    [0, 1],
    [1, 0],
  ]);
  expect(read(text, { targets: ['y'] }).answers).toEqual({ kind: 'classes', names: ['red', 'blue'] });
});

test('several targets are numbers', () => {
  expect(samplesOf('a,y,z\n1,2,3\n', { targets: ['z', 'y'] })).toEqual([{ inputs: [1], targets: [3, 2] }]);
});

test('mean and deviation are those of the training samples', () => {
  const {
    inputs,
    training,
    test: tests,
  } = read('a,y\n1,0\n3,0\n5,0\n7,0\n', { standardise: true, test: 0.25, seed: 3 });
  const [input] = inputs;
  const raw = [1, 3, 5, 7];
  const scaled = (value: number): number => (value - (input?.mean ?? 0)) / (input?.deviation ?? 0);
  expect(training).toHaveLength(3);
  expect(training.reduce((sum, sample) => sum + (sample.inputs[0] ?? 0), 0)).toBeCloseTo(0, 3);
  for (const sample of [...training, ...tests])
    expect(Math.min(...raw.map((value) => Math.abs(scaled(value) - (sample.inputs[0] ?? 0))))).toBeLessThan(1e-4);
});

test('every fault is told, with its line and column', () => {
  expect(faultsIn('a;b;y\n1;;2\n1;x;NA\n1;2\n')).toEqual([
    'line 2, column "b": is empty; fill it in, or leave the line out.',
    'line 3, column "b": "x" is not a number; write it like 0.5 or 0,5.',
    'line 3, column "y": "NA" is no value; fill it in, or leave the line out.',
    'line 4: has 2 cells, but the first line names 3 columns.',
  ]);
});

test.each([
  ['has no samples; its first line names the columns, each other line is a sample.', 'a,b\n', {}],
  ['has 2 lines of samples, but a workbook has room for 1.', 'a,b\n1,2\n3,4\n', { most: 1 }],
  ['has numbers with a point (line 2) and with a comma (line 3); write all of them alike.', 'a;b\n1.5;2\n1,5;2\n', {}],
  ['there is no column "c"; there are: "a", "b".', 'a,b\n1,2\n', { targets: ['c'] }],
  ['leave no column for the inputs.', 'a,b\n1,2\n', { targets: ['a', 'b'] }],
  ['line 1: columns 1 and 2 are both called "A".', 'a,A\n1,2\n', {}],
  ['line 1: column 2 has no name.', 'a,,y\n1,2,3\n', {}],
  ['0.2 of 2 leaves no sample to test with; give another share, or more samples.', 'a,b\n1,2\n3,4\n', { test: 0.2 }],
])('%s', (fault, text, more) => {
  expect(faultsIn(text, more)).toEqual([fault]);
});
