import { type Expression, number, product, quotient, sum, symbol } from '../expression/tree.ts';
import type { Bias, Layer, Unit } from '../quantities/layer.ts';
import { derivativeOf, errorBy, gradientBy, type Quantity, quantityName } from '../quantities/quantity.ts';
import { type Pass, type Topology, trainedOf } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import { activations } from './activation/index.ts';
import type { Column, ColumnGroup, Role } from './column.ts';
import { layerSymbols } from './forward.ts';
import { losses } from './loss/index.ts';
import { quantityWords } from './words.ts';

/**
 * The backward pass: the factors of the chain rule from the output layer back to the first, then the gradient of everything that is
 * trained; of several samples first for each of them, then the means.
 */
export function backwardGroups(topology: Topology): readonly ColumnGroup[] {
  const { passes } = topology;
  const groups = passes.flatMap((pass): readonly ColumnGroup[] => [
    { title: quantityWords.group.inPass(pass, quantityWords.group.factors), columns: passFactors(topology, pass) },
    {
      title: quantityWords.group.inPass(pass, quantityWords.group.gradients),
      columns: gradientColumns(topology, pass),
    },
  ]);
  return passes.length === 1
    ? groups
    : [...groups, { title: quantityWords.group.meanGradients, columns: meanColumns(topology) }];
}

/** The name of ∂E/∂x in a pass. */
const by = (pass: Pass, name: string): string => quantityName(errorBy(pass, name));

function passFactors(topology: Topology, pass: Pass): readonly Column[] {
  const { layers } = viewOf(topology, pass);
  return layers
    .map((_, l) => factorColumns(topology, pass, l))
    .reverse()
    .flat();
}

/** For each unit of a layer: ∂E/∂a, ∂a/∂net and their product ∂E/∂net; of a joint function, all ∂E/∂a and all ∂a/∂net first. */
function factorColumns(topology: Topology, pass: Pass, l: number): readonly Column[] {
  const layer = viewOf(topology, pass).layers[l];
  if (layer === undefined) return [];
  const { title, joint } = activations[layer.activation];
  const reactions = layer.units.map((unit, u) =>
    computed(
      errorBy(pass, unit.activation),
      'factor',
      activationGradient(topology, pass, l, u),
      quantityWords.activationGradient(pass, layer, unit),
    ),
  );
  const slopes = layer.units.map((unit, u) =>
    reachedBy(layer, u).map((other) =>
      computed(
        slopeOf(layer, u, other),
        'factor',
        activations[layer.activation].derivative(layerSymbols(layer), u, other),
        quantityWords.slope(unit, layer.units[other]?.netInput ?? '', title),
      ),
    ),
  );
  const sums = layer.units.map((unit, u) =>
    computed(
      errorBy(pass, unit.netInput),
      'factor',
      netInputGradient(pass, layer, u),
      quantityWords.netInputGradient(pass, unit, joint),
    ),
  );
  return joint
    ? [...reactions, ...slopes.flat(), ...sums]
    : layer.units.flatMap((_, u) => [reactions[u], ...(slopes[u] ?? []), sums[u]].filter((each) => each !== undefined));
}

/** The units whose net inputs the activation of a unit depends on. */
export const reachedBy = (layer: Layer, unit: number): readonly number[] =>
  activations[layer.activation].joint ? layer.units.map((_, u) => u) : [unit];

/** ∂a/∂net within a layer. */
export function slopeOf({ units }: Layer, unit: number, other: number): Quantity {
  return derivativeOf(units[unit]?.activation ?? '', units[other]?.netInput ?? '');
}

/** ∂E/∂net: ∂E/∂a · ∂a/∂net, summed over the activations that depend on the net input. */
function netInputGradient(pass: Pass, layer: Layer, unit: number): Expression {
  return sum(
    ...reachedBy(layer, unit).map((other) =>
      product(
        symbol(by(pass, layer.units[other]?.activation ?? '')),
        symbol(quantityName(slopeOf(layer, other, unit))),
      ),
    ),
  );
}

/** ∂E/∂a: for an output unit the derivative of the loss, for a hidden unit the sum over every path to the next layer. */
function activationGradient(topology: Topology, pass: Pass, l: number, u: number): Expression {
  const { layers, errors } = viewOf(topology, pass);
  const next = layers[l + 1];
  if (next === undefined) {
    const error = errors[u];
    if (error === undefined) throw new RangeError(`No target for output ${u + 1}.`);
    const { derivative, total } = losses[topology.loss];
    const own = derivative(symbol(error.target), symbol(error.output));
    return total === 'mean' && errors.length > 1 ? quotient(own, number(errors.length)) : own;
  }
  return sum(
    ...next.units.map((unit) => {
      const weight = unit.weights[u];
      if (weight === undefined) throw new RangeError(`Unit ${unit.netInput} has no weight for unit ${u + 1}.`);
      return product(symbol(by(pass, unit.netInput)), symbol(weight.name));
    }),
  );
}

function gradientColumns(topology: Topology, pass: Pass): readonly Column[] {
  // Of several samples, these are links of the chain to the means.
  const role = pass.sample === undefined ? 'gradient' : 'factor';
  return viewOf(topology, pass).layers.flatMap(({ units, biases }) => [
    ...units.flatMap((unit) => weightGradients(pass, unit, role)),
    ...biases.filter((bias) => bias.trained).map((bias) => biasGradient(pass, bias, role)),
  ]);
}

const weightGradients = (pass: Pass, unit: Unit, role: Role): readonly Column[] =>
  unit.weights.map((weight) =>
    computed(
      errorBy(pass, weight.name),
      role,
      product(symbol(by(pass, unit.netInput)), symbol(weight.from)),
      quantityWords.weightGradient(pass, weight, unit),
    ),
  );

/** A bias is added to a net input as it is, so that its gradient is that of the net input, summed over all that share it. */
const biasGradient = (pass: Pass, bias: Bias, role: Role): Column =>
  computed(
    errorBy(pass, bias.name),
    role,
    sum(...bias.units.map((unit) => symbol(by(pass, unit)))),
    quantityWords.biasGradient(pass, bias),
  );

/** The gradients of several samples: the means over them. */
function meanColumns(topology: Topology): readonly Column[] {
  const { passes } = topology;
  return trainedOf(topology).map(({ name }) => {
    const all = sum(...passes.map((pass) => symbol(by(pass, name))));
    return computed(
      gradientBy(name),
      'gradient',
      quotient(all, number(passes.length)),
      quantityWords.meanGradient(name, passes.length),
    );
  });
}

function computed(quantity: Quantity, role: Role, formula: Expression, meaning: string): Column {
  return { quantity, name: quantityName(quantity), role, rule: { kind: 'computed', formula }, meaning };
}
