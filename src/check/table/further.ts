import {
  above,
  difference,
  type Expression,
  negation,
  number,
  product,
  square,
  sum,
  symbol,
} from '../../expression/tree.ts';
import { usedGradient } from '../../model/update.ts';
import { derivativeOf, gradientBy, quantityName } from '../../quantities/quantity.ts';
import { LEARNING_RATE, type Topology, trainedOf } from '../../quantities/topology.ts';
import type { Track } from '../find/track.ts';
import { type Expected, expectedUpdate } from './expected.ts';

/**
 * What a learner's table may have columns of besides those of the class: the share of each output in the reaction of a hidden unit, the
 * plain links of the chain, the step of a weight, and derivatives with the other sign.
 */
export function furtherQuantities(topology: Topology): readonly (readonly [string, Expected])[] {
  if (topology.passes.length > 1) return [];
  const gradient = (name: string): Expression => symbol(quantityName(gradientBy(name)));
  const used = (name: string): Expression => usedGradient(topology.optimizer, name);
  const outputs = topology.layers.at(-1)?.units ?? [];
  const units = topology.layers.flatMap((layer) => layer.units);
  const hidden = new Set(units.map((unit) => unit.activation));
  const formulas: (readonly [string, Expression])[] = [
    ...outputs.flatMap(({ netInput, weights }, o) =>
      weights
        .filter(({ from }) => hidden.has(from))
        .map(
          ({ name, from }) =>
            [
              quantityName(derivativeOf(topology.errors[o]?.name ?? '', from)),
              product(gradient(netInput), symbol(name)),
            ] as const,
        ),
    ),
    ...units.flatMap(({ netInput, weights }) =>
      weights.flatMap(({ name, from }) => [
        [quantityName(derivativeOf(netInput, name)), symbol(from)] as const,
        [quantityName(derivativeOf(netInput, from)), symbol(name)] as const,
      ]),
    ),
    ...trainedOf(topology).map(
      ({ name }) => [stepName(name), negation(product(symbol(LEARNING_RATE), used(name)))] as const,
    ),
    ...trainedOf(topology).map(
      ({ name }) => [`−${stepName(name)}`, product(symbol(LEARNING_RATE), used(name))] as const,
    ),
    ...[
      ...trainedOf(topology).map(({ name }) => name),
      ...units.flatMap((unit) => [unit.netInput, unit.activation]),
    ].map((name) => [negativeName(name), negation(gradient(name))] as const),
  ];
  // A step may stand beside the weight that it led to.
  const lastSteps = trainedOf(topology).map(({ name }): readonly [string, Expected] => [
    `last ${stepName(name)}`,
    {
      kind: 'formula',
      formula: expectedUpdate(negation(product(symbol(LEARNING_RATE), used(name))), topology),
      learned: true,
    },
  ]);
  return [
    ...formulas.map(([name, formula]): readonly [string, Expected] => [
      name,
      { kind: 'formula', formula, learned: false },
    ]),
    ...lastSteps,
  ];
}

const stepName = (name: string): string => `Δ${name}`;
const negativeName = (name: string): string => `−${quantityName(gradientBy(name))}`;
const newName = (name: string): string => `new ${name}`;

/**
 * How plain gradient descent changes what is trained, by the columns that a table has for it: with Δw, with −∂E/∂w in place of ∂E/∂w,
 * with a column of new weights. Nothing where the table has none of them.
 */
export function updatesBy(
  topology: Topology,
  tracks: ReadonlyMap<string, Track>,
): readonly (readonly [string, Expected])[] {
  if (topology.optimizer.name !== 'sgd') return [];
  return trainedOf(topology).flatMap(({ name }): readonly (readonly [string, Expected])[] => {
    const gradient = quantityName(gradientBy(name));
    const added = tracks.has(stepName(name))
      ? symbol(stepName(name))
      : tracks.has(negativeName(name)) && !tracks.has(gradient)
        ? product(symbol(LEARNING_RATE), symbol(negativeName(name)))
        : undefined;
    const next =
      added === undefined
        ? difference(symbol(name), product(symbol(LEARNING_RATE), usedGradient(topology.optimizer, name)))
        : sum(symbol(name), added);
    if (tracks.has(newName(name)))
      return [
        [newName(name), { kind: 'formula', formula: next, learned: false }],
        [name, { kind: 'formula', formula: above(newName(name)), learned: true }],
      ];
    return added === undefined
      ? []
      : [[name, { kind: 'formula', formula: expectedUpdate(next, topology), learned: true }]];
  });
}

/** The errors of a loss that lacks the ½, and their derivatives, which are then twice as large. */
export function lossWithoutHalf({ errors }: Topology): readonly (readonly [string, Expected])[] {
  return errors.flatMap(({ name, target, output }): readonly (readonly [string, Expected])[] => [
    [name, { kind: 'formula', formula: square(difference(symbol(target), symbol(output))), learned: false }],
    [
      quantityName(gradientBy(output)),
      { kind: 'formula', formula: product(number(2), difference(symbol(output), symbol(target))), learned: false },
    ],
  ]);
}
