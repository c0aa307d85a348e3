import { type Expression, product, sum, symbol } from '../expression/tree.ts';
import { derivativeOf, gradientBy, quantityName } from '../spec/quantity.ts';
import { LEARNING_RATE, type Topology, type Unit, type Weight, weightsOf } from '../spec/topology.ts';
import type { Column, ColumnGroup, Role } from './column.ts';
import { gradientDescent } from './gradient-descent.ts';
import { columnsOf } from './quantities.ts';
import { stepWords } from './step-words.ts';

/** One step of an iteration: a quantity, the formula that gives it, and why. */
export interface Step {
  /** What is computed: `h1`, `∂E/∂w5`, `new w5`. */
  readonly name: string;
  /** The column of the table that holds the same number; for a new weight that of the next iteration. */
  readonly column: string;
  readonly role: Role;
  readonly formula: Expression;
  /** Symbols of the formula that are other names for quantities: ∂o1/∂w5 is a_h1. */
  readonly aliases: ReadonlyMap<string, string>;
  /** In words: what this is and why it is so. */
  readonly words: string;
}

/** Steps that belong together, in the order of computation. */
export interface StepSection {
  readonly kind: 'forward' | 'error' | 'backward-output' | 'backward-hidden' | 'update';
  readonly title: string;
  /** Why the steps are done, in one or two sentences. */
  readonly why: string;
  readonly steps: readonly Step[];
}

/** The name of a weight after its update. */
export const newName = (weight: string): string => `new ${weight}`;

/**
 * Every step of one iteration: forward, error, backward through the output layer, backward through the hidden layers, update. The
 * gradients of the output layer come in the order w5 … w8, those of the hidden layers in the order w4 … w1, as in class.
 */
export function stepSections(topology: Topology, groups: readonly ColumnGroup[]): readonly StepSection[] {
  const columns = columnsOf(groups);
  const named = new Map(columns.map((column) => [column.name, column]));
  const plain = (names: readonly string[]): readonly Step[] =>
    names.flatMap((name) => {
      const column = named.get(name);
      return column === undefined ? [] : [plainStep(column)];
    });
  const factors = (layer: number): readonly string[] =>
    (topology.layers[layer]?.units ?? []).flatMap(({ activation, netInput }) =>
      [gradientBy(activation), derivativeOf(activation, netInput), gradientBy(netInput)].map(quantityName),
    );
  const last = topology.layers.length - 1;
  const hidden = topology.layers.slice(0, -1).map((_, l) => last - 1 - l);
  const outputUnits = topology.layers[last]?.units ?? [];
  const ofRole = (...roles: readonly Role[]): readonly string[] =>
    columns.filter((column) => roles.includes(column.role)).map((column) => column.name);

  const sections: readonly StepSection[] = [
    { kind: 'forward', ...stepWords.section.forward, steps: plain(ofRole('forward')) },
    { kind: 'error', ...stepWords.section.error, steps: plain(ofRole('error', 'total')) },
    {
      kind: 'backward-output',
      ...stepWords.section.backwardOutput,
      steps: [
        ...plain(factors(last)),
        ...outputUnits.flatMap((unit) => unit.weights.map((weight) => chainStep(topology, last, unit, weight))),
      ],
    },
    {
      kind: 'backward-hidden',
      ...stepWords.section.backwardHidden,
      steps: hidden.flatMap((l) => [
        ...plain(factors(l)),
        ...(topology.layers[l]?.units ?? [])
          .flatMap((unit) => unit.weights.map((weight) => chainStep(topology, l, unit, weight)))
          .reverse(),
      ]),
    },
    { kind: 'update', ...stepWords.section.update, steps: weightsOf(topology).map(updateStep) },
  ];
  return sections.filter((section) => section.steps.length > 0);
}

function plainStep(column: Column): Step {
  if (column.rule.kind !== 'computed') throw new RangeError(`${column.name} is given, not computed.`);
  const { name, role, meaning } = column;
  return { name, column: name, role, formula: column.rule.formula, aliases: new Map(), words: meaning };
}

/** The gradient of a weight, spelled out factor by factor from the error to the weight. */
function chainStep(topology: Topology, layer: number, unit: Unit, weight: Weight): Step {
  const aliases = new Map<string, string>();
  const alias = (name: string, quantity: string): Expression => {
    aliases.set(name, quantity);
    return symbol(name);
  };
  const link = (of: string, by: string): string => quantityName(derivativeOf(of, by));
  const next = topology.layers[layer + 1];
  const position = topology.layers[layer]?.units.indexOf(unit) ?? -1;
  const error = (by: string): Expression => symbol(quantityName(gradientBy(by)));

  const reach =
    next === undefined
      ? error(unit.activation)
      : sum(
          ...next.units.map((target) => {
            const path = target.weights[position]?.name ?? '';
            return product(
              error(target.activation),
              symbol(link(target.activation, target.netInput)),
              alias(link(target.netInput, unit.activation), path),
            );
          }),
        );
  const formula = product(
    reach,
    symbol(link(unit.activation, unit.netInput)),
    alias(link(unit.netInput, weight.name), weight.from),
  );
  const name = quantityName(gradientBy(weight.name));
  return {
    name,
    column: name,
    role: 'gradient',
    formula,
    aliases,
    words: stepWords.chain(weight, unit, next?.units.length ?? 0),
  };
}

function updateStep(weight: Weight): Step {
  const { name } = weight;
  const gradient = symbol(quantityName(gradientBy(name)));
  return {
    name: newName(name),
    column: name,
    role: 'weight',
    formula: gradientDescent(symbol(name), symbol(LEARNING_RATE), gradient),
    aliases: new Map(),
    words: stepWords.update(name),
  };
}
