import { describe, expect, test } from 'vitest';
import type { Blank } from '../../src/model/asked.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { relative } from '../../src/sheet/address.ts';
import { guideColumns, guideRow, guideSheetName, HINT_ROW } from '../../src/workbook/exercise/guide-layout.ts';
import { rateSheet } from '../../src/workbook/layout.ts';
import { type Answer, answersOf, askedIn, exerciseBytes, filledIn, statuses, tableOf } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';

const classNetwork = classWith({ learningRates: [0.5], iterations: 5 });

/** With biases and tanh, and numbers so large that h and a_h are far from each other. */
const tanhNetwork = parseNetwork({
  title: 'tanh and biases',
  samples: [{ inputs: [0.9, -0.7], targets: [0.3, -0.6] }],
  layers: [
    {
      activation: 'tanh',
      weights: [
        [0.8, -0.5],
        [0.4, 0.9],
      ],
      bias: [0.15, -0.25],
    },
    {
      activation: 'tanh',
      weights: [
        [0.6, -0.7],
        [0.5, 0.3],
      ],
      bias: [0.2, 0.45],
    },
  ],
  loss: 'half-squared-error',
  learningRates: [0.3],
  iterations: 5,
});

/** A column, the formula that a learner writes there, and what the sheet says of it. */
type Typed = readonly [name: string, formula: string, words: string];

/** Slips of columns that read others: all are typed at once. `old x` is x of the row above, `first x` that of the first row. */
const stepByStep: readonly (readonly [what: string, Network, readonly Typed[]])[] = [
  [
    'the class network',
    classNetwork,
    [
      ['h1', 'w1*i1+w2*i1', 'i1 where i2 belongs'],
      ['h2', 'w3*i1+w2*i2', 'w2 where w4 belongs'],
      ['a_o1', '1/(1+EXP(o1))', 'the other sign before o1'],
      ['E2', '0.5*(t1-a_o2)^2', 't1 where t2 belongs'],
      ['∂E/∂a_o1', 't1-a_o1', 'the other sign'],
      ['∂a_o2/∂o2', 'a_o2', 'not times (1 − a_o2)'],
      ['∂E/∂a_h1', '∂E/∂o1*w5', 'without ∂E/∂o2 · w7'],
      ['∂E/∂a_h2', '∂E/∂o1*w5+∂E/∂o2*w7', 'w5 and w7 where w6 and w8 belong'],
      ['∂a_h1/∂h1', 'h1*(1-h1)', 'h1·(1 − h1) where a_h1·(1 − a_h1) belongs'],
      ['∂a_h2/∂h2', 'a_h1*(1-a_h1)', 'a_h1·(1 − a_h1) where a_h2·(1 − a_h2) belongs'],
      ['∂E/∂w1', '∂E/∂h1*i2', 'i2 where i1 belongs'],
      ['∂E/∂w2', '∂E/∂h1', 'not times i2'],
      ['∂E/∂w4', '-∂E/∂h2*i2', 'the other sign'],
      ['∂E/∂w5', '∂E/∂o2*a_h1', '∂E/∂o2 where ∂E/∂o1 belongs'],
      ['∂E/∂w6', '∂E/∂o1*h2', 'h2 where a_h2 belongs'],
      ['∂E/∂w7', '∂E/∂o2*a_h2', 'a_h2 where a_h1 belongs'],
      ['∂E/∂w8', '∂E/∂o2*a_o1', 'a_o1 where a_h2 belongs'],
      ['w3', 'old w3-$A$1*old ∂E/∂w1', '∂E/∂w1 where ∂E/∂w3 belongs'],
      ['w6', 'old w6-$A$1*first ∂E/∂w6', 'always ∂E/∂w6 of the first row, where that of each row belongs'],
      ['w7', 'old w7+$A$1*old ∂E/∂w7', 'the other sign before η · ∂E/∂w7'],
      ['w8', 'old w8-$A$1*old ∂E/∂w7', '∂E/∂w7 where ∂E/∂w8 belongs'],
    ],
  ],
  [
    'biases and tanh',
    tanhNetwork,
    [
      ['h1', 'w1*i1+w2*i2', 'without b1'],
      ['h2', 'w3*i1+w4*i2+b1', 'b1 where b2 belongs'],
      ['∂a_h1/∂h1', '1-h1^2', 'h1 where a_h1 belongs'],
      ['∂a_h2/∂h2', '1-a_h2', 'a_h2 not squared'],
      ['∂E/∂a_h1', '∂E/∂o1*w6+∂E/∂o2*w7', 'w6 where w5 belongs'],
      ['∂E/∂w3', '∂E/∂h2', 'not times i1'],
      ['∂E/∂b1', '∂E/∂a_h1', '∂E/∂a_h1 where ∂E/∂h1 belongs'],
      ['∂E/∂w6', '∂E/∂o1*h2', 'h2 where a_h2 belongs'],
      ['b2', 'old b2-$A$1*old ∂E/∂b1', '∂E/∂b1 where ∂E/∂b2 belongs'],
    ],
  ],
];

const deltas = (w: readonly [string, string]): string =>
  [1, 2].map((o) => `(a_o${o}-t${o})*a_o${o}*(1-a_o${o})*${w[o - 1]}`).join('+');

/** Gradients that are written in one go, their chain factors left out. */
const inOneGo: readonly Typed[] = [
  ['∂E/∂w1', `(${deltas(['w6', 'w8'])})*a_h1*(1-a_h1)*i1`, 'w6 and w8 where w5 and w7 belong'],
  ['∂E/∂w2', `(${deltas(['w5', 'w7'])})*a_h2*(1-a_h2)*i2`, 'a_h2·(1 − a_h2) where a_h1·(1 − a_h1) belongs'],
  ['∂E/∂w3', `(${deltas(['w6', 'w8'])})*a_h1*(1-a_h1)*i1`, 'a_h1·(1 − a_h1) where a_h2·(1 − a_h2) belongs'],
  ['∂E/∂w4', `${deltas(['w6', 'w8'])}*a_h2*(1-a_h2)*i2`, 'no parentheses around '],
  ['∂E/∂w5', '(t1-a_o1)*a_o1*(1-a_o1)*a_h1', 'the other sign'],
  ['∂E/∂w6', '(a_o1-t1)*a_o1*(1-a_o1)*h2', 'h2 where a_h2 belongs'],
  ['∂E/∂w7', '(a_o1-t1)*a_o1*(1-a_o1)*a_h1', '(a_o1 − t1)·a_o1·(1 − a_o1) where (a_o2 − t2)·a_o2·(1 − a_o2) belongs'],
  ['∂E/∂w8', '(a_o2-t2)*a_o2*a_h2', 'not times (1 − a_o2)'],
];

/** The formula in the cells of an iteration. */
function inCells(network: Network, formula: string, k: number): string {
  const table = tableOf(network);
  const cells = formula.replace(/(old |first )?([∂\w]+(?:\/∂\w+)?)/g, (whole, row: string | undefined, name: string) =>
    table.has(name) ? table.cell(name, row === undefined ? k : row === 'old ' ? k - 1 : 1) : whole,
  );
  return `=${cells}`;
}

function answerOf(network: Network, slips: readonly Typed[], others: 'right' | 'empty'): Answer {
  const formulas = new Map(slips.map(([name, formula]) => [name, formula]));
  return ({ name, iteration, right }) => {
    const formula = formulas.get(name);
    if (formula !== undefined) return inCells(network, formula, iteration);
    return others === 'right' || !name.startsWith('∂') ? right : undefined;
  };
}

const opened = new Map<string, Promise<Uint8Array>>();

/** The exercise of a network, made once. */
function exerciseOf(network: Network, blank: Blank): Promise<Uint8Array> {
  const key = `${network.title} ${blank}`;
  const bytes = opened.get(key) ?? exerciseBytes(network, { blank });
  opened.set(key, bytes);
  return bytes;
}

/** What an exercise shows once slips are typed into it, and hints asked for. */
async function typed(
  network: Network,
  blank: Blank,
  slips: readonly Typed[],
  others: 'right' | 'empty',
  hints: readonly Edit[] = [],
): Promise<Recalculated> {
  const answers = answersOf(network, blank, answerOf(network, slips, others));
  return recalculateWithHyperFormula(await exerciseOf(network, blank), [...answers, ...hints]);
}

/** A cell of the row of a column on the sheet of hints. */
const guided = (
  network: Network,
  blank: Blank,
  calculated: Recalculated,
  name: string,
  of: keyof typeof guideColumns,
) =>
  calculated.value(
    guideSheetName(0),
    relative(guideRow({ place: askedIn(network, blank).indexOf(name) }), guideColumns[of]),
  );

const said = (network: Network, slips: readonly Typed[], calculated: Recalculated): readonly unknown[] =>
  slips.map(([name]) => [name, guided(network, 'all', calculated, name, 'slip')]);

const expected = (slips: readonly Typed[]): readonly unknown[] =>
  slips.map(([name, , words]) => [name, words.endsWith(' ') ? expect.stringContaining(words) : words]);

describe('slips are named:', () => {
  test.each(stepByStep)('of %s', async (_, network, slips) => {
    const calculated = await typed(network, 'all', slips, 'right');
    expect(said(network, slips, calculated)).toEqual(expected(slips));
    const all = Object.entries(statuses(network, 'all', calculated));
    expect(
      all
        .filter(([, status]) => String(status).startsWith('✗'))
        .map(([name]) => name)
        .sort(),
    ).toEqual(slips.map(([name]) => name).sort());
  });

  test('of gradients that are written in one go', async () => {
    const calculated = await typed(classNetwork, 'all', inOneGo, 'empty');
    expect(said(classNetwork, inOneGo, calculated)).toEqual(expected(inOneGo));
  });
});

describe('the sheet of a learning rate', () => {
  const blank = 'hidden-gradients';
  const table = tableOf(classNetwork);
  const sheet = rateSheet(0.5);
  const ask = (name: string, value: number) => ({ sheet, address: relative(HINT_ROW, table.column(name)), value });
  const lines = (calculated: Recalculated): readonly unknown[] => {
    const column = table.column('∂E/∂a_h1') - 2;
    return [3, 4, 5, 6, 7, 8].map((row) => calculated.value(sheet, relative(row, column)));
  };

  test('says the hints that are asked for, then the slips', async () => {
    const slips: readonly Typed[] = [['∂E/∂w2', '∂E/∂h1', '']];
    const hints = [ask('∂E/∂a_h1', 1), ask('∂E/∂h1', 2), ask('∂E/∂w4', 3)];
    expect(lines(await typed(classNetwork, blank, slips, 'right', hints))).toEqual([
      'Score: 9 of 10',
      'Hint 1 of 3 for ∂E/∂a_h1: Along which links does a_h1 reach the error?',
      'Hint 2 of 3 for ∂E/∂h1: Through a_h1 alone: how the error reacts to a_h1, times how a_h1 reacts to h1.',
      'Hint 3 of 3 for ∂E/∂w4: ∂E/∂w4 = ∂E/∂h2 · i2',
      '∂E/∂w2, row 14: not times i2',
      '',
    ]);
  });

  test('counts what has no line', async () => {
    const asked = askedIn(classNetwork, blank);
    const calculated = recalculateWithHyperFormula(
      await exerciseOf(classNetwork, blank),
      asked.map((name) => ask(name, 1)),
    );
    expect(lines(calculated).at(-1)).toBe('… and 6 more');
  });

  test('earns nothing for blanks, and tells of what is read while it is empty', async () => {
    const calculated = await typed(classNetwork, blank, [['∂E/∂h2', '∂E/∂a_h2*∂a_h2/∂h2', '']], 'empty');
    expect(calculated.value('Start', 'K2')).toBe('Score: 0 of 10');
    expect(guided(classNetwork, blank, calculated, '∂E/∂h2', 'message')).toMatch(/still empty$/);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    test('says the same', async () => {
      const [slips = []] = stepByStep.map(([, , each]) => each);
      const bytes = await exerciseOf(classNetwork, 'all');
      const filled = (...of: Parameters<typeof answerOf>): Uint8Array =>
        filledIn(classNetwork, 'all', bytes, answerOf(...of));
      const [stepwise, whole] = await recalculateWithLibreOffice([
        { bytes: filled(classNetwork, slips, 'right') },
        { bytes: filled(classNetwork, inOneGo, 'empty') },
      ]);
      if (stepwise === undefined || whole === undefined) throw new Error('LibreOffice calculated too few workbooks');
      expect(said(classNetwork, slips, stepwise)).toEqual(expected(slips));
      expect(said(classNetwork, inOneGo, whole)).toEqual(expected(inOneGo));
    });
  });
});
