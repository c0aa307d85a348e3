import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { classNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { classColumns, classFormulas, classValues, type Formulas, learnerSheet } from './learner-table.ts';
import { smallXlsx } from './small-xlsx.ts';
import { unsealed } from './unsealed.ts';

const trained = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => `w${k}`);
const updates = (rate: string): Formulas =>
  Object.fromEntries(trained.map((name) => [name, `{old ${name}}-${rate}*{old ∂E/∂${name}}`]));
const column = (formula: string): Formulas => ({ ...classFormulas, ...updates('{old η}'), η: formula });

/** The report on a table of ten rows with a column k, and where a formula makes it one of η. */
function reportOn(formulas: Formulas, changes: object): ReturnType<typeof checkWorkbook> {
  const cells = learnerSheet(
    {
      ...{ sheet: 'Sheet1', headerRow: 3, firstColumn: 1, rows: 10, iterations: false, header: (name) => name },
      columns: ['k', ...classColumns, ...('η' in formulas ? ['η'] : [])],
      ...{ rate: 0.5, rateCell: '$B$1', rateLabel: ['A1', 'Learning rate'] },
    },
    { k: '{old k}+1', ...formulas },
    { ...classValues, k: 1 },
  );
  return checkWorkbook(smallXlsx({ Sheet1: cells }), {
    network: parseNetwork({ ...classNetwork, ...changes }),
  });
}

test('a workbook of this program with a schedule and batches is right without its seal', async () => {
  const network = parseNetwork({
    ...{ ...classNetwork, learningRates: [0.5], iterations: 4 },
    ...{ schedule: { name: 'step', every: 2 }, warmUp: 2, optimizer: { name: 'adam' } },
    samples: [1, 2, 3, 4].map((k) => ({ inputs: [k / 10, 1 / k], targets: [k / 5, 0.1] })),
    batch: 2,
  });
  const { verdict, findings, notJudged } = checkWorkbook(unsealed(await workbookBytes(network)), { network });
  expect([verdict, findings, notJudged]).toEqual(['right', [], []]);
});

const exponential = { schedule: { name: 'exponential', factor: 0.9 } };
const cosine = { schedule: { name: 'cosine', least: 0.05 }, iterations: 10, warmUp: 3 };

describe('a learner’s table with a schedule', () => {
  test.each<[string, Formulas, object]>([
    ['of powers', column('{rate}*0.9^({k}-1)'), exponential],
    ['in the updates', { ...classFormulas, ...updates('{rate}*0.9^({old k}-1)') }, exponential],
    ['of steps', column('{rate}*0.5^INT(({k}-1)/3)'), { schedule: { name: 'step', every: 3 } }],
    ['of a cosine that warms up', column('MIN(1,{k}/3)*(0.05+0.45*(1+COS(PI()*({k}-1)/10))/2)'), cosine],
  ])('%s is right', (_, formulas, changes) => {
    const { verdict, findings, notJudged } = reportOn(formulas, changes);
    expect([verdict, findings, notJudged]).toEqual(['right', [], []]);
  });

  test.each<[string, Formulas, object]>([
    ['η leaves out −1; it should be η0·factor^(k − 1).', column('{rate}*0.9^{k}'), exponential],
    [
      'η uses (k − 1) / every; it should use ⌊(k − 1) / every⌋.',
      column('{rate}*0.5^(({k}-1)/3)'),
      { schedule: { name: 'step', every: 3 } },
    ],
    [
      'w1 uses η0; it should use η of the row above.',
      { ...column('{rate}*0.9^({k}-1)'), ...updates('{rate}') },
      exponential,
    ],
    [
      'w1 leaves out factor^(k of the row above − 1); it should be w1 of the row above − η0·factor^(k of the row above − 1) · ∂E/∂w1 of the row above.',
      classFormulas,
      exponential,
    ],
  ])('is told once where %s', (words, formulas, changes) => {
    expect(reportOn(formulas, changes).findings.map(({ message }) => message)).toEqual([words]);
  });

  test('is corrected in its own cells, its numbers of the iterations too', () => {
    const [finding] = reportOn(column('{rate}*0.9^{k}'), exponential).findings;
    const { cell = '', correction } = finding ?? {};
    const row = /\d+$/.exec(cell)?.[0];
    expect(correction).toBe(`=$B$1*0.9^(A${row}-1)`);
  });
});
