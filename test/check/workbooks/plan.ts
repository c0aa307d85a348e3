import { type Chance, chanceOf } from './chance.ts';
import type { LayoutKind } from './layout-kinds.ts';
import { classStyle, type Quantity, quantitiesOf, type Shape, type Style } from './learner-network.ts';
import type { Writing } from './xlsx.ts';

/** Where the learning rate stands: in a cell with its label, as a name of the workbook, in the sheet's name, or only in the formulas. */
export type RateAt = 'above' | 'over' | 'left' | 'right' | 'sheet' | 'defined' | 'sheet name' | 'typed';

/** What a learner decided before filling the workbook in. */
export interface Plan {
  readonly seed: number;
  readonly kind: LayoutKind;
  readonly shape: Shape;
  readonly style: Style;
  readonly quantities: readonly Quantity[];
  /** Inputs, targets and initial weights. */
  readonly values: Readonly<Record<string, number>>;
  readonly rates: readonly number[];
  readonly iterations: number;
  /** Inputs and targets: read from the row above, typed in every row, or only once. */
  readonly given: 'read' | 'typed' | 'outside' | 'first';
  readonly rateAt: RateAt;
  readonly writing: Writing;
  /** Nothing is drawn: the table begins in A5, its headers are those of class or these, the rate is in B2, formulas are the plain ones. */
  readonly neat?: { readonly heading?: (name: string) => string };
}

/** The numbers of the class network, and of the biases that go with it. */
export const CLASS_VALUES: Readonly<Record<string, number>> = {
  ...{ t1: 0.01, t2: 0.99, i1: 0.05, i2: 0.1 },
  ...{ w1: 0.15, w2: 0.2, w3: 0.25, w4: 0.3, w5: 0.4, w6: 0.45, w7: 0.5, w8: 0.55, b1: 0.35, b2: 0.6 },
};

/** The sizes that networks in class have; the one of the class sheet comes most often. */
const SIZES = [
  ...Array<readonly number[]>(6).fill([2, 2, 2]),
  ...[
    [2, 3, 1],
    [3, 2, 2],
    [2, 2, 1],
    [2, 4, 3],
  ],
];

/** Draws a plan. @param writing how the numbers are to be written, instead of a drawn way */
export function planOf(seed: number, kind: LayoutKind, writing?: Writing): Plan {
  const chance = chanceOf(seed);
  const [inputs = 2, hidden = 2, outputs = 2] = chance.oneOf(SIZES);
  const biases = chance.oneOf(['none', 'none', 'none', 'unit', 'layer'] as const);
  const shape: Shape = { inputs, hidden, outputs, biases };
  const style: Style = { ...classStyle, ...kind.style?.(chance) };
  const quantities = quantitiesOf(shape, style);
  const [least, most] = kind.iterations ?? [3, 7];
  const rates = distinct(chance, [0.1, 0.2, 0.5, 0.8, 1, 2], numberOfRates(chance, kind));
  return {
    seed,
    kind,
    shape,
    style,
    quantities,
    values: valuesOf(chance, shape, quantities),
    rates,
    iterations: chance.from(least, most),
    given: kind.given ?? chance.oneOf(['read', 'read', 'read', 'typed']),
    ...written(chance, kind, writing),
  };
}

/** How numbers are written, and where the rate stands: a table without formulas has to say it. */
function written(chance: Chance, kind: LayoutKind, writing?: Writing): Pick<Plan, 'rateAt' | 'writing'> {
  const excel = chance.percent(30) ? { sharedStrings: true, sharedFormulas: true } : {};
  const drawn =
    writing ??
    chance.oneOf<Writing>([{}, {}, {}, {}, { digits: 10 }, { digits: 15 }, { bare: true }, { pasted: true }]);
  const fitting = kind.formulasOnly === true && drawn.pasted === true ? {} : drawn;
  return { rateAt: rateAtOf(chance, kind, fitting.pasted === true), writing: { ...excel, ...fitting } };
}

function rateAtOf(chance: Chance, { rates, kind }: LayoutKind, pasted: boolean): RateAt {
  const near = chance.oneOf<RateAt>([
    'above',
    'above',
    'over',
    'left',
    'right',
    'sheet',
    'defined',
    'sheet name',
    'typed',
  ]);
  if (pasted && ['typed', 'sheet'].includes(near)) return 'above';
  if (rates === 'beside' || rates === 'below') return ['above', 'typed', 'sheet'].includes(near) ? near : 'above';
  const besideIt = near === 'left' || near === 'right';
  return besideIt && ['iterations as columns', 'labelled single cells'].includes(kind) ? 'above' : near;
}

function numberOfRates(chance: Chance, { rates }: LayoutKind): number {
  if (rates === 'one') return 1;
  if (rates === 'sheets') return chance.from(2, 6);
  if (rates !== undefined) return chance.from(2, 3);
  return chance.percent(85) ? 1 : chance.from(2, 3);
}

function distinct<T>(chance: Chance, items: readonly T[], count: number): readonly T[] {
  const left = [...items];
  const drawn = Array.from({ length: count }, () => left.splice(chance.from(0, left.length - 1), 1)[0] as T);
  return items.filter((item) => drawn.includes(item));
}

/** The numbers of class where it is the class network; else, or now and then, numbers of two decimals, no two alike. */
function valuesOf(chance: Chance, shape: Shape, quantities: readonly Quantity[]): Readonly<Record<string, number>> {
  const names = quantities.filter(({ role }) => ['target', 'input', 'weight'].includes(role)).map(({ name }) => name);
  const isClass = shape.inputs === 2 && shape.hidden === 2 && shape.outputs === 2 && shape.biases !== 'unit';
  if (isClass && chance.percent(60)) return Object.fromEntries(names.map((name) => [name, CLASS_VALUES[name] ?? 0]));
  const used = new Set<number>();
  const fresh = (low: number, high: number): number => {
    for (;;) {
      const value = chance.from(low, high) / 100;
      if (value !== 0 && !used.has(Math.abs(value)) && used.add(Math.abs(value))) return value;
    }
  };
  return Object.fromEntries(
    names.map((name) => [
      name,
      name.startsWith('t') ? fresh(1, 99) : name.startsWith('i') ? fresh(5, 99) : fresh(-120, 120),
    ]),
  );
}
