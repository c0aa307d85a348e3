import { type Expression, product, sum, symbol } from '../expression/tree.ts';
import { derivativeOf, gradientBy, type Quantity, quantityName } from '../spec/quantity.ts';
import type { Topology, Unit, Weight } from '../spec/topology.ts';
import { activations } from './activation/index.ts';
import type { Column, ColumnGroup, Role } from './column.ts';
import { losses } from './loss/index.ts';
import { words } from './words.ts';

/** The backward pass: the factors of the chain rule from the output layer back to the first, then the gradient of every weight. */
export function backwardGroups(topology: Topology): readonly ColumnGroup[] {
  const gradients = topology.layers.flatMap((layer) => layer.units.flatMap(gradientColumns));
  return [
    {
      title: words.group.factors,
      columns: topology.layers
        .map((_, l) => factorColumns(topology, l))
        .reverse()
        .flat(),
    },
    { title: words.group.gradients, columns: gradients },
  ];
}

const gradient = (name: string): Expression => symbol(quantityName(gradientBy(name)));

/** For each unit of a layer: ∂E/∂a, ∂a/∂net and their product ∂E/∂net. */
function factorColumns(topology: Topology, l: number): readonly Column[] {
  const layer = topology.layers[l];
  if (layer === undefined) return [];
  const { derivative, title } = activations[layer.activation];
  return layer.units.flatMap((unit, u) => {
    const slope = derivativeOf(unit.activation, unit.netInput);
    return [
      computed(
        gradientBy(unit.activation),
        'factor',
        activationGradient(topology, l, u),
        words.activationGradient(topology, l, unit),
      ),
      computed(slope, 'factor', derivative(symbol(unit.netInput), symbol(unit.activation)), words.slope(unit, title)),
      computed(
        gradientBy(unit.netInput),
        'factor',
        product(gradient(unit.activation), symbol(quantityName(slope))),
        words.netInputGradient(unit),
      ),
    ];
  });
}

/** ∂E/∂a: for an output unit the derivative of the loss, for a hidden unit the sum over every path to the next layer. */
function activationGradient(topology: Topology, l: number, u: number): Expression {
  const next = topology.layers[l + 1];
  if (next === undefined) {
    const error = topology.errors[u];
    if (error === undefined) throw new RangeError(`No target for output ${u + 1}.`);
    return losses[topology.loss].derivative(symbol(error.target), symbol(error.output));
  }
  return sum(
    ...next.units.map((unit) => {
      const weight = unit.weights[u];
      if (weight === undefined) throw new RangeError(`Unit ${unit.netInput} has no weight for unit ${u + 1}.`);
      return product(gradient(unit.netInput), symbol(weight.name));
    }),
  );
}

function gradientColumns(unit: Unit): readonly Column[] {
  return unit.weights.map((weight: Weight) =>
    computed(
      gradientBy(weight.name),
      'gradient',
      product(gradient(unit.netInput), symbol(weight.from)),
      words.weightGradient(weight, unit),
    ),
  );
}

function computed(quantity: Quantity, role: Role, formula: Expression, meaning: string): Column {
  return { quantity, name: quantityName(quantity), role, rule: { kind: 'computed', formula }, meaning };
}
