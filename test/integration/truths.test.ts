import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { relative } from '../../src/sheet/address.ts';
import { CROSS_CHECK_SHEET } from '../../src/workbook/cross-check/layout.ts';
import { START_SHEET, summaryColumns, summaryRows } from '../../src/workbook/start/layout.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';

/** How many random networks; TRUTHS=100 tries more of them, as .ci/run does, and SEED others. */
const RUNS = Number(process.env.TRUTHS ?? 1);
const SEED = Number(process.env.SEED ?? 4);

const network = (file: object): Network =>
  parseNetwork({ title: 'Truths', iterations: 6, learningRates: [0.1], ...file });

/** Gradients that are truly 0, which adaptive optimizers divide by their own rounding, and errors that reach the rounding of 0. */
const special: readonly (readonly [what: string, network: Network])[] = [
  ...(process.env.TRUTHS === undefined ? (['adam'] as const) : (['adam', 'rmsprop', 'adagrad'] as const)).map(
    (name): readonly [string, Network] => [
      `a bias that all softmax units share, with ${name}`,
      network({
        samples: [{ inputs: [0.2, -0.9], targets: [0, 1, 0] }],
        layers: [
          {
            activation: 'softmax',
            weights: [
              [0.3, 0.1],
              [0.2, -0.6],
              [-0.4, 0.7],
            ],
            bias: 0.1,
          },
        ],
        loss: 'cross-entropy',
        optimizer: { name },
      }),
    ],
  ),
  [
    'tanh so far out that 1 − a² is rounding',
    network({
      samples: [{ inputs: [1], targets: [0.2] }],
      layers: [
        { activation: 'tanh', weights: [[18.4]] },
        { activation: 'linear', weights: [[0.7]] },
      ],
      loss: 'half-squared-error',
      optimizer: { name: 'adam' },
    }),
  ],
  [
    'an error that falls to 1e-30',
    network({
      samples: [{ inputs: [1], targets: [0.4] }],
      layers: [{ activation: 'linear', weights: [[0.9]] }],
      loss: 'half-squared-error',
      learningRates: [0.8, 0.6, 1],
      iterations: 24,
    }),
  ],
];

const random = fc.sample(anyNetwork, { numRuns: RUNS, seed: SEED });
const networks = [...special.map(([, each]) => each), ...random];
const names = [...special.map(([what]) => what), ...random.map((_, k) => `random network ${k + 1}`)];

describeWithLibreOffice('what LibreOffice calculates', () => {
  const results = (async () => {
    const files = (await Promise.all(networks.map(workbookBytes))).map(thinned);
    return { files, calculated: await recalculateWithLibreOffice(files.map((bytes) => ({ bytes }))) };
  })();

  test.each(names.map((what, k) => ({ what, k })))(
    'tells no untruth: $what',
    async ({ k }) => {
      const { files, calculated } = await results;
      const [bytes, shown, of] = [files[k], calculated[k] as Recalculated, networks[k]];
      if (bytes === undefined || of === undefined) throw new Error('There is no such workbook');
      expect(shown.value(CROSS_CHECK_SHEET, 'B3')).toMatch(/^✓ /);
      expect(shown.value(CROSS_CHECK_SHEET, 'B4')).not.toMatch(/overwritten/);
      const cells = readWorkbook(bytes).sheets.find(({ name }) => name === START_SHEET)?.cells;
      for (const position of of.learningRates.keys()) {
        const at = (column: keyof typeof summaryColumns): string =>
          relative(summaryRows.head + 1 + position, summaryColumns[column]);
        expect(shown.value(START_SHEET, at('at'))).not.toBe(0);
        for (const column of ['at', 'below', 'state'] as const)
          expect([column, shown.value(START_SHEET, at(column))]).toEqual([column, cells?.get(at(column))?.value]);
      }
      const reading = relative(summaryRows.head + of.learningRates.length + 1, summaryColumns.rate);
      expect(shown.value(START_SHEET, reading)).toBe(cells?.get(reading)?.value);
    },
    3_600_000,
  );
});
