import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { rateSheet } from '../../src/workbook/layout.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { disagreements, endToEndWithoutInt } from './agreement.ts';

const network = (file: object): Network =>
  parseNetwork({
    title: 'Errors',
    samples: [{ inputs: [1], targets: [1, 0] }],
    layers: [{ activation: 'softmax', weights: [[-800], [0]] }],
    loss: 'cross-entropy',
    learningRates: [0.5],
    iterations: 3,
    ...file,
  });

const sigmoid = { activation: 'sigmoid', weights: [[800]] };

/** Networks whose cells show errors, and which ones they show. */
const cases: readonly (readonly [what: string, network: Network, shown: readonly string[]])[] = [
  ['an output of 0 that should be 1: ln 0 and 1 / 0', network({}), ['#NUM!', '#DIV/0!']],
  [
    'an output of 1 that should be 0: ln 0 and 1 / 0',
    network({ samples: [{ inputs: [1], targets: [0] }], layers: [sigmoid], loss: 'binary-cross-entropy' }),
    ['#NUM!', '#DIV/0!'],
  ],
  [
    'an output of 1 that should be 1: no error at all',
    network({ samples: [{ inputs: [1], targets: [1] }], layers: [sigmoid], loss: 'binary-cross-entropy' }),
    [],
  ],
  [
    'nothing to divide by: no gradient, and ε = 0',
    network({
      samples: [{ inputs: [0], targets: [0.5] }],
      layers: [{ activation: 'linear', weights: [[1]] }],
      loss: 'half-squared-error',
      optimizer: { name: 'adagrad', epsilon: 0 },
    }),
    ['#DIV/0!'],
  ],
  [
    'a step beyond all numbers, by the batch',
    network({
      samples: [
        { inputs: [1e200], targets: [0] },
        { inputs: [1], targets: [0] },
      ],
      layers: [{ activation: 'linear', weights: [[1e200]] }],
      loss: 'mean-squared-error',
      optimizer: { name: 'adam' },
    }),
    ['#NUM!'],
  ],
];

const files = await Promise.all(cases.map(async ([, each]) => thinned(await workbookBytes(each))));
const named = cases.map(([what, each, shown], k) => ({ what, each, shown, k }));

describe('cells show the errors of a spreadsheet:', () => {
  test.each(named)('$what, held by the file', ({ shown, k }) => {
    const sheet = readWorkbook(files[k] ?? new Uint8Array()).sheets.find(({ name }) => name === rateSheet(0.5));
    const errors = [...(sheet?.cells.values() ?? [])].flatMap(({ value }) =>
      typeof value === 'object' && value !== null && value.error !== '#N/A' ? [value.error] : [],
    );
    expect(new Set(errors)).toEqual(new Set(shown));
  });

  test.each(named)('$what, in HyperFormula', ({ k }) => {
    const bytes = files[k] ?? new Uint8Array();
    expect(disagreements(readWorkbook(bytes), recalculateWithHyperFormula(bytes), endToEndWithoutInt)).toEqual([]);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    const some = every(2, named);
    const results = beforeTests(() =>
      recalculateWithLibreOffice(some.map(({ k }) => ({ bytes: files[k] ?? new Uint8Array() }))),
    );

    test.each(some)('$what', (one) => {
      const workbook = readWorkbook(files[one.k] ?? new Uint8Array());
      expect(disagreements(workbook, results()[some.indexOf(one)] as Recalculated)).toEqual([]);
    });
  });
});
