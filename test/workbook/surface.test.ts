import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
import { rateSheet } from '../../src/workbook/layout.ts';
import { LARGE, SURFACE_SHEET, surfaceLayout } from '../../src/workbook/surface/layout.ts';
import { OUTPUT, surfaceLimits, surfacePlan, WINNER } from '../../src/workbook/surface/plan.ts';
import { surfaceSheet } from '../../src/workbook/surface/sheet.ts';
import { plainForward } from '../engine/plain-forward.ts';
import { networksUpTo } from '../helpers/any-network.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { near } from '../helpers/numbers.ts';
import { times } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { bookOf } from './book-of.ts';

/** How many networks; NETWORKS=200 tries more of them, as .ci/run does, and SEED others. */
const RUNS = Number(process.env.NETWORKS ?? times(1));
const SEED = Number(process.env.SEED ?? 7);
const POINTS = 50;

const drawn = fc.sample(fc.tuple(networksUpTo({ inputs: 5, samples: 4, iterations: 5 }), fc.infiniteStream(fc.nat())), {
  numRuns: RUNS,
  seed: SEED,
});

const numberAt = (calculated: Recalculated, sheet: string, address: string): number => {
  const value = calculated.value(sheet, address);
  return typeof value === 'number' ? value : Number.NaN;
};

/** The network with the weights of an iteration, as its sheet has them, and with other inputs. */
function moved(network: Network, calculated: Recalculated, iteration: number, inputs: readonly number[]): Network {
  const topology = topologyOf(network);
  const { table } = bookOf(network);
  const [rate = Number.NaN] = network.learningRates;
  const value = (name: string): number => numberAt(calculated, rateSheet(rate), table.cell(name, iteration));
  const layers = network.layers.map((layer, l) => {
    const { units, biases } = topology.layers[l] ?? { units: [], biases: [] };
    const weights = units.map((unit) => unit.weights.map(({ name }) => value(name)));
    const [first] = biases;
    if (first === undefined) return { ...layer, weights };
    return {
      ...layer,
      weights,
      bias: Array.isArray(layer.bias) ? biases.map(({ name }) => value(name)) : value(first.name),
    };
  });
  return { ...network, batch: 'full', layers, samples: [{ inputs, targets: network.samples[0]?.targets ?? [] }] };
}

/** Points of the surface that are not what a plain forward pass gives. */
function wrongPoints(network: Network, calculated: Recalculated, random: Iterator<number>): readonly string[] {
  const topology = topologyOf(network);
  const plan = surfacePlan(topology);
  if (plan === undefined) return ['no surface'];
  const layout = surfaceLayout(topology, plan);
  const read = (address: string): number => numberAt(calculated, SURFACE_SHEET, address);
  const iteration = read(layout.cells.iteration.replaceAll('$', ''));
  const next = (below: number): number => Number(random.next().value) % below;
  const wrong: string[] = [];
  for (let k = 0; k < POINTS; k++) {
    const [r, c] = [next(plan.rows), next(plan.across)];
    const down = read(relative(layout.firstRow + r, layout.working));
    const along = read(relative(layout.axisRow, layout.block(plan.large) + c));
    const point = plan.shape === 'curve' ? [down] : [along, down];
    const inputs = (network.samples[0]?.inputs ?? []).map((held, i) => point[i] ?? held);
    const now = topologyOf(moved(network, calculated, iteration, inputs));
    const forward = plainForward(now);
    const outputs = (now.layers.at(-1)?.units ?? []).map(({ activation }) => forward.get(activation) ?? Number.NaN);
    const cell = relative(layout.firstRow + r, layout.block(plan.large) + c);
    const found = plan.shape === 'curve' ? read(cell) : read(relative(LARGE.row + r, LARGE.column + c));
    const largest = Math.max(...outputs);
    const expected =
      plan.large === WINNER
        ? outputs.indexOf(largest) + 1 + (0.99 * (largest - 1 / outputs.length)) / (1 - 1 / outputs.length)
        : (outputs[0] ?? Number.NaN);
    if (!near(found, expected, { relative: 1e-9, floor: 1e-12 })) wrong.push(`${cell}: ${found}, not ${expected}`);
  }
  return wrong;
}

describe.each(drawn.map(([network, random], k) => ({ k, network, random })))(
  'the surface of a random network, $k',
  ({ network, random }) => {
    test('is its output, at 50 points of the last iteration and of the first', async () => {
      const bytes = await workbookBytes(network);
      const topology = topologyOf(network);
      const plan = surfacePlan(topology);
      const cell = plan === undefined ? '' : surfaceLayout(topology, plan).cells.typedIteration.replaceAll('$', '');
      const [last, first] = [[], [{ sheet: SURFACE_SHEET, address: cell, value: 1 }]].map((edits) =>
        recalculateWithHyperFormula(bytes, edits),
      );
      expect(last && wrongPoints(network, last, random)).toEqual([]);
      expect(first && wrongPoints(network, first, random)).toEqual([]);
    });
  },
);

const xor = bookOf({ ...parseNetwork(JSON.parse(networkTemplate('xor'))), iterations: 20 });

describe('the surface of xor', () => {
  const sheet = surfaceSheet(xor);
  const at = (row: number, column: number): unknown =>
    sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content;
  const plan = surfacePlan(xor.topology);
  const layout = plan && surfaceLayout(xor.topology, plan);

  test('has every sample in the middle of a cell, whose mark says its target', () => {
    const samples = [1, 2, 3, 4].map((s) =>
      [1, 2, 4, 5, 6].map((column) => {
        const content = at((layout?.samplesRow ?? 0) + s, (layout?.working ?? 0) + column);
        return typeof content === 'object' && content !== null && 'value' in content ? content.value : content;
      }),
    );
    expect(samples).toEqual([
      [0, 0, 4, 4, 0],
      [0, 1, 4, 20, 1],
      [1, 0, 20, 4, 1],
      [1, 1, 20, 20, 0],
    ]);
  });

  test('has its marks, its line and its colours over one range, without which LibreOffice loses the colours', () => {
    const sets = sheet.rules.filter(({ range }) => range.startsWith(relative(LARGE.row, LARGE.column)));
    expect(sets.map(({ range, rules, scale }) => [range, rules.length, scale?.points.length])).toEqual([
      ['D6:AB30', 5, 3],
    ]);
  });

  test('shows the learning rate that has learned most, at its last iteration', () => {
    expect([at(3, 5), at(3, 14)]).toEqual([2, 20]);
  });
});

describe('a surface knows what fits', () => {
  const planOf = (network: Network) => surfacePlan(topologyOf(network));

  test.each([
    [
      'the class network has an output to choose',
      classWith({}),
      { shape: 'map', rows: 25, chosen: true, large: OUTPUT },
    ],
    ['one input gives a curve', seededNetwork([1, 3, 1], 1), { shape: 'curve', across: 1, rows: 49, large: 'a_o1' }],
    ['of five inputs all but two are held', seededNetwork([5, 3, 1], 1), { held: true, rows: 25 }],
    ['many units take a coarser grid', seededNetwork([2, 40, 1], 1), { rows: 13 }],
  ])('%s', (_, network, expected) => {
    expect(planOf(network)).toMatchObject(expected);
  });

  test.each([
    ['weights', seededNetwork([200, 11, 1], 1)],
    ['units', seededNetwork([2, 60, 60, 1], 1)],
  ])('too many %s are told', (_, network) => {
    expect(planOf(network)).toBeUndefined();
    const text = surfaceSheet(bookOf({ ...network, iterations: 2 })).cells.map(({ content }) => content);
    expect(text).toContainEqual(expect.stringContaining(`up to ${surfaceLimits.weights} weights and biases`));
  });
});
