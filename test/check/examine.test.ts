import { beforeAll, describe, expect, test } from 'vitest';
import { type Examined, examineWorkbook } from '../../src/check/examine.ts';
import { type Answer, exerciseBytes, filledIn, tableOf } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { withTyped } from '../helpers/typed.ts';

const network = classWith({ learningRates: [0.5], iterations: 4 });
const table = tableOf(network);

let empty: Uint8Array = new Uint8Array();
beforeAll(async () => {
  empty = await exerciseBytes(network, { blank: 'all' });
});

/** What became of each part, in a line: "forward 8/8", and the quantities that are not right with what they are. */
function told({ quantities }: Examined): Readonly<Record<string, string>> {
  const parts = new Map<string, { all: number; right: number; others: string[] }>();
  for (const { part, name, state } of quantities) {
    const own = parts.get(part) ?? { all: 0, right: 0, others: [] };
    parts.set(part, own);
    own.all++;
    if (state === 'right') own.right++;
    else own.others.push(`${name} ${state}`);
  }
  return Object.fromEntries(
    [...parts].map(([part, { all, right, others }]) => [part, [`${right}/${all}`, ...others].join(', ')]),
  );
}

const right = {
  forward: '8/8',
  errors: '3/3',
  'output-gradients': '4/4',
  'hidden-gradients': '4/4',
  updates: '8/8',
};

const other =
  (names: readonly string[], from: string, to: string): Answer =>
  ({ name, iteration, right: formula }) =>
    names.includes(name) ? formula.replaceAll(table.cell(from, iteration), table.cell(to, iteration)) : formula;

describe('what became of each quantity of an exercise:', () => {
  test.each<[string, Answer, Readonly<Record<string, string>>]>([
    ['all right', ({ right: formula }) => formula, right],
    ['a slip in a gradient', other(['∂E/∂w3'], 'i1', 'i2'), { ...right, 'hidden-gradients': '3/4, ∂E/∂w3 wrong' }],
    [
      'a slip in a factor, which is one in the gradients that are made of it',
      other(['∂a_h2/∂h2'], 'a_h2', 'a_h1'),
      { ...right, 'hidden-gradients': '2/4, ∂E/∂w3 wrong, ∂E/∂w4 wrong' },
    ],
    [
      'one in the output layer, which leaves the hidden gradients right',
      other(['∂a_o1/∂o1'], 'a_o1', 'a_o2'),
      { ...right, 'output-gradients': '2/4, ∂E/∂w5 wrong, ∂E/∂w6 wrong' },
    ],
    [
      'factors left out',
      ({ name, right: formula }) => (name === '∂a_h1/∂h1' ? undefined : formula),
      { ...right, 'hidden-gradients': '2/4, ∂E/∂w1 wrong, ∂E/∂w2 wrong' },
    ],
    [
      'an update without its gradient',
      ({ name, iteration, right: formula }) => (name === 'w5' ? `=${table.cell('w5', iteration - 1)}` : formula),
      { ...right, updates: '7/8, w5 wrong' },
    ],
    [
      'a column left empty',
      ({ name, right: formula }) => (name === 'E2' ? undefined : formula),
      { ...right, errors: '1/3, E2 empty, E_total not judged' },
    ],
    [
      'a cell left empty',
      ({ name, iteration, right: formula }) => (name === 'w1' && iteration === 3 ? undefined : formula),
      { ...right, updates: '7/8, w1 empty' },
    ],
    [
      'a text',
      ({ name, right: formula }) => (name === 'E_total' ? formula.slice(1) : formula),
      { ...right, errors: '2/3, E_total wrong' },
    ],
    [
      'wrong numbers typed',
      ({ name, right: formula }) => (name === 'a_o1' ? 0.5 : formula),
      { ...right, forward: '7/8, a_o1 wrong' },
    ],
    [
      'nothing',
      () => undefined,
      {
        forward: expect.stringMatching(/^0\/8/),
        errors: expect.stringMatching(/^0\/3/),
        'output-gradients': expect.stringMatching(/^0\/4/),
        'hidden-gradients': expect.stringMatching(/^0\/4/),
        updates: expect.stringMatching(/^0\/8/),
      },
    ],
  ])('%s', async (_, answer, expected) => {
    expect(told(examineWorkbook(filledIn(network, 'all', empty, answer)))).toEqual(expected);
  });

  test('only what an exercise asks for counts', async () => {
    const bytes = await exerciseBytes(network, { blank: 'hidden-gradients' });
    expect(told(examineWorkbook(filledIn(network, 'hidden-gradients', bytes)))).toEqual({
      'hidden-gradients': '4/4',
    });
  });
});

describe('what is known of a hand-in:', () => {
  test('whose it is, what it was made with, and what it begins with', async () => {
    const bytes = await exerciseBytes(network, { blank: 'updates', learner: 'Jane Doe' });
    const filled = filledIn(network, 'updates', bytes);
    const { learner, report, madeWith, tables } = examineWorkbook(filled);
    expect([learner, report.verdict]).toEqual(['Jane Doe', 'right']);
    expect(report.findings.filter(({ kind }) => kind === 'initial-values')).toEqual([]);
    expect(madeWith).toMatch(/^i1 = 0\.05; i2 = 0\.1; .*; w8 = 0\.55$/);
    expect(tables[0]).toMatchObject({
      learningRate: 0.5,
      iterations: 4,
      layers: [2, 2, 2],
      initial: { i1: 0.05, w8: 0.55 },
    });

    const typed = withTyped(filled, ['init_w_1', 'learning_rate_1'], 0.75);
    const changed = examineWorkbook(typed);
    expect(changed.report.verdict).toBe('right');
    expect(changed.report.findings.find(({ kind }) => kind === 'initial-values')).toMatchObject({
      mistake: false,
      sheet: 'LR 0.5',
      message:
        'Initial values are others than the exercise was made with: w1 is 0.75 in place of 0.15, η is 0.75 in place of 0.5. It was judged with those that are there.',
    });
    expect([changed.madeWith, changed.tables[0]?.initial.w1]).toEqual([madeWith, 0.75]);
  });

  test('an exercise in which nothing is filled in, and the answers, which are no hand-in', async () => {
    const [untouched, answers] = [
      await exerciseBytes(network, { blank: 'updates', learner: 'Jane Doe' }),
      await exerciseBytes(network, { blank: 'updates', learner: 'Jane Doe', answers: true }),
    ].map((bytes) => examineWorkbook(bytes));
    expect([untouched?.learner, untouched?.report.verdict]).toEqual(['Jane Doe', 'unjudged']);
    expect(untouched?.quantities.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'empty'));
    expect([answers?.learner, answers?.report.verdict, answers?.quantities]).toEqual(['Jane Doe', 'own', []]);
  });

  test('bytes that are no workbook', () => {
    const { report, quantities, learner } = examineWorkbook(new Uint8Array([1, 2, 3]));
    expect([report.verdict, quantities, learner]).toEqual(['unjudged', [], undefined]);
  });
});
