import { type Expression, product, sum, symbol } from '../expression/tree.ts';
import { quantityOf } from '../spec/quantity.ts';
import { type Layer, LEARNING_RATE, type Named, TOTAL_ERROR, type Topology, type Unit } from '../spec/topology.ts';
import { activations } from './activation/index.ts';
import type { Column, ColumnGroup } from './column.ts';
import { gradientDescent } from './gradient-descent.ts';
import { losses } from './loss/index.ts';
import { words } from './words.ts';

/** The forward pass, from the targets and inputs to E_total, layer by layer. */
export function forwardGroups(topology: Topology): readonly ColumnGroup[] {
  return [
    { title: words.group.given, columns: givenColumns(topology) },
    ...topology.layers.flatMap((layer, l) => [
      { title: words.group.weights(l), columns: weightColumns(layer) },
      { title: words.group.layer(topology, l), columns: layer.units.flatMap((unit) => unitColumns(layer, unit)) },
    ]),
    { title: words.group.error, columns: errorColumns(topology) },
  ];
}

/** The net input of a unit: the weighted sum of what feeds it. */
export function netInput(unit: Unit): Expression {
  return sum(...unit.weights.map((weight) => product(symbol(weight.name), symbol(weight.from))));
}

function givenColumns(topology: Topology): readonly Column[] {
  const given =
    (role: 'target' | 'input', meaning: string) =>
    (item: Named): Column => ({
      quantity: quantityOf(item.name),
      name: item.name,
      role,
      rule: { kind: 'given' },
      meaning,
    });
  return [
    ...topology.targets.map((target, k) => given('target', words.target(topology, k))(target)),
    ...topology.inputs.map((input, k) => given('input', words.input(k))(input)),
  ];
}

function weightColumns(layer: Layer): readonly Column[] {
  return layer.units.flatMap((unit) =>
    unit.weights.map((weight): Column => {
      const { name } = weight;
      const update = gradientDescent(symbol(name), symbol(LEARNING_RATE), symbol(`∂E/∂${name}`));
      return {
        quantity: quantityOf(name),
        name,
        role: 'weight',
        rule: { kind: 'learned', update },
        meaning: words.weight(weight, unit),
      };
    }),
  );
}

function unitColumns(layer: Layer, unit: Unit): readonly Column[] {
  const { title, value } = activations[layer.activation];
  return [
    {
      quantity: quantityOf(unit.netInput),
      name: unit.netInput,
      role: 'forward',
      rule: { kind: 'computed', formula: netInput(unit) },
      meaning: words.netInput(unit),
    },
    {
      quantity: quantityOf(unit.activation),
      name: unit.activation,
      role: 'forward',
      rule: { kind: 'computed', formula: value(symbol(unit.netInput)) },
      meaning: words.activation(unit, title),
    },
  ];
}

function errorColumns(topology: Topology): readonly Column[] {
  const { title, error } = losses[topology.loss];
  const total = sum(...topology.errors.map((item) => symbol(item.name)));
  return [
    ...topology.errors.map(
      (item): Column => ({
        quantity: quantityOf(item.name),
        name: item.name,
        role: 'error',
        rule: { kind: 'computed', formula: error(symbol(item.target), symbol(item.output)) },
        meaning: words.error(item, title),
      }),
    ),
    {
      quantity: quantityOf(TOTAL_ERROR),
      name: TOTAL_ERROR,
      role: 'total',
      rule: { kind: 'computed', formula: total },
      meaning: words.total,
    },
  ];
}
