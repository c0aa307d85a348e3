import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { train } from '../../src/engine/train.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { schemaUrl } from '../../src/node/installation.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { MEAN_ERROR, TOTAL_ERROR, topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { rateSheet } from '../../src/workbook/layout.ts';
import { filesIn, type Outcome, runProgram } from '../helpers/command.ts';
import { classNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { withTemporaryDirectory } from '../support/processes.ts';
import { readWorkbook } from '../support/read-workbook.ts';

const DEFAULT_OUTPUT = 'output/backpropagation.xlsx';

/** Runs the program in a new folder, expects it to succeed, and looks at what it leaves. */
async function succeed<T>(words: string, look: (outcome: Outcome, folder: string) => T | Promise<T>): Promise<T> {
  return withTemporaryDirectory(async (folder) => {
    const outcome = await runProgram(folder, words === '' ? [] : words.split(' '));
    expect({ status: outcome.status, stderr: outcome.stderr }).toEqual({ status: 0, stderr: '' });
    return look(outcome, folder);
  });
}

const named = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

/** The learning-rate sheets of a workbook. */
function rateSheets(path: string): readonly string[] {
  return readWorkbook(readFileSync(path)).sheets.flatMap(({ name }) => (name.startsWith('LR ') ? [name] : []));
}

describe.concurrent('the program', () => {
  test('without a word makes the class workbook and sums it up', async () => {
    await succeed('', ({ stdout }, folder) => {
      expect(stdout.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
        ['η', 'E_total, iteration 1', 'iteration 100'],
        ['0.1', '0.242520', '0.134284'],
        ['0.2', '0.242520', '0.0799035'],
        ['0.5', '0.242520', '0.0295181'],
        ['0.8', '0.242520', '0.0165910'],
        ['1', '0.242520', '0.0125508'],
        ['2', '0.242520', '0.00522548'],
        [''],
        [DEFAULT_OUTPUT, expect.stringMatching(/^\d+ kB$/), expect.stringMatching(/^\d+\.\d\d s$/)],
        [''],
      ]);
      expect([...filesIn(folder).keys()]).toEqual([DEFAULT_OUTPUT]);
      expect(rateSheets(join(folder, DEFAULT_OUTPUT))).toEqual(classNetwork.learningRates.map(rateSheet));
    });
  });

  test('with --json prints JSON and nothing else', async () => {
    await succeed('generate class --json -n 2 -r 0.5 3 -o deep/down/a.xlsx', ({ stdout }, folder) => {
      expect(JSON.parse(stdout)).toEqual({
        file: 'deep/down/a.xlsx',
        backup: null,
        bytes: readFileSync(join(folder, 'deep/down/a.xlsx')).length,
        milliseconds: expect.any(Number),
        title: classNetwork.title,
        iterations: 2,
        runs: [
          {
            learningRate: 0.5,
            firstError: expect.closeTo(0.2425, 4),
            lastError: expect.closeTo(0.2355, 4),
            divergedAt: null,
            ended: null,
          },
          {
            learningRate: 3,
            firstError: expect.closeTo(0.2425, 4),
            lastError: expect.any(Number),
            divergedAt: null,
            ended: null,
          },
        ],
      });
    });
  });

  test('says #NUM! where a cell does, null in JSON, and from which iteration on', async () => {
    await succeed('overshoot -o a.xlsx', ({ stdout }) => {
      expect(stdout).toMatch(/^ *η +E_total, iteration 1 +iteration 40\n/);
      expect(stdout).toMatch(/^ *1\.2 +0\.0392000 +0\.0445681$/m);
      expect(stdout).toMatch(/^ *3 +0\.0392000 +#NUM! +diverged at iteration 8$/m);
    });
    await succeed('overshoot -r 3 -o a.xlsx --json', ({ stdout }) =>
      expect(JSON.parse(stdout)).toMatchObject({
        runs: [{ learningRate: 3, lastError: null, divergedAt: 8, ended: { iteration: 8 } }],
      }),
    );
  });

  test('sums up samples in turn by the mean of their errors', async () => {
    await succeed('xor-in-turn -n 40 -r 1 -o a.xlsx', ({ stdout }) => {
      expect(stdout).toMatch(/^ *η +E_mean, iteration 1 +iteration 40\n/);
      const topology = topologyOf(named('xor-in-turn'));
      const [last = Number.NaN] = train(topology, 1, 40, [quantityOf(MEAN_ERROR)]).row(40);
      expect(stdout).toContain(` ${last.toPrecision(6)}\n`);
    });
  });

  test.each([
    ['-r 0.3 0.6 -n 5', ['LR 0.3', 'LR 0.6']],
    ['--learning-rates 3 --iterations 1', ['LR 3']],
    ['-n 1e1 -r .25', ['LR 0.25']],
    ['-n 1 -r 2 -r 1', ['LR 2', 'LR 1']],
    ['generate class -n 3 -r 1e-7', ['LR 1e-7']],
  ])('%s', async (words, sheets) => {
    await succeed(`${words} -o a.xlsx`, (_, folder) => expect(rateSheets(join(folder, 'a.xlsx'))).toEqual(sheets));
  });

  test.each([
    ['--set t1=0.5', { t1: 0.5 }],
    ['--set w5=0.9 --set t1=0.5', { w5: 0.9, t1: 0.5 }],
    ['--set w5=-1e-3 --set w5=2', { w5: 2 }],
    ['--set i1=1 --set w1=-80', { i1: 1, w1: -80 }],
    ['mazur --set b2=-0.5', { b2: -0.5 }],
    ['xor --set i1@3=0.7 --set t1@2=0.5', { 'i1@3': 0.7, 't1@2': 0.5 }],
  ])('%s starts from %j', async (words, values) => {
    const [name = ''] = /^\w+/.exec(words) ?? ['class'];
    const network = withInitialValues(named(name), new Map(Object.entries(values)));
    const [firstError] = train(topologyOf(network), 1, 1, [quantityOf(TOTAL_ERROR)]).row(1);
    await succeed(`${words} -n 1 -r 1 -o a.xlsx --json`, ({ stdout }) => {
      expect(JSON.parse(stdout)).toMatchObject({ runs: [{ firstError }] });
    });
  });

  test('networks lists the ready-made networks, each with a line', async () => {
    await succeed('networks', ({ stdout }) => {
      const lines = stdout.trimEnd().split('\n');
      expect(lines.map((line) => line.split(' ')[0])).toEqual(networkNames());
      expect(lines.filter((line) => !/^\S+ +\w.*\.$/.test(line))).toEqual([]);
    });
  });

  test.each(every(4, networkNames()))('makes the workbook of the ready-made network %s', async (name) => {
    await succeed(`${name} -n 3 -o a.xlsx`, (_, folder) => expect(existsSync(join(folder, 'a.xlsx'))).toBe(true));
  });

  test.each(['--version', '--version --json'])('%s is that of package.json', async (words) => {
    await succeed(words, ({ stdout }) => expect(stdout).toBe(`${packageJson.version}\n`));
  });

  test.each(['--help', '-h', 'generate --help'])('%s shows flags and examples', async (words) => {
    await succeed(words, ({ stdout }, folder) => {
      for (const part of ['--output', '--iterations', '--learning-rates', '--set', '--force', '--json'])
        expect(stdout).toContain(part);
      expect(stdout).toContain('Examples:\n  backprop-workbook ');
      expect(stdout).toContain('--set w5=0.3');
      expect(stdout).not.toContain('undefined');
      expect(filesIn(folder).size).toBe(0);
    });
  });

  test('--help lists the commands', async () => {
    await succeed('--help', ({ stdout }) => {
      for (const command of ['generate', 'networks', 'init']) expect(stdout).toContain(`backprop-workbook ${command}`);
    });
  });
});

describe.concurrent('init', () => {
  test('writes a network file to edit, from which a workbook can be made', async () => {
    await withTemporaryDirectory(async (folder) => {
      const init = await runProgram(folder, ['init', 'mine/network.json']);
      expect(init).toEqual({
        status: 0,
        stdout: 'mine/network.json  Edit it, then: backprop-workbook generate mine/network.json\n',
        stderr: '',
      });
      const path = join(folder, 'mine/network.json');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('"iterations": 100', '"iterations": 7'));
      const made = await runProgram(folder, ['generate', 'mine/network.json', '--json', '-o', 'a.xlsx']);
      expect(JSON.parse(made.stdout)).toMatchObject({ iterations: 7, title: classNetwork.title });

      const { $schema = '' } = parseNetwork(JSON.parse(text));
      expect(resolve(dirname(path), $schema)).toBe(fileURLToPath(schemaUrl));
      expect(existsSync(schemaUrl)).toBe(true);
    });
  });

  test('writes network.json unless told otherwise, and replaces a file only with --force', async () => {
    await withTemporaryDirectory(async (folder) => {
      expect((await runProgram(folder, ['init'])).status).toBe(0);
      writeFileSync(join(folder, 'network.json'), 'mine');
      expect((await runProgram(folder, ['init'])).status).toBe(2);
      expect(readFileSync(join(folder, 'network.json'), 'utf8')).toBe('mine');
      expect((await runProgram(folder, ['init', '--force'])).status).toBe(0);
      expect(parseNetwork(JSON.parse(readFileSync(join(folder, 'network.json'), 'utf8')))).toMatchObject({
        iterations: 100,
      });
    });
  });
});
