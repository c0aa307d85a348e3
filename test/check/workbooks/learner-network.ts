/** Units of a network of one hidden layer, and its biases: none, one a unit, one a layer, or one a layer that stays what it is. */
export interface Shape {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  readonly biases: 'none' | 'unit' | 'layer' | 'stay';
}

/** What stands in the columns between the errors and the new weights. */
export interface Style {
  /** Gradients in one formula, or by δ columns, or by a column for each factor of the chain rule. */
  readonly backward: 'inline' | 'delta' | 'factors';
  /** How a weight changes: w − η·∂E/∂w, or w + Δw (with or without a column for ∂E/∂w), w + η·(−∂E/∂w), or from a column of new weights. */
  readonly update: 'direct' | 'change' | 'change only' | 'minus' | 'new';
  /** The activation of the hidden layer and of the outputs. */
  readonly activation: readonly ['sigmoid' | 'tanh', 'sigmoid' | 'tanh'];
  /** Whether the loss is ½(t − a)² or (t − a)². */
  readonly half: boolean;
}

export const classStyle: Style = {
  backward: 'inline',
  update: 'direct',
  activation: ['sigmoid', 'sigmoid'],
  half: true,
};

export type Role =
  | 'target'
  | 'input'
  | 'weight'
  | 'net'
  | 'activation'
  | 'error'
  | 'total'
  | 'delta'
  | 'factor'
  | 'gradient'
  | 'change'
  | 'new';

/**
 * A quantity in class's name. Its formulas hold names in braces: `{w1}` of the same iteration, `{old w1}` of the one before, `{rate}` for η.
 */
export interface Quantity {
  readonly name: string;
  readonly role: Role;
  /** The formula of every iteration; without one, the first iteration holds a given number. */
  readonly formula?: string;
  /** The formula from the second iteration on, of what is given or learned. */
  readonly update?: string;
  /** The layer of a weight, a net input or an activation: 0 the hidden one, 1 the outputs. */
  readonly layer?: number;
}

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k + 1);

/** The name of the weight that leads from a unit (or an input) to another. */
export const hiddenWeight = ({ inputs }: Shape, h: number, i: number): string => `w${(h - 1) * inputs + i}`;
export const outputWeight = ({ inputs, hidden }: Shape, o: number, h: number): string =>
  `w${inputs * hidden + (o - 1) * hidden + h}`;

/** The name of the bias of a unit, if there is one. */
export function biasOf({ biases, hidden }: Shape, layer: number, unit: number): string | undefined {
  if (biases === 'none') return undefined;
  return biases === 'unit' ? `b${layer * hidden + unit}` : `b${layer + 1}`;
}

/** A weight or a bias, the units that it leads to, and what it multiplies. */
interface Learned {
  readonly name: string;
  readonly units: readonly number[];
  readonly from?: string;
}

/** All that is learned or stays in a layer: weights, and biases after those of their unit or layer. */
function learnedIn(shape: Shape, layer: number): readonly Learned[] {
  const { inputs, hidden, outputs, biases } = shape;
  const units = many(layer === 0 ? hidden : outputs);
  const from = layer === 0 ? many(inputs).map((k) => `i${k}`) : many(hidden).map((k) => `a_h${k}`);
  const weight = layer === 0 ? hiddenWeight : outputWeight;
  const bias = (of: readonly number[]): readonly Learned[] => {
    const name = biasOf(shape, layer, of[0] ?? 1);
    return name === undefined ? [] : [{ name, units: of }];
  };
  const rows = units.flatMap((unit) => [
    ...from.map((of, k) => ({ name: weight(shape, unit, k + 1), units: [unit], from: of })),
    ...(biases === 'unit' ? bias([unit]) : []),
  ]);
  return [...rows, ...(biases === 'unit' ? [] : bias(units))];
}

/** Every quantity of a network, in the order of the class sheet. */
export function quantitiesOf(shape: Shape, style: Style): readonly Quantity[] {
  const { inputs, hidden, outputs } = shape;
  const forward = (layer: number): readonly Quantity[] =>
    many(layer === 0 ? hidden : outputs).flatMap((unit) => {
      const [net, from] = layer === 0 ? [`h${unit}`, many(inputs)] : [`o${unit}`, many(hidden)];
      const terms = from.map((k) =>
        layer === 0 ? `{${hiddenWeight(shape, unit, k)}}*{i${k}}` : `{${outputWeight(shape, unit, k)}}*{a_h${k}}`,
      );
      const bias = biasOf(shape, layer, unit);
      return [
        { name: net, role: 'net', layer, formula: [...terms, ...(bias === undefined ? [] : [`{${bias}}`])].join('+') },
        { name: `a_${net}`, role: 'activation', layer, formula: activation(style.activation[layer], net) },
      ] satisfies Quantity[];
    });
  const weights = (layer: number): readonly Quantity[] =>
    learnedIn(shape, layer).map(({ name }) => ({
      name,
      role: 'weight',
      layer,
      update: updateOf(name, shape, style),
    }));
  const given = (role: 'target' | 'input', count: number): readonly Quantity[] =>
    many(count).map((k) => ({ name: `${role[0]}${k}`, role, update: `{old ${role[0]}${k}}` }));
  const errors: readonly Quantity[] = many(outputs).map((o) => ({
    name: `E${o}`,
    role: 'error',
    formula: `${style.half ? '0.5*' : ''}({t${o}}-{a_o${o}})^2`,
  }));
  const total: readonly Quantity[] =
    outputs === 1 ? [] : [{ name: 'E_total', role: 'total', formula: errors.map(({ name }) => `{${name}}`).join('+') }];
  return [
    ...given('target', outputs),
    ...given('input', inputs),
    ...weights(0),
    ...forward(0),
    ...weights(1),
    ...forward(1),
    ...errors,
    ...total,
    ...backward(shape, style),
  ];
}

const activation = (kind: 'sigmoid' | 'tanh' | undefined, net: string): string =>
  kind === 'tanh' ? `TANH({${net}})` : `1/(1+EXP(-{${net}}))`;

const stays = (name: string, { biases }: Shape): boolean => biases === 'stay' && name.startsWith('b');

function updateOf(name: string, shape: Shape, { update }: Style): string {
  if (stays(name, shape)) return `{old ${name}}`;
  if (update === 'new') return `{old new ${name}}`;
  if (update === 'minus') return `{old ${name}}+{rate}*{old −∂E/∂${name}}`;
  return update === 'direct' ? `{old ${name}}-{rate}*{old ∂E/∂${name}}` : `{old ${name}}+{old Δ${name}}`;
}

/** δ, factors, gradients, changes and new weights. */
function backward(shape: Shape, style: Style): readonly Quantity[] {
  const { hidden, outputs } = shape;
  const slope = (layer: number, a: string): string =>
    style.activation[layer] === 'tanh' ? `(1-{${a}}^2)` : `{${a}}*(1-{${a}})`;
  const miss = (o: number): string => `${style.half ? '' : '2*'}({a_o${o}}-{t${o}})`;
  const columns: Quantity[] = [];
  const column = (name: string, role: Role, formula: string): string => {
    columns.push({ name, role, formula });
    return `{${name}}`;
  };
  const outputDeltas = many(outputs).map((o) => {
    if (style.backward === 'delta') return column(`δ_o${o}`, 'delta', `${miss(o)}*${slope(1, `a_o${o}`)}`);
    if (style.backward === 'inline') return `${miss(o)}*${slope(1, `a_o${o}`)}`;
    const factors = [
      column(`∂E/∂a_o${o}`, 'factor', miss(o)),
      column(`∂a_o${o}/∂o${o}`, 'factor', slope(1, `a_o${o}`)),
    ];
    return factors.join('*');
  });
  const hiddenDeltas = many(hidden).map((h) => {
    const terms = outputDeltas.map((delta, k) => `${delta}*{${outputWeight(shape, k + 1, h)}}`);
    const sum = terms.length === 1 ? (terms[0] ?? '') : `(${terms.join('+')})`;
    const whole = `${sum}*${slope(0, `a_h${h}`)}`;
    if (style.backward === 'delta') return column(`δ_h${h}`, 'delta', whole);
    if (style.backward === 'inline') return whole;
    const factors = [
      column(`∂E/∂a_h${h}`, 'factor', terms.join('+')),
      column(`∂a_h${h}/∂h${h}`, 'factor', slope(0, `a_h${h}`)),
    ];
    return factors.join('*');
  });
  const gradients = new Map<string, string>();
  for (const [layer, deltas] of [hiddenDeltas, outputDeltas].entries())
    for (const { name, units, from } of learnedIn(shape, layer)) {
      if (stays(name, shape)) continue;
      const delta = units.map((unit) => deltas[unit - 1]).join('+');
      gradients.set(name, from === undefined ? delta : `${delta}*{${from}}`);
    }
  const learnedColumns = (prefix: string, role: Role, formula: (name: string, gradient: string) => string): void => {
    for (const [name, gradient] of gradients) column(`${prefix}${name}`, role, formula(name, gradient));
  };
  const { update } = style;
  if (update === 'minus') learnedColumns('−∂E/∂', 'gradient', (_, gradient) => `-(${gradient})`);
  else if (update !== 'change only') learnedColumns('∂E/∂', 'gradient', (_, gradient) => gradient);
  if (update === 'change') learnedColumns('Δ', 'change', (name) => `-{rate}*{∂E/∂${name}}`);
  if (update === 'change only') learnedColumns('Δ', 'change', (_, gradient) => `-{rate}*(${gradient})`);
  if (update === 'new') learnedColumns('new ', 'new', (name) => `{${name}}-{rate}*{∂E/∂${name}}`);
  return columns;
}
