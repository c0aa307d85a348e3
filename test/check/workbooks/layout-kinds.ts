import { type Block, endOf, type Place } from './block.ts';
import type { Chance } from './chance.ts';
import type { Quantity, Style } from './learner-network.ts';
import type { Headers } from './spelling.ts';

/** Where a table begins, and how many iterations it has. */
export interface Room {
  readonly at: Place;
  /** The name of a further sheet of the same table. */
  readonly other: (what: string) => string;
  readonly iterations: number;
}

/** A layout: what its workbooks have in common. */
export interface LayoutKind {
  readonly kind: string;
  readonly arrange: (quantities: readonly Quantity[], room: Room, chance: Chance) => readonly Block[];
  /** At least and at most so many iterations. */
  readonly iterations?: readonly [number, number];
  readonly headers?: Headers;
  readonly style?: (chance: Chance) => Partial<Style>;
  /** How tables of several learning rates stand; else on sheets of their own, or there is only one. */
  readonly rates?: 'one' | 'sheets' | 'beside' | 'below';
  /** Targets and inputs only once: in cells outside the table, or in its first row. */
  readonly given?: 'outside' | 'first';
  /** Nothing but formulas tells what the columns are. */
  readonly formulasOnly?: boolean;
}

const namesOf = (quantities: readonly Quantity[]): readonly string[] => quantities.map(({ name }) => name);
const isBackward = ({ role }: Quantity): boolean => ['delta', 'factor', 'gradient', 'change', 'new'].includes(role);
const parted = (quantities: readonly Quantity[], is: (of: Quantity) => boolean): readonly (readonly string[])[] => [
  namesOf(quantities.filter((each) => !is(each))),
  namesOf(quantities.filter(is)),
];

/** One table, perhaps with columns of notes between. */
const oneTable =
  (more: Partial<Block> = {}): LayoutKind['arrange'] =>
  (quantities, { at }, chance) => {
    const gaps = new Map<number, string>();
    if (more.form !== 'column' && chance.percent(25))
      gaps.set(chance.from(4, quantities.length - 8), chance.oneOf(['', 'notes', 'check', '|']));
    return [{ names: namesOf(quantities), origin: at, form: 'row', gaps, ...more }];
  };

/** The columns of class in groups, and these in another order. */
const reordered: LayoutKind['arrange'] = (quantities, { at }, chance) => {
  const is = (...roles: readonly string[]) => namesOf(quantities.filter(({ role }) => roles.includes(role)));
  const [inputs, targets, weights, errors] = [is('input'), is('target'), is('weight'), is('error', 'total')];
  const [units, gradients, others] = [is('net', 'activation'), is('gradient'), is('delta', 'factor', 'change', 'new')];
  const orders = [
    [inputs, targets, weights, units, errors, others, gradients],
    [weights, gradients, inputs, units, targets, errors, others],
    [inputs, weights, units, targets, errors, others, gradients],
    [weights, inputs, units, targets, errors, gradients, others],
  ];
  return [{ names: chance.oneOf(orders).flat(), origin: at, form: 'row' }];
};

const below: LayoutKind['arrange'] = (quantities, { at, iterations }, chance) => {
  const [forward = [], backward = []] = parted(quantities, isBackward);
  const first: Block = { names: forward, origin: at, form: 'row' };
  const origin = {
    ...at,
    row: endOf(first, iterations).row + chance.from(1, 6),
    column: at.column + chance.from(0, 2),
  };
  return [first, { names: backward, origin, form: 'row' }];
};

const beside: LayoutKind['arrange'] = (quantities, { at, iterations }, chance) => {
  const [forward = [], backward = []] = parted(quantities, isBackward);
  const first: Block = { names: forward, origin: at, form: 'row' };
  const origin = {
    ...at,
    row: at.row + chance.oneOf([0, 0, 1, 3]),
    column: endOf(first, iterations).column + chance.from(1, 3),
  };
  return [first, { names: backward, origin, form: 'row' }];
};

/** Some columns on a sheet of their own. */
const onSheets =
  (what: string, is: (of: Quantity) => boolean): LayoutKind['arrange'] =>
  (quantities, { at, other }, chance) => {
    const [here = [], there = []] = parted(quantities, is);
    const origin = {
      sheet: other(what),
      row: chance.percent(50) ? at.row : chance.from(2, 9),
      column: chance.from(1, 4),
    };
    return [
      { names: here, origin: at, form: 'row' },
      { names: there, origin, form: 'row' },
    ];
  };

const asColumns: LayoutKind['arrange'] = (quantities, { at }, chance) => {
  const names = namesOf(quantities);
  const gaps = new Map<number, string>();
  const first = (...roles: readonly string[]): number => quantities.findIndex(({ role }) => roles.includes(role));
  if (chance.percent(50))
    for (const [start, text] of [
      [first('target'), 'Given'],
      [first('net'), 'Forward pass'],
      [first('delta', 'factor', 'gradient', 'change'), 'Backward pass'],
    ] as const)
      gaps.set(start, chance.oneOf([text, text, '']));
  return [{ names, origin: { ...at, column: Math.min(at.column, 2) }, form: 'column', gaps }];
};

const labels: LayoutKind['arrange'] = (quantities, { at }, chance) => [
  { names: namesOf(quantities), origin: at, form: 'labels', columns: chance.oneOf([1, 2, 2, 3]) },
];

const sheetEach: LayoutKind['arrange'] = (quantities, { at, other }, chance) => {
  const word = chance.oneOf(['Iteration', 'Step', 'It']);
  const sheetOf = (k: number): string => other(`${word} ${k + 1}`);
  const form = chance.percent(30) ? 'column' : 'row';
  return [{ names: namesOf(quantities), origin: { ...at, sheet: sheetOf(0) }, form, sheetOf }];
};

/** One iteration, and below it, a row of new weights. */
const newRow: LayoutKind['arrange'] = (quantities, { at }) => {
  const weights = namesOf(quantities.filter(({ role }) => role === 'weight'));
  return [{ names: namesOf(quantities), origin: at, form: 'row', partial: { iteration: 1, names: weights } }];
};

const withStyle = (style: Partial<Style>) => (): Partial<Style> => style;
const table = oneTable();

/** Every layout that a learner's table may have. */
export const layoutKinds: readonly LayoutKind[] = [
  { kind: 'class order', arrange: table },
  { kind: 'another order', arrange: reordered },
  { kind: 'gradients below', arrange: below, rates: 'one' },
  { kind: 'gradients beside', arrange: beside },
  { kind: 'gradients on another sheet', arrange: onSheets('Gradients', isBackward) },
  {
    kind: 'forward pass on one sheet, gradients and new weights on another',
    arrange: onSheets('Backward', isBackward),
    style: withStyle({ update: 'new' }),
  },
  {
    kind: 'forward pass on one sheet, weights and gradients on another',
    arrange: onSheets('Backward', (of) => isBackward(of) || of.role === 'weight'),
  },
  {
    kind: 'a blank row between iterations',
    arrange: (q, room, chance) => oneTable({ pitch: chance.from(2, 3) })(q, room, chance),
  },
  {
    kind: 'a header above every iteration',
    arrange: (q, room, chance) => oneTable({ pitch: chance.from(2, 4), headerEach: true })(q, room, chance),
  },
  { kind: 'a sheet for every iteration', arrange: sheetEach, iterations: [2, 4], rates: 'one' },
  { kind: 'one iteration and a row of new weights', arrange: newRow, iterations: [2, 2] },
  {
    kind: 'one iteration and columns of new weights',
    arrange: table,
    iterations: [1, 1],
    style: withStyle({ update: 'new' }),
  },
  { kind: 'columns of new weights', arrange: table, style: withStyle({ update: 'new' }) },
  { kind: 'iterations as columns', arrange: asColumns },
  {
    kind: 'labelled single cells',
    arrange: labels,
    iterations: [1, 1],
    rates: 'one',
    style: withStyle({ update: 'new' }),
  },
  { kind: 'weights of two indices', arrange: table, headers: 'double index' },
  { kind: 'δ columns', arrange: table, style: withStyle({ backward: 'delta' }) },
  { kind: 'columns of factors', arrange: table, style: withStyle({ backward: 'factors' }) },
  { kind: 'Δw and gradient columns', arrange: table, style: withStyle({ update: 'change' }) },
  { kind: 'Δw columns alone', arrange: table, style: withStyle({ update: 'change only' }) },
  { kind: 'columns of −∂E/∂w', arrange: table, style: withStyle({ update: 'minus' }) },
  { kind: 'gradients under unknown headers', arrange: table, headers: 'unknown', formulasOnly: true },
  { kind: 'headers with formulas', arrange: table, headers: 'with formulas' },
  { kind: 'headers of other letters', arrange: table, headers: 'other letters' },
  { kind: 'tables side by side', arrange: table, rates: 'beside' },
  { kind: 'tables one under the other', arrange: table, rates: 'below' },
  { kind: 'a sheet for every learning rate', arrange: table, rates: 'sheets' },
  { kind: 'given numbers outside the table', arrange: table, given: 'outside', formulasOnly: true },
  { kind: 'given numbers in the first row only', arrange: table, given: 'first', formulasOnly: true },
];
