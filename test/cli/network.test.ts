import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readyData } from '../../src/data/ready.ts';
import { train } from '../../src/engine/train.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { schemaUrl } from '../../src/node/installation.ts';
import { explain } from '../../src/pipeline/explain.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { type Settings, withSettings } from '../../src/settings/settings.ts';
import { runProgram } from '../helpers/command.ts';
import { every } from '../helpers/sample.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const named = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

/** The file that `init` writes: its text, and its network without the schema, whose place depends on the folder. */
async function written(words: string): Promise<{ readonly text: string; readonly network: Network }> {
  return withTemporaryDirectory(async (folder) => {
    const { status, stderr } = await runProgram(folder, ['init', 'my.json', ...words.split(' ').filter(Boolean)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const path = join(folder, 'my.json');
    const text = readFileSync(path, 'utf8');
    const { $schema = '', ...network } = parseNetwork(JSON.parse(text));
    expect(resolve(dirname(path), $schema)).toBe(fileURLToPath(schemaUrl));
    return { text, network };
  });
}

/** What is typed after a command, and what becomes of the network by it. */
type Change = [words: string, name: string, settings: Settings, values?: Readonly<Record<string, number>>];

const changes: readonly Change[] = [
  ['', 'class', {}],
  ['--activation tanh', 'class', { activation: ['tanh'] }],
  ['--activation relu linear', 'class', { activation: ['relu', 'linear'] }],
  ['--activation relu --activation linear', 'class', { activation: ['relu', 'linear'] }],
  ['--activation softmax --loss cross-entropy', 'class', { activation: ['softmax'], loss: 'cross-entropy' }],
  ['--loss mean-squared-error', 'xor', { loss: 'mean-squared-error' }],
  ['--loss half-squared-error --loss mean-squared-error', 'xor', { loss: 'mean-squared-error' }],
  ['--optimizer adam', 'three-classes', { optimizer: 'adam' }],
  ['--hidden 3', 'class', { hidden: [3] }],
  ['--hidden 4 1 --seed 7', 'xor', { hidden: [4, 1], seed: 7 }],
  ['--hidden 4,1', 'xor', { hidden: [4, 1] }],
  ['--hidden 4, 1', 'xor', { hidden: [4, 1] }],
  ['--activation tanh,sigmoid', 'class', { activation: ['tanh', 'sigmoid'] }],
  ['--seed 0', 'class', { seed: 0 }],
  ['--biases unit', 'class', { biases: 'unit' }],
  ['--biases layer --set b1=0.35 --set b2=0.6', 'class', { biases: 'layer' }, { b1: 0.35, b2: 0.6 }],
  ['--biases none', 'mazur', { biases: 'none' }],
  ['--set w5=-1 --set t1@4=0.5', 'xor', {}, { w5: -1, 't1@4': 0.5 }],
  ['--optimizer momentum --set momentum=0.5', 'class', { optimizer: 'momentum' }, { momentum: 0.5 }],
  ['--optimizer momentum --set μ=0.5', 'class', { optimizer: 'momentum' }, { μ: 0.5 }],
  ['--schedule step --set every=20 --warm-up 5', 'class', { schedule: 'step', warmUp: 5 }, { every: 20 }],
  ['--batch 2 --schedule cosine', 'xor', { batch: 2, schedule: 'cosine' }],
  [
    '--data moons --samples 12 --noise 0.1 --data-seed 5 --test 0.25',
    'xor',
    { data: readyData({ set: 'moons', samples: 12, noise: 0.1, seed: 5, test: 0.25 }) },
  ],
  [
    '--data iris --standardise --hidden 3 --activation tanh softmax --loss cross-entropy',
    'class',
    {
      data: readyData({ set: 'iris', standardise: true }),
      ...{ hidden: [3], activation: ['tanh', 'softmax'], loss: 'cross-entropy' },
    },
  ],
  [
    '--data xor --loss hinge --activation tanh',
    'xor',
    { data: readyData({ set: 'xor' }), loss: 'hinge', activation: ['tanh'] },
  ],
  ['--batch full', 'xor-in-turn', { batch: 'full' }],
  ['--activation leaky-relu --set slope1=0.2', 'class', { activation: ['leaky-relu'] }, { slope1: 0.2 }],
];

const changed = (name: string, settings: Settings, values: Readonly<Record<string, number>> = {}): Network =>
  withInitialValues(withSettings(named(name), settings), new Map(Object.entries(values)));

describe.concurrent('init writes the network that is asked for, all weights plain numbers:', () => {
  test.each(every(3, changes))('%s: %s, %j', async (words, name, settings, values) => {
    const { $schema, initialWeights, ...expected } = changed(name, settings, values);
    expect((await written(`--network ${name} ${words}`)).network).toEqual(expected);
  });

  test('without a word, that is the class network, as it stands in its file', async () => {
    const { text } = await written('');
    expect(text.replace(/"\$schema": ".*"/, '"$schema": "../network.schema.json"')).toBe(networkTemplate('class'));
  });

  test('a network file can be the start, too', async () => {
    await withTemporaryDirectory(async (folder) => {
      const run = (words: string) => runProgram(folder, words.split(' '));
      expect((await run('init one.json --network xor --seed 3')).status).toBe(0);
      expect((await run('init two.json --network one.json --optimizer adam')).status).toBe(0);
      const [one, two] = ['one.json', 'two.json'].map((file) => readFileSync(join(folder, file), 'utf8'));
      expect(two?.replace('  "optimizer": { "name": "adam" },\n', '')).toBe(one);
      expect(one).toMatch(/^\{\n {2}"\$schema": /);
    });
  });
});

// Of all cases those with several flags; each flag is among them.
describe.concurrent('the same words go after', () => {
  const several = changes.filter(([words]) => words.split('--').length > 2);

  test.each(every(3, several))('explain: %s, for %s', async (words, name, settings, values) => {
    const { stdout, stderr } = await runProgram('/', ['explain', name, ...words.split(' ')]);
    expect(stderr).toBe('');
    expect(stdout).toBe(explain(changed(name, settings, values)));
  });

  test.each(every(3, several))('generate: %s, for %s', async (words, name, settings, values) => {
    const network = changed(name, settings, values);
    const topology = topologyOf(network);
    await withTemporaryDirectory(async (folder) => {
      const more = ['-n', '2', '-o', 'a.xlsx', '--json', ...words.split(' ')];
      const { stdout, stderr } = await runProgram(folder, ['generate', name, ...more]);
      expect(stderr).toBe('');
      const lastErrors = network.learningRates.map(
        (rate) => train(topology, rate, 2, [quantityOf(topology.curve)]).row(2)[0],
      );
      expect(JSON.parse(stdout)).toMatchObject({ runs: lastErrors.map((lastError) => ({ lastError })) });
    });
  });
});
