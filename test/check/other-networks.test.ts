import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { layoutKinds } from './workbooks/layout-kinds.ts';
import { classStyle, quantitiesOf, type Shape, type Style } from './workbooks/learner-network.ts';
import { learnerWorkbook } from './workbooks/learner-workbook.ts';
import { type Plan, planOf } from './workbooks/plan.ts';
import { xlsx } from './workbooks/xlsx.ts';

/** A network other than the one that headers tell of, with the gradients that go with it. */
interface Other {
  readonly name: string;
  readonly style?: Partial<Style>;
  readonly shape?: Partial<Shape>;
  /** It may be called right, with a note; or wrong, with one finding. */
  readonly verdict: readonly string[];
  readonly words: RegExp;
}

const others: readonly Other[] = [
  { name: 'the loss without ½', style: { half: false }, verdict: ['wrong'], words: /½|half/ },
  {
    name: 'tanh in the hidden layer',
    style: { activation: ['tanh', 'sigmoid'] },
    verdict: ['wrong', 'right'],
    words: /tanh/,
  },
  { name: 'tanh throughout', style: { activation: ['tanh', 'tanh'] }, verdict: ['wrong', 'right'], words: /tanh/ },
  { name: 'biases that stay', shape: { biases: 'stay' }, verdict: ['wrong', 'right', 'partly'], words: /bias/ },
];

const LAYOUTS = [
  'class order',
  'another order',
  'δ columns',
  'iterations as columns',
  'gradients on another sheet',
  'a blank row between iterations',
  'a sheet for every learning rate',
];

/** A plan of a layout for another network, all formulas in the file. */
function planFor(other: Other, layout: string, seed: number): Plan {
  const kind = layoutKinds.find((each) => each.kind === layout);
  if (kind === undefined) throw new Error(layout);
  const drawn = planOf(seed, kind, {});
  const shape: Shape = { inputs: 2, hidden: 2, outputs: 2, biases: 'none', ...other.shape };
  const style: Style = { ...classStyle, ...drawn.style, ...other.style };
  const values: Record<string, number> = { t1: 0.01, t2: 0.99, i1: 0.05, i2: 0.1, b1: 0.35, b2: 0.6 };
  for (const [k, value] of [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55].entries()) values[`w${k + 1}`] = value;
  return { ...drawn, shape, style, quantities: quantitiesOf(shape, style), values, iterations: 6 };
}

describe.each(others)('a table of $name', (other) => {
  test.each(LAYOUTS.map((layout, k) => [layout, k] as const))(
    'is one finding, or right with a word on it: %s',
    (layout, k) => {
      const plan = planFor(other, layout, 40 + k);
      const report = checkWorkbook(xlsx(learnerWorkbook(plan), plan.writing));
      const mistakes = report.findings.filter(({ mistake }) => mistake);
      const words = [
        ...report.findings.map(({ message }) => message),
        ...report.notJudged.map(({ what, why }) => `${what}: ${why}`),
      ].join('\n');
      expect(other.verdict, words).toContain(report.verdict);
      expect(mistakes.length, words).toBe(report.verdict === 'wrong' ? 1 : 0);
      // Biases that stay are right as they are, if they are understood.
      if (report.verdict !== 'right' || other.shape === undefined) expect(words).toMatch(other.words);
    },
  );
});
