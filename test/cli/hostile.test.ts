import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../helpers/command.ts';
import { runMeasured } from '../helpers/measured.ts';
import { classNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

/** What a run may take: seconds of the processor, and megabytes. */
const BOUNDS = { seconds: 5, megabytes: 500 };

/** The class network with a text of JSON in the place of a field. */
const withField = (name: string, json: string): string =>
  JSON.stringify({ ...classNetwork, [name]: '@' }).replace('"@"', () => json);

const listed = (count: number, entry: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => entry(k)).join(',');
const samples = (count: number, inputs: number, entry: string): string => {
  const sample = `{"inputs":[${listed(inputs, () => entry)}],"targets":[0,1]}`;
  return withField('samples', `[${listed(count, () => sample)}]`);
};
const layers = (rows: number, row: string): string => {
  const layer = `{"activation":"tanh","weights":[${listed(rows, () => row)}]}`;
  return withField('layers', `[${listed(90, () => layer)}]`);
};
const deep = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
const fields = (count: number): string => listed(count, (k) => `"f${k.toString(36)}":1`);

/** A file, and what the first or the last line says of it. */
const cases: readonly (readonly [what: string, text: () => string, told: RegExp])[] = [
  [
    'fields twice, deep inside each other',
    () => deep('{"a":', ',"a":1}', 1.2e5),
    /a\.a\.a\.a\.a … a\.a\.a\.a\.a: stands twice/,
  ],
  ['a field 400,000 times', () => `{${listed(4e5, () => '"":0')}}`, /… and 399,006 more faults\.$/],
  ['400,000 fields, half of them twice', () => `{${fields(2e5)},${fields(2e5)}}`, /… and 399,00\d more faults\.$/],
  ['400,000 unknown fields', () => `{${fields(4e5)}}`, /… and 399,006 more faults\.$/],
  ['three million unknown fields', () => `{${fields(2.4e6)}}`, /has 2,400,001 lists, objects and fields, too many/],
  [
    'a million targets',
    () => withField('samples', `[{"inputs":[1],"targets":[${listed(1e6, () => '0')}]}]`),
    /samples\[0\]\.targets: holds too many entries/,
  ],
  [
    '400,000 samples',
    () => withField('samples', `[${listed(4e5, () => '{}')}]`),
    /samples: holds too many entries; at most 1000 are/,
  ],
  ['millions of inputs that are none', () => samples(500, 15_000, '""'), /… and 7,499,0\d\d more faults\.$/],
  ['millions of right inputs', () => samples(1000, 12_000, '0'), /samples: hold 12002000 inputs and targets, but /],
  ['400,000 rows of wrong length', () => layers(4400, '[0]'), /… and 39\d,\d{3} more faults\.$/],
  ['a million rows that are none', () => layers(16_000, 'null'), /… and 1,439,0\d\d more faults\.$/],
  [
    'five million learning rates',
    () => withField('learningRates', `[${listed(5e6, () => '1')}]`),
    /learningRates: holds too many entries/,
  ],
  ['lists within lists, 100,000 deep', () => deep('[', ']', 1e5), /must be an object in \{ \}, not a list\.$/],
  [
    'lists within lists, twelve million deep',
    () => deep('[', ']', 12e6),
    /has 12,000,000 lists, objects and fields, too/,
  ],
  ['objects within objects, 100,000 deep', () => deep('{"a":', '}', 1e5), /a: unknown field; remove it\.$/],
  ['brackets that never close', () => '['.repeat(1e5), /is not JSON: it has too many brackets within brackets\.$/],
  [
    'a title of 24 million characters',
    () => withField('title', `"${'x'.repeat(24e6)}\\t"`),
    /title: is too long; at most 200/,
  ],
  [
    'a choice of 24 million characters',
    () => withField('loss', `"${'x'.repeat(24e6)}"`),
    /loss: must be .*, not "x{40}…"\.$/,
  ],
  ['a field of 24 million characters', () => `{"${'x'.repeat(24e6)}":1}`, /\["x{40}…"\]: unknown field; remove it\.$/],
  [
    'a number of 24 million digits',
    () => withField('iterations', '1'.repeat(24e6)),
    /iterations: must be a finite number, not Infinity/,
  ],
  [
    'twelve million backslashes',
    () => withField('title', `"${'\\\\'.repeat(11e6)}"`),
    /title: is too long; at most 200/,
  ],
  ['twelve million quotation marks', () => '"'.repeat(24e6), /is not JSON\.$/],
  ['twelve million numbers, and a comma too many', () => `[${'0,'.repeat(12e6)}]`, /is not JSON\.$/],
];

describe('a network file of up to 25 MB is refused within bounds:', () => {
  test.each(every(4, cases))('%s', async (_, text, told) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.json'), text());
      const { status, stderr, seconds, megabytes } = await runMeasured(folder, ['a.json']);
      const lines = stderr.split('\n').filter((line) => line !== '');
      expect({ status, lines: lines.length <= 1001 }).toEqual({ status: 2, lines: true });
      expect(lines.filter((line) => !line.startsWith('backprop-workbook: '))).toEqual([]);
      expect(
        lines.some((line) => told.test(line)),
        `${lines[0]} … ${lines.at(-1)}`,
      ).toBe(true);
      expect(seconds).toBeLessThan(BOUNDS.seconds);
      expect(megabytes).toBeLessThan(BOUNDS.megabytes);
    });
  });
});

describe('what every object of JavaScript knows is no network, choice, name or option:', () => {
  const names = ['constructor', '__proto__', 'toString'];
  const places: readonly (readonly string[])[] = [
    ...[
      ['generate', '?'],
      ['explain', '?'],
      ['exercise', '?'],
      ['init', 'a.json', '--network', '?'],
    ],
    ...[
      ['--activation', '?'],
      ['--loss', '?'],
      ['--optimizer', '?'],
      ['--biases', '?'],
      ['--set', '?=1'],
    ],
    ...[
      ['exercise', '--blank', '?'],
      ['check', 'a.xlsx', '--network', '?'],
      ['--?', '1'],
      ['--loss.?', '1'],
    ],
    ...[['check', 'a.xlsx', '--activation', '?'], ['check', 'a.xlsx', '--loss', '?'], ['--set.?=1'], ['--json.?', 'x']],
  ];

  test.each(places.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
    await withTemporaryDirectory(async (folder) => {
      for (const name of names) {
        const { status, stdout, stderr } = await runProgram(
          folder,
          words.map((word) => word.replace('?', name)),
        );
        expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
        expect(stderr).toMatch(/^backprop-workbook: (?!an unexpected)[^\n]*\n$/);
        expect(stderr).not.toMatch(/native code|function|is not a|\[object|TypeError/);
      }
    });
  });
});
