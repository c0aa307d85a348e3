import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Network, NetworkRun } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { comparedNetworks } from '../../src/network/runs.ts';
import { relative } from '../../src/sheet/address.ts';
import { isFormula, type SheetCell, shownContent } from '../../src/sheet/cell.ts';
import type { SheetBody } from '../../src/sheet/sheet.ts';
import { registry } from '../../src/workbook/registry.ts';
import { contentsOf } from '../../src/workbook/tab.ts';
import { viewOfRun } from '../../src/workbook/views/view.ts';
import { networksUpTo } from '../helpers/any-network.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { isConditioned } from '../helpers/conditioned.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { packageFaults } from '../support/package-checks.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { bookOf } from '../workbook/book-of.ts';
import { agrees, disagreements, endToEndWithoutInt } from './agreement.ts';

/** The sheets with a choice, each as it is made for one run alone. */
function viewsOf(network: Network, run: number): readonly { readonly sheet: string; readonly body: SheetBody }[] {
  const book = bookOf(network);
  const contents = contentsOf(book, registry);
  return registry.flatMap(({ choosing, sheets, build }) =>
    choosing === undefined
      ? []
      : sheets(book).map(({ name }) => ({ sheet: name, body: build(viewOfRun(book, run), 0, contents) })),
  );
}

/** What a person types to choose what the sheets of a run show. */
const editsFor = (views: ReturnType<typeof viewsOf>): readonly Edit[] =>
  views.flatMap(({ sheet, body }) =>
    body.cells.flatMap(({ row, column, content, validation }) =>
      validation === undefined || (typeof content !== 'number' && typeof content !== 'string')
        ? []
        : [{ sheet, address: relative(row, column), value: content }],
    ),
  );

/** Cells that do not show what they do where their sheet is made for the run. */
const faultsOf = (views: ReturnType<typeof viewsOf>, calculated: Recalculated): readonly string[] =>
  views.flatMap(({ sheet, body }) =>
    body.cells.flatMap((cell: SheetCell) => {
      const expected = shownContent(cell.content);
      const address = relative(cell.row, cell.column);
      const tolerance = isFormula(cell.content) ? endToEndWithoutInt(cell.content.formula) : { relative: 0, floor: 0 };
      if (expected === null || tolerance === undefined) return [];
      const actual = calculated.value(sheet, address);
      const wanted = typeof expected === 'number' && !Number.isFinite(expected) ? undefined : expected;
      return wanted === undefined || agrees(actual, wanted, tolerance)
        ? []
        : [`${sheet}!${address} is ${JSON.stringify(actual)}, not ${expected}`];
    }),
  );

/** Two samples, two weights with a bias, two outputs: small, but with everything. */
const small = (runs: readonly NetworkRun[]): Network =>
  parseNetwork({
    title: 'Compared',
    samples: [
      { inputs: [0.2, 0.7], targets: [0.9] },
      { inputs: [0.8, -0.3], targets: [0.2] },
    ],
    layers: [
      {
        activation: 'tanh',
        weights: [
          [0.4, -0.6],
          [0.7, 0.1],
        ],
        bias: [0, 0.1],
      },
      { activation: 'sigmoid', weights: [[0.5, -0.4]] },
    ],
    loss: 'half-squared-error',
    learningRates: [0.3],
    runs,
    iterations: 3,
  });

const comparisons: Readonly<Record<string, readonly NetworkRun[]>> = {
  'batches, which have other tables': [
    { name: 'in turn', batch: 'in-turn' },
    { name: 'full batch', batch: 'full', learningRate: 0.1 },
    { name: 'adam, in turn', batch: 1, optimizer: { name: 'adam', weightDecay: 0.01 } },
  ],
  'optimizers, which keep different things': [
    { name: 'sgd' },
    { name: 'adam, decaying', optimizer: { name: 'adam', weightDecay: 0.01 } },
    { name: 'momentum', optimizer: { name: 'momentum' }, learningRate: 0.1 },
  ],
  'functions with and without bends and settings': [
    { name: 'leaky ReLU', activation: 'leaky-relu' },
    { name: 'tanh & linear', activation: ['tanh', 'linear'] },
    { name: 'cross-entropy', loss: 'binary-cross-entropy' },
  ],
  'learning rates that change, and starting values': [
    { name: 'stays', initialWeights: { rule: 'he', seed: 3 } },
    { name: 'cosine', schedule: { name: 'cosine' }, initialWeights: { rule: 'equal' } },
    { name: 'warm-up', warmUp: 2 },
  ],
};

/** The first of them, or with EVERY=1 all. */
const compared = every(3, Object.keys(comparisons));

describe.each(compared)('a workbook that compares %s', (kind) => {
  const network = small(comparisons[kind] ?? []);
  const runs = network.runs ?? [];
  const bytes = beforeTests(() => workbookBytes(network));

  test('shows in every cell what the engine finds', () => {
    const calculated = recalculateWithHyperFormula(bytes());
    expect(disagreements(readWorkbook(bytes()), calculated, endToEndWithoutInt)).toEqual([]);
    expect(packageFaults(bytes())).toEqual([]);
  });

  test('shows of each run, once it is chosen, what the sheets show that are made for it alone', () => {
    for (const run of runs.keys()) {
      const views = viewsOf(network, run);
      const calculated = recalculateWithHyperFormula(bytes(), editsFor(views));
      expect(faultsOf(views, calculated)).toEqual([]);
      const other = viewsOf(network, (run + 1) % runs.length);
      expect(faultsOf(other, calculated)).not.toEqual([]);
    }
  });
});

/** How many networks with random runs; NETWORKS=200 tries more of them. */
const RANDOM = Number(process.env.NETWORKS ?? 1);

/** Runs of one random network that take what they differ in from others. */
const anyRuns: fc.Arbitrary<Network> = fc
  .tuple(networksUpTo({ iterations: 4 }), networksUpTo({}), networksUpTo({}), fc.nat({ max: 1000 }))
  .map(
    ([network, one, two, seed]): Network => ({
      ...network,
      runs: [
        { name: 'as it is' },
        { name: 'other steps', ...taken(one), learningRate: one.learningRates[0], batch: 'in-turn' },
        { name: 'other functions', ...taken(two), activation: hiddenOf(network, two) },
        { name: 'other start', initialWeights: { rule: 'he', seed } },
        { name: 'other batch', batch: divisorOf(network.samples.length, seed) },
      ],
    }),
  )
  .filter((network) => comparedNetworks(network).every((run) => isConditioned(run.network)));

/** A number that divides another one. */
function divisorOf(count: number, drawn: number): number {
  const divisors = Array.from({ length: count }, (_, k) => k + 1).filter((size) => count % size === 0);
  return divisors[drawn % divisors.length] ?? 1;
}

const taken = ({ optimizer, schedule, warmUp }: Network): Omit<NetworkRun, 'name'> => ({
  ...(optimizer === undefined ? {} : { optimizer }),
  ...(schedule === undefined ? {} : { schedule }),
  ...(warmUp === undefined ? {} : { warmUp }),
});

/** Activations of another network for all layers but the last. */
const hiddenOf = ({ layers }: Network, other: Network): NetworkRun['activation'] =>
  layers.map(({ activation }, l) => {
    const own = other.layers[l % other.layers.length]?.activation ?? activation;
    return l === layers.length - 1 || own === 'softmax' ? activation : own;
  });

test(`a workbook of any runs shows in every cell what the engine finds: ${RANDOM} networks`, async () => {
  await fc.assert(
    fc.asyncProperty(anyRuns, async (drawn) => {
      const network = parseNetwork(drawn);
      const bytes = await workbookBytes(network);
      const calculated = recalculateWithHyperFormula(bytes);
      expect(disagreements(readWorkbook(bytes), calculated, endToEndWithoutInt)).toEqual([]);
      const run = (network.runs?.length ?? 1) - 1;
      const views = viewsOf(network, run);
      expect(faultsOf(views, recalculateWithHyperFormula(bytes, editsFor(views)))).toEqual([]);
      expect(packageFaults(bytes)).toEqual([]);
    }),
    { numRuns: RANDOM, seed: Number(process.env.SEED ?? 5) },
  );
}, 3_600_000);

describeWithLibreOffice('in LibreOffice', () => {
  test('the first comparison shows the same', async () => {
    const bytes = await workbookBytes(small(comparisons[compared[0] ?? ''] ?? []));
    const [calculated] = await recalculateWithLibreOffice([{ bytes }]);
    expect(calculated && disagreements(readWorkbook(bytes), calculated)).toEqual([]);
  });
});

test.each(['steps', 'Runs', 'History'])('a run cannot be called %s, as another sheet is', async (name) => {
  await expect(workbookBytes(small([{ name: 'plain' }, { name }]))).rejects.toThrow(
    `runs[1].name: is ${name}, which is the name of another sheet; take another name.`,
  );
});
