import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { type ScriptLibrary, trainingScript } from '../../src/pipeline/script.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { networksUpTo } from '../helpers/any-network.ts';
import { isConditioned } from '../helpers/conditioned.ts';
import { classWith, richNetwork } from '../helpers/networks.ts';
import { near } from '../helpers/numbers.ts';
import { describeWithTool } from '../support/describe-with-tool.ts';
import { pythonWith, runPython, withTemporaryDirectory } from '../support/processes.ts';

/** How many random networks; SCRIPTS=40 tries more of them and PyTorch too, as .ci/run does, and SEED others. */
const RUNS = Number(process.env.SCRIPTS ?? 6);
const SEED = Number(process.env.SEED ?? 11);
const PYTORCH = process.env.SCRIPTS !== undefined;

const RUN_SCRIPTS = fileURLToPath(new URL('run_scripts.py', import.meta.url));

/** What rounding leaves where terms of about 1 cancel. */
const AS_PRINTED = { relative: 1e-9, floor: 1e-11 };

/** Numbers beyond this may soon be errors of cells here, and infinities there. */
const LARGEST = 1e150;

/** Net inputs up to this leave six digits of 1 − a; further out each program loses others of them. */
const MODERATE = 10;

const readyMade = networkNames().map((name) => parseNetwork(JSON.parse(networkTemplate(name))));
const random = fc.sample(
  networksUpTo({ iterations: 20 }).filter((network) => isConditioned(network) && isModerate(network)),
  { numRuns: RUNS, seed: SEED },
);
const networks: readonly Network[] = [...readyMade, ...random];

/** Whether no net input goes where functions saturate. */
function isModerate(network: Network): boolean {
  const topology = topologyOf(network);
  const forward = columnsOf(columnGroups(topology)).filter(({ role }) => role === 'forward');
  const [rate = Number.NaN] = network.learningRates;
  const trace = train(
    topology,
    rate,
    network.iterations,
    forward.map(({ quantity }) => quantity),
  );
  return Array.from({ length: network.iterations }, (_, k) => [...trace.row(k + 1)])
    .flat()
    .every((x) => Math.abs(x) <= MODERATE);
}

/** The iteration that a script is asked to print: the first of some networks, a later one of others. */
const iterationOf = ({ iterations }: Network, k: number): number => 1 + ((k * 7) % Math.min(iterations, 20));

/** Numbers that a script printed otherwise than the engine has them, and those that it does not know by their names. */
function differences(network: Network, iteration: number, printed: string): readonly string[] {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  const [rate = Number.NaN] = network.learningRates;
  const quantities = new Map(columns.map(({ name, quantity }) => [name, quantity]));
  const constant = topology.layers.flatMap(({ biases }) => biases.filter(({ trained }) => !trained));
  for (const { name } of constant) quantities.set(name, quantityOf(name));
  const names = [...quantities.keys()];
  const trace = train(topology, rate, network.iterations, [...quantities.values()]);
  const rows = Array.from({ length: network.iterations }, (_, k) => Float64Array.from(trace.row(k + 1)));
  const last = rows.findIndex((row) => row.some((x) => !(Math.abs(x) < LARGEST)));
  const tame = last === -1 ? rows.length : last;
  const expected = (k: number, name: string): number => rows[k - 1]?.[names.indexOf(name)] ?? Number.NaN;
  const fault = (k: number, name: string, text: string | undefined): readonly string[] =>
    k > tame || near(Number(text), expected(k, name), AS_PRINTED)
      ? []
      : [`${name} of ${k}: ${text}, not ${expected(k, name)}`];

  const lines = printed.trimEnd().split('\n');
  const head = lines.findIndex((line) => line.startsWith('iteration E_total '));
  const shown = lines.slice(1, head).map((line) => line.split(' = '));
  const header = (lines[head] ?? '').split(' ').slice(1);
  const table = lines.slice(head + 1).map((line) => line.split(' '));
  return [
    ...(lines[0] === `iteration ${iteration}` ? [] : [`begins with ${lines[0]}`]),
    ...(table.length === network.iterations ? [] : [`has ${table.length} iterations`]),
    ...shown.flatMap(([name = '', text]) => fault(iteration, name, text)),
    ...table.flatMap(([k, ...numbers]) => header.flatMap((name, n) => fault(Number(k), name, numbers[n]))),
  ];
}

const scriptOf = (network: Network, library: ScriptLibrary, k: number): string =>
  trainingScript(network, library, { learningRate: network.learningRates[0], iteration: iterationOf(network, k) });

function agreesIn(library: ScriptLibrary, python: string): void {
  let printed: readonly string[] = [];
  beforeAll(async () => {
    printed = await withTemporaryDirectory(async (directory) => {
      const paths = await Promise.all(
        networks.map(async (network, k) => {
          const path = join(directory, `${k}.py`);
          await writeFile(path, scriptOf(network, library, k));
          return path;
        }),
      );
      return JSON.parse(await runPython(python, RUN_SCRIPTS, paths, 600_000));
    });
  }, 600_000);

  test.each(networks.map((network, k) => [k, network.title] as const))('network %i, %s', (k) => {
    const network = networks[k] as Network;
    expect(differences(network, iterationOf(network, k), printed[k] ?? '')).toEqual([]);
  });
}

const numpy = pythonWith('numpy');
describeWithTool('Python with NumPy', () => numpy !== undefined)(
  'a script for NumPy prints what the engine finds',
  () => agreesIn('numpy', numpy ?? ''),
);

if (PYTORCH) {
  const torch = pythonWith('torch');
  describeWithTool('Python with PyTorch', () => torch !== undefined)('a script for PyTorch prints it too', () =>
    agreesIn('pytorch', torch ?? ''),
  );
}

describe('a script', () => {
  const titled = (title: string): string => trainingScript(classWith({ title }), 'numpy');

  test('says how its weights are called', () => {
    expect(titled('Any')).toContain('# The output layer o1, o2: a row of weights for each unit (w5 w6; w7 w8).');
  });
  test('is read as UTF-8, whatever the title says', () => {
    expect(titled('coding: latin-1').split('\n').slice(0, 2).join('\n')).not.toContain('coding:');
  });
  test('leaves biases alone that stay as they are', () => {
    const text = trainingScript(richNetwork({}), 'numpy');
    expect(text).toContain('parameters = [W_1, b_1, W_2]');
    expect(text).toContain(
      'b_2 = np.array([0.1, 0.2], dtype=float)  # b1, b2: one for each unit, which stays as it is'.replace(
        'b1, b2',
        'b2, b3',
      ),
    );
  });
  test.each([
    [{ learningRate: 0 }, 'learningRate'],
    [{ iteration: 101 }, 'iteration'],
  ])('of %o is refused', (moment, path) => {
    expect(() => trainingScript(classWith({}), 'pytorch', moment)).toThrow(path);
  });
});
