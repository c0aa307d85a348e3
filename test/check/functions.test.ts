import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { classWith } from '../helpers/networks.ts';
import { classColumns, classFormulas, type Formulas, type Layout, learnerSheet } from './learner-table.ts';
import { smallXlsx } from './small-xlsx.ts';

const classNetwork = classWith({ learningRates: [0.5], iterations: 6 });
const [hidden, output] = classNetwork.layers;

const layout: Layout = {
  sheet: 'Sheet1',
  headerRow: 3,
  firstColumn: 1,
  columns: classColumns,
  header: (name) => name,
  rate: 0.5,
  rateCell: '$B$1',
  rateLabel: ['A1', 'η'],
  rows: 6,
  iterations: false,
};

/** Units: value and slope, `x` being the net input and `a` the activation; losses: an error and how it reacts, `t` being the target. */
const silu = { name: 'silu', value: 'x/(1+EXP(-x))', slope: '(a+(1-a)/(1+EXP(-x)))' };
const elu = { name: 'elu', value: 'IF(x>=0,x,EXP(x)-1)', slope: 'IF(x>=0,1,EXP(x))' };
const softplus = { name: 'softplus', value: 'LN(1+EXP(x))', slope: '1/(1+EXP(-x))' };
const hardSigmoid = { name: 'hard-sigmoid', value: 'MAX(0,MIN(1,x/6+0.5))', slope: 'IF(ABS(x)<3,1/6,0)' };
const bell = 'TANH(SQRT(2/PI())*(x+0.044715*x^3))';
const gelu = {
  name: 'gelu',
  value: `0.5*x*(1+${bell})`,
  slope: `(0.5*(1+${bell})+0.5*x*(1-${bell}^2)*SQRT(2/PI())*(1+3*0.044715*x^2))`,
};
const absolute = { name: 'mean-absolute-error', error: 'ABS(t-a)', reaction: 'SIGN(a-t)/2' };
const huber = {
  name: 'huber',
  error: 'IF(ABS(t-a)<=1,0.5*(t-a)^2,ABS(t-a)-0.5)',
  reaction: 'MAX(-1,MIN(1,a-t))/2',
};
const hinge = { name: 'hinge', error: 'MAX(0,1-t*a)', reaction: 'IF(1-t*a>0,-t,0)/2' };

type Unit = typeof silu;
type Loss = typeof absolute;

const at = (text: string, names: Readonly<Record<string, string>>): string =>
  text.replace(/\b[xat]\b/g, (letter) => (names[letter] === undefined ? letter : `{${names[letter]}}`));

/** The formulas of a table of the class network with other functions, and L1 in every step. */
function formulasOf(inner: Unit, outer: Unit, loss: Loss, l1: string): Formulas {
  const unit = (of: Unit, net: string, part: 'value' | 'slope'): string => at(of[part], { x: net, a: `a_${net}` });
  const delta = (o: number): string =>
    `(${at(loss.reaction, { a: `a_o${o}`, t: `t${o}` })})*${unit(outer, `o${o}`, 'slope')}`;
  const inward = (h: number): string =>
    `(${delta(1)}*{w${h + 4}}+${delta(2)}*{w${h + 6}})*${unit(inner, `h${h}`, 'slope')}`;
  const weights = [1, 2, 3, 4, 5, 6, 7, 8];
  const gradient = (w: number): string =>
    w <= 4
      ? `${inward(w <= 2 ? 1 : 2)}*{i${w % 2 === 1 ? 1 : 2}}`
      : `${delta(w <= 6 ? 1 : 2)}*{a_h${w % 2 === 1 ? 1 : 2}}`;
  return {
    ...classFormulas,
    a_h1: unit(inner, 'h1', 'value'),
    a_h2: unit(inner, 'h2', 'value'),
    a_o1: unit(outer, 'o1', 'value'),
    a_o2: unit(outer, 'o2', 'value'),
    E1: at(loss.error, { t: 't1', a: 'a_o1' }),
    E2: at(loss.error, { t: 't2', a: 'a_o2' }),
    E_total: '({E1}+{E2})/2',
    ...Object.fromEntries(weights.map((w) => [`∂E/∂w${w}`, gradient(w)])),
    ...Object.fromEntries(
      weights.map((w) => [`w${w}`, `{old w${w}}-{rate}*({old ∂E/∂w${w}}${l1.replace('w', `{old w${w}}`)})`]),
    ),
  };
}

/** What is said of a table that a learner filled with these formulas, some of them changed. */
function reportOf(inner: Unit, outer: Unit, loss: Loss, changes: Formulas = {}) {
  const isHinge = loss === hinge;
  const values = { t1: isHinge ? -1 : 0.01, t2: isHinge ? 1 : 0.99, i1: 0.05, i2: 0.1 };
  const weights = Object.fromEntries([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, -0.55].map((w, k) => [`w${k + 1}`, w]));
  const network = {
    ...classNetwork,
    layers: [
      { ...hidden, activation: inner.name },
      { ...output, activation: outer.name },
    ],
    loss: loss.name,
    samples: [{ inputs: [values.i1, values.i2], targets: [values.t1, values.t2] }],
    optimizer: { name: 'sgd', l1: 0.01 },
  } as typeof classNetwork;
  const formulas = { ...formulasOf(inner, outer, loss, '+0.01*SIGN(w)'), ...changes };
  const columns = [...classColumns, ...Object.keys(changes).filter((name) => name.startsWith('Δ'))];
  const cells = learnerSheet({ ...layout, columns }, formulas, { ...values, ...weights });
  return checkWorkbook(smallXlsx({ Sheet1: cells }), { network });
}

describe("a learner's table with other functions and L1", () => {
  const written = [
    [silu, elu, huber],
    [gelu, hardSigmoid, absolute],
    [elu, softplus, hinge],
  ] as const;
  test.each(
    written.map(([inner, outer, loss]) => ({
      names: [inner, outer, loss].map(({ name }) => name),
      inner,
      outer,
      loss,
    })),
  )('is right in the way of textbooks: $names', ({ inner, outer, loss }) => {
    const { verdict, reason, findings, notJudged } = reportOf(inner, outer, loss);
    expect([verdict, reason, findings.map(({ message }) => message), notJudged]).toEqual(['right', null, [], []]);
  });

  test('is right with columns for the steps', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((w) => [
      [`Δw${w}`, `-{rate}*({∂E/∂w${w}}+0.01*SIGN({w${w}}))`],
      [`w${w}`, `{old w${w}}+{old Δw${w}}`],
    ]);
    expect(reportOf(silu, elu, huber, Object.fromEntries(steps)).verdict).toBe('right');
  });

  test.each([
    ['the mean', { '∂E/∂w5': '({a_o1}-{t1})*{a_h1}' }, '∂E/∂w5'],
    ['the sign of L1', { w6: '{old w6}-{rate}*({old ∂E/∂w6}-0.01*SIGN({old w6}))' }, 'w6'],
    ['half of the square', { E1: '({t1}-{a_o1})^2' }, 'E1'],
  ] as const)('is wrong where a learner mistakes %s', (_, changes, quantity) => {
    const { verdict, findings } = reportOf(silu, elu, huber, changes);
    const mistakes = findings.filter(({ mistake }) => mistake);
    expect(
      [verdict, mistakes.map((finding) => finding.quantity)],
      JSON.stringify(mistakes.map(({ message }) => message)),
    ).toEqual(['wrong', [quantity]]);
  });
});
