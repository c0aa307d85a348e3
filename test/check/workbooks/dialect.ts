import type { Chance } from './chance.ts';
import type { Quantity } from './learner-network.ts';

/** The same mathematics in another learner's writing. */
export type Dialect = (quantity: Quantity, formula: string) => string;

const SIGMOID = /1\/\(1\+EXP\(-(\{[^}]+\})\)\)/;
const HALF_SQUARE = /0\.5\*(\([^()]*\))\^2/;

const SIGMOIDS: readonly string[] = [
  '1/(1+EXP(-$1))',
  '1/(1+EXP(-$1))',
  '1/(1+EXP(-1*$1))',
  '1/(EXP(-$1)+1)',
  '(1+EXP(-$1))^-1',
  'EXP($1)/(1+EXP($1))',
  '1/(1+1/EXP($1))',
];
const SQUARES: readonly string[] = ['0.5*$1^2', '1/2*$1^2', '(1/2)*$1^2', '$1^2/2', '0.5*POWER($1,2)', '$1^2*0.5'];

const turned = (formula: string): string => formula.replace(/\((\{[^}]+\})-(\{[^}]+\})\)/g, '($2-$1)');

/** Whether the cells of names stand side by side, or below each other, in this order. */
export type InOrder = (names: readonly string[]) => 'row' | 'column' | undefined;

/** Draws how a learner writes formulas. */
export function dialectOf(chance: Chance, inOrder: InOrder): Dialect {
  const [sigmoid, square] = [chance.oneOf(SIGMOIDS), chance.oneOf(SQUARES)];
  const [turnedSquare, plus, spaced] = [chance.percent(50), chance.percent(10), chance.percent(15)];
  const [difference, slope] = [chance.oneOf(['a-t', 'a-t', '-(t-a)', '(t-a)*-1'] as const), chance.from(0, 4)];
  const [net, total, update] = [chance.from(0, 5), chance.from(0, 2), chance.from(0, 5)];
  const written: Partial<Record<Quantity['role'], (formula: string) => string>> = {
    activation: (formula) => formula.replace(SIGMOID, sigmoid),
    error: (formula) => {
      const text = formula.replace(HALF_SQUARE, square);
      return turnedSquare ? turned(text) : text;
    },
    net: (formula) => netInput(formula, net, inOrder),
    total: (formula) => {
      const errors = formula.split('+');
      const names = errors.map((error) => error.slice(1, -1));
      if (total === 1) return `SUM(${errors.join(',')})`;
      return total === 2 && inOrder(names) !== undefined ? `SUM({${names[0]}:${names.at(-1)}})` : formula;
    },
    weight: (formula) => rewrittenUpdate(formula, update),
    new: (formula) => rewrittenUpdate(formula, update),
  };
  const backward = (formula: string): string => {
    let text = formula;
    if (difference === '-(t-a)') text = text.replace(/\((\{a_o\d\})-(\{t\d\})\)/g, '(-($2-$1))');
    if (difference === '(t-a)*-1') text = text.replace(/\((\{a_o\d\})-(\{t\d\})\)/g, '($2-$1)*(-1)');
    if (slope === 1) text = text.replace(/(\{a_[^}]+\})\*\(1-\1\)/g, '($1-$1^2)');
    if (slope === 2) text = text.replace(/(\{a_[^}]+\})\*\(1-\1\)/g, '(1-$1)*$1');
    if (slope === 3) text = text.replace(/(\{a_[^}]+\})\*\(1-\1\)/g, '($1*(1-$1))');
    return text;
  };
  return ({ role }, formula) => {
    const text = (written[role] ?? backward)(formula);
    const apart = spaced ? text.replace(/(?<=[})\d])([+\-*])(?=[{(\d])/g, ' $1 ') : text;
    return plus ? `+${apart}` : apart;
  };
}

function netInput(formula: string, style: number, inOrder: InOrder): string {
  const terms = formula.split('+');
  const pairs = terms.filter((term) => term.includes('*')).map((term) => term.split('*'));
  const rest = terms.filter((term) => !term.includes('*'));
  const swapped = pairs.map((pair) => pair.toReversed().join('*'));
  if (style === 1) return [...swapped, ...rest].join('+');
  if (style === 2) return `(${[...pairs.map((pair) => pair.join('*')), ...rest].join(')+(')})`;
  if (style === 3) return `SUM(${[...swapped, ...rest].join(',')})`;
  if (style !== 4) return formula;
  const sides = [0, 1].map((side) => pairs.map((pair) => (pair[side] ?? '').slice(1, -1)));
  const ways = sides.map(inOrder);
  if (ways[0] === undefined || ways[0] !== ways[1]) return formula;
  const areas = sides.map((names) => `{${names[0]}:${names.at(-1)}}`);
  return [`SUMPRODUCT(${areas.join(',')})`, ...rest].join('+');
}

function rewrittenUpdate(formula: string, style: number): string {
  const [, weight, step] = /^(\{[^}]+\})-(.+)$/.exec(formula) ?? [];
  if (weight === undefined || step === undefined) return formula;
  if (style === 1) return `${weight}-(${step})`;
  if (style === 2) return `${weight}-${step.split('*').toReversed().join('*')}`;
  if (style === 3) return `${weight}+(-${step})`;
  return style === 4 ? `-${step}+${weight}` : formula;
}
